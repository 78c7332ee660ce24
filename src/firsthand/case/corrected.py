"""A statement with people's corrections in it, and where its review stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from firsthand.case.events import Event
from firsthand.case.judgements import (
    BasisCorrected,
    ForceCorrected,
    Judged,
    KindCorrected,
    SourceSplit,
    SpansCorrected,
    SpeakerCorrected,
    StatementAdded,
    Verdict,
    ViaCorrected,
)
from firsthand.case.state import Review
from firsthand.evidence.statement import Statement
from firsthand.reading.attribution import Attribution
from firsthand.sources.source import UNRESOLVED, Resolution

CORRECTIONS: Final = (
    SpansCorrected,
    SpeakerCorrected,
    KindCorrected,
    BasisCorrected,
    ForceCorrected,
    ViaCorrected,
    SourceSplit,
)
"""The events that change what holds of a statement."""


def corrected(statement: Statement, events: Iterable[Event]) -> Statement:
    """The statement after all corrections, in order; the later of two on one thing holds."""
    for event in events:
        statement = _after(statement, event)
    return statement


def _after(s: Statement, event: Event) -> Statement:
    match event:
        case SpansCorrected():
            return replace(s, attribution=_with_spans(s.attribution, event))
        case SpeakerCorrected():
            return replace(s, speaker=_by_a_person(event.speaker.id if event.speaker else None))
        case SourceSplit():
            return replace(s, speaker=_by_a_person(event.into.id))
        case KindCorrected():
            return replace(s, attribution=replace(s.attribution, kind=event.kind))
        case BasisCorrected():
            return replace(s, basis=event.basis)
        case ForceCorrected():
            return replace(s, force=event.force)
        case ViaCorrected():
            return replace(s, via=event.via)
    return s


def _with_spans(a: Attribution, event: SpansCorrected) -> Attribution:
    return replace(a, source=event.source, cue=event.cue, content=event.content)


def _by_a_person(source: str | None) -> Resolution:
    return Resolution(source, None, 1.0) if source else UNRESOLVED


_BY_VERDICT: Final = {Verdict.REJECT: Review.REJECTED, Verdict.UNSURE: Review.UNSURE}


def reviewed(events: Sequence[Event], *, by_a_person: bool) -> Review:
    """The last verdict; where it accepts, or there is none, a correction shows."""
    if not events:  # most of a case is such
        return Review.ACCEPTED if by_a_person else Review.UNREVIEWED
    verdicts = [event.verdict for event in events if isinstance(event, Judged)]
    last = verdicts[-1] if verdicts else None
    if last in _BY_VERDICT:
        return _BY_VERDICT[last]
    if any(isinstance(event, CORRECTIONS) for event in events):
        return Review.CORRECTED
    added = any(isinstance(event, StatementAdded) for event in events)
    return Review.ACCEPTED if last or by_a_person or added else Review.UNREVIEWED
