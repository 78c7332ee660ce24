"""From bytes to characters, without changing any.

A byte order mark decides; then UTF-8, which nothing else looks like; then what the document or
its carrier declares, as the WHATWG encoding standard takes it; and only then a guess, which a
warning names.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

from firsthand.errors import MalformedReport, UnknownFormat

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_META = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?([\w-]+)""", re.I
)
_GUESS_BYTES = 200_000
"""How much of a file the guess looks at."""
_ASCII = bytes(range(128))
_WESTERN = 0.9
"""The share of ASCII from which a text is of a western language, which English is."""

_LABELS = {
    "ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "iso8859-11": "cp874",
    "tis-620": "cp874", "gb2312": "gb18030", "gbk": "gb18030", "euc_kr": "cp949",
    "shift_jis": "cp932", "big5": "big5hkscs",
}  # fmt: skip
"""What browsers take some labels for, by Python's names: files so labelled are mostly these."""
_NOT_LABELS = re.compile(r"utf-(?:7|16|32)\b.*|idna|punycode|undefined|(?:raw-)?unicode-escape")
"""Codecs that are no encoding of a file, or need NUL bytes, which no text has here."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """The characters, and what was lost or guessed on the way."""

    text: str
    warnings: tuple[str, ...] = ()


def decode(content: bytes, name: str, declared: str | None = None) -> Decoded:
    """The characters of a text file; `declared` is what its carrier (HTTP) says.

    Raises `UnknownFormat` for bytes that are no text, `MalformedReport` where no encoding fits.
    """
    for mark, encoding in _BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return _strictly(content, encoding, name)
    if b"\0" in content:
        raise UnknownFormat(name, "it is a binary file, not a text; give HTML, PDF, DOCX or text")
    declared = declared or declared_in(content)
    known = _decoded_as(content, "utf-8") or (declared and _labelled(content, declared))
    return known or _mostly_utf8(content) or _guessed(content, name)


def declared_in(content: bytes) -> str | None:
    """The encoding that an HTML or XML head declares, where one stands there."""
    found = _META.search(content, 0, 4096)
    return found[1].decode("ascii", "replace") if found else None


def _strictly(content: bytes, encoding: str, name: str) -> Decoded:
    try:
        return Decoded(content.decode(encoding))
    except UnicodeDecodeError as error:
        reason = f"it starts as {encoding.upper()} but is not; save it as UTF-8"
        raise MalformedReport(name, reason, place=f"byte {error.start}") from error


def _decoded_as(content: bytes, encoding: str) -> Decoded | None:
    try:
        return Decoded(content.decode(encoding))
    except (ValueError, LookupError):
        return None


def _labelled(content: bytes, label: str) -> Decoded | None:
    """The characters by a declared label; None where it is unknown or does not fit."""
    try:
        codec = codecs.lookup(label).name
    except (LookupError, ValueError):
        return None
    if _NOT_LABELS.fullmatch(codec):
        return None
    return _decoded_as(content, _LABELS.get(codec, codec)) or _decoded_as(content, codec)


def _mostly_utf8(content: bytes) -> Decoded | None:
    """UTF-8 with damage in less than half of what is not ASCII: kept as U+FFFD, and said."""
    text = content.decode("utf-8", "replace")
    shown = text.count("\ufffd")
    lost = shown - content.count("\ufffd".encode())
    sound = len(text) - (len(content) - _high(content)) - shown
    if lost > sound:
        return None
    noun = "place is" if lost == 1 else "places are"
    return Decoded(text, (f"{lost} damaged {noun} shown as \ufffd",))


def _high(content: bytes) -> int:
    """How many bytes are not ASCII."""
    return len(content.translate(None, _ASCII))


def _guessed(content: bytes, name: str) -> Decoded:
    western = _high(content) <= (1 - _WESTERN) * len(content)
    best = "cp1252" if western and _decoded_as(content, "cp1252") else _best(content)
    guess = _decoded_as(content, best) if best else None
    if best is None or guess is None:
        raise MalformedReport(name, "its encoding cannot be told; save it as UTF-8")
    return Decoded(guess.text, (f"no encoding that fits is declared; read as {best}",))


def _best(content: bytes) -> str | None:
    found = from_bytes(content[:_GUESS_BYTES]).best()
    return found.encoding if found else None
