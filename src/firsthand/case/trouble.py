"""What a store's own errors mean to the person who uses the case: one line each."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from firsthand.errors import (
    CaseBusy,
    CaseDamaged,
    CaseError,
    CaseExists,
    CaseFull,
    CaseNotFound,
    CaseReadOnly,
    CaseRefused,
    NotACase,
)

Meaning = tuple[type[CaseError], str]

_BUSY: Final[Meaning] = (
    CaseBusy,
    "another program is writing to it; try again when it has finished",
)
_READ_ONLY: Final[Meaning] = (CaseReadOnly, "it may only be read; nothing was changed")
_FULL: Final[Meaning] = (
    CaseFull,
    "it cannot be written: no room left on the disk? Nothing of this step was stored; "
    "make room and run the command again",
)
_DAMAGED: Final[Meaning] = (
    CaseDamaged,
    "a page of the file is damaged; `firsthand log --verify` names the first bad event; "
    "go on with a copy that is whole",
)
_CLOSED: Final[Meaning] = (CaseNotFound, "it cannot be opened; is it there, and may you read it?")

_NO_CONNECTION: Final[Meaning] = (
    CaseRefused,
    "the server is starting, stopping or has no connection left; try again later",
)
_WRONG_LOGIN: Final[Meaning] = (
    CaseRefused,
    "the server refused the user or the password, which may also be given as PGPASSWORD",
)
_WORDS: Final[Meaning] = (
    CaseDamaged,
    "its index for searching is damaged; `firsthand rebuild` makes it anew",
)

_SQLITE: Final[dict[int, Meaning]] = {
    sqlite3.SQLITE_BUSY: _BUSY,
    sqlite3.SQLITE_LOCKED: _BUSY,
    sqlite3.SQLITE_READONLY: _READ_ONLY,
    sqlite3.SQLITE_FULL: _FULL,
    sqlite3.SQLITE_IOERR: (CaseError, "the disk that it lies on cannot be read or written"),
    sqlite3.SQLITE_IOERR_WRITE: _FULL,
    sqlite3.SQLITE_IOERR_FSYNC: _FULL,
    sqlite3.SQLITE_IOERR_SHMOPEN: _FULL,
    sqlite3.SQLITE_IOERR_SHMSIZE: _FULL,
    sqlite3.SQLITE_IOERR_SHMMAP: _FULL,
    sqlite3.SQLITE_CORRUPT: _DAMAGED,
    sqlite3.SQLITE_CORRUPT_VTAB: _WORDS,
    sqlite3.SQLITE_CORRUPT_INDEX: _WORDS,
    sqlite3.SQLITE_NOTADB: (NotACase, "it is not a case file, or its first page is damaged"),
    sqlite3.SQLITE_CANTOPEN: _CLOSED,
}
"""By result code, extended or primary (SQLite, result and error codes)."""

_POSTGRESQL: Final[dict[str, Meaning]] = {
    "08": _NO_CONNECTION,
    "22P05": (CaseRefused, "the database is not in UTF-8; make one with createdb -E UTF8"),
    "25006": _READ_ONLY,
    "28": _WRONG_LOGIN,
    "3D000": (CaseRefused, "the server has no database of that name; make one with createdb"),
    "40001": _BUSY,
    "40P01": _BUSY,
    "42P01": (NotACase, "this database holds no case; `firsthand case new` makes one"),
    "42P07": (CaseExists, "the database holds tables already; give a case its own"),
    "53": _FULL,
    "53300": _NO_CONNECTION,
    "55P03": _BUSY,
    "57P": _NO_CONNECTION,
    "58030": _FULL,
    "XX001": (CaseDamaged, "a page of the database is damaged; go on with a copy that is whole"),
    "XX002": _WORDS,
}
"""By SQLSTATE, or how a class of them begins (PostgreSQL, appendix A)."""


@contextmanager
def translated(case: str) -> Iterator[None]:
    """Raises what a store's error means; one that nobody foresaw is quoted, and still one line."""
    try:
        yield
    except DBAPIError as error:
        kind, reason = _meaning(error.orig)
        raise kind(case, reason) from error
    except sqlite3.Error as error:
        kind, reason = _of_sqlite(error)
        raise kind(case, reason) from error
    except ConnectionError as error:  # the driver lets some of them through as they are
        raise CaseRefused(case, f"no connection to the server ({error.strerror})") from error
    except UnicodeDecodeError as error:  # SQLite's own words quote a damaged page
        kind, reason = _DAMAGED
        raise kind(case, reason) from error
    except SQLAlchemyError as error:
        raise CaseError(case, f"the store failed ({_first_line(error)})") from error


def _meaning(error: BaseException | None) -> Meaning:
    return _of_sqlite(error) if isinstance(error, sqlite3.Error) else _of_postgresql(error)


def _of_sqlite(error: sqlite3.Error) -> Meaning:
    """An error that the module raises by itself has no code."""
    code = getattr(error, "sqlite_errorcode", 0)
    unforeseen = (CaseError, f"SQLite failed ({error})")
    return _SQLITE.get(code) or _SQLITE.get(code & 0xFF, unforeseen)


def _of_postgresql(error: BaseException | None) -> Meaning:
    """The driver raises the server's message as a mapping by field (C code, M words), or words."""
    told = error.args[0] if error is not None and error.args else ""
    if not isinstance(told, dict):
        return CaseRefused, f"no connection to the server ({told})"
    code, words = str(told.get("C", "")), _first_line(told.get("M", "no words"))
    if code == "42501":
        return CaseRefused, f"this user may not do that ({words})"
    starts = (code[:length] for length in (5, 3, 2))
    known = (_POSTGRESQL[start] for start in starts if start in _POSTGRESQL)
    return next(known, (CaseError, f"PostgreSQL failed ({words})"))


def _first_line(said: object) -> str:
    """What follows may be a statement with the words of a report in it."""
    return str(said).partition("\n")[0]
