"""A report and what happened to it, without a store: events in order, and the state they make."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from firsthand import Record, Report, Statement, read_text
from firsthand.case.entry import START, Header, chained
from firsthand.case.events import Event, ReadingMade, ReportAdded
from firsthand.case.fold import state_of
from firsthand.case.judgements import Judged, Verdict
from firsthand.case.reread import reread
from firsthand.case.state import Logged, State
from firsthand.pipeline import Options, ReaderName
from firsthand.reading.attribution import attribution_id
from firsthand.text import Span

REPORT = "0123456789abcdef"
TEXT = """Two sailors were taken from a ferry on Tuesday, the widow of one of them said.

“They came at night,” said Mara Voss, 41, a cook. “They took both of them. I saw it.”

The port authority denied that anyone had been held. Lem Tarn, a pilot, said the sheds were empty.

Ida Brand said she may have heard a shot. Brand told the Gull that the guards had left."""


@cache
def read(text: str) -> Record:
    """The record of a text, by the rules alone."""
    return read_text(text, options=Options(any_language=True, reader=ReaderName.RULES)).record


def state_after(events: Iterable[Event]) -> State:
    """What holds after the report was added and these events, in order."""
    original = read(TEXT).report.original
    added = ReportAdded(REPORT, original.sha256, "text/plain", "ferry.txt", original.received_at)
    state = state_of(REPORT, [_logged(n, e) for n, e in enumerate((added, *events), 1)])
    assert state is not None
    return state


def _logged(number: int, event: Event) -> Logged:
    at = dt.datetime(2024, 3, 5, tzinfo=dt.UTC)
    return Logged(chained(Header(number, "event", "A", at, "1", "", 1, START, START)), event)


def first_reading(text: str = TEXT) -> ReadingMade:
    """The first reading of a text."""
    return ReadingMade(REPORT, "one", read(text))


def judged(statement: Statement, verdict: Verdict = Verdict.ACCEPT) -> Judged:
    """A verdict on a statement."""
    return Judged(REPORT, statement.attribution.id, verdict)


def _saying(words: str, record: Record) -> Statement:
    """The first statement with these words in its content."""
    return next(
        s for s in record.statements
        if any(words in span.of(record.report.text) for span in s.attribution.content)
    )  # fmt: skip


def without(record: Record, *dropped: Statement) -> Record:
    """The record of a reader that does not propose these."""
    return replace(record, statements=tuple(s for s in record.statements if s not in dropped))


def with_content(statement: Statement, *content: Span, report: Report) -> Statement:
    """The statement as another reader would mark it."""
    a = statement.attribution
    name = attribution_id(report, a.source, a.cue, content)
    return replace(statement, attribution=replace(a, id=name, content=content))


def after(state: State, record: Record) -> ReadingMade:
    """The event that a newer reader's record makes."""
    return reread(state, "two", record)


def same_bytes(record: Record) -> Record:
    """The record of another text, as of the bytes of the first: ids then depend on spans alone."""
    original = read(TEXT).report.original
    report = replace(record.report, original=original)
    renamed = tuple(_renamed(s, report) for s in record.statements)
    return replace(record, report=report, statements=renamed, remarks=())


def _renamed(statement: Statement, report: Report) -> Statement:
    a = statement.attribution
    name = attribution_id(report, a.source, a.cue, a.content)
    return replace(statement, attribution=replace(a, id=name))


CAME, EMPTY, SHOT = "They came at night", "the sheds were empty", "heard a shot"
NEWER = same_bytes(read("Filed on Friday by the Gull's own staff at the port.\n\n" + TEXT))
"""The same bytes as another reader's text: all words stand further down."""


def said(words: str, record: Record | None = None) -> Statement:
    return _saying(words, record or read(TEXT))


def judging(*judgements: Event) -> State:
    return state_after([first_reading(), *judgements])


def words(event: ReadingMade, statement: Statement) -> str:
    spans = statement.attribution.content
    return " / ".join(event.record.report.words(s) for s in spans)


def state_events(*judgements: Event) -> list[Event]:
    return [first_reading(), *judgements]


def again(events: list[Event], *records: Record) -> State:
    """The state after each record was read in turn; `events` grows by the readings."""
    for record in records:
        events.append(after(state_after(events), record))
    return state_after(events)
