"""The bytes of reports as received, kept once under their SHA-256."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any, Final

from sqlalchemy import Connection, Row, delete, func, insert, select

from firsthand.case.log import CIPHER
from firsthand.case.schema import ORIGINAL
from firsthand.errors import CaseDamaged


def keep(connection: Connection, sha256: str, body: bytes) -> None:
    """Stores the bytes, unless they are there."""
    there = select(ORIGINAL.c.sha256).where(ORIGINAL.c.sha256 == sha256)
    if connection.execute(there).first() is None:
        row = {"sha256": sha256, "cipher": CIPHER, "key": "", "body": body}
        connection.execute(insert(ORIGINAL), row)


def kept(connection: Connection, sha256: str, case: str) -> bytes:
    """The bytes; raises `CaseDamaged` where they are gone, or are not those that were stored."""
    for row in _rows(connection, [sha256]):
        if _is_whole(row):
            return bytes(row.body)
    raise CaseDamaged(case, "its bytes are not those received", place=f"original {sha256!s:.12}")


def whole(connection: Connection, hashes: Sequence[str]) -> set[str]:
    """Those of some originals whose bytes are there, and are those that were stored."""
    return {row.sha256 for row in _rows(connection, hashes) if _is_whole(row)}


def _rows(connection: Connection, hashes: Sequence[str]) -> Sequence[Row[Any]]:
    return connection.execute(select(ORIGINAL).where(ORIGINAL.c.sha256.in_(hashes))).all()


def batches(connection: Connection) -> list[list[str]]:
    """The hashes of all originals, so many together that memory stays flat."""
    found: list[list[str]] = []
    left = 0
    for sha256, size in connection.execute(select(ORIGINAL.c.sha256, _SIZE)):
        if left <= 0:
            found.append([])
            left = _ENOUGH
        found[-1].append(sha256)
        left -= _LEAST + (size or 0)
    return found


_SIZE: Final = func.length(ORIGINAL.c.body)
_ENOUGH: Final = 1 << 22
"""Bytes that are looked at together, and what one original counts for at least."""
_LEAST: Final = 1 << 14


def _is_whole(row: Row[Any]) -> bool:
    """In a damaged row a value may be of any type."""
    body = row.body
    plain = (row.cipher, row.key) == (CIPHER, "") and isinstance(body, bytes)
    return plain and hashlib.sha256(body).hexdigest() == row.sha256


def erase(connection: Connection, sha256: str) -> None:
    """Deletes the bytes."""
    connection.execute(delete(ORIGINAL).where(ORIGINAL.c.sha256 == sha256))
