"""The bytes of reports as received, kept once under their SHA-256."""

from __future__ import annotations

import hashlib

from sqlalchemy import Connection, delete, insert, select

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
    chosen = select(ORIGINAL.c.body, ORIGINAL.c.cipher, ORIGINAL.c.key)
    row = connection.execute(chosen.where(ORIGINAL.c.sha256 == sha256)).first()
    if row is None or (row.cipher, row.key) != (CIPHER, "") or not is_whole(sha256, row.body):
        raise CaseDamaged(case, "its bytes are not those received", place=f"original {sha256[:12]}")
    return bytes(row.body)


def is_whole(sha256: str, body: bytes) -> bool:
    """Whether these are the bytes of that hash."""
    return isinstance(body, bytes) and hashlib.sha256(body).hexdigest() == sha256


def erase(connection: Connection, sha256: str) -> None:
    """Deletes the bytes."""
    connection.execute(delete(ORIGINAL).where(ORIGINAL.c.sha256 == sha256))
