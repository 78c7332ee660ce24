"""A sample: a text cut as the reader cuts it, a label for every word, and questions of mentions."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
from tokenizers import Tokenizer

from firsthand.reading.model.windows import Ints, Place, Window, Words, windows_of, words_of
from firsthand.reading.quotes import quotations
from firsthand.sources.features import Form, Seen
from firsthand.text import Span

NAMES = ("person", "organization", "place")
HEADS = ("person", "organization")


@dataclass(frozen=True, slots=True)
class Cut:
    """A text in words and windows."""

    text: str
    words: Words
    windows: tuple[Window, ...]

    def word(self, number: int) -> str:
        return self.text[int(self.words.start[number]) : int(self.words.end[number])]

    def words_at(self, start: int, end: int) -> tuple[int, int]:
        """The words that share characters with this place (from, to)."""
        low = int(np.searchsorted(self.words.end, start, "right"))
        return low, int(np.searchsorted(self.words.start, end, "left"))


@dataclass(frozen=True, slots=True)
class Cutter:
    """Cuts texts as at run time, so that what is learnt of words and windows holds there."""

    tokenizer: Tokenizer
    limit: int

    def cut(self, text: str) -> Cut:
        blocks = blocks_of(text)
        marked = quotations(text, [Span(a, b) for a, b in blocks])
        quoted = [(s.start, s.end) for q in marked for s in q.spans]
        words = words_of(text, blocks, quoted, self.tokenizer)
        return Cut(text, words, tuple(windows_of(words, self.limit)))


def blocks_of(text: str) -> list[Place]:
    """The lines that are not empty."""
    return [m.span() for m in re.finditer(r"[^\n]*\S[^\n]*", text)]


@dataclass(frozen=True, slots=True)
class Mention:
    """Words from `first` to `last` (exclusive) with a head, and the entity that they name."""

    first: int
    last: int
    head: int
    form: Form
    entity: int


@dataclass(frozen=True, slots=True)
class Question:
    """Which of the mentions `among` does the mention `of` stand for, if any? All are numbers."""

    of: int
    among: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Sample:
    """What is trained on a text: labels, one a word (-1 is not trained on), and questions.

    `names`: 0 none, then begins and goes on for each of `NAMES`; `heads`: 0 none, else which of
    `HEADS` the word is the nominal head of; `relations` as `firsthand.sources.features` counts
    them. `seen` is what the mentions show by their places, without the grammar.
    """

    name: str
    cut: Cut
    names: Ints
    heads: Ints
    relations: Ints
    mentions: tuple[Mention, ...]
    seen: Seen
    asked: tuple[Question, ...]
