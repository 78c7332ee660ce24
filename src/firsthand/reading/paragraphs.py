"""Paragraphs: sentences read one by one, and stand-alone quotations given their speaker.

A quotation with no cue of its own belongs to who spoke last in its paragraph; one that opens a
paragraph belongs to who spoke last in the paragraph before, if that is of the same kind.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from firsthand.reading.proposal import Proposal, tidy
from firsthand.reading.reported import Page, read_inside, read_sentence
from firsthand.reading.tokens import Piece, Sentence, TokenKind, sentences_of
from firsthand.text import Span

_SPOKEN = frozenset({"end", "inverted", "quote", "quote.ing", "colon", "colon.ing", "name_colon"})


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block to read, with the quotations in it; `follows` says it goes on from the last."""

    span: Span
    pieces: Sequence[Piece]
    follows: bool


def read_paragraphs(page: Page, paragraphs: Iterable[Paragraph]) -> list[Proposal]:
    """All attributions that the words of these paragraphs make."""
    proposals: list[Proposal] = []
    speaking: int | None = None
    for paragraph in paragraphs:
        speaking = _read(page, paragraph, proposals, speaking if paragraph.follows else None)
    return proposals


def _read(
    page: Page, paragraph: Paragraph, proposals: list[Proposal], speaking: int | None
) -> int | None:
    """Add a paragraph's attributions; the answer is who spoke last in it."""
    opened = False
    for sentence in sentences_of(page.text, paragraph.span, paragraph.pieces):
        if not _stands_alone(sentence):
            first = len(proposals)
            proposals.extend(read_sentence(page, sentence))
            speaking = _last_spoken(proposals, first, speaking if opened else None)
        elif speaking is not None:
            proposals[speaking] = _continued(page, proposals[speaking], sentence)
        opened = True
    for piece in paragraph.pieces:
        proposals.extend(read_inside(page, piece))
    return speaking


def _stands_alone(sentence: Sentence) -> bool:
    """Whether a sentence is quotations and nothing else."""
    return all(t.is_quotation or t.kind is TokenKind.MARK for t in sentence.tokens) and any(
        t.is_quotation for t in sentence.tokens
    )


def _last_spoken(proposals: Sequence[Proposal], first: int, otherwise: int | None) -> int | None:
    spoken = [i for i in range(max(0, first), len(proposals)) if proposals[i].pattern in _SPOKEN]
    return spoken[-1] if spoken else otherwise


def _continued(page: Page, spoken: Proposal, sentence: Sentence) -> Proposal:
    return replace(spoken, content=tidy(page.text, [*spoken.content, *_quoted(page, sentence)]))


def _quoted(page: Page, sentence: Sentence) -> list[Span]:
    return [s for t in sentence.tokens if t.is_quotation for s in page.quotations[t.number].spans]
