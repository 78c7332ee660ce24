"""What a person types finds one thing, or says how many it may mean."""

from __future__ import annotations

from dataclasses import replace

import pytest

from firsthand.case.casefile import Case
from firsthand.case.listing import StatementRef
from firsthand.errors import NotInCase
from tests.case.desk import added, ref, statement
from tests.case.made import record


@pytest.mark.parametrize("digits", [4, 7, 16])
def test_the_start_of_an_id_is_enough(case: Case, digits: int) -> None:
    report = added(case, 1)
    name, source = statement(case, report), ref(case, report)
    assert case.find_report(report[:digits]) == report
    assert case.find_report(report[:digits].upper()) == report
    assert case.find_statement(name[:digits]) == StatementRef(report, name)
    assert case.find_source(source.source[:digits]) == source


def test_three_digits_are_too_few(case: Case) -> None:
    report = added(case, 1)
    with pytest.raises(NotInCase, match="no report"):
        case.find_report(report[:3])


def test_a_report_goes_by_its_file_with_or_without_its_folder(case: Case) -> None:
    made = record(1)
    renamed = replace(made.report.original, received_from="in/50%_off/a.txt")
    report = case.add(replace(made, report=replace(made.report, original=renamed))).report
    assert case.find_report("in/50%_off/a.txt") == case.find_report("a.txt") == report
    for other in (".txt", "%", "n/50%_off/a.txt", "50__off/a.txt"):
        with pytest.raises(NotInCase):
            case.find_report(other)


def test_a_source_goes_by_its_whole_name(case: Case) -> None:
    report = added(case, 1)
    assert case.find_source("Ivo Lenn").report == report
    with pytest.raises(NotInCase):
        case.find_source("Ivo")


def test_what_may_mean_several_names_them(case: Case) -> None:
    one, other = added(case, 1), added(case, 2)
    with pytest.raises(NotInCase, match="2 sources go by 'The harbour office'") as caught:
        case.find_source("The harbour office")
    assert one in str(caught.value)
    assert other in str(caught.value)
    assert "give more of the id" in str(caught.value)


@pytest.mark.parametrize(
    "text", ["", " ", "%", "____", "0%", "\0\0\0\0", "\udcff" * 4, "'; --", "a" * 5000, "ﬀﬀﬀﬀ"]
)
def test_nonsense_finds_nothing_and_says_so_in_one_line(case: Case, text: str) -> None:
    added(case, 1)
    for find in (case.find_report, case.find_statement, case.find_source, case.find_erasable):
        with pytest.raises(NotInCase) as caught:
            find(text)
        assert "\n" not in str(caught.value)


def test_what_is_erased_or_undone_is_not_found(case: Case) -> None:
    one, other = added(case, 1), added(case, 2)
    case.remove(one, "asked for")
    case.undo(5, "a slip")
    for report in (one, other):
        with pytest.raises(NotInCase):
            case.find_report(report)


def test_a_report_whose_adding_was_undone_is_found_to_be_erased(case: Case) -> None:
    """Its bytes are still there, and someone may ask for them to go."""
    report, other = added(case, 1), added(case, 2)
    case.undo(3, "a slip")
    case.undo(2, "a slip")
    assert case.find_erasable(report[:6]) == report
    assert case.find_erasable("report-2.txt") == other
