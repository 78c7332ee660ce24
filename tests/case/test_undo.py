"""Undoing: an event counts no longer, unless something later rests on it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from firsthand.case.casefile import Case
from firsthand.case.events import ExportFormat
from firsthand.case.judgements import (
    BlockCorrected,
    Judged,
    ReportField,
    SourceSplit,
    Verdict,
    WithdrawalKind,
    Withdrawn,
)
from firsthand.case.moving import Move, moved
from firsthand.case.state import Review
from firsthand.errors import NotInCase
from firsthand.evidence.statement import Record
from firsthand.ingest.report import BlockKind
from tests.case.desk import (
    added,
    corrected,
    judged,
    merged,
    missed,
    noted,
    ref,
    refused,
    rest,
    somebody,
    spoken,
    statement,
)
from tests.case.made import newer, record


def review(case: Case, report: str, place: int = 0) -> Review:
    return case.report(report).statements[place].review


def undone(case: Case, number: int) -> int:
    return case.undo(number, "a slip").number


def further_down(number: int) -> Record:
    """The report as a newer reader takes its text: some words more at the start."""
    old = newer(number, without=99)
    text = "Read anew.\n\n" + old.report.text
    new = moved(old, Move.of(old.report.text, text))
    assert new is not None
    return replace(new, report=replace(new.report, text=text))


# What is undone does not count.


def test_a_verdict_that_is_undone_leaves_the_one_before_it(case: Case) -> None:
    report = added(case, 1)
    judged(case, report)
    second = judged(case, report, verdict=Verdict.REJECT)
    undone(case, second)
    assert review(case, report) is Review.ACCEPTED


def test_an_undoing_that_is_undone_brings_the_event_back(case: Case) -> None:
    report = added(case, 1)
    undoing = undone(case, judged(case, report))
    assert review(case, report) is Review.UNREVIEWED
    redoing = undone(case, undoing)
    assert review(case, report) is Review.ACCEPTED
    undone(case, redoing)
    assert review(case, report) is Review.UNREVIEWED
    assert case.verify().is_whole


def test_what_is_undone_stays_in_the_log_with_the_reason(case: Case) -> None:
    report = added(case, 1)
    number = judged(case, report)
    undone(case, number)
    lines = {line.entry.number: line for line in case.log()}
    assert lines[number].undone_by == number + 1
    assert getattr(lines[number + 1].event, "reason", "") == "a slip"


def test_a_report_is_undone_from_the_last_event_to_the_first(case: Case) -> None:
    report = added(case, 1)
    undone(case, judged(case, report))
    undone(case, 3)
    undone(case, 2)
    assert case.reports() == []
    assert case.sources() == []
    assert case.verify().is_whole


def test_a_report_whose_adding_was_undone_can_be_added_again(case: Case) -> None:
    report = added(case, 1)
    undone(case, 3)
    undone(case, 2)
    assert case.add(record(1)).new
    assert case.report(report).added.number == 6
    assert case.verify().is_whole


def test_where_only_the_reading_was_undone_adding_reads_it_again(case: Case) -> None:
    report = added(case, 1)
    undone(case, 3)
    assert case.add(record(1)).new
    state = case.report(report)
    assert (state.added.number, state.reading.number) == (2, 5)


# What rests on what.


def test_everything_of_a_report_rests_on_its_adding(case: Case) -> None:
    report = added(case, 1)
    number = noted(case, report)
    assert rest(case, 2) == {3, number}


def test_everything_rests_on_the_only_reading(case: Case) -> None:
    """Whatever a person decided, they looked at that text."""
    report = added(case, 1)
    block = case.report(report).record.report.blocks[0].span
    numbers = {
        judged(case, report),
        case.record_event(BlockCorrected(report, block, BlockKind.CAPTION)).number,
        corrected(case, report, ReportField.TITLE, "Another"),
        noted(case, report),
    }
    assert rest(case, 3) == numbers


def test_a_copy_rests_on_the_adding_of_what_it_is_a_copy_of(case: Case) -> None:
    one, other = added(case, 1), added(case, 2)
    number = corrected(case, other, ReportField.COPY_OF, one)
    assert number in rest(case, 2)


def test_what_is_undone_rests_on_nothing(case: Case) -> None:
    report = added(case, 1)
    undone(case, judged(case, report))
    undone(case, 3)


def test_decisions_on_a_statement_that_a_person_added_rest_on_its_adding(case: Case) -> None:
    report = added(case, 1)
    number, name = missed(case, report)
    judging = case.record_event(Judged(report, name, Verdict.UNSURE)).number
    elsewhere = judged(case, report, 1)
    assert rest(case, number) == {judging}
    undone(case, judging)
    undone(case, number)
    assert elsewhere > number
    assert name not in {h.id for h in case.report(report).all}


def test_a_reading_that_keeps_an_added_statement_rests_on_its_adding(case: Case) -> None:
    """Else the reading would go on showing, as the machine's, what a person took back."""
    report = added(case, 1)
    number, _ = missed(case, report)
    reading = case.reread(newer(1, without=2)).entry
    assert reading is not None
    assert rest(case, number) == {reading.number}


