"""Erasing a report: its bytes, its text, everything read of it or decided about it.

What stays is a tombstone in the log: that something was, when it went, by whom and why. The
store is then rewritten, since a database keeps deleted rows in free pages; until that is done
the case is marked, and whoever opens it next does it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, delete, select

from firsthand.case import index, originals, people, project, vacuum
from firsthand.case.engine import Store, is_sqlite
from firsthand.case.entry import Entry
from firsthand.case.events import Event, Exported, ReportAdded, ReportRemoved
from firsthand.case.fold import state_of
from firsthand.case.judgements import ReportCorrected
from firsthand.case.log import Author, about, append, of_kinds, readable
from firsthand.case.rows import rows_of
from firsthand.case.schema import PAYLOAD, TOUCH
from firsthand.case.state import Logged
from firsthand.case.trouble import translated
from firsthand.errors import CaseBusy, NotInCase


@dataclass(frozen=True, slots=True)
class Removal:
    """What an erasure left: the tombstone, and where copies may be that it does not reach.

    `erased` are the numbers of the events whose payloads are gone; `exported` those of the
    events by which the report left the case; `backups` the files that migrations had made.
    """

    entry: Entry
    erased: tuple[int, ...]
    exported: tuple[int, ...]
    backups: tuple[str, ...] = ()


def remove(connection: Connection, report: str, reason: str, by: Author) -> Removal:
    """Erases the report in the transaction that is open; `scrub` must follow when it is done."""
    happened = tuple(readable(connection, report, by.case))
    added = [x for x in happened if isinstance(x.event, ReportAdded)]
    if not added:
        about(connection, report, by.case)  # names the event that cannot be read
        raise NotInCase(by.case, f"no report {report}; `firsthand list` shows what there is")
    chosen = select(TOUCH.c.number).where(TOUCH.c.report == report).order_by(TOUCH.c.number)
    numbers = tuple(connection.scalars(chosen))
    before = people.held(connection, by.case)
    joined = people.carried_over(before.merged, report)
    apart = people.kept_apart(before, report)
    others = sorted(project.touched(connection, numbers) - {report})
    like_it = [x for other in others for x in _like(connection, other, report, by.case)]
    tombstone = append(connection, ReportRemoved(added[0].number, numbers, reason), by)
    _forget(connection, report, numbers)
    for sha256 in {x.event.sha256 for x in added if isinstance(x.event, ReportAdded)}:
        originals.erase(connection, sha256)
    further: list[Event] = [*apart, *joined, *like_it]
    for event in further:
        append(connection, event, by)
    for other in others:
        project.refresh(connection, other, by.case)
    people.project(connection, by.case)
    mark(connection, unscrubbed=True)
    return Removal(tombstone.entry, numbers, _exports(connection, happened, by.case))


def _like(connection: Connection, other: str, lost: str, case: str) -> Iterator[ReportCorrected]:
    """Where it was a copy or a version of the lost one, that is not known; no older word holds."""
    state = state_of(other, about(connection, other, case))
    for field, x in state.fields if state else ():
        if isinstance(x.event, ReportCorrected) and x.event.value == lost:
            yield ReportCorrected(other, field, None, "the report that it named was erased")


def _forget(connection: Connection, report: str, numbers: Sequence[int]) -> None:
    """Deletes payloads and derived rows, and has the index of words forget them."""
    project.replace(connection, report, rows_of(None))
    for table in (PAYLOAD, TOUCH):
        connection.execute(delete(table).where(table.c.number.in_(numbers)))
    index.scrub(connection)


def _exports(connection: Connection, happened: Sequence[Logged], case: str) -> tuple[int, ...]:
    added = {x.number for x in happened}
    exports = of_kinds(connection, ("exported",), case)
    return tuple(
        x.number for x in exports if isinstance(x.event, Exported) and added & set(x.event.added)
    )


def mark(connection: Connection, *, unscrubbed: bool) -> None:
    """Notes in the store whether it still has to be rewritten."""
    if is_sqlite(connection):
        connection.exec_driver_sql(f"PRAGMA user_version={int(unscrubbed)}")
    else:
        note = f"'{_UNSCRUBBED}'" if unscrubbed else "NULL"
        connection.exec_driver_sql(f"COMMENT ON TABLE log IS {note}")


_UNSCRUBBED: Final = "unscrubbed: rows that were erased are not overwritten yet"


def is_unscrubbed(connection: Connection) -> bool:
    """Whether a removal was cut short before the store was rewritten."""
    if is_sqlite(connection):
        return bool(connection.exec_driver_sql("PRAGMA user_version").scalar())
    note = "SELECT obj_description('log'::regclass, 'pg_class')"
    return connection.exec_driver_sql(note).scalar() == _UNSCRUBBED


def scrub(store: Store) -> None:
    """Rewrites the store, so that nothing deleted is left in its free pages; ends the marking."""
    with translated(store.at.name), store.bare() as connection:
        if not is_sqlite(connection):
            _vacuumed(store, connection)
            return
        _folded(store, connection)
        connection.exec_driver_sql("VACUUM")
        mark(connection, unscrubbed=False)
        _folded(store, connection)


def _vacuumed(store: Store, connection: Connection) -> None:
    try:
        with translated(store.at.name):
            vacuum.full(connection)
    except CaseBusy as error:
        raise CaseBusy(store.at.name, _STILL_READ) from error
    mark(connection, unscrubbed=False)


_STILL_READ: Final = (
    "erased, but another program still reads the case, and its words may be kept for as long; "
    "open the case again when that has ended"
)


def _folded(store: Store, connection: Connection) -> None:
    """Writes the log that lies beside the file into it, and empties it."""
    busy, *_ = connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").one()
    if busy:
        raise CaseBusy(store.at.name, _STILL_READ)
