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
