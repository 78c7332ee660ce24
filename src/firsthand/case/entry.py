"""An entry of the log, and the chain that its hash makes.

An entry's hash is over its header alone, and the header holds a commitment to the payload: the
SHA-256 of 32 random bytes (the salt) and the payload's bytes. Payload and salt lie apart, so
they can be erased and the chain still verifies; and without the salt, nobody can try out
whether an erased payload held some name (a hash commitment; Merkle's chaining as in
certificate logs, RFC 9162).
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

START: Final = "0" * 64
"""What stands for the entry before the first."""

_SALT_BYTES: Final = 32


@dataclass(frozen=True, slots=True)
class Header:
    """All of an entry that its hash is made of.

    `number` counts from 1 without gaps; `at` is UTC; `tool` is Firsthand's version; `model` is
    the reader's name where one had a part; `schema` is the version of the payload's form.
    """

    number: int
    kind: str
    author: str
    at: dt.datetime
    tool: str
    model: str
    schema: int
    commitment: str
    previous: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A header and the hash that chains it to the entry before."""

    header: Header
    hash: str

    @property
    def number(self) -> int:
        """Its place in the log, from 1."""
        return self.header.number


@dataclass(frozen=True, slots=True)
class Sealed:
    """A payload as it is stored: its bytes, its salt, and what they are enciphered with.

    `cipher` is ``none`` and `key` empty until a case can be encrypted.
    """

    body: bytes
    salt: bytes
    cipher: str = "none"
    key: str = ""

    @property
    def commitment(self) -> str:
        """What the entry keeps of it when it is gone."""
        return hashlib.sha256(self.salt + self.body).hexdigest()


def sealed(body: bytes) -> Sealed:
    """A payload with a salt of its own."""
    return Sealed(body, secrets.token_bytes(_SALT_BYTES))


def chained(header: Header) -> Entry:
    """The entry that this header makes."""
    return Entry(header, hash_of(header))


def hash_of(header: Header) -> str:
    """SHA-256 over the header's values in order, the time as `written` has it."""
    h = header
    values = (h.number, h.kind, h.author, written(h.at), h.tool, h.model, h.schema)
    return hash_of_values((*values, h.commitment, h.previous))


def hash_of_values(values: Sequence[object]) -> str:
    """SHA-256 over them as a JSON list: one form, whatever the store.

    Raises `TypeError` for what cannot stand in a header.
    """
    return hashlib.sha256(_JSON.encode(values).encode("ascii")).hexdigest()


_JSON: Final = json.JSONEncoder(ensure_ascii=True, separators=(",", ":"))


def written(at: dt.datetime) -> str:
    """The one way in which a time is written: UTC, to the microsecond."""
    return at.astimezone(dt.UTC).isoformat(timespec="microseconds")
