"""The schema of a case's tables: made, looked at, brought up to date with a backup made first.

Only the tables change. What the log says was written once and stays as it is.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from importlib.resources import as_file, files
from pathlib import Path
from threading import Lock
from typing import Final
from urllib.parse import quote

from sqlalchemy import Connection, Text, column, inspect, select, table

from firsthand.case.schema import APPLICATION_ID, KEPT, REVISION
from firsthand.case.where import CaseAt
from firsthand.errors import CaseFull, NewerCase, NotACase

_VERSIONS: Final = "alembic_version"
_ONE_AT_A_TIME: Final = Lock()
"""Alembic keeps what it works on in globals of its modules."""
_SCHEMA: Final = "firsthand_backup_"


def create(connection: Connection) -> None:
    """Makes the tables, in the transaction that is open."""
    upgrade(connection, REVISION)
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")


def upgrade(connection: Connection, revision: str) -> None:
    """Runs the steps up to a revision, in the transaction that is open."""
    from alembic import command
    from alembic.config import Config

    with _ONE_AT_A_TIME, as_file(files("firsthand.case") / "migrations") as folder:
        config = Config(attributes={"connection": connection})
        config.set_main_option("script_location", str(folder).replace("%", "%%"))
        command.upgrade(config, revision)


def revision_of(connection: Connection, case: str) -> str:
    """The schema that the tables have; raises `NotACase`, or `NewerCase` where it is not known."""
    there = inspect(connection).has_table(_VERSIONS)
    version = select(column("version_num", Text)).select_from(table(_VERSIONS))
    found = connection.scalar(version) if there else None
    if found is None:
        raise NotACase(case, "it holds no case; `firsthand case new` makes one")
    if found > REVISION:
        raise NewerCase(case, f"a newer Firsthand made it (schema {found}); update Firsthand")
    return str(found)


@contextmanager
def backed_up(at: CaseAt, connection: Connection, before: str) -> Iterator[str]:
    """A copy of the case as it is, made before it is changed; its name. None stays of a failure."""
    if at.path is None:
        yield _copied_tables(connection, before)
        return
    copy = _free_name(at.path, before)
    try:
        _copy_file(at.name, at.path, copy)
        yield str(copy)
    except BaseException:
        for suffix in ("", "-journal", "-wal", "-shm"):
            Path(f"{copy}{suffix}").unlink(missing_ok=True)
        raise


def _copy_file(case: str, path: Path, copy: Path) -> None:
    try:
        copy.touch(mode=0o600, exist_ok=False)
        _copy(path, copy)
    except (sqlite3.Error, OSError) as error:
        reason = f"no backup could be made before it is brought up to date ({error}); make room"
        raise CaseFull(case, reason) from error


def _copy(path: Path, copy: Path) -> None:
    """By SQLite's own backup, which sees the write-ahead log too."""
    address = f"file:{quote(os.fsencode(path.absolute()))}?mode=ro"
    with closing(sqlite3.connect(address, uri=True)) as old, closing(sqlite3.connect(copy)) as new:
        old.backup(new)


def _free_name(path: Path, before: str) -> Path:
    names = (path.with_name(f"{path.name}.backup-{before}{more}") for more in _more())
    return next(name for name in names if not name.exists())


def _more() -> list[str]:
    return ["", *(f"-{n}" for n in range(2, 1000))]


def backups(at: CaseAt, connection: Connection) -> tuple[str, ...]:
    """Copies that migrations have left, which hold what has been erased since."""
    if at.path is None:
        schemas = sorted(inspect(connection).get_schema_names())
        return tuple(f"schema {name}" for name in schemas if name.startswith(_SCHEMA))
    beside = f"{at.path.name}.backup-"
    found = (path for path in at.path.parent.iterdir() if path.name.startswith(beside))
    return tuple(sorted(map(str, found)))


def _copied_tables(connection: Connection, before: str) -> str:
    """The log, payloads and originals, copied into a schema of the database."""
    schema = f"{_SCHEMA}{before}"
    connection.exec_driver_sql(f"CREATE SCHEMA {schema}")
    for name in (kept.name for kept in KEPT):
        connection.exec_driver_sql(f"CREATE TABLE {schema}.{name} AS TABLE {name}")
    return f"schema {schema}"
