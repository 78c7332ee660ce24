"""Rows as strings, a letter a word: what compares strings in C++ then compares sentences.

Which letter stands for which word means nothing and leaves no trace in any finding.
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from functools import lru_cache

from firsthand.provenance.lexis import words_in
from firsthand.provenance.wording.table import Table
from firsthand.text import Span

_KEPT = 1 << 15
"""Rows whose words are kept, some 20 MB; the others are cut again when they are asked for."""
_LETTERS = 0x10FFFF
"""As many letters as Unicode has places."""


@dataclass(frozen=True, slots=True)
class Content:
    """The words of content of a row: in their order, sorted, and sorted without names."""

    ordered: str
    sorted: str
    plain: str

    def __len__(self) -> int:
        return len(self.ordered)


@dataclass(frozen=True, slots=True)
class Words:
    """All words of a row, in small letters, and where each starts and ends in its report."""

    letters: str
    starts: array[int]
    ends: array[int]

    def __len__(self) -> int:
        return len(self.letters)

    def span(self, first: int, last: int) -> Span:
        """From the first word to before the last."""
        return Span(self.starts[first], self.ends[last - 1])


class Letters:
    """The letters given out so far, and the rows that they were given for."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self._known: dict[int | str, str] = {}
        self.content = lru_cache(None)(self._content)
        self.words = lru_cache(_KEPT)(self._words)

    def renewed(self) -> Letters:
        """Itself, or a new alphabet where this is used up: no two words may share a letter."""
        return self if len(self._known) < _LETTERS // 2 else Letters(self.table)

    def _content(self, row: int) -> Content:
        """The words of content of a row. A word is a name where it is last written as one."""
        numbers = self.table.words(row)
        ordered = self._spelt(numbers)
        named = dict(zip(ordered, self.table.names(row), strict=True))
        by_letter = sorted(ordered)
        plain = "".join([letter for letter in by_letter if not named[letter]])
        return Content(ordered, "".join(by_letter), plain)

    def _words(self, row: int) -> Words:
        table = self.table
        found = list(words_in(table.text(row), table.start[row], table.end[row]))
        small = [m[0].lower().replace("’", "'") for m in found]
        starts, ends = array("i", [m.start() for m in found]), array("i", [m.end() for m in found])
        return Words(self._spelt(small), starts, ends)

    def _spelt(self, words: list[int] | list[str]) -> str:
        return "".join([self._known.get(word) or self._new(word) for word in words])

    def _new(self, word: int | str) -> str:
        return self._known.setdefault(word, chr(1 + len(self._known) % _LETTERS))
