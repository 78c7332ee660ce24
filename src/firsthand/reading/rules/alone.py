"""Quotations that stand alone: a paragraph that is a quotation, and nobody near to have said it.

The source stays empty rather than guessed; a person sees that words were printed as somebody's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from firsthand.reading.page import Page
from firsthand.reading.proposal import Proposal, tidy
from firsthand.reading.rules.tokens import Piece

_FEWEST_WORDS = 4
_STOPS = (".", "!", "?", "\u2026")
_MARKS = "\"'`\u2018\u2019\u201c\u201d\u201e\u201f\u00ab\u00bb\u2039\u203a \u00a0"


def alone_in(page: Page, pieces: Sequence[Piece]) -> Iterator[Proposal]:
    """The quotations that open here and are long enough, and finished, to be something said."""
    for piece in pieces:
        spans = page.quotations[piece.number].spans
        if spans[0] == piece.span and _is_speech(page.text[spans[-1].start : spans[-1].end]):
            yield Proposal((), (), tidy(page.text, spans), "alone")


def _is_speech(words: str) -> bool:
    bare = words.strip(_MARKS)
    return len(bare.split()) >= _FEWEST_WORDS and bare.endswith(_STOPS)
