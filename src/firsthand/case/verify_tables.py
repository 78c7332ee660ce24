"""Whether what lies across the reports is what the log makes of it: lists, people, words."""

from __future__ import annotations

from sqlalchemy import Connection, func, select

from firsthand.case import index_check, people
from firsthand.case.engine import is_sqlite
from firsthand.case.faults import MEND, STRANGE, Seen, tried
from firsthand.case.listed import key_of
from firsthand.case.schema import OF_A_REPORT, REPORT, TOUCH
from firsthand.errors import CaseError


class TablesCheck:
    """One look across all tables; what it finds goes into `seen`."""

    def __init__(self, connection: Connection, case: str, seen: Seen) -> None:
        self.connection = connection
        self.case = case
        self.seen = seen

    def run(self) -> int:
        """The number of reports."""
        self._file()
        self._touches()
        try:
            with tried(self.connection, self.case):
                self._across()
                return self.connection.scalar(select(func.count()).select_from(REPORT)) or 0
        except STRANGE as error:
            reason = error.reason if isinstance(error, CaseError) else error
            self.seen.fault(None, f"the tables made from the log cannot be read ({reason})")
            return 0

    def _file(self) -> None:
        """SQLite's own look at its pages and indexes, through which a row may not be found."""
        if not is_sqlite(self.connection):
            return
        try:
            with tried(self.connection, self.case):
                said = self.connection.exec_driver_sql("PRAGMA integrity_check(1)").scalar()
        except CaseError as error:
            said = error.reason
        if said != "ok":
            found = str(said).strip().rpartition("\n")[2]
            self.seen.fault(None, f"the file does not hold together, says SQLite: {found}")

    def _touches(self) -> None:
        """The walk has compared those of each event; there may be some of no event."""
        try:
            with tried(self.connection, self.case):
                stored = self.connection.scalar(select(func.count()).select_from(TOUCH))
        except CaseError:
            stored = None
        if not self.seen.touched_as_stored or stored != self.seen.touches:
            self.seen.fault(None, f"the list of what events speak of is not the log's; {MEND}")

    def _across(self) -> None:
        for table in OF_A_REPORT:
            stored = set(self.connection.scalars(select(key_of(table)).distinct()))
            for report in sorted(map(str, stored - self.seen.reports)):
                what = f"report {report}: it is listed, and no event added it; {MEND}"
                self.seen.fault(None, what)
        if people.expected(self.connection, self.case) != people.stored(self.connection):
            self.seen.fault(None, f"the list of who is one with whom is not the log's; {MEND}")
        for what in index_check.faults(self.connection):
            self.seen.fault(None, f"{what}; {MEND}")
