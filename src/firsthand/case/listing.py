"""What lists show: a row a report, a source, a statement, an entry of the log."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from sqlalchemy import Connection, func, select

from firsthand.case.counting import undone_in
from firsthand.case.entry import Entry
from firsthand.case.events import Event, ReportRemoved
from firsthand.case.log import entry_of, every, logged_of, of_kinds
from firsthand.case.schema import PERSON, REPORT, SOURCE, STATEMENT, TOUCH
from firsthand.case.state import Review
from firsthand.errors import NotInCase


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A report in a list, with people's corrections; the columns of the table `report`.

    `rests_on` are the kinds of withdrawal of what it is a copy or a version of, however far back.
    """

    id: str
    added: int
    reading: int
    reader: str
    sha256: str
    media_type: str
    received_from: str
    received_at: str
    kind: str
    title: str | None
    outlet: str | None
    author: str | None
    published: dt.date | None
    language: str | None
    copy_of: str | None
    version_of: str | None
    withdrawn: str
    statements: int
    unreviewed: int
    unplaced: int
    rests_on: str = ""


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source of one report; `person` is the source that it goes by, itself unless merged."""

    id: str
    report: str
    name: str
    kind: str
    statements: int
    person: str


@dataclass(frozen=True, slots=True)
class StatementRow:
    """A statement in a list, as it stands; `review` says whether anybody has looked at it."""

    id: str
    report: str
    position: int
    source: str | None
    speaker: str
    quote: str
    kind: str
    basis: str
    force: str
    polarity: str
    review: Review
    withdrawn: str


@dataclass(frozen=True, slots=True)
class StatementRef:
    """A statement and the report that it is in."""

    report: str
    statement: str


@dataclass(frozen=True, slots=True)
class LogLine:
    """An entry; `event` is None where it is erased; and by which event it was erased or undone."""

    entry: Entry
    event: Event | None
    erased_by: int | None = None
    undone_by: int | None = None


_BY_DATE: Final = (REPORT.c.published.is_(None), REPORT.c.published, REPORT.c.id)


def reports(connection: Connection) -> list[ReportRow]:
    """All reports, by date; those without one last."""
    columns = [REPORT.c[name] for name in ReportRow.__slots__ if name != "rests_on"]
    rows = [ReportRow(*row) for row in connection.execute(select(*columns).order_by(*_BY_DATE))]
    by_id = {row.id: row for row in rows}
    return [_resting(row, by_id) if row.copy_of or row.version_of else row for row in rows]


def _resting(row: ReportRow, by_id: Mapping[str, ReportRow]) -> ReportRow:
    """With what became of the reports that it comes from; they may lead round in a circle."""
    seen, left = {row.id}, [row.copy_of, row.version_of]
    withdrawn = set[str]()
    while left:
        above = by_id.get(left.pop() or "")
        if above is not None and above.id not in seen:
            seen.add(above.id)
            withdrawn.update(above.withdrawn.split())
            left += [above.copy_of, above.version_of]
    return replace(row, rests_on=" ".join(sorted(withdrawn)))


def added(connection: Connection, ids: Collection[str], case: str) -> tuple[int, ...]:
    """The numbers of the events that added these reports, in order; raises `NotInCase`."""
    found = {row.id: row.added for row in connection.execute(select(REPORT.c.id, REPORT.c.added))}
    if lacking := set(ids) - set(found):
        raise NotInCase(case, f"no report {min(lacking)}; `firsthand list` shows what there is")
    return tuple(sorted({found[report] for report in ids}))


def sources(connection: Connection) -> list[SourceRow]:
    """All sources, those who are one together."""
    person = func.coalesce(PERSON.c.person, SOURCE.c.id).label("person")
    columns = [SOURCE.c[name] for name in ("id", "report", "name", "kind", "statements")]
    joined = SOURCE.outerjoin(PERSON, PERSON.c.source == SOURCE.c.id)
    chosen = select(*columns, person).select_from(joined).order_by(person, SOURCE.c.id)
    return [SourceRow(**row._mapping) for row in connection.execute(chosen)]


def statements(connection: Connection, report: str | None = None) -> Iterator[StatementRow]:
    """Statements in the order of `reports`, then of the page; of one report, or of all."""
    chosen = select(STATEMENT).join(REPORT, REPORT.c.id == STATEMENT.c.report)
    if report:
        chosen = chosen.where(STATEMENT.c.report == report)
    for row in connection.execute(chosen.order_by(*_BY_DATE, STATEMENT.c.position)):
        known = dict(row._mapping)
        yield StatementRow(**known | {"review": Review(known["review"])})


def unreviewed(connection: Connection) -> list[StatementRef]:
    """The statements that nobody has decided on, in the same order."""
    chosen = select(STATEMENT.c.report, STATEMENT.c.id)
    chosen = chosen.join(REPORT, REPORT.c.id == STATEMENT.c.report)
    chosen = chosen.where(STATEMENT.c.review == Review.UNREVIEWED.value)
    found = connection.execute(chosen.order_by(*_BY_DATE, STATEMENT.c.position))
    return [StatementRef(*row) for row in found]


def fates(connection: Connection, case: str) -> tuple[dict[int, int], dict[int, int]]:
    """Which entries are erased, and which undone, each with the number of what did it."""
    removals = of_kinds(connection, ("report_removed",), case)
    erased = {
        number: x.number
        for x in removals
        if isinstance(x.event, ReportRemoved)
        for number in x.event.erased
    }
    return erased, undone_in(of_kinds(connection, ("undone",), case))


def log(connection: Connection, case: str, report: str | None = None) -> Iterator[LogLine]:
    """The entries in order: those of one report, or all, erased ones too."""
    erased, undone = fates(connection, case)
    wanted = None if report is None else set(_of_report(connection, report))
    for row in every(connection):
        if wanted is None or row.number in wanted:
            event = None if row.body is None else logged_of(row, case).event
            fate = (erased.get(row.number), undone.get(row.number))
            yield LogLine(entry_of(row, case), event, *fate)


def _of_report(connection: Connection, report: str) -> Iterable[int]:
    return connection.scalars(select(TOUCH.c.number).where(TOUCH.c.report == report))