def test_a_merge_rests_on_the_correction_that_brought_its_source_in(case: Case) -> None:
    one, other = added(case, 1), added(case, 2)
    number = spoken(case, one, somebody(one))
    merging = merged(case, ref(case, one, -1), ref(case, other))
    assert rest(case, number) == {merging}


def test_a_source_that_two_corrections_bring_in_outlives_either(case: Case) -> None:
    one, other = added(case, 1), added(case, 2)
    first = spoken(case, one, somebody(one), 0)
    spoken(case, one, somebody(one), 1)
    merged(case, ref(case, one, -1), ref(case, other))
    undone(case, first)
    assert case.verify().is_whole


def test_a_recantation_rests_on_the_split_that_made_its_source(case: Case) -> None:
    report = added(case, 1)
    whose = case.report(report).statements[0].now.speaker.source
    assert whose
    into = somebody(report)
    parts = (statement(case, report),)
    split = case.record_event(SourceSplit(report, whose, parts, into)).number
    taken_back = case.record_event(Withdrawn(report, WithdrawalKind.RECANTATION, into.id)).number
    assert rest(case, split) == {taken_back}


def test_a_merge_of_two_reports_holds_both_of_their_readings(case: Case) -> None:
    one, other = added(case, 1), added(case, 2)
    number = merged(case, ref(case, one), ref(case, other))
    assert rest(case, 3) == rest(case, 5) == {number}
    undone(case, number)
    assert {s.person for s in case.sources()} == {s.id for s in case.sources()}
    undone(case, 3)
    undone(case, 5)


def test_a_reading_that_led_decisions_on_rests_on_the_one_before(case: Case) -> None:
    report = added(case, 1)
    number = judged(case, report)
    reading = case.reread(newer(1, without=2)).entry
    assert reading is not None
    assert rest(case, 3) == {number, reading.number}


def test_a_newer_reading_that_nobody_decided_on_yet_is_undone(case: Case) -> None:
    report = added(case, 1)
    judged(case, report)
    reading = case.reread(newer(1, without=2)).entry
    assert reading is not None
    undone(case, reading.number)
    assert case.report(report).reader == record(1).reader
    assert review(case, report) is Review.ACCEPTED
    assert case.verify().is_whole


def test_what_was_decided_on_another_text_rests_on_its_reading(case: Case) -> None:
    """The places would be of other words in the text before."""
    report = added(case, 1)
    reading = case.reread(further_down(1)).entry
    assert reading is not None
    number = judged(case, report)
    assert rest(case, reading.number) == {number}


