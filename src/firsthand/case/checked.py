"""Whether a judgement says something that could be so: refused before it enters the log."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass

from firsthand.case.events import Event
from firsthand.case.judgements import (
    Answer,
    BlockCorrected,
    ReportCorrected,
    ReportField,
    Shared,
    SourcesJudged,
    SourcesMerged,
    SourcesVerdict,
    SpansCorrected,
    StatementAdded,
    Withdrawn,
)
from firsthand.case.resting import named, unfounded
from firsthand.case.state import Logged, State
from firsthand.errors import BadJudgement, NotInCase, SpanError
from firsthand.ingest.report import ReportKind
from firsthand.text import Span


def check(event: Event, state: State, about: Iterable[Logged], case: str) -> None:
    """Raises `NotInCase` or `BadJudgement`; `state` is of the event's first report."""
    unknown = unfounded(event, about)
    if unknown:
        raise NotInCase(case, f"no statement or source {min(unknown)} in report {state.report}")
    for reason in _wrong(event, state):
        raise BadJudgement(case, reason)


def _wrong(event: Event, state: State) -> Iterator[str]:
    yield from _beyond(event, state.record.report.text)
    match event:
        case SpansCorrected() if not event.content:
            yield "a statement without content says nothing; reject it instead"
        case StatementAdded() if not event.statement.attribution.content:
            yield "a statement needs the words that are said"
        case BlockCorrected() if event.block not in {b.span for b in state.record.report.blocks}:
            yield "no block of the report stands at these characters"
        case ReportCorrected():
            yield from _wrong_field(event)
        case SourcesMerged() if event.one == event.other:
            yield "a source cannot be merged with itself"
        case SourcesJudged():
            yield from _wrong_verdict(event)
        case Withdrawn() if event.source and event.statements:
            yield "a source or some statements are withdrawn, not both at once"
    if isinstance(event, Withdrawn) and not named(event) and event.kind.value in _OF_SOMEBODY:
        yield f"a {event.kind.value} needs the source or the statements that it is of"


def _wrong_verdict(event: SourcesJudged) -> Iterator[str]:
    """The word `independent` needs the whole list, and a reason for whatever was not ruled out."""
    points = [checked.point for checked in event.checklist]
    if event.one == event.other:
        yield "a source cannot be set apart from itself"
    elif event.verdict is SourcesVerdict.INDEPENDENT and sorted(points) != sorted(Shared):
        lacking = [point for point in Shared if points.count(point) != 1]
        told = ", ".join(point.replace("_", " ") for point in lacking)
        yield f"that two sources are independent needs one answer to each of: {told}"
    elif any(c.answer is not Answer.NO for c in event.checklist) and not event.reason.strip():
        yield "a reason is needed where something in common was found, or is not known"


_OF_SOMEBODY = ("recantation", "disowned")


def _wrong_field(event: ReportCorrected) -> Iterator[str]:
    if event.value is not None and not event.value.strip():
        yield f"{event.field.value} is empty; leave the value out to say that it is not known"
    elif event.field is ReportField.DATE and event.value and not _is_date(event.value):
        yield f"{event.value!r} is not a date such as 2018-02-09"
    elif event.field is ReportField.KIND and event.value not in set(ReportKind):
        yield f"{event.value!r} is not one of {', '.join(ReportKind)}"
    elif event.value == event.report:
        yield "a report cannot be a copy or a version of itself"


def _is_date(value: str) -> bool:
    try:
        return dt.date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _beyond(event: object, text: str) -> Iterator[str]:
    for span in _spans(event):
        try:
            span.of(text)
        except SpanError as error:
            yield f"it points beyond the report: {error}"


def _spans(value: object) -> Iterator[Span]:
    """Every span within a value, however deep."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _spans(part)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from _spans(getattr(value, field.name))
