"""An entry of the log: its hash is over its header alone, and hides an erased payload."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from dataclasses import fields, replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from firsthand.case.entry import START, Header, chained, hash_of, sealed

AT = dt.datetime(2024, 3, 5, 10, 30, 0, 250, tzinfo=dt.UTC)
HEADER = Header(7, "judged", "Ada", AT, "firsthand 1", "", 1, "c" * 64, "d" * 64)
OTHERS: dict[str, Any] = {
    "number": 8, "kind": "noted", "author": "Ben", "at": AT + dt.timedelta(microseconds=1),
    "tool": "firsthand 2", "model": "m", "schema": 2, "commitment": "e" * 64, "previous": START,
}  # fmt: skip


def test_another_program_can_make_the_same_hash() -> None:
    """SHA-256 over a JSON list in ASCII; so says the documentation of the file."""
    values = [
        7, "judged", "Ada", "2024-03-05T10:30:00.000250+00:00", "firsthand 1", "", 1,
        "c" * 64, "d" * 64,
    ]  # fmt: skip
    written = json.dumps(values, separators=(",", ":")).encode("ascii")
    assert chained(HEADER).hash == hashlib.sha256(written).hexdigest()


def test_every_field_of_the_header_is_in_the_hash() -> None:
    hashes = {hash_of(replace(HEADER, **{name: value})) for name, value in OTHERS.items()}
    assert set(OTHERS) == {field.name for field in fields(Header)}
    assert len({*hashes, hash_of(HEADER)}) == len(OTHERS) + 1


def test_a_time_is_one_wherever_it_was_taken() -> None:
    east = AT.astimezone(dt.timezone(dt.timedelta(hours=9)))
    assert hash_of(replace(HEADER, at=east)) == hash_of(HEADER)


@given(st.text(), st.text(), st.text(), st.text())
def test_no_two_headers_run_together(a: str, b: str, c: str, d: str) -> None:
    """Whatever is in a name, it does not pass for the field after it."""
    one, other = replace(HEADER, kind=a, author=b), replace(HEADER, kind=c, author=d)
    assert (hash_of(one) == hash_of(other)) == ((a, b) == (c, d))


def test_the_same_payload_is_committed_to_otherwise_each_time() -> None:
    """Else whoever guesses an erased name could try it out."""
    one, other = sealed(b"Mara Voss"), sealed(b"Mara Voss")
    assert one.commitment != other.commitment
    assert len(one.salt) == 32
    assert hashlib.sha256(b"Mara Voss").hexdigest() not in (one.commitment, other.commitment)
