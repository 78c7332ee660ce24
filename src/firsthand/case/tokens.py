"""The words of a text as a search sees them, the same for both stores and for the query.

A token is a run of letters and digits: compatibility forms taken apart (NFKD), case folded,
combining marks and invisible format characters dropped, so "CAFE\N{COMBINING ACUTE ACCENT}"
and "café" are one word. Everything else parts words, hyphens and apostrophes too: "Lantern's"
is `lantern` and `s`, and is found by `lantern` and, as two words in a row, by `lantern's`.
What stands raised or lowered is a word of its own, so "said¹" is found by `said`.

Tokens depend on Python's Unicode tables: after a step of Python, `firsthand rebuild` indexes
words anew in characters that were not known before.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from firsthand.text import Span

LONGEST: Final = 255
"""Characters of a token that count. PostgreSQL has no lexeme of over 2046 bytes, and both
stores are to find the same."""

_DROPPED: Final = frozenset({"Mn", "Mc", "Me", "Cf"})
_PARTING_LETTERS: Final = frozenset("\N{MODIFIER LETTER APOSTROPHE}")
_TOKEN: Final = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Word:
    """A token, and the characters of the text that it is made of."""

    token: str
    span: Span


def normalised(text: str) -> str:
    """The tokens of the text, joined by one space: what both stores index."""
    return " ".join(tokens(text))


def tokens(text: str) -> list[str]:
    """The tokens of the text in order."""
    return [token[:LONGEST] for token in text.translate(_FOLDING).split()]


def words(text: str) -> Iterator[Word]:
    """The tokens of the text, with where they stand in it."""
    folded = text.translate(_FOLDING)
    starts, ends = _origins(text)
    for found in _TOKEN.finditer(folded):
        span = Span(starts[found.start()], ends[found.end() - 1])
        yield Word(found[0][:LONGEST], span)


def _origins(text: str) -> tuple[range | list[int], range | list[int]]:
    """For each character of the folded text, where what it comes from starts and ends."""
    if not _UNEVEN.isdisjoint(text):
        return _uneven_origins(text)
    return range(len(text)), range(1, len(text) + 1)


def _uneven_origins(text: str) -> tuple[list[int], list[int]]:
    starts: list[int] = []
    ends: list[int] = []
    for at, char in enumerate(text):
        piece = _FOLDING[ord(char)]
        if not piece and ends:
            ends[-1] = at + 1
        starts += [at] * len(piece)
        ends += [at + 1] * len(piece)
    return starts, ends


class _Folding(dict[int, str]):
    """What each character becomes, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        piece = _folded(chr(code))
        if len(piece) != 1:
            _UNEVEN.add(chr(code))
        self[code] = piece
        return piece


_FOLDING: Final = _Folding()
_UNEVEN: Final[set[str]] = set()
"""The characters met so far that become none or several."""


def _folded(char: str) -> str:
    plain = _decomposed(_decomposed(char).casefold())
    piece = "".join(map(_kept, plain))
    apart = unicodedata.decomposition(char).startswith(("<super>", "<sub>"))
    return f" {piece} " if apart else piece


def _decomposed(text: str) -> str:
    return unicodedata.normalize("NFKD", text)


def _kept(char: str) -> str:
    if char.isalnum() and char not in _PARTING_LETTERS:
        return char
    return "" if unicodedata.category(char) in _DROPPED else " "
