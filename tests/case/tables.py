"""Everything that is derived in a case, to be compared before and after."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, select

from firsthand.case.casefile import Case
from firsthand.case.engine import is_sqlite
from firsthand.case.schema import LEXEMES, OF_A_REPORT, PERSON, TOUCH, WORDS


def derived(case: Case) -> list[tuple[str, list[tuple[object, ...]]]]:
    """Every table but the log and what it commits to, with its rows in a fixed order."""
    with case.store.reading() as connection:
        return [(name, sorted(rows, key=repr)) for name, rows in _tables(connection)]


def _tables(connection: Connection) -> Iterator[tuple[str, list[tuple[object, ...]]]]:
    for table in (TOUCH, PERSON, *OF_A_REPORT):
        yield table.name, [tuple(row) for row in connection.execute(select(table))]
    words = WORDS if is_sqlite(connection) else LEXEMES
    yield "words", [tuple(row) for row in connection.execute(select(*words.c))]
