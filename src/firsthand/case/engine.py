"""Connections to the store of a case: SQLite in one file, or PostgreSQL by address.

A transaction that writes takes its lock at the start, so the log never forks: ``BEGIN
IMMEDIATE`` in SQLite, an exclusive lock on the log in PostgreSQL. What is committed is on disk
(``synchronous=FULL``) before a caller hears of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, Engine

from firsthand.case import postgresql, sqlite
from firsthand.case.trouble import translated
from firsthand.case.where import CaseAt
from firsthand.errors import CaseReadOnly

WAIT_SECONDS: Final = 10.0
"""How long a writer waits for another one."""


@dataclass(frozen=True, slots=True)
class Store:
    """An open store; `at` is where it lies, `engine` what speaks to it."""

    at: CaseAt
    engine: Engine
    read_only: bool = False

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One consistent view, whatever others write meanwhile.

        It is never committed: there is nothing to commit, and over a damaged page that may fail.
        """
        with translated(self.at.name), self.engine.connect() as connection:
            connection.begin()
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that nobody else writes beside: whole, or not at all."""
        if self.read_only:
            raise CaseReadOnly(self.at.name, "it was opened to be looked at alone")
        engine = self.engine.execution_options(writes=True)
        with translated(self.at.name), engine.begin() as connection:
            yield connection

    @contextmanager
    def making(self) -> Iterator[Connection]:
        """A transaction in which the tables are made: there is no log yet to be locked."""
        with translated(self.at.name), self.engine.begin() as connection:
            yield connection

    @contextmanager
    def bare(self) -> Iterator[Connection]:
        """A connection with no transaction, for what a store does by itself alone (VACUUM)."""
        with self.engine.connect() as connection:
            if is_sqlite(connection):
                yield connection.execution_options(bare=True)
            else:
                yield connection.execution_options(isolation_level="AUTOCOMMIT")

    def close(self) -> None:
        """Gives the connections back; the last one folds the write-ahead log into the file."""
        self.engine.dispose()


def opened(at: CaseAt, *, read_only: bool = False, wait: float = WAIT_SECONDS) -> Store:
    """The store there; nothing of it is read or written yet."""
    if at.path is not None:
        engine = sqlite.engine(at.name, at.path, read_only=read_only, wait=wait)
    else:
        assert at.url is not None
        engine = postgresql.engine(at.name, at.url, read_only=read_only, wait=wait)
    return Store(at, engine, read_only)


def is_sqlite(connection: Connection) -> bool:
    """Which of the two stores it is."""
    return connection.dialect.name == "sqlite"
