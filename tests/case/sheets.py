"""A report of a case without a store: its events in a log at hand, and its state."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from firsthand.case.adding import reading_of, report_id
from firsthand.case.entry import START, Header, chained
from firsthand.case.events import Event, ReportAdded
from firsthand.case.fold import state_of
from firsthand.case.payload import SCHEMA, name_of
from firsthand.case.quoting import Sheet
from firsthand.case.state import Logged, State
from firsthand.evidence.statement import Record
from firsthand.text import Span
from tests.export.records import RECORD

REPORT_ID = report_id(RECORD.report.original.sha256)
IDS = [s.attribution.id for s in RECORD.statements]
"""The ids of the record's statements, in order."""
AT = dt.datetime(2024, 5, 6, 7, 8, 9, tzinfo=dt.UTC)


def logged(events: Iterable[Event], author: str = "Ada") -> list[Logged]:
    """The events as entries, chained, a minute apart."""
    made, previous = list[Logged](), START
    for number, event in enumerate(events, 1):
        at = AT + dt.timedelta(minutes=number)
        header = Header(number, name_of(event), author, at, "t", "", SCHEMA, "0" * 64, previous)
        made.append(Logged(chained(header), event))
        previous = made[-1].entry.hash
    return made


def state(*events: Event, record: Record = RECORD) -> State:
    """What holds of the record's report after these events."""
    original = record.report.original
    report = report_id(original.sha256)
    received = ReportAdded(report, original.sha256, original.media_type, "quay.md", AT)
    found = state_of(report, logged([received, reading_of(report, record), *events]))
    assert found is not None
    return found


def sheet(*events: Event, record: Record = RECORD) -> Sheet:
    """The report before somebody who judges it."""
    return Sheet("quay.case", state(*events, record=record))


def words(sheet: Sheet, spans: Iterable[Span]) -> list[str]:
    """The words at each span."""
    return [span.of(sheet.text) for span in spans]
