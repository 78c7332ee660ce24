"""What people set right about a report as a whole: its fields, its blocks, its sources."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from firsthand.case.judgements import (
    BlockCorrected,
    ReportCorrected,
    ReportField,
    SourceSplit,
    SpeakerCorrected,
    StatementAdded,
)
from firsthand.case.state import Logged
from firsthand.evidence.statement import Record
from firsthand.ingest.report import Report, ReportKind
from firsthand.sources.source import Source

_PLAIN: Final = {
    ReportField.TITLE: "title",
    ReportField.OUTLET: "outlet",
    ReportField.AUTHOR: "byline",
}


def corrections(decisions: Sequence[Logged]) -> dict[ReportField, Logged]:
    """The decision that holds of each field of the report."""
    return {x.event.field: x for x in decisions if isinstance(x.event, ReportCorrected)}


def value(decisions: Sequence[Logged], field: ReportField) -> str | None:
    """What a person has set the field to; None where nobody has, or it is not known."""
    found = corrections(decisions).get(field)
    return found.event.value if found and isinstance(found.event, ReportCorrected) else None


def record_with(record: Record, decisions: Sequence[Logged]) -> Record:
    """The reading with the corrected report, and with the sources that people added."""
    report = record.report
    for x in decisions:
        if isinstance(x.event, ReportCorrected):
            report = _with_field(report, x.event)
        elif isinstance(x.event, BlockCorrected):
            report = _with_block(report, x.event)
    return replace(record, report=report, sources=(*record.sources, *_added(record, decisions)))


def _with_field(report: Report, event: ReportCorrected) -> Report:
    if event.field in _PLAIN:
        return replace(report, **{_PLAIN[event.field]: event.value})  # type: ignore[arg-type]
    if event.field is ReportField.DATE:
        date = dt.date.fromisoformat(event.value) if event.value else None
        return replace(report, published=date)
    if event.field is ReportField.KIND and event.value:
        return replace(report, kind=ReportKind(event.value))
    return report


def _with_block(report: Report, event: BlockCorrected) -> Report:
    blocks = (replace(b, kind=event.kind) if b.span == event.block else b for b in report.blocks)
    return replace(report, blocks=tuple(blocks))


def _added(record: Record, decisions: Sequence[Logged]) -> list[Source]:
    """Sources that only people name, in the order in which they did."""
    known = {source.id for source in record.sources}
    named = {s.id: s for x in decisions for s in _named(x) if s.id not in known}
    return list(named.values())


def _named(x: Logged) -> list[Source]:
    if isinstance(x.event, SpeakerCorrected | StatementAdded):
        return [x.event.speaker] if x.event.speaker else []
    return [x.event.into] if isinstance(x.event, SourceSplit) else []
