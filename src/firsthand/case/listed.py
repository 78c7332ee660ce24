"""What the tables hold of reports, as it is compared with what they should hold.

A row is a plain tuple there, and several reports are read at once: whoever looks at all of a
case would otherwise spend most of the time on asking.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any, Final

from sqlalchemy import Column, Connection, Select, Table, bindparam, select

from firsthand.case.rows import Rows
from firsthand.case.schema import OF_A_REPORT, REPORT

Line = tuple[Any, ...]
Lines = tuple[list[Line], ...]
"""The rows of one report, a list a table, in the order of `OF_A_REPORT`."""

_ORDER: Final = {
    "source": ("id",),
    "statement": ("position",),
    "passage": ("position",),
    "told_in": ("passage", "statement"),
}


def key_of(table: Table) -> Column[str]:
    """The column that says of which report a row is."""
    return table.c.id if table is REPORT else table.c.report


def _in_order(table: Table) -> Select[Any]:
    order = [table.c[name] for name in _ORDER.get(table.name, ())]
    any_of = key_of(table).in_(bindparam("of", expanding=True))
    return select(table).where(any_of).order_by(key_of(table), *order)


_CHOSEN: Final = [(_in_order(t), itemgetter(list(t.c).index(key_of(t)))) for t in OF_A_REPORT]
"""Made once: to make them takes longer than to run them."""
_AS_A_LINE: Final = [itemgetter(*table.c.keys()) for table in OF_A_REPORT]


def listed(connection: Connection, reports: Sequence[str]) -> dict[str, Lines]:
    """What is listed of each report, in the order in which `rows_of` makes it.

    Over a damaged index a row may be of another one, which is then there as well.
    """
    found = defaultdict[str, Lines](_nothing, {report: _nothing() for report in reports})
    for place, (chosen, key) in enumerate(_CHOSEN):
        lines = map(tuple, connection.execute(chosen, {"of": reports}).all())
        for report, of_it in groupby(lines, key):
            found[report][place].extend(of_it)
    return found


def _nothing() -> Lines:
    return tuple([] for _ in OF_A_REPORT)


def lines_of(rows: Rows) -> Lines:
    """The same of rows that are not stored yet."""
    made = (rows for _, rows in rows.by_table())
    return tuple(list(map(line, of)) for line, of in zip(_AS_A_LINE, made, strict=True))
