"""Where a case lies: a file of its own, or a PostgreSQL database of its own."""

from __future__ import annotations

from dataclasses import dataclass
from os import PathLike, fspath
from pathlib import Path
from typing import Final

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from firsthand.case.schema import APPLICATION_ID
from firsthand.errors import CaseNotFound, NotACase

LONGEST_NAME: Final = 200
"""Bytes of a file's name, of which most file systems take 255: a case has files beside it."""

_SQLITE_MAGIC: Final = b"SQLite format 3\0"
_ID_AT: Final = slice(68, 72)
"""Where an SQLite file's header holds the application's id (SQLite file format, 1.3.14)."""


@dataclass(frozen=True, slots=True)
class CaseAt:
    """Where a case lies: `path` of a file, or `url` of a database; `name` is fit to be printed."""

    name: str
    path: Path | None = None
    url: URL | None = None


def case_at(where: str | PathLike[str]) -> CaseAt:
    """What the user named: a file, or an address with ``://`` in it."""
    text = fspath(where)
    return _database(text) if "://" in text else _file(text)


def _file(text: str) -> CaseAt:
    name = _printable(text) or "''"
    if not text or "\0" in text:
        raise CaseNotFound(name, "it is no name of a file")
    path = Path(text)
    try:
        length = len(path.name.encode())
    except UnicodeEncodeError as error:
        raise CaseNotFound(name, "its name is not UTF-8; give it another one") from error
    if length > LONGEST_NAME:
        raise CaseNotFound(f"{name[:40]}…", f"its name is too long; {LONGEST_NAME} bytes are most")
    return CaseAt(name, path=path)


def _printable(text: str) -> str:
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in text)


def _database(text: str) -> CaseAt:
    """A password is never in the name, and neither is anything after a question mark."""
    url = _url(text)
    name = _printable(url.set(query={}).render_as_string())
    if url.drivername not in ("postgresql", "postgres"):
        raise CaseNotFound(name, f"a case is a file, or a database; {_FORM}")
    if not url.database:
        raise CaseNotFound(name, f"it names no database; {_FORM}")
    return CaseAt(name, url=url)


def _url(text: str) -> URL:
    """Of one that does not parse nothing is printed, since a password might be in any part.

    A bare ``@`` in a password would make the rest of it host and database.
    """
    try:
        url = make_url(text)
        if text.count("@") != 1 or not url.username:
            raise ValueError("no user, or more than one @")
    except (ArgumentError, ValueError) as error:
        start = _printable(text.split("://")[0])
        reason = f"it is not an address; {_FORM}, an @ in a password as %40"
        raise CaseNotFound(f"{start}://…", reason) from error
    return url


_FORM: Final = "one is written postgresql://user:password@host:5432/database"


def require_case_file(at: CaseAt) -> None:
    """Looks at the first bytes alone: nothing of a file that is no case is ever opened."""
    if at.path is None:
        return
    try:
        head = _first_bytes(at.name, at.path)
    except FileNotFoundError as error:
        raise CaseNotFound(at.name, "no such case; `firsthand case new` makes one") from error
    except OSError as error:
        raise CaseNotFound(at.name, f"cannot be opened ({error.strerror})") from error
    if head[: len(_SQLITE_MAGIC)] != _SQLITE_MAGIC or _application(head) != APPLICATION_ID:
        raise NotACase(at.name, "it is not a case file")


def _first_bytes(name: str, path: Path) -> bytes:
    """Of a pipe or a device nothing is read: it might never answer."""
    if path.is_dir():
        raise CaseNotFound(name, "it is a folder; name a case file")
    if path.exists() and not path.is_file():
        raise NotACase(name, "it is not a file")
    with path.open("rb") as file:
        return file.read(100)


def _application(head: bytes) -> int:
    return int.from_bytes(head[_ID_AT], "big")
