"""A newer reading takes the place of an older one in the case, and people's decisions go along."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from firsthand.case import people, project
from firsthand.case.adding import report_id, speakable
from firsthand.case.entry import Entry
from firsthand.case.events import ReadingMade, Unplaced
from firsthand.case.fold import state_of
from firsthand.case.judgements import SourceRef, SourcesMerged
from firsthand.case.log import Author, about, append
from firsthand.case.reread import reread as reading_after
from firsthand.case.state import State
from firsthand.errors import NotInCase
from firsthand.evidence.statement import Record
from firsthand.sources.source import Source


@dataclass(frozen=True, slots=True)
class Reread:
    """What a newer reading did with people's decisions; `entry` is None where nothing is new.

    `lost_sources` are sources that people had merged and that the newer reading does not name.
    """

    report: str
    entry: Entry | None
    placed: int = 0
    kept: int = 0
    unplaced: tuple[Unplaced, ...] = ()
    lost_sources: tuple[str, ...] = ()


def reread(connection: Connection, record: Record, by: Author) -> Reread:
    """Appends the newer reading, in the transaction that is open."""
    report = report_id(record.report.original.sha256)
    state = state_of(report, about(connection, report, by.case))
    if state is None:
        raise NotInCase(by.case, f"no report {report}; `firsthand add` adds it")
    event = reading_after(state, record.reader, speakable(record))
    if event.reader == state.reader and _same(event.record, state.machine):
        return Reread(report, None)
    made = append(connection, event, by)
    merges, lost = _led_sources(connection, state, record, by)
    project.after(connection, [made, *(append(connection, merge, by) for merge in merges)], by.case)
    return _told(report, made.entry, event, lost)


def _same(new: Record, old: Record) -> bool:
    """Whether two readings say the same, whenever the bytes were received."""
    one, other = (replace(r.report, original=old.report.original) for r in (new, old))
    return one == other and replace(new, report=one) == replace(old, report=other)


def _told(report: str, entry: Entry, event: ReadingMade, lost: Iterable[str]) -> Reread:
    counts = (len(event.placed), len(event.kept))
    return Reread(report, entry, *counts, event.unplaced, tuple(lost))


def _led_sources(
    connection: Connection, state: State, record: Record, by: Author
) -> tuple[list[SourcesMerged], list[str]]:
    """Leads sources whose id is gone, where people spoke of them, to the one of their name."""
    known = {source.id for source in record.sources}
    decided = people.held(connection, by.case).refs
    merges, lost = list[SourcesMerged](), list[str]()
    for old in state.machine.sources:
        if old.id in decided and old.id not in known:
            same = list(_alike(old, record.sources))
            if len(same) == 1:
                merges.append(_joined(state.report, old, same[0]))
            else:
                lost.append(old.name)
    return merges, lost


def _alike(old: Source, new: Iterable[Source]) -> Iterator[Source]:
    return (source for source in new if (source.name, source.kind) == (old.name, old.kind))


def _joined(report: str, old: Source, new: Source) -> SourcesMerged:
    reason = "the same name in a newer reading"
    return SourcesMerged(SourceRef(report, old.id), SourceRef(report, new.id), reason)
