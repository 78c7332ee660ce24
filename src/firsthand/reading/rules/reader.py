"""The reader by rules, composed: the words of a page, paragraph by paragraph."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from firsthand.ingest.report import BlockKind, Report
from firsthand.reading.compose import composed
from firsthand.reading.page import Page, page_of
from firsthand.reading.proposal import Proposal
from firsthand.reading.read import Read
from firsthand.reading.rules.paragraphs import Paragraph, read_paragraphs
from firsthand.reading.rules.tokens import Piece


@dataclass(frozen=True, slots=True)
class RulesReader:
    """Proposes the attributions of a report by rules alone: no weights, no tagger."""

    name: str = "rules/1"

    def read(self, report: Report) -> Read:
        """The attributions of the report; nothing was seen by a network."""
        page = page_of(report)
        return Read(page, composed(report, page, read_words(page)))


def read_words(page: Page) -> list[Proposal]:
    """What the rules propose for the running words of a page."""
    pieces = [Piece(span, n) for n, q in enumerate(page.quotations) for span in q.spans]
    return read_paragraphs(page, _paragraphs(page, sorted(pieces, key=lambda p: p.span)))


def _paragraphs(page: Page, pieces: Sequence[Piece]) -> Iterator[Paragraph]:
    """The blocks with the quotations in each."""
    for before, block in zip([None, *page.blocks], page.blocks, strict=False):
        first = bisect_left(pieces, block.span.start, key=lambda p: p.span.start)
        last = bisect_left(pieces, block.span.end, key=lambda p: p.span.start)
        follows = before is not None and before.kind is block.kind
        running = block.kind is BlockKind.PARAGRAPH
        yield Paragraph(block.span, pieces[first:last], follows, running)
