"""From what a person says of a statement to the event that says it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.case.judgements import (
    BasisCorrected,
    ForceCorrected,
    KindCorrected,
    SpansCorrected,
    SpeakerCorrected,
    ViaCorrected,
)
from firsthand.case.judging import Correction, StatementField, corrected
from firsthand.errors import BadJudgement
from firsthand.evidence.values import Basis, BasisKind, By, Force, ForceLevel, Polarity, RelayKind
from firsthand.reading.attribution import AttributionKind
from tests.case.sheets import IDS, REPORT_ID, sheet, words

SHEET = sheet()
COOK, TOLD, SAW, HEARD, JAIL, DENIED, MAYOR, OPEN = IDS


def _say(statement: str, field: str, value: str, shown: str = "", **more: str) -> object:
    said = Correction(StatementField(field), value, shown, **more)
    return corrected(SHEET, statement, said)


def test_a_basis_has_the_words_that_show_it_and_says_whose_they_are() -> None:
    """Within the content the source's own, else the report's."""
    own = _say(HEARD, "basis", "heard", "told me", heard_from="My brother")
    assert isinstance(own, BasisCorrected)
    assert (own.basis.kind, own.basis.by) == (BasisKind.HEARD, By.SOURCE)
    assert own.basis.heard_from is not None
    assert words(SHEET, [*own.basis.spans, own.basis.heard_from]) == ["told me", "My brother"]
    reports = _say(JAIL, "basis", "saw", "held at Tarn jail")
    assert isinstance(reports, BasisCorrected)
    assert reports.basis.by is By.REPORT


def test_no_basis_without_its_words() -> None:
    """Unstated is an answer and needs none; everything else does."""
    with pytest.raises(BadJudgement, match="needs the words that show it"):
        _say(COOK, "basis", "saw")
    assert _say(SAW, "basis", "unstated") == BasisCorrected(REPORT_ID, SAW, Basis())


def test_from_whom_it_was_heard_goes_with_what_was_heard() -> None:
    with pytest.raises(BadJudgement, match="goes with the basis heard"):
        _say(HEARD, "basis", "saw", "told me", heard_from="My brother")


def test_force_is_set_word_by_word_and_the_rest_of_it_stays() -> None:
    """A level, a polarity or a mood; a plain assertion needs no words."""
    event = _say(JAIL, "force", "denied")
    assert isinstance(event, ForceCorrected)
    assert (event.force.level, event.force.polarity) == (ForceLevel.POSSIBLE, Polarity.DENIED)
    assert words(SHEET, event.force.spans) == ["may"]
    assert _say(JAIL, "force", "certain") == ForceCorrected(REPORT_ID, JAIL, Force())
    with pytest.raises(BadJudgement, match="needs the words that show it"):
        _say(COOK, "force", "possible")


def test_a_speaker_is_a_source_of_the_report_or_nobody() -> None:
    event = _say(OPEN, "speaker", "the mayor")
    assert isinstance(event, SpeakerCorrected)
    assert event.speaker in SHEET.state.sources
    assert _say(OPEN, "speaker", "Nobody") == SpeakerCorrected(REPORT_ID, OPEN, None)


def test_a_kind_is_one_of_three() -> None:
    expected = KindCorrected(REPORT_ID, SAW, AttributionKind.MIXED)
    assert _say(SAW, "kind", "Mixed") == expected
    with pytest.raises(BadJudgement, match="it is one of direct, indirect, mixed"):
        _say(SAW, "kind", "quoted")


def test_a_channel_is_a_row_of_names_nearest_the_report_first() -> None:
    """Each is an outlet unless it says otherwise, and stands where its name is nearest."""
    event = _say(DENIED, "via", "Gull Wire; written statement=document")
    assert isinstance(event, ViaCorrected)
    assert [(r.name, r.kind) for r in event.via] == [
        ("Gull Wire", RelayKind.OUTLET),
        ("written statement", RelayKind.DOCUMENT),
    ]
    assert words(SHEET, [r.span for r in event.via]) == ["Gull Wire", "written statement"]
    assert _say(DENIED, "via", "none") == ViaCorrected(REPORT_ID, DENIED, ())
    with pytest.raises(BadJudgement, match="does not stand in the report"):
        _say(DENIED, "via", "Nobody's Gazette")


def test_the_words_of_a_role_are_quoted_and_the_others_stay() -> None:
    event = _say(TOLD, "content", "the door is barred every night")
    before = SHEET.held(TOLD).now.attribution
    assert isinstance(event, SpansCorrected)
    assert words(SHEET, event.content) == ["the door is barred every night"]
    assert (event.source, event.cue) == (before.source, before.cue)


def test_a_source_can_be_taken_away_and_a_content_cannot() -> None:
    event = _say(TOLD, "source", "none")
    assert isinstance(event, SpansCorrected)
    assert event.source == ()
    with pytest.raises(BadJudgement):
        _say(TOLD, "content", "none")


@given(st.sampled_from(IDS), st.sampled_from(StatementField), st.text(max_size=30))
def test_whatever_is_said_is_an_event_on_the_statement_or_is_refused_in_one_line(
    statement: str, field: StatementField, value: str
) -> None:
    """Never another error, whatever is typed; and what is made points into the text."""
    try:
        event = corrected(SHEET, statement, Correction(field, value, value))
    except BadJudgement as error:
        assert "\n" not in str(error)
    else:
        assert getattr(event, "statement", None) == statement
