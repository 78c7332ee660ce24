"""The log in the store: it grows by one entry at a time, and the store itself keeps it so."""

from __future__ import annotations

import datetime as dt

import pytest
from sqlalchemy import delete, insert, select, update

from firsthand.case.casefile import Case
from firsthand.case.entry import START, hash_of
from firsthand.case.judgements import Noted
from firsthand.case.log import Head, head
from firsthand.case.schema import LOG, TOUCH
from firsthand.errors import CaseError
from tests.case.desk import added, judged, noted


def test_an_entry_says_who_when_with_what_and_what_came_before(case: Case) -> None:
    before = dt.datetime.now(dt.UTC)
    added(case, 1)
    made, received, read = (line.entry for line in case.log())
    assert (made.header.previous, made.header.kind) == (START, "case_made")
    assert received.header.previous == made.hash
    assert read.header.model == "rules/1"
    assert read.header.tool.startswith("firsthand ")
    assert before <= read.header.at <= dt.datetime.now(dt.UTC)
    assert {e.header.author for e in (made, received, read)} == {"Ada"}
    assert all(hash_of(e.header) == e.hash for e in (made, received, read))


def test_the_head_is_the_last_entry_and_prints_as_one_word(case: Case) -> None:
    *_, last = case.log()
    assert case.head() == Head(1, last.entry.hash)
    assert str(case.head()) == f"1:{last.entry.hash}"


def test_the_log_of_a_report_has_what_speaks_of_it(case: Case) -> None:
    one, other = added(case, 1), added(case, 2)
    number = judged(case, one)
    noted(case, other)
    case.undo(number, "a slip")
    assert [line.entry.number for line in case.log(report=one)] == [2, 3, number, number + 2]


def test_each_event_notes_the_reports_it_speaks_of(case: Case) -> None:
    one = added(case, 1)
    with case.store.reading() as connection:
        rows = connection.execute(select(TOUCH).order_by(TOUCH.c.number))
        assert [tuple(row) for row in rows] == [(one, 2), (one, 3)]


def test_an_author_that_is_no_text_does_not_break_the_chain(place: str) -> None:
    with Case.new(place, author="Ad\udcffa\0") as case:
        noted(case, added(case, 1))
        assert case.verify().is_whole
        assert {line.entry.header.author for line in case.log()} == {"Ad\ufffda\ufffd"}


def test_nothing_stays_of_a_transaction_that_fails(case: Case) -> None:
    report, before = added(case, 1), case.head()
    with pytest.raises(CaseError):
        case.record_event(Noted("0" * 16, None, "of nothing"))
    with pytest.raises(RuntimeError), case.store.writing() as connection:
        connection.execute(delete(TOUCH).where(TOUCH.c.report == report))
        raise RuntimeError
    assert case.head() == before
    assert case.verify().is_whole


@pytest.mark.parametrize(
    "change",
    [
        update(LOG).values(author="Eve"),
        delete(LOG).where(LOG.c.number == 1),
        insert(LOG)
        .prefix_with("OR REPLACE", dialect="sqlite")
        .from_select([c.name for c in LOG.c], select(LOG).where(LOG.c.number == 1)),
    ],
    ids=["update", "delete", "replace"],
)
def test_the_store_itself_refuses_to_change_the_log(case: Case, change: object) -> None:
    with pytest.raises(CaseError), case.store.writing() as connection:
        connection.execute(change)  # type: ignore[call-overload]
    assert case.verify().is_whole


def test_an_empty_log_has_a_head_too(case: Case) -> None:
    """So that the first entry is chained like any other."""
    with pytest.raises(RuntimeError), case.store.making() as connection:
        connection.exec_driver_sql(
            "DROP TRIGGER log_no_delete"
            if connection.dialect.name == "sqlite"
            else "DROP TRIGGER log_is_append_only ON log"
        )
        connection.execute(delete(LOG))
        assert head(connection) == Head(0, START)
        raise RuntimeError
