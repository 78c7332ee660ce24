"""How PostgreSQL is brought to keep nothing of deleted rows: not in its tables, nor elsewhere.

It keeps a deleted row until its table is rewritten, and samples of the words of each column in
its statistics, which outlast the rows that they were taken from (PostgreSQL, "Statistics Used
by the Planner"). The write-ahead log and whatever backups the server makes are out of reach.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import Connection, Table

from firsthand.case.schema import LOG, OF_A_REPORT, ORIGINAL, PAYLOAD, PERSON, TOUCH

_WAIT: Final = "10s"
"""For whoever still looks at a table."""
_WORDS: Final = {"tokens": "text", "lexemes": "tsvector"}


def full(connection: Connection) -> None:
    """Rewrites every table that is ever deleted from, on a connection with no transaction."""
    connection.exec_driver_sql(f"SET lock_timeout = '{_WAIT}'")
    try:
        for table in (LOG, *_TABLES):
            _await_readers(connection, table.name)
        for table in _TABLES:
            _rewrite(connection, table.name, _types(connection, table))
        _rewrite(connection, "words", _WORDS)
        connection.exec_driver_sql("VACUUM FULL pg_catalog.pg_statistic")
    finally:
        connection.exec_driver_sql("RESET lock_timeout")


_TABLES: Final = (PAYLOAD, ORIGINAL, TOUCH, PERSON, *OF_A_REPORT)


def _await_readers(connection: Connection, table: str) -> None:
    """Whoever looks at the case as it was still sees the deleted rows, which then stay."""
    connection.exec_driver_sql(f"DO $$ BEGIN LOCK TABLE {table} IN ACCESS EXCLUSIVE MODE; END $$")


def _types(connection: Connection, table: Table) -> dict[str, str]:
    return {c.name: c.type.compile(connection.dialect) for c in table.columns}


def _rewrite(connection: Connection, table: str, types: dict[str, str]) -> None:
    """Setting a column's type to what it is costs nothing and drops its statistics."""
    same = ", ".join(f'ALTER COLUMN "{name}" TYPE {kind}' for name, kind in types.items())
    connection.exec_driver_sql(f"ALTER TABLE {table} {same}")
    connection.exec_driver_sql(f"VACUUM FULL {table}")
    connection.exec_driver_sql(f"ANALYZE {table}")
