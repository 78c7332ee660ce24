"""Keeps the tables that lists and searches use true to the log, one report at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    Select,
    Table,
    bindparam,
    delete,
    insert,
    select,
)

from firsthand.case import index, people
from firsthand.case.fold import state_of
from firsthand.case.log import about, every, logged_of, touch
from firsthand.case.rows import Row, Rows, rows_of
from firsthand.case.schema import OF_A_REPORT, PASSAGE, REPORT, TOUCH
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
    before = stored(connection, report)
    for (table, old), (_, new) in zip(before.by_table(), rows.by_table(), strict=True):
        if old != new:
            _put(connection, table, report, new)


def _put(connection: Connection, table: Table, report: str, rows: tuple[Row, ...]) -> None:
    if table is PASSAGE:
        _put_passages(connection, report, rows)
        return
    connection.execute(delete(table).where(_of(table, report)))
    if rows:
        connection.execute(insert(table), list(rows))


def _put_passages(connection: Connection, report: str, rows: tuple[Row, ...]) -> None:
    ids = connection.scalars(select(PASSAGE.c.id).where(PASSAGE.c.report == report)).all()
    index.drop(connection, ids)
    connection.execute(delete(PASSAGE).where(PASSAGE.c.report == report))
    if rows:
        connection.execute(insert(PASSAGE), list(rows))
        index.add(connection, [(row["id"], row["text"]) for row in rows])


def _of(table: Table, report: str | BindParameter[str]) -> ColumnElement[bool]:
    return (table.c.id if table is REPORT else table.c.report) == report


_ORDER: Final = {
    "source": ("id",),
    "statement": ("position",),
    "passage": ("position",),
    "told_in": ("passage", "statement"),
}


def _in_order(table: Table) -> Select[Any]:
    order = [table.c[name] for name in _ORDER.get(table.name, ())]
    return select(table).where(_of(table, bindparam("of"))).order_by(*order)


_STORED: Final = tuple(map(_in_order, OF_A_REPORT))
"""Made once: to make them takes longer than to run them."""


def stored(connection: Connection, report: str) -> Rows:
    """The rows that a report has, in the order in which `rows_of` makes them."""
    found = (connection.execute(chosen, {"of": report}).mappings() for chosen in _STORED)
    return Rows(*(tuple(map(dict, rows)) for rows in found))


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
