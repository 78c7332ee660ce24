"""What a reviewer does in a test: short words for adding, judging, merging and the like."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from firsthand.case.casefile import Case
from firsthand.case.judgements import (
    Judged,
    Noted,
    ReportCorrected,
    ReportField,
    SourceRef,
    SourcesMerged,
    SpeakerCorrected,
    StatementAdded,
    Verdict,
)
from firsthand.errors import CannotUndo
from firsthand.sources.source import Source, SourceKind
from firsthand.text import Span
from tests.case.made import record


def added(case: Case, number: int) -> str:
    """Adds the made-up report of that number; gives its id."""
    return case.add(record(number)).report


def statement(case: Case, report: str, place: int = 0) -> str:
    """The id of a statement of the report, by its place on the page."""
    return case.report(report).statements[place].id


def judged(case: Case, report: str, place: int = 0, verdict: Verdict = Verdict.ACCEPT) -> int:
    """A verdict; gives the number of its event, as all of these do."""
    event = Judged(report, statement(case, report, place), verdict, "because")
    return case.record_event(event).number


def noted(case: Case, report: str, text: str = "ask again") -> int:
    """A note on the report."""
    return case.record_event(Noted(report, None, text)).number


def corrected(case: Case, report: str, field: ReportField, value: str | None) -> int:
    """A field of the report set right."""
    return case.record_event(ReportCorrected(report, field, value, "seen in print")).number


def ref(case: Case, report: str, place: int = 0) -> SourceRef:
    """A source of the report, by its place among them."""
    return SourceRef(report, case.report(report).sources[place].id)


def merged(case: Case, one: SourceRef, other: SourceRef) -> int:
    """Two sources said to be one."""
    return case.record_event(SourcesMerged(one, other, "one voice")).number


def somebody(report: str, number: int = 0) -> Source:
    """A source that only a person names."""
    name, kind = "Somebody Named", SourceKind.NAMED_PERSON
    return Source(f"{report[:8]}{0x5EED0000 + number:08x}", name, kind, (Span(0, 4),))


def spoken(case: Case, report: str, speaker: Source, place: int = 0) -> int:
    """A statement led to another speaker."""
    event = SpeakerCorrected(report, statement(case, report, place), speaker, "by voice")
    return case.record_event(event).number


def missed(case: Case, report: str) -> tuple[int, str]:
    """A statement added that the reader had missed; the event's number and the statement's id."""
    like = case.report(report).statements[0].now
    made = replace(like.attribution, id=f"{report[:8]}ffffffff", content=(Span(0, 4),))
    event = StatementAdded(report, replace(like, attribution=made), None, "missed")
    return case.record_event(event).number, made.id


def refused(undo: Callable[[], object]) -> str:
    """The one line with which an undoing is refused."""
    with pytest.raises(CannotUndo) as caught:
        undo()
    return str(caught.value)


def rest(case: Case, number: int) -> set[int]:
    """The events that are named as resting on one that is to be undone."""
    line = refused(lambda: case.undo(number, ""))
    _, _, listed = line.partition(f"later events rest on event {number}: ")
    return {int(word) for word in listed.replace(",", " ").split() if word.isdigit()}
