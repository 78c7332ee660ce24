"""The running words of a report as every reader gets them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from firsthand.ingest.report import Block, BlockKind, Report
from firsthand.ingest.signs import CREDIT_LABEL
from firsthand.reading.notes import without_marks
from firsthand.reading.quotes import Quotation, quotations
from firsthand.text import Span, trimmed

_UNREAD = frozenset(
    {
        BlockKind.CREDIT,
        BlockKind.BYLINE,
        BlockKind.DATELINE,
        BlockKind.BOILERPLATE,
        BlockKind.FOOTNOTE,
    }
)


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one block that are read: all of it, but for a caption's label ("Photo: ")."""

    kind: BlockKind
    span: Span


@dataclass(frozen=True, slots=True)
class Page:
    """A report's text, blank where marks of notes stand, its quotations, and what is read."""

    text: str
    quotations: Sequence[Quotation]
    blocks: Sequence[Words] = ()


def page_of(report: Report) -> Page:
    """What there is to read in a report; quotations are found over all of it, once."""
    text = without_marks(report)
    blocks = [words for block in report.blocks if (words := _words(text, block))]
    return Page(text, list(quotations(text, (b.span for b in blocks))), blocks)


def _words(text: str, block: Block) -> Words | None:
    label = CREDIT_LABEL.match(text, block.span.start) if block.kind is BlockKind.CAPTION else None
    span = trimmed(text, label.end() if label else block.span.start, block.span.end)
    return Words(block.kind, span) if span and block.kind not in _UNREAD else None
