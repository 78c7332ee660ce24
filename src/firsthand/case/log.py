"""The log in the store: appending to it, and reading it back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from typing import Any, Final

from sqlalchemy import Connection, Row, Select, bindparam, insert, select

from firsthand.case.entry import START, Entry, Header, chained, sealed, written
from firsthand.case.events import Event, ReadingMade
from firsthand.case.payload import SCHEMA, decoded, encoded, name_of
from firsthand.case.rows import storable
from firsthand.case.schema import LOG, PAYLOAD, TOUCH
from firsthand.case.state import Logged
from firsthand.errors import CaseDamaged

CIPHER: Final = "none"
"""Payloads are not enciphered yet; each row names how it is, so old and new can lie together."""


@dataclass(frozen=True, slots=True)
class Head:
    """The last entry: printed, it pins everything before it."""

    number: int
    hash: str

    def __str__(self) -> str:
        return f"{self.number}:{self.hash}"


@dataclass(frozen=True, slots=True)
class Author:
    """Who acts, in which case: what every entry and every error names."""

    case: str
    name: str


def head(connection: Connection) -> Head:
    """The newest entry; of an empty log, number 0 and `START`."""
    row = connection.execute(
        select(LOG.c.number, LOG.c.hash).order_by(LOG.c.number.desc()).limit(1)
    ).first()
    return Head(row.number, row.hash) if row else Head(0, START)


def append(connection: Connection, event: Event, by: Author) -> Logged:
    """Adds one entry with its payload; the transaction must be one that writes."""
    last = head(connection)
    payload = sealed(encoded(event))
    entry = chained(_header(event, by, last, payload.commitment))
    connection.execute(insert(LOG), _row(entry))
    connection.execute(
        insert(PAYLOAD),
        {"number": entry.number, "salt": payload.salt, "body": payload.body}
        | {"cipher": payload.cipher, "key": payload.key},
    )
    touch(connection, entry.number, event.reports)
    return Logged(entry, event)


def touch(connection: Connection, number: int, reports: Iterable[str]) -> None:
    """Notes of which reports an entry speaks."""
    rows = [{"report": report, "number": number} for report in dict.fromkeys(reports)]
    if rows:
        connection.execute(insert(TOUCH), rows)


def _header(event: Event, by: Author, last: Head, commitment: str) -> Header:
    return Header(
        number=last.number + 1,
        kind=name_of(event),
        author=storable(by.name),
        at=dt.datetime.now(dt.UTC),
        tool=_tool(),
        model=event.reader if isinstance(event, ReadingMade) else "",
        schema=SCHEMA,
        commitment=commitment,
        previous=last.hash,
    )


@cache
def _tool() -> str:
    return f"firsthand {version('firsthand')}"


def _row(entry: Entry) -> dict[str, Any]:
    h = entry.header
    return {
        "number": h.number,
        "kind": h.kind,
        "author": h.author,
        "at": written(h.at),
        "tool": h.tool,
        "model": h.model,
        "schema": h.schema,
        "commitment": h.commitment,
        "previous": h.previous,
        "hash": entry.hash,
    }


def entry_of(row: Row[Any], case: str) -> Entry:
    """The entry in a row; raises `CaseDamaged` that names it."""
    try:
        return _entry(row)
    except (TypeError, ValueError) as error:  # in a damaged row a value may be of any type
        raise CaseDamaged(case, "its time is none", place=f"event {row.number}") from error


def _entry(row: Row[Any]) -> Entry:
    values: tuple[Any, ...] = row[: len(LOG.c)]
    number, kind, author, at, *rest, stated = values
    return Entry(Header(number, kind, author, dt.datetime.fromisoformat(at), *rest), stated)


_COLUMNS: Final = (*LOG.c, PAYLOAD.c.body, PAYLOAD.c.salt, PAYLOAD.c.cipher, PAYLOAD.c.key)
"""The log's first: `entry_of` takes them by their places."""
_JOINED: Final = LOG.outerjoin(PAYLOAD, LOG.c.number == PAYLOAD.c.number)


def rows_from(first: int, count: int) -> Select[Any]:
    """Entries with payload and salt, None where they are erased; `count` of them at most."""
    chosen = select(*_COLUMNS).select_from(_JOINED).order_by(LOG.c.number)
    return chosen.where(LOG.c.number >= first, LOG.c.number < first + count)


def rows_after(number: int, count: int) -> Select[Any]:
    """The first entries after that number, likewise."""
    chosen = select(*_COLUMNS).select_from(_JOINED).order_by(LOG.c.number)
    return chosen.where(LOG.c.number > number).limit(count)


def every(connection: Connection) -> Iterator[Row[Any]]:
    """All entries in order, a batch at a time, so that memory stays flat on both stores."""
    number = 0
    while batch := connection.execute(rows_after(number, _BATCH)).all():
        yield from batch
        number = batch[-1].number


_BATCH: Final = 500


def about(connection: Connection, report: str, case: str) -> tuple[Logged, ...]:
    """Everything that ever happened to a report, in order."""
    rows = connection.execute(_ABOUT, {"of": report}).all()
    return tuple(logged_of(row, case) for row in rows if row.body is not None)


def readable(connection: Connection, report: str, case: str) -> Iterator[Logged]:
    """The same, but for events that cannot be read: to erase a report, they need not be."""
    for row in connection.execute(_ABOUT, {"of": report}).all():
        if row.body is not None:
            with suppress(CaseDamaged):
                yield logged_of(row, case)


_ABOUT: Final = (
    select(*_COLUMNS)
    .select_from(_JOINED.join(TOUCH, TOUCH.c.number == LOG.c.number))
    .where(TOUCH.c.report == bindparam("of"))
    .order_by(LOG.c.number)
)


def of_kinds(connection: Connection, kinds: Iterable[str], case: str) -> Iterator[Logged]:
    """All entries of some kinds that are not erased, in order."""
    chosen = select(*_COLUMNS).select_from(_JOINED).where(LOG.c.kind.in_(tuple(kinds)))
    for row in connection.execute(chosen.order_by(LOG.c.number)):
        if row.body is not None:
            yield logged_of(row, case)


def one(connection: Connection, number: int, case: str) -> Logged | None:
    """The entry of this number; None where there is none, or its payload is erased."""
    row = connection.execute(rows_from(number, 1)).first()
    return logged_of(row, case) if row is not None and row.body is not None else None


def logged_of(row: Row[Any], case: str) -> Logged:
    """The entry and its event; raises `CaseDamaged` that names the entry."""
    try:
        return Logged(_entry(row), decoded(row.kind, row.schema, row.body))
    except (TypeError, ValueError) as error:
        raise CaseDamaged(case, str(error), place=f"event {row.number}") from error
