"""The sentences of a content, each with its main clause.

Force and polarity are judged of the main claim (docs/labelling.md), so a "may" in a relative clause
or behind "because" must not count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from firsthand.evidence.force.clause import Word, end_of, start_of, verb_of
from firsthand.evidence.language.inflection import lists_of
from firsthand.text import Span, sentences

_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|[,;:?!…—–]|\.(?=\W|\Z)|--|(?<=\s)-(?=\s)")
_LONGEST = 700
_WORDS = 90
_SENTENCES = 4
_NONE = frozenset[str]()
_QUOTES = "\"“”„‘'«»"


@dataclass(frozen=True, slots=True)
class Head:
    """A sentence of the content with its main clause: words from `start` to `end`, verb at `verb`.

    `verb` is `end` where no verb was found. `asks` says whether it ends with a question mark,
    `direct` whether it opens with a quotation mark, `condition` is its "if", wherever it stands.
    """

    words: tuple[Word, ...]
    start: int
    verb: int
    end: int
    asks: bool
    direct: bool
    condition: Span | None = None

    @property
    def span(self) -> Span:
        """From its first word to its last."""
        return Span(self.words[0].start, self.words[-1].end)

    @property
    def clause(self) -> tuple[Word, ...]:
        """The words of the main clause."""
        return self.words[self.start : self.end]

    @property
    def before(self) -> tuple[Word, ...]:
        """The words from the start of the main clause to its verb."""
        return self.words[self.start : self.verb]

    @property
    def behind(self) -> tuple[Word, ...]:
        """The words from its verb to its end."""
        return self.words[self.verb : self.end]


@lru_cache(maxsize=16)
def heads(text: str, content: tuple[Span, ...]) -> tuple[Head, ...]:
    """The sentences of a content, each with its main clause; the first few are enough.

    Those of the last few contents are kept: force and opinion both ask for them.
    """
    found = (_head(text, unit) for unit in _units(text, content))
    return tuple(islice((head for head in found if head is not None), _SENTENCES))


def _units(text: str, content: Sequence[Span]) -> Sequence[list[Span]]:
    """The sentences of the pieces; a piece that goes on in the next makes one with it."""
    found: list[list[Span]] = []
    for piece in content[:_SENTENCES]:
        opening = Span(piece.start, min(piece.end, piece.start + _LONGEST))
        for at, sentence in enumerate(islice(sentences(text, opening), _SENTENCES)):
            if at == 0 and found and _goes_on(text, found[-1][-1], sentence):
                found[-1].append(sentence)
            else:
                found.append([sentence])
    return found


def _goes_on(text: str, before: Span, after: Span) -> bool:
    """Whether a piece opens with a small letter, behind one that did not end a sentence."""
    opening = after.of(text).lstrip(_QUOTES)[:1]
    return opening.islower() and before.of(text).rstrip(_QUOTES)[-1:] not in ".?!"


def _head(text: str, unit: Sequence[Span]) -> Head | None:
    words = tuple(islice(_words(text, unit), _WORDS))
    if all(w.is_mark for w in words):
        return None
    start, condition = start_of(words)
    verb = verb_of(words, start)
    end = end_of(words, verb if verb < len(words) else start)
    later = next((w.span for w in words[end:] if w.among("conditions")), None)
    asks = unit[-1].of(text).rstrip(_QUOTES + " )]").endswith("?")
    direct = text[unit[0].start] in _QUOTES
    return Head(words, start, min(verb, end), end, asks, direct, condition or later)


def _words(text: str, unit: Sequence[Span]) -> Iterator[Word]:
    """The words and marks; "May" with a capital within a sentence is the month and stays so."""
    for number, span in enumerate(unit):
        if number and "," in text[unit[number - 1].end - 1 : span.start]:
            yield Word(",", span.start, span.start, True, _NONE)
        for found in _TOKEN.finditer(text, span.start, span.end):
            start, end = found.span()
            month = found[0] == "May" and (number or start > span.start + 1)
            lower, mark, lists = _MONTH if month else _known(found[0])
            yield Word(lower, start, end, mark, lists)


@lru_cache(maxsize=8192)
def _known(word: str) -> tuple[str, bool, frozenset[str]]:
    """A word as the lists have it, whether it is a mark, and the lists that hold it."""
    lower = word.lower().replace("’", "'")
    return lower, not lower[0].isalnum(), lists_of("force").get(lower, _NONE)


_MONTH = ("May", False, _NONE)
