"""Words, marks and whole quotations of one sentence: what the rules walk over.

A quotation is one token here however long it is, so a rule never mistakes words inside it for
words of the report, and a sentence that a quotation runs through stays one sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from firsthand.reading.cues import Form, cue_list
from firsthand.text import Span, sentences

_TOKEN = re.compile(r"[^\W_]+(?:[.'\u2019&/-][^\W_]+)*\.?|\$|--+|\.\.+|[^\w\s]")
_IN_PHRASE = frozenset("$%&()[]'\u2019")
_ENDS_SPEECH = frozenset(". , : in on at of to during after before as when".split())
_FINAL = re.compile(r"[,.!?\u2026\u2014-]\s?[\"'\u2019\u201d\u201c\u00bb\u203a]*\Z")
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

    `final` marks a quotation that ends with a comma or a stop before its mark, as speech does.
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


def sentences_of(text: str, block: Span, pieces: Sequence[Piece]) -> Iterator[Sentence]:
    """The sentences of a block; those that one quotation runs over are one.

    `pieces` are the quotations in this block, in order.
    """
    at = 0
    for span in _joined(list(sentences(text, block)), pieces, text, block.end):
        first = at
        while at < len(pieces) and pieces[at].span.start < span.end:
            at += 1
        yield Sentence(span, tuple(_tokens(text, span, pieces[first:at])))


def _asks(text: str, quotation: Span, sentence: Span) -> bool:
    """Whether the sentence ends with a quotation that ends in "?" or "!": it may go on."""
    if quotation.end != sentence.end or quotation.start < sentence.start:
        return False
    return any(mark in text[quotation.end - 3 : quotation.end] for mark in "?!")


def _says(text: str, start: int, end: int) -> bool:
    """Whether a verb of speaking follows within a few words, and its clause ends there."""
    words = re.findall(r"[\w'\u2019.-]*\w|[^\w\s]", text[start : min(end, start + 120)])[:9]
    for at, word in enumerate(words[1:], 1):
        cue = cue_list().verbs.get(word)
        if cue and "end" in cue.frames and not cue.forms & {Form.BASE, Form.ING}:
            return at < 3 or at + 1 >= len(words) or words[at + 1] in _ENDS_SPEECH
        if word in ".,;:":
            return False
    return False


def _joined(
    spans: Sequence[Span], pieces: Sequence[Piece], text: str, block_end: int
) -> Iterator[Span]:
    """Sentences joined where the end of one lies within a quotation."""
    at, start = 0, -1
    for span in spans:
        start = span.start if start < 0 else start
        while at < len(pieces) and pieces[at].span.end <= span.end:
            at += 1
        if at < len(pieces) and pieces[at].span.start < span.end:
            continue
        if at and _asks(text, pieces[at - 1].span, span) and _says(text, span.end, block_end):
            continue
        yield Span(start, span.end)
        start = -1
    if start >= 0:
        yield Span(start, spans[-1].end)


def _tokens(text: str, span: Span, pieces: Sequence[Piece]) -> Iterator[Token]:
    start = span.start
    for piece in pieces:
        yield from _words(text, start, piece.span.start)
        yield Token(
            piece.span,
            "",
            TokenKind.QUOTATION,
            number=piece.number,
            final=bool(
                _FINAL.search(text, max(piece.span.start, piece.span.end - 6), piece.span.end)
            ),
        )
        start = piece.span.end
    yield from _words(text, start, span.end)


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