def test_a_long_list_is_cut_and_counted(case: Case) -> None:
    report = added(case, 1)
    for _ in range(22):
        noted(case, report)
    assert "and 3 more; undo those first" in refused(lambda: case.undo(2, ""))


# What comes back must find what it speaks of.


def test_a_decision_does_not_come_back_without_its_reading(case: Case) -> None:
    report = added(case, 1)
    undoing = undone(case, judged(case, report))
    undone(case, 3)
    assert "which is not there" in refused(lambda: case.undo(undoing, ""))


def test_a_note_does_not_come_back_without_its_report(case: Case) -> None:
    report = added(case, 1)
    undoing = undone(case, noted(case, report))
    reading = undone(case, 3)
    undone(case, 2)
    assert report in refused(lambda: case.undo(undoing, ""))
    assert report in refused(lambda: case.undo(reading, ""))


def test_a_reading_does_not_come_back_over_decisions_on_another(case: Case) -> None:
    """It never led them anywhere, so they would be lost without a word."""
    report = added(case, 1)
    reading = case.reread(newer(1, without=2)).entry
    assert reading is not None
    undoing = undone(case, reading.number)
    number = judged(case, report)
    assert rest(case, undoing) == {number}


def test_a_redoing_is_not_undone_while_something_rests_on_what_it_brought_back(case: Case) -> None:
    report = added(case, 1)
    number, name = missed(case, report)
    redoing = undone(case, undone(case, number))
    judging = case.record_event(Judged(report, name, Verdict.ACCEPT)).number
    assert rest(case, redoing) == {judging}


def test_an_event_is_undone_by_one_undoing_at_a_time(case: Case) -> None:
    report = added(case, 1)
    number = judged(case, report)
    redoing = undone(case, undone(case, number))
    again = undone(case, number)
    line = refused(lambda: case.undo(redoing, ""))
    assert f"event {number} is undone as it is, by event {again}" in line
    undone(case, again)
    assert review(case, report) is Review.ACCEPTED


# What cannot be undone.


def test_what_is_undone_already_says_by_which_event(case: Case) -> None:
    number = judged(case, added(case, 1))
    undoing = undone(case, number)
    line = refused(lambda: case.undo(number, ""))
    assert f"event {number} is undone already, by event {undoing}" in line


def test_the_making_of_the_case_an_export_and_an_erasure_are_for_ever(case: Case) -> None:
    report = added(case, 1)
    export = case.export([report], ExportFormat.JSON).number
    removal = case.remove(report, "asked for").entry.number
    for number, kind in ((1, "case made"), (export, "exported"), (removal, "report removed")):
        assert f"({kind}) is of a kind that nothing undoes" in refused(
            lambda number=number: case.undo(number, "")  # type: ignore[misc]
        )


@pytest.mark.parametrize("number", [0, -1, 99])
def test_an_event_that_is_not_there_is_named(case: Case, number: int) -> None:
    with pytest.raises(NotInCase, match=f"no event {number}, or it is erased"):
        case.undo(number, "")


def test_an_erased_event_is_not_undone_and_neither_is_its_undoing(case: Case) -> None:
    report = added(case, 1)
    number = judged(case, report)
    undoing = undone(case, number)
    case.remove(report, "asked for")
    for gone in (number, undoing):
        with pytest.raises(NotInCase, match="or it is erased"):
            case.undo(gone, "")


def test_nothing_is_written_where_an_undoing_is_refused(case: Case) -> None:
    report = added(case, 1)
    judged(case, report)
    before = case.head()
    refused(lambda: case.undo(2, ""))
    assert case.head() == before


def test_a_reason_that_is_no_text_is_written_as_far_as_it_is(case: Case) -> None:
    """A command line may hold bytes that are no characters."""
    number = judged(case, added(case, 1))
    undoing = case.undo(number, "a sl\udcffip").number
    line = list(case.log())[undoing - 1]
    assert getattr(line.event, "reason", "") == "a sl\ufffdip"
