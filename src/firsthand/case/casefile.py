"""A case, as a program uses it: every change is one transaction, every look one consistent view."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from os import PathLike
from types import TracebackType
from typing import Self

from firsthand.case import finding, listing, log, opening, project, verify
from firsthand.case.adding import Added, add, known
from firsthand.case.deciding import decide, undo
from firsthand.case.engine import WAIT_SECONDS, Store
from firsthand.case.entry import Entry
from firsthand.case.erase import Removal
from firsthand.case.events import Event, Exported, ExportFormat, Migrated, PlaceholdersShown
from firsthand.case.fold import state_of
from firsthand.case.judgements import SourceRef
from firsthand.case.listing import LogLine, ReportRow, SourceRow, StatementRef, StatementRow
from firsthand.case.log import Author, Head
from firsthand.case.originals import kept
from firsthand.case.rereading import Reread, reread
from firsthand.case.search import Results, search
from firsthand.case.state import State
from firsthand.case.verify import Progress, Verification
from firsthand.errors import NotInCase
from firsthand.evidence.statement import Record


class Case:
    """An open case file; close it, or use it in a ``with``.

    `author` is written into every entry that is made through it. `migrated` is there where
    opening brought an older case up to date, and names the backup that was made before.
    Raises a `CaseError` that names the case and what to do.
    """

    def __init__(self, store: Store, author: str, migrated: Migrated | None = None) -> None:
        self.store = store
        self.author = author
        self.migrated = migrated

    @classmethod
    def new(cls, where: str | PathLike[str], *, author: str) -> Self:
        """Makes a case where nothing is yet."""
        return cls(opening.made(where, author), author)

    @classmethod
    def open(
        cls,
        where: str | PathLike[str],
        *,
        author: str = "",
        read_only: bool = False,
        wait: float = WAIT_SECONDS,
    ) -> Self:
        """Opens a case; `wait` is how many seconds to wait for another writer."""
        store, migrated = opening.opened(where, author, read_only=read_only, wait=wait)
        return cls(store, author, migrated)

    @property
    def name(self) -> str:
        """What it is called in messages; never holds a password."""
        return self.store.at.name

    def close(self) -> None:
        """Gives the store back."""
        self.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def _by(self) -> Author:
        return Author(self.name, self.author)

    # What changes the case.

    def add(self, record: Record) -> Added:
        """Stores a report with its reading; one whose bytes are there already changes nothing."""
        with self.store.writing() as connection:
            return add(connection, record, self._by)

    def record_event(self, event: Event) -> Entry:
        """Writes down what a person has decided; it is checked against the report first."""
        with self.store.writing() as connection:
            return decide(connection, event, self._by)

    def undo(self, number: int, reason: str) -> Entry:
        """Has an event count no longer; raises `CannotUndo` with a list of what rests on it."""
        with self.store.writing() as connection:
            return undo(connection, number, reason, self._by)

    def remove(self, report: str, reason: str) -> Removal:
        """Erases a report for good, and rewrites the store so that nothing of it is left.

        `report` is the start of its id, also where its adding was undone, or its file's name.
        """
        return opening.removed(self.store, report, reason, self._by)

    def reread(self, record: Record) -> Reread:
        """Puts a newer reading of a report in the place of the one it has; decisions move along."""
        with self.store.writing() as connection:
            return reread(connection, record, self._by)

    def export(self, reports: Sequence[str], format: ExportFormat) -> Entry:
        """Notes that these reports left the case."""
        with self.store.writing() as connection:
            event = Exported(listing.added(connection, reports, self.name), format)
            return log.append(connection, event, self._by).entry

    def placeholders_shown(self, reports: Sequence[str]) -> Entry:
        """Notes that somebody is shown with whom unnamed sources of these reports may be one."""
        with self.store.writing() as connection:
            event = PlaceholdersShown(listing.added(connection, reports, self.name))
            return log.append(connection, event, self._by).entry

    def rebuild(self) -> int:
        """Makes every table anew from the log; gives the number of reports."""
        with self.store.writing() as connection:
            return sum(1 for _ in project.rebuild(connection, self.name))

    # What looks at it.

    def head(self) -> Head:
        """The last entry: written down elsewhere, it pins the case as it is now."""
        with self.store.reading() as connection:
            return log.head(connection)

    def knows(self, sha256: str) -> str | None:
        """The id of the report with these bytes; None where the case has none."""
        with self.store.reading() as connection:
            return known(connection, sha256)

    def reports(self) -> list[ReportRow]:
        """All reports, by date."""
        with self.store.reading() as connection:
            return listing.reports(connection)

    def sources(self) -> list[SourceRow]:
        """All sources, those who are one together."""
        with self.store.reading() as connection:
            return listing.sources(connection)

    def statements(self, report: str | None = None) -> list[StatementRow]:
        """The statements of one report, or of all."""
        with self.store.reading() as connection:
            return list(listing.statements(connection, report))

    def unreviewed(self) -> list[StatementRef]:
        """What nobody has decided on yet, in the order of the reports and of their pages."""
        with self.store.reading() as connection:
            return listing.unreviewed(connection)

    def report(self, report: str) -> State:
        """What holds of a report; raises `NotInCase`."""
        with self.store.reading() as connection:
            state = state_of(report, log.about(connection, report, self.name))
        if state is None:
            raise NotInCase(self.name, f"no report {report}; `firsthand list` shows what there is")
        return state

    def original(self, report: str) -> bytes:
        """The bytes of a report as received."""
        sha256 = self.report(report).original.sha256
        with self.store.reading() as connection:
            return kept(connection, sha256, self.name)

    def find_report(self, text: str) -> str:
        """The report that is meant by the start of an id, or a file's name."""
        with self.store.reading() as connection:
            return finding.report(connection, text, self.name)

    def find_erasable(self, text: str) -> str:
        """The same, and by the start of its id also one whose adding was undone."""
        with self.store.reading() as connection:
            return finding.erasable(connection, text, self.name)

    def find_statement(self, text: str) -> StatementRef:
        """The statement that is meant by the start of its id."""
        with self.store.reading() as connection:
            return finding.statement(connection, text, self.name)

    def find_source(self, text: str) -> SourceRef:
        """The source that is meant by the start of its id, or its name."""
        with self.store.reading() as connection:
            return finding.source(connection, text, self.name)

    def search(self, text: str, *, limit: int | None = 50) -> Results:
        """The passages that a query finds, by date; raises `QueryError`."""
        with self.store.reading() as connection:
            return search(connection, text, self.name, limit=limit)

    def log(self, *, report: str | None = None) -> Iterator[LogLine]:
        """The entries of the log in order, those of one report or all, erased ones too."""
        with self.store.reading() as connection:
            yield from listing.log(connection, self.name, report)

    def verify(self, head: Head | None = None, progress: Progress | None = None) -> Verification:
        """Looks at everything; `head` is one that was printed before, to check against."""
        with self.store.reading() as connection:
            return verify.verify(connection, self.name, head, progress)
