"""Transcripts: a turn's label is its source."""

from __future__ import annotations

import pytest

from firsthand.ingest.report import ReportKind
from tests.reading.made import report_of, said_in


def turns(*paragraphs: str) -> list[tuple[str, tuple[str, ...]]]:
    report = report_of(*paragraphs, kind=ReportKind.TRANSCRIPT)
    return [(a.source, a.content) for a in said_in(report) if a.pattern == "turn"]


@pytest.mark.parametrize(
    "label", ["ADA MORO", "Q", "A", "MS. ROE", "The Chair", "Ada Moro (by telephone)", "Witness 4"]
)
def test_a_label_opens_a_turn(label: str) -> None:
    assert turns(f"{label}: We left in May.") == [(label, ("We left in May.",))]


def test_letters_with_a_full_stop_are_labels_too() -> None:
    assert turns("Q. Who came?", "A. Nobody.") == [("Q", ("Who came?",)), ("A", ("Nobody.",))]


def test_a_time_stamp_may_come_first() -> None:
    assert turns("[00:12:03] MORO: We left.") == [("MORO", ("We left.",))]


def test_a_turn_goes_on_over_paragraphs_without_a_label() -> None:
    assert turns("Recorded in Vell.", "MORO: We left.", "It was dark.", "ROE: Why?") == [
        ("MORO", ("We left.", "It was dark.")),
        ("ROE", ("Why?",)),
    ]


def test_a_turn_is_direct_and_has_no_cue() -> None:
    (turn,) = said_in(report_of("MORO: We left.", kind=ReportKind.TRANSCRIPT))
    assert (turn.cue, turn.kind) == ("", "direct")


def test_news_has_no_turns() -> None:
    assert all(a.pattern != "turn" for a in said_in(report_of("MORO: We left.")))


@pytest.mark.parametrize("words", ["What I remember: they had dogs.", "He said this: run."])
def test_words_before_a_colon_are_no_speaker(words: str) -> None:
    assert turns("MORO: We left.", words, "ROE: Why?") == [
        ("MORO", ("We left.", words)),
        ("ROE", ("Why?",)),
    ]


def test_a_label_that_recurs_is_a_speaker_and_so_is_a_part_of_its_name() -> None:
    found = turns("Ada Moro: We left.", "Poe: Why?", "Moro: Dogs.", "Poe: Oh.")
    assert [label for label, _ in found] == ["Ada Moro", "Poe", "Moro", "Poe"]


def test_the_lines_of_a_front_page_are_nobodys() -> None:
    assert turns("Interview Date: 3 May", "Place: Vell", "MORO: We left.") == [
        ("MORO", ("We left.",))
    ]


@pytest.mark.parametrize("direction", ["[The witness leaves.]", "(Pause.)"])
def test_a_stage_direction_ends_a_turn_and_is_nobodys(direction: str) -> None:
    assert turns("MORO: We left.", direction, "It was dark.") == [("MORO", ("We left.",))]


def test_what_a_turn_reports_is_direct_only_in_its_quotation_marks() -> None:
    report = report_of(
        'MORO: The captain told us, "Leave no marks," and we understood. He said we could go.',
        kind=ReportKind.TRANSCRIPT,
    )
    assert [(a.source, a.kind) for a in said_in(report)] == [
        ("MORO", "direct"),
        ("The captain", "direct"),
        ("He", "indirect"),
    ]


def test_an_interview_without_labels_gives_questions_and_answers_to_nobody_named() -> None:
    """What is not stated stays unstated; the words above the first question are no turn."""
    found = turns(
        "A nurse spoke to us.", "Where were you?", "In the ward.", "I saw them.", "Who came?", "No."
    )
    assert found == [
        ("", ("Where were you?",)), ("", ("In the ward.", "I saw them.")),
        ("", ("Who came?",)), ("", ("No.",)),
    ]  # fmt: skip
