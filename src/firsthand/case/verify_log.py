"""Along the log from the first entry to the last: each follows the one before, and is whole."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any, Final

from sqlalchemy import Connection, Row, func, select

from firsthand.case.entry import START, Sealed, hash_of_values
from firsthand.case.events import Event, ReportAdded, ReportRemoved
from firsthand.case.faults import Progress, Seen, tried
from firsthand.case.log import CIPHER, Head, head, rows_after, rows_from
from firsthand.case.payload import decoded
from firsthand.case.schema import LOG, PAYLOAD, TOUCH
from firsthand.case.verify_reports import ReportsCheck
from firsthand.errors import CaseError

_BATCH: Final = 500
_OF_ENTRY: Final = len(LOG.c)
"""The first columns of a row; the last of them is the hash, the others what it is made of."""
_DAMAGED: Final = "it cannot be read: a page of the file is damaged"


class LogCheck:
    """One walk; what it finds goes into `seen`, and the events that it decodes to `reports`."""

    def __init__(
        self,
        connection: Connection,
        case: str,
        seen: Seen,
        progress: Progress,
        reports: ReportsCheck,
    ) -> None:
        self.connection = connection
        self.case = case
        self.seen = seen
        self.progress = progress
        self.reports = reports
        self.spoken: set[tuple[str, int]] = set()

    def run(self, expected: Head | None) -> tuple[Head, int]:
        """The last entry, and how many there are."""
        last, before, count = self._last(), Head(0, START), 0
        for row in self._rows(last.number):
            self._entry(row, before)
            self._payload(row)
            before, count = Head(row.number, row.hash), count + 1
            if expected and expected.number == row.number and expected != before:
                self.seen.fault(row.number, f"its hash is not the one given, {expected.hash}")
        if expected and expected.number > last.number:
            self.seen.fault(None, f"the log ends at event {last.number}, before the head given")
        self._erasures()
        self._strays()
        return last, count

    def _last(self) -> Head:
        """Where its page is damaged, the number of the last payload tells how far to go."""
        try:
            with tried(self.connection, self.case):
                return head(self.connection)
        except CaseError:
            number = self.connection.scalar(select(func.max(PAYLOAD.c.number))) or 0
            return Head(number, "")

    def _rows(self, last: int) -> Iterator[Row[Any]]:
        """A batch at a time, by what comes after the one before: a number may be forged."""
        done = 0
        while done < last:
            rows, upto = self._batch(done, last)
            self.progress(done + min(self.reports.done, last), 2 * last)
            yield from rows
            self._touches(done, upto)
            done = upto
        self.reports.flush()

    def _batch(self, done: int, last: int) -> tuple[Sequence[Row[Any]], int]:
        """The entries after `done`, and the number up to which they are all that can be read."""
        try:
            with tried(self.connection, self.case):
                rows = self.connection.execute(rows_after(done, _BATCH)).all()
            return rows, rows[-1].number if rows else last
        except CaseError:
            upto = min(done + _BATCH, last)
            return tuple(self._one_by_one(done + 1, upto)), upto

    def _one_by_one(self, first: int, upto: int) -> Iterator[Row[Any]]:
        for number in range(first, upto + 1):
            try:
                with tried(self.connection, self.case):
                    rows = self.connection.execute(rows_from(number, 1)).all()
            except CaseError:
                self.seen.unreadable.add(number)
                self._untold(number, _DAMAGED)
            else:
                yield from rows

    def _entry(self, row: Row[Any], before: Head) -> None:
        """Checks an entry by itself, and against the one before it."""
        following = before.number + 1
        if not _is_sound(row):
            self.seen.fault(row.number, "its hash is not that of what it says")
        if row.number != following:
            if following not in self.seen.unreadable:
                self.seen.fault(following, "it is missing from the log")
        elif row.previous != before.hash:
            what = f"it does not follow event {before.number}: one of the two was changed"
            self.seen.fault(row.number, what)

    def _payload(self, row: Row[Any]) -> None:
        if row.body is None:
            self.seen.missing.add(row.number)
        elif not _is_committed(row):
            self._untold(row.number, "its payload is not the one it was written with")
        elif (row.cipher, row.key) != (CIPHER, ""):
            self._untold(row.number, f"its payload is said to be enciphered by {row.cipher!r}")
        else:
            self._event(row)

    def _event(self, row: Row[Any]) -> None:
        try:
            event = decoded(row.kind, row.schema, row.body)
        except (TypeError, ValueError) as error:
            self._untold(row.number, str(error))
            return
        for report in event.reports:
            self.spoken.add((report, row.number))
        self._gather(row.number, event)
        self.reports.take(row, event)

    def _untold(self, number: int, what: str) -> None:
        """Of an event that may have been a removal."""
        self.seen.fault(number, what)
        self.seen.untold = number

    def _gather(self, number: int, event: Event) -> None:
        if isinstance(event, ReportRemoved):
            self.seen.erased.update(event.erased)
        elif isinstance(event, ReportAdded):
            self.seen.originals[event.sha256] = number

    def _touches(self, done: int, upto: int) -> None:
        """Whether the list of what these events speak of is as they say."""
        numbered = TOUCH.c.number.between(done + 1, upto)
        try:
            with tried(self.connection, self.case):
                chosen = select(TOUCH.c.report, TOUCH.c.number).where(numbered)
                stored = set(map(tuple, self.connection.execute(chosen)))
        except CaseError:
            stored = set()
        self.seen.touched_as_stored &= stored == self.spoken
        self.seen.touches += len(stored)
        self.seen.reports.update(report for report, _ in self.spoken)
        self.spoken.clear()

    def _erasures(self) -> None:
        for number in sorted(self.seen.missing - self.seen.erased):
            if number > self.seen.untold:
                self.seen.fault(number, "its payload is gone, and no removal says so")
            else:
                what = f"the payload of event {number} is gone; why, a damaged event may have said"
                self.seen.fault(None, what)
        for number in self.seen.erased - self.seen.missing - self.seen.unreadable:
            self.seen.fault(number, "a removal says that its payload is gone, and it is there")

    def _strays(self) -> None:
        """Payloads that no entry commits to."""
        joined = PAYLOAD.outerjoin(LOG, LOG.c.number == PAYLOAD.c.number)
        chosen = select(PAYLOAD.c.number).select_from(joined).where(LOG.c.number.is_(None))
        try:
            with tried(self.connection, self.case):
                strays = self.connection.scalars(chosen).all()
        except CaseError:
            return  # the walk has named the damaged page
        for number in strays:
            if number not in self.seen.unreadable:
                self.seen.fault(number, "a payload is there, and no entry of the log for it")


def _is_sound(row: Row[Any]) -> bool:
    """In a damaged row a value may be of any type."""
    values: tuple[Any, ...] = row[:_OF_ENTRY]
    try:
        dt.datetime.fromisoformat(row.at)
        return bool(hash_of_values(values[:-1]) == values[-1])
    except (TypeError, ValueError):
        return False


def _is_committed(row: Row[Any]) -> bool:
    try:
        return bool(Sealed(row.body, row.salt).commitment == row.commitment)
    except TypeError:
        return False
