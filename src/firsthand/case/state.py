"""What holds of a report after all that happened to it: the machine's answers and people's."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from firsthand.case.entry import Entry
from firsthand.case.events import Event, ReportAdded, Unplaced
from firsthand.case.judgements import Noted, ReportField, Withdrawn
from firsthand.evidence.statement import Record, Statement
from firsthand.sources.source import Source

Said = TypeVar("Said", bound=Event)


@dataclass(frozen=True, slots=True)
class Signed(Generic[Said]):
    """Something that a person said, with the entry that tells who and when."""

    entry: Entry
    event: Said


class Review(StrEnum):
    """What people have decided of a statement; the last verdict counts."""

    UNREVIEWED = "unreviewed"
    ACCEPTED = "accepted"
    CORRECTED = "corrected"
    UNSURE = "unsure"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Logged:
    """An entry of the log and the event in it."""

    entry: Entry
    event: Event

    @property
    def number(self) -> int:
        """The entry's place in the log."""
        return self.entry.number


@dataclass(frozen=True, slots=True)
class Held:
    """A statement as it stands, the machine's answer beside it, and what people decided.

    `now` has every correction in it; `machine` is None where a person added the statement.
    `decisions` are in the order of the log, superseded ones too. `proposed_now` is False where
    only people hold to it, and the newest reading does not propose it.
    """

    now: Statement
    machine: Statement | None
    review: Review
    decisions: tuple[Logged, ...] = ()
    notes: tuple[Signed[Noted], ...] = ()
    withdrawn: tuple[Signed[Withdrawn], ...] = ()
    proposed_now: bool = True

    @property
    def id(self) -> str:
        """The id of its attribution, which no correction changes."""
        return self.now.attribution.id


@dataclass(frozen=True, slots=True)
class State:
    """A report in a case.

    `record` is the newest reading with people's corrections of the report, its blocks and its
    sources; its statements are the machine's. `author` is the byline unless corrected.
    `machine` is the reading as the reader gave it.
    """

    report: str
    added: Entry
    original: ReportAdded
    reading: Entry
    reader: str
    record: Record
    machine: Record
    statements: tuple[Held, ...]
    remarks: tuple[Held, ...]
    fields: tuple[tuple[ReportField, Logged], ...] = ()
    copy_of: str | None = None
    version_of: str | None = None
    withdrawn: tuple[Signed[Withdrawn], ...] = ()
    notes: tuple[Signed[Noted], ...] = ()
    unplaced: tuple[Unplaced, ...] = ()

    @property
    def all(self) -> Iterator[Held]:
        """Statements and remarks."""
        yield from self.statements
        yield from self.remarks

    @property
    def sources(self) -> tuple[Source, ...]:
        """Who speaks in it, those that people added too."""
        return self.record.sources

    @property
    def published(self) -> dt.date | None:
        """The date as it stands."""
        return self.record.report.published
