"""The sentences of a block as tokens; quotations hold together what stands within them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from firsthand.reading.rules.speech import says_soon
from firsthand.reading.rules.tokens import Piece, Sentence, tokens_of
from firsthand.text import Span, sentences


def sentences_of(text: str, block: Span, pieces: Sequence[Piece]) -> Iterator[Sentence]:
    """The sentences of a block; those that one quotation runs over are one.

    `pieces` are the quotations in this block, in order.
    """
    at = 0
    for span in _joined(list(sentences(text, block)), pieces, text, block.end):
        first = at
        while at < len(pieces) and pieces[at].span.start < span.end:
            at += 1
        yield Sentence(span, tuple(tokens_of(text, span, pieces[first:at])))


def _asks(text: str, quotation: Span, sentence: Span) -> bool:
    """Whether the sentence ends with a quotation that ends in "?" or "!": it may go on."""
    if quotation.end != sentence.end or quotation.start < sentence.start:
        return False
    return any(mark in text[quotation.end - 3 : quotation.end] for mark in "?!")


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
        if at and _asks(text, pieces[at - 1].span, span) and says_soon(text, span.end, block_end):
            continue
        yield Span(start, span.end)
        start = -1
    if start >= 0:
        yield Span(start, spans[-1].end)
