"""What can happen to a case: one frozen type an event, none of which is ever changed.

`reports` are the ids of the reports that an event speaks of, all of which it names; it is
erased with any of them. Where an event must outlive a report, it names the number of the event
that added the report, which tells nothing of what was in it.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from firsthand.evidence.statement import Record, Statement


class Event(Protocol):
    """The payload of one entry of the log."""

    @property
    def reports(self) -> tuple[str, ...]:
        """The ids of the reports it speaks of."""
        ...


@dataclass(frozen=True, slots=True)
class Whole:
    """An event of the whole case, which names no report."""

    @property
    def reports(self) -> tuple[str, ...]:
        """None."""
        return ()


@dataclass(frozen=True, slots=True)
class Single:
    """An event of one report: `report` is its id."""

    report: str

    @property
    def reports(self) -> tuple[str, ...]:
        """The one report."""
        return (self.report,)


@dataclass(frozen=True, slots=True)
class CaseMade(Whole):
    """The first event of every case; `name` is what it was called then."""

    name: str


@dataclass(frozen=True, slots=True)
class ReportAdded(Single):
    """Bytes were received, and are kept under their SHA-256."""

    sha256: str
    media_type: str
    received_from: str
    received_at: dt.datetime


@dataclass(frozen=True, slots=True)
class ReadingMade(Single):
    """A reader read the report. `record` is all it found, without the original's bytes.

    Where people had decided something on an earlier reading, `placed` leads each statement of
    theirs to one here, `kept` are the statements that only people hold to, and `unplaced` are
    those whose words are not found in the report as it is read now.
    """

    reader: str
    record: Record
    placed: tuple[Placed, ...] = ()
    kept: tuple[Statement, ...] = ()
    unplaced: tuple[Unplaced, ...] = ()


@dataclass(frozen=True, slots=True)
class Placed:
    """A statement of an earlier reading and the one here that decisions on it now go to."""

    before: str
    now: str


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A statement of an earlier reading whose words are not found any more."""

    before: str
    quote: str


@dataclass(frozen=True, slots=True)
class ReportRemoved(Whole):
    """A tombstone: the payloads of `erased` are gone, with everything derived from them.

    `added` is the number of the event that had added the report.
    """

    added: int
    erased: tuple[int, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Undone:
    """An event counts no longer, for whatever it said of these reports."""

    event: int
    about: tuple[str, ...]
    reason: str

    @property
    def reports(self) -> tuple[str, ...]:
        """Those of the event that was undone."""
        return self.about


class ExportFormat(StrEnum):
    """What left the case."""

    JSON = "json"
    PAGE = "page"
    ORIGINAL = "original"


@dataclass(frozen=True, slots=True)
class Exported(Whole):
    """Reports left the case, by the numbers of the events that had added them."""

    added: tuple[int, ...]
    format: ExportFormat


@dataclass(frozen=True, slots=True)
class PlaceholdersShown(Whole):
    """Somebody was shown with whom unnamed sources of these reports may be one.

    By the numbers of the events that had added the reports.
    """

    added: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Migrated(Whole):
    """The case was brought to a newer schema of its tables; the log before it is as it was."""

    before: str
    now: str
    backup: str
