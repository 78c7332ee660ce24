"""From a name to a source: one that is there, or one that a person adds."""

from __future__ import annotations

import pytest

from firsthand.case.judgements import SpeakerCorrected
from firsthand.case.speaking import new_source, speaker_of
from firsthand.errors import BadJudgement
from firsthand.sources.source import SourceKind
from tests.case.sheets import IDS, REPORT_ID, sheet, words
from tests.export.records import ROWL

SHEET = sheet()


def test_a_name_or_the_start_of_an_id_is_the_source_that_is_there() -> None:
    """Letters of either case, white space aside."""
    for name in ("edda  rowl", "Edda Rowl", ROWL.id, ROWL.id[:6]):
        assert speaker_of(SHEET, name) == ROWL


def test_a_name_that_the_reader_missed_is_a_new_source_with_its_mentions() -> None:
    """It has the words of the report, the kind that they show, and an id of its own."""
    found = speaker_of(SHEET, "Miss Rowl")
    assert words(SHEET, found.mentions) == ["Miss Rowl"]
    assert found.kind is SourceKind.NAMED_PERSON
    assert found.id not in {source.id for source in SHEET.state.sources}
    assert speaker_of(SHEET, "Gull Wire").kind is not SourceKind.UNNAMED_PERSON


def test_a_name_stands_alone() -> None:
    """“Row” is no mention of Rowl."""
    with pytest.raises(BadJudgement, match="“Row” does not stand in the report"):
        speaker_of(SHEET, "Row")


def test_somebody_whom_the_report_does_not_name_needs_its_words_for_them() -> None:
    """What cannot be anchored is not shown."""
    with pytest.raises(BadJudgement, match="quote the words by which it speaks of them"):
        speaker_of(SHEET, "Ute Merrow")
    found = speaker_of(SHEET, "Ute Merrow", words="My brother")
    assert (found.name, words(SHEET, found.mentions)) == ("Ute Merrow", ["My brother"])


def test_a_source_that_a_person_added_is_there_for_the_next() -> None:
    """The same name is the same source, and nobody is added twice."""
    first = speaker_of(SHEET, "a guard")
    later = sheet(SpeakerCorrected(REPORT_ID, IDS[4], first))
    assert speaker_of(later, "a guard") == first


def test_what_a_person_adds_never_bears_the_id_of_what_the_reader_found() -> None:
    """Even at the very same words."""
    assert new_source(SHEET, "the mayor").id not in {s.id for s in SHEET.state.sources}
    assert new_source(SHEET, "the mayor") == new_source(SHEET, "the mayor")


def test_two_sources_of_one_name_are_told_apart_by_id() -> None:
    one, other = new_source(SHEET, "a guard"), new_source(SHEET, "a guard", words="while a guard")
    both = sheet(
        SpeakerCorrected(REPORT_ID, IDS[4], one), SpeakerCorrected(REPORT_ID, IDS[5], other)
    )
    with pytest.raises(BadJudgement, match=f"{one.id[:8]}.*{other.id[:8]}|{other.id[:8]}"):
        speaker_of(both, "a guard")
    assert speaker_of(both, other.id[:8]) == other


def test_an_empty_name_is_refused() -> None:
    with pytest.raises(BadJudgement, match="needs a name"):
        speaker_of(SHEET, "  ")
