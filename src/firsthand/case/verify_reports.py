"""Whether what is listed of each report is what its events make of it.

An event is decoded once. Those of a report that lie close together in the log, as an addition
and its reading do, are kept as the walk comes by them, and compared in small batches; of the
other reports they are read again when it is over. Memory stays flat.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from sqlalchemy import Connection, Row, func, select

from firsthand.case.events import Event, ReadingMade, ReportAdded
from firsthand.case.faults import MEND, STRANGE, Seen, tried
from firsthand.case.fold import state_of
from firsthand.case.listed import lines_of, listed
from firsthand.case.log import about, entry_of
from firsthand.case.rows import rows_of
from firsthand.case.schema import TOUCH
from firsthand.case.state import Logged
from firsthand.errors import CaseDamaged, CaseError

_ENOUGH: Final = 1 << 18
"""Bytes of payload that are compared at once."""
_FEW: Final = 20
"""Reports that are read again and compared at once."""


class ReportsCheck:
    """What it finds goes into `seen`; `done` are the events that it has seen to."""

    def __init__(self, connection: Connection, case: str, seen: Seen) -> None:
        self.connection = connection
        self.case = case
        self.seen = seen
        self.done = 0
        self._near: dict[str, list[Logged]] = {}
        self._size = 0
        self._compared: set[str] = set()

    def take(self, row: Row[Any], event: Event) -> None:
        """An event that the walk comes by; what is added and what is read lie together."""
        if self._size >= _ENOUGH and not isinstance(event, ReadingMade):
            self.flush()
        if isinstance(event, ReportAdded):
            self._near.setdefault(event.report, [])
        for report in dict.fromkeys(event.reports):
            if report in self._near:
                self._keep(report, row, event)

    def _keep(self, report: str, row: Row[Any], event: Event) -> None:
        try:
            entry = entry_of(row, self.case)
        except CaseDamaged:
            return  # then it is one too few, and read again
        self._near[report].append(Logged(entry, event))
        self._size += len(row.body)

    def flush(self) -> None:
        """Compares the reports of which every event has been kept, and lets go of all."""
        near, self._near, self._size = self._near, {}, 0
        if not near:
            return
        often = self._touches(list(near))
        self._compare({report: x for report, x in near.items() if len(x) == often.get(report)})

    def _touches(self, reports: Sequence[str]) -> dict[str, int]:
        """How many events speak of each; whether that is true, the walk compares."""
        counted = select(TOUCH.c.report, func.count()).group_by(TOUCH.c.report)
        try:
            with tried(self.connection, self.case):
                rows = self.connection.execute(counted.where(TOUCH.c.report.in_(reports)))
                return dict(map(tuple, rows))
        except CaseError:
            return {}

    def rest(self) -> Iterator[None]:
        """Compares the other reports after reading their events again, a few at a time."""
        left = sorted(self.seen.reports - self._compared)
        for first in range(0, len(left), _FEW):
            few = left[first : first + _FEW]
            self._compare({report: x for report in few if (x := self._read(report)) is not None})
            yield

    def _read(self, report: str) -> tuple[Logged, ...] | None:
        """Its events; None where one of them cannot be read."""
        try:
            with tried(self.connection, self.case):
                return about(self.connection, report, self.case)
        except STRANGE as error:
            if not (isinstance(error, CaseDamaged) and error.place):  # else the walk has named it
                self._differs(report)
            return None

    def _compare(self, logged: Mapping[str, Sequence[Logged]]) -> None:
        """All at once; where they are not the same, one by one."""
        whole = self._same(logged)
        for report, events in logged.items():
            self.done += len(events)
            self._compared.add(report)
            if not whole and (len(logged) == 1 or not self._same({report: events})):
                self._differs(report)

    def _differs(self, report: str) -> None:
        self.seen.fault(None, f"report {report}: what is listed of it is not the log's; {MEND}")

    def _same(self, logged: Mapping[str, Sequence[Logged]]) -> bool:
        try:
            with tried(self.connection, self.case):
                found = listed(self.connection, list(logged))
            return found == {r: lines_of(rows_of(state_of(r, x))) for r, x in logged.items()}
        except STRANGE:
            return False
