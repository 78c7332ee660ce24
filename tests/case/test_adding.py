"""A report enters the case once, with its bytes, whatever its file is called."""

from __future__ import annotations

import hashlib
from dataclasses import replace

import pytest
from sqlalchemy import func, select

from firsthand.case.casefile import Case
from firsthand.case.schema import ORIGINAL
from firsthand.errors import CaseDamaged, NotInCase
from firsthand.evidence.statement import Record
from tests.case.desk import added, judged
from tests.case.made import newer, record


def named(number: int, name: str) -> Record:
    made = record(number)
    report = made.report
    renamed = replace(report.original, received_from=name)
    return replace(made, report=replace(report, original=renamed))


def originals(case: Case) -> int:
    with case.store.reading() as connection:
        return connection.scalar(select(func.count()).select_from(ORIGINAL)) or 0


def test_the_bytes_come_back_as_received(case: Case) -> None:
    content = record(1).report.original.content
    assert case.original(added(case, 1)) == content


def test_a_report_goes_by_the_start_of_the_hash_of_its_bytes(case: Case) -> None:
    whole = hashlib.sha256(record(1).report.original.content).hexdigest()
    assert added(case, 1) == whole[:16]
    assert case.knows(whole) == whole[:16]
    assert case.knows(whole[:16] + "0" * 48) is None


def test_the_same_bytes_are_one_report_under_any_name(case: Case) -> None:
    first = added(case, 1)
    again = case.add(named(1, "copy.txt"))
    assert (again.report, again.new) == (first, False)
    assert case.head().number == 3
    assert originals(case) == 1


def test_another_reading_of_what_is_there_is_not_taken_by_adding(case: Case) -> None:
    """That is what rereading is for, which leads decisions on."""
    report = added(case, 1)
    judged(case, report)
    assert not case.add(newer(1, without=2)).new
    assert case.report(report).reader == "rules/1"


@pytest.mark.parametrize("name", ["b\udcff.txt", "a\0b.txt", "новости.txt", "x" * 300, "a\nb.txt"])
def test_a_report_of_any_name_is_stored(case: Case, name: str) -> None:
    report = case.add(named(1, name)).report
    assert case.find_report(name) == report
    assert case.verify().is_whole


def test_half_a_character_in_a_title_does_not_stop_a_report(case: Case) -> None:
    """A page's own metadata may hold one, as an escape."""
    made = record(1)
    strange = replace(made, report=replace(made.report, title="Crew \ud800held\0"))
    report = case.add(strange).report
    assert case.reports()[0].title == "Crew \ufffdheld\ufffd"
    assert case.report(report).record.report.title == "Crew \ufffdheld\0"
    assert case.verify().is_whole


def test_bytes_that_are_not_those_received_are_never_given_out(case: Case) -> None:
    report = added(case, 1)
    with case.store.writing() as connection:
        connection.execute(ORIGINAL.update().values(body=b"other words"))
    with pytest.raises(CaseDamaged, match="not those received"):
        case.original(report)


def test_an_export_names_only_what_is_there(case: Case) -> None:
    from firsthand.case.events import Exported, ExportFormat

    one, other = added(case, 1), added(case, 2)
    entry = case.export([other, one, other], ExportFormat.PAGE)
    *_, last = case.log()
    assert last.entry == entry
    assert last.event == Exported((2, 4), ExportFormat.PAGE)
    with pytest.raises(NotInCase, match="no report 0000"):
        case.export([one, "0000"], ExportFormat.JSON)
