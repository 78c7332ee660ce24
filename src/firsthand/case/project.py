"""Keeps the tables that lists and searches use true to the log, one report at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import Connection, Table, delete, insert, select

from firsthand.case import index, people
from firsthand.case.fold import state_of
from firsthand.case.listed import key_of, lines_of, listed
from firsthand.case.log import about, every, logged_of, touch
from firsthand.case.rows import Row, Rows, rows_of
from firsthand.case.schema import OF_A_REPORT, PASSAGE, TOUCH
from firsthand.case.state import Logged


def after(connection: Connection, happened: Sequence[Logged], case: str) -> None:
    """Brings the tables up to what these events have changed."""
    for report in dict.fromkeys(r for x in happened for r in x.event.reports):
        refresh(connection, report, case)
    if any(people.concerns_people(x) for x in happened):
        people.project(connection, case)


def refresh(connection: Connection, report: str, case: str) -> None:
    """Writes anew the rows of a report that differ from what holds of it."""
    replace(connection, report, rows_of(state_of(report, about(connection, report, case))))


def replace(connection: Connection, report: str, rows: Rows) -> None:
    """Puts these rows in the place of those that the report has."""
    before, now = listed(connection, [report])[report], lines_of(rows)
    for (table, new), old, same in zip(rows.by_table(), before, now, strict=True):
        if old != same:
            _put(connection, table, report, new)


def _put(connection: Connection, table: Table, report: str, rows: tuple[Row, ...]) -> None:
    if table is PASSAGE:
        _put_passages(connection, report, rows)
        return
    connection.execute(delete(table).where(key_of(table) == report))
    if rows:
        connection.execute(insert(table), list(rows))


def _put_passages(connection: Connection, report: str, rows: tuple[Row, ...]) -> None:
    ids = connection.scalars(select(PASSAGE.c.id).where(PASSAGE.c.report == report)).all()
    index.drop(connection, ids)
    connection.execute(delete(PASSAGE).where(PASSAGE.c.report == report))
    if rows:
        connection.execute(insert(PASSAGE), list(rows))
        index.add(connection, [(row["id"], row["text"]) for row in rows])


def rebuild(connection: Connection, case: str) -> Iterator[str]:
    """Makes every table anew from the log; gives the id of each report as it is done."""
    for table in (TOUCH, *OF_A_REPORT):
        connection.execute(delete(table))
    index.clear(connection)
    for x in walked(connection, case):
        touch(connection, x.number, x.event.reports)
    for report in connection.scalars(select(TOUCH.c.report).distinct().order_by("report")).all():
        refresh(connection, report, case)
        yield report
    people.project(connection, case)


def walked(connection: Connection, case: str) -> Iterator[Logged]:
    """Every event that is not erased, in order, a batch at a time."""
    for row in every(connection):
        if row.body is not None:
            yield logged_of(row, case)


def touched(connection: Connection, numbers: Iterable[int]) -> set[str]:
    """The reports that some entries speak of."""
    chosen = select(TOUCH.c.report).where(TOUCH.c.number.in_(tuple(numbers))).distinct()
    return set(connection.scalars(chosen))
