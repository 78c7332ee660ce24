"""A statement that the reader missed, from words that a person quotes."""

from __future__ import annotations

import pytest

from firsthand.case.missed import Missed, added
from firsthand.errors import BadJudgement
from firsthand.reading.attribution import AttributionKind
from tests.case.sheets import IDS, sheet, words
from tests.export.records import ROWL

SHEET = sheet()


def test_a_missed_statement_has_the_words_its_speaker_and_nothing_guessed() -> None:
    """The source is the nearest mention in the same block; evidence stays at its defaults."""
    quote = "speak of years before the Merrow line took over the quay"
    event = added(SHEET, Missed(quote, "Edda Rowl", "seemed to", "Miss Rowl", reason="missed"))
    a = event.statement.attribution
    assert [words(SHEET, role) for role in (a.source, a.cue, a.content)] == [
        ["Miss Rowl"],
        ["seemed to"],
        [quote],
    ]
    assert event.speaker is not None
    assert (event.speaker.id, event.statement.speaker.source) == (ROWL.id, ROWL.id)
    assert event.statement.basis.spans == ()
    assert (a.kind, a.pattern) == (AttributionKind.INDIRECT, "person")


def test_what_stands_in_quotation_marks_is_direct() -> None:
    for quote in ("“I saw the padlock,”", "I saw the padlock,"):
        missed = added(SHEET, Missed(quote, "Edda Rowl"))
        assert missed.statement.attribution.kind is AttributionKind.DIRECT


def test_a_speaker_who_is_not_named_near_by_has_no_source_words() -> None:
    event = added(SHEET, Missed("Nobody in the shed has been paid", "Hanno Piel"))
    assert event.statement.attribution.source == ()
    assert event.statement.speaker.source is not None


def test_a_statement_that_is_there_already_is_refused() -> None:
    held = SHEET.held(IDS[1]).now.attribution
    source, cue, content = (words(SHEET, role)[0] for role in (held.source, held.cue, held.content))
    with pytest.raises(BadJudgement, match=f"there already as statement {IDS[1][:8]}"):
        added(SHEET, Missed(content, cue=cue, source=source))


def test_a_quote_in_several_places_needs_the_words_before_it() -> None:
    with pytest.raises(BadJudgement, match="2 times"):
        added(SHEET, Missed("the shed"))
    event = added(SHEET, Missed("the shed", after="Nobody in"))
    start = event.statement.attribution.content[0].start
    assert SHEET.text[start - 10 : start] == "Nobody in "
