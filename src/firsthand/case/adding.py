"""A report enters the case: its bytes once, the fact that it came, and what was read of it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sqlalchemy import Connection, select

from firsthand.case import originals, project
from firsthand.case.counting import live
from firsthand.case.events import ReadingMade, ReportAdded
from firsthand.case.log import Author, about, append
from firsthand.case.rows import storable
from firsthand.case.schema import REPORT
from firsthand.evidence.statement import Record
from firsthand.ingest.report import Original


@dataclass(frozen=True, slots=True)
class Added:
    """The report's id, and whether it was not there before."""

    report: str
    new: bool


def report_id(sha256: str) -> str:
    """The id of the report with these bytes: a content hash, as all ids are."""
    return sha256[:16]


def known(connection: Connection, sha256: str) -> str | None:
    """The id of the report with these bytes; None where the case has none."""
    same = (REPORT.c.id == report_id(sha256), REPORT.c.sha256 == sha256)
    return connection.scalar(select(REPORT.c.id).where(*same))


def add(connection: Connection, record: Record, by: Author) -> Added:
    """Adds a report with its reading, in the transaction that is open."""
    original = record.report.original
    report = report_id(original.sha256)
    if known(connection, original.sha256):
        return Added(report, new=False)
    originals.keep(connection, original.sha256, original.content)
    if not _was_added(connection, report, by):
        append(connection, _received(report, original), by)
    made = append(connection, reading_of(report, record), by)
    project.after(connection, [made], by.case)
    return Added(report, new=True)


def _was_added(connection: Connection, report: str, by: Author) -> bool:
    """Whether only the reading is lacking: it was undone, the adding was not."""
    counting = live(about(connection, report, by.case))
    return any(isinstance(x.event, ReportAdded) for x in counting)


def _received(report: str, original: Original) -> ReportAdded:
    name = storable(original.received_from)
    return ReportAdded(report, original.sha256, original.media_type, name, original.received_at)


def reading_of(report: str, record: Record) -> ReadingMade:
    """The event of a first reading."""
    return ReadingMade(report, record.reader, speakable(record))


def speakable(record: Record) -> Record:
    """The record with a file's name that can be written down: not all names are text."""
    original = record.report.original
    named = replace(original, received_from=storable(original.received_from))
    return replace(record, report=replace(record.report, original=named))
