"""Whether the tables are what the log makes them: each report's rows, and what lies across."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Connection, func, select

from firsthand.case import index_check, people, project
from firsthand.case.faults import Progress, Seen, tried
from firsthand.case.fold import state_of
from firsthand.case.log import about
from firsthand.case.rows import rows_of
from firsthand.case.schema import OF_A_REPORT, REPORT, TOUCH
from firsthand.errors import CaseDamaged, CaseError, FirsthandError

_STRANGE: Final = (FirsthandError, AttributeError, TypeError, ValueError)
"""What comes of damaged rows, in which a value may be of any type."""
_MEND: Final = "`firsthand rebuild` makes it anew"


class TablesCheck:
    """One look at all tables; what it finds goes into `seen`."""

    def __init__(self, connection: Connection, case: str, seen: Seen, progress: Progress) -> None:
        self.connection = connection
        self.case = case
        self.seen = seen
        self.progress = progress

    def run(self, last: int) -> int:
        """The number of reports; `last` is that of the last event, for the progress."""
        self._touches()
        reports = sorted(self.seen.reports)
        for done, report in enumerate(reports):
            self.progress(last + done * last // len(reports), 2 * last)
            self._report(report)
        try:
            with tried(self.connection, self.case):
                self._across(reports)
                return self.connection.scalar(select(func.count()).select_from(REPORT)) or 0
        except _STRANGE as error:
            reason = error.reason if isinstance(error, CaseError) else error
            self.seen.fault(None, f"the tables made from the log cannot be read ({reason})")
            return 0

    def _touches(self) -> None:
        """The walk has compared those of each event; there may be some of no event."""
        try:
            with tried(self.connection, self.case):
                stored = self.connection.scalar(select(func.count()).select_from(TOUCH))
        except CaseError:
            stored = None
        if not self.seen.touched_as_stored or stored != self.seen.touches:
            self.seen.fault(None, f"the list of what events speak of is not the log's; {_MEND}")

    def _report(self, report: str) -> None:
        try:
            with tried(self.connection, self.case):
                made = rows_of(state_of(report, about(self.connection, report, self.case)))
                same = made == project.stored(self.connection, report)
        except CaseDamaged as error:
            if error.place:
                return  # the walk has named the event
            same = False
        except _STRANGE:
            same = False
        if not same:
            self.seen.fault(
                None, f"report {report}: what is listed of it is not the log's; {_MEND}"
            )

    def _across(self, reports: list[str]) -> None:
        for table in OF_A_REPORT:
            column = table.c.id if table is REPORT else table.c.report
            stored = set(self.connection.scalars(select(column).distinct()))
            for report in sorted(map(str, stored - set(reports))):
                what = f"report {report}: it is listed, and no event added it; {_MEND}"
                self.seen.fault(None, what)
        if people.expected(self.connection, self.case) != people.stored(self.connection):
            self.seen.fault(None, f"the list of who is one with whom is not the log's; {_MEND}")
        for what in index_check.faults(self.connection):
            self.seen.fault(None, f"{what}; {_MEND}")
