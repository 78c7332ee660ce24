"""Words, marks and whole quotations of one sentence: what the rules walk over.

A quotation is one token here however long it is, so a rule never mistakes words inside it for
words of the report, and a sentence that a quotation runs through stays one sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from firsthand.text import Span

_TOKEN = re.compile(r"[^\W_]+(?:[.'\u2019&/-][^\W_]+)*\.?|\$|--+|\.\.+|[^\w\s]")
_IN_PHRASE = frozenset("$%&()[]'\u2019")
_FINAL = re.compile(r"[,.!?\u2026\u2014-]\s?[\"'\u2019\u201d\u201c\u00bb\u203a]*\Z")
_MARKS = "\"'`\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u00ab\u00bb\u2039\u203a \u00a0"
_LONGEST_NAME = 40
_LONGEST_END = 6
_KEEPS_STOP = re.compile(r"(?:[^\W_]\.)+|(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Jr|Sr|St|Lt|Col|Prof)\.")


Range = tuple[int, int]
"""Tokens of a sentence, by their numbers: from the first up to, not including, the second."""


class TokenKind(Enum):
    """What a token is to the rules."""

    WORD = auto()
    COMMA = auto()
    MARK = auto()
    QUOTATION = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a mark or a whole quotation; `lower` is the word in small letters, or the mark.

    `final` marks a quotation that ends with a comma or a stop as speech does.
    """

    span: Span
    lower: str
    kind: TokenKind
    capital: bool = False
    number: int = -1
    final: bool = False

    @property
    def is_word(self) -> bool:
        """Whether it is a word."""
        return self.kind is TokenKind.WORD

    @property
    def is_quotation(self) -> bool:
        """Whether it is a quotation; `number` is its place in the list of quotations."""
        return self.kind is TokenKind.QUOTATION

    @property
    def joins_phrase(self) -> bool:
        """Whether it is a mark that stands within a noun phrase: brackets, "%", an apostrophe."""
        return self.kind is TokenKind.MARK and self.lower in _IN_PHRASE

    @property
    def is_comma(self) -> bool:
        """Whether it is a comma."""
        return self.kind is TokenKind.COMMA


@dataclass(frozen=True, slots=True)
class Piece:
    """The part of a quotation that lies in one block; `number` is that of the quotation."""

    span: Span
    number: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence with its tokens; never empty."""

    span: Span
    tokens: tuple[Token, ...]

    @property
    def titled(self) -> bool:
        """Whether most words have capitals, as in a headline: then a capital tells nothing."""
        words = [t for t in self.tokens if t.is_word]
        return sum(t.capital for t in words) > 0.6 * len(words)


def tokens_of(text: str, span: Span, pieces: Sequence[Piece]) -> Iterator[Token]:
    """The tokens of a sentence; `pieces` are the quotations that start in it, in order."""
    start = span.start
    for piece in pieces:
        yield from _words(text, start, piece.span.start)
        final = _is_final(text, span, piece.span)
        yield Token(piece.span, "", TokenKind.QUOTATION, number=piece.number, final=final)
        start = piece.span.end
    yield from _words(text, start, span.end)


def _is_final(text: str, sentence: Span, quotation: Span) -> bool:
    """Whether a quotation ends as speech does, with its comma within or behind its mark.

    A name in quotation marks between commas ("a former guard, “R.”, said") is not speech.
    """
    if text[quotation.end : min(quotation.end + 1, sentence.end)] == ",":
        return quotation.start <= sentence.start or not _is_name(text, quotation)
    last = max(quotation.start, quotation.end - _LONGEST_END)
    return _FINAL.search(text, last, quotation.end) is not None


def _is_name(text: str, quotation: Span) -> bool:
    """Whether a quotation is a name, a title or one word rather than something said."""
    if len(quotation) > _LONGEST_NAME:
        return False
    words = quotation.of(text).strip(_MARKS).split()
    return len(words) < 2 or all(word[0].isupper() for word in words)


def _words(text: str, start: int, end: int) -> Iterator[Token]:
    for found in _TOKEN.finditer(text, start, max(start, end)):
        word = found[0]
        if not _ends_in_stop(word):
            yield _word(word, found.start())
        else:
            yield _word(word[:-1], found.start())
            yield _word(".", found.end() - 1)


def _ends_in_stop(word: str) -> bool:
    """Whether the full stop behind a word ends the sentence rather than an abbreviation."""
    return len(word) > 1 and word[-1] == "." and word[0] != "." and not _KEEPS_STOP.fullmatch(word)


def _word(word: str, start: int) -> Token:
    span = Span(start, start + len(word))
    if word[0].isalnum():
        lower = word.lower().replace("\u2019", "'")
        return Token(span, lower, TokenKind.WORD, capital=word[0].isupper())
    return Token(span, word, TokenKind.COMMA if word == "," else TokenKind.MARK)
