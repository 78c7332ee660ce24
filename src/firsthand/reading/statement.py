"""Statements: every paragraph is its author's, who needs no "she said".

The author is the name in the byline, in the title ("Statement by ...") or after "I," in the
text; where the document names nobody, the source stays empty rather than guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from firsthand.ingest.report import Block, BlockKind, Report
from firsthand.reading.proposal import Proposal
from firsthand.text import Span, trimmed

_NAME = r"[^\W\d_a-z][\w.'\u2019-]*(?: (?:[^\W\d_a-z][\w.'\u2019-]*|de|van|von|al|bin|da|del)){0,5}"
_BY = re.compile(r"\s*(?:written )?(?:statement )?(?:by|of|from)?:?\s*", re.IGNORECASE)
_TITLE = re.compile(
    rf"(?i:statement|testimony|declaration|affidavit|letter) (?i:by|of|from) (?P<name>{_NAME})"
)
_I = re.compile(rf"\bI, (?P<name>{_NAME}),")


def read_statement(report: Report) -> Iterator[Proposal]:
    """One attribution a paragraph, all to the author."""
    author = _author(report)
    source = (author,) if author else ()
    for block in report.blocks:
        spoken = trimmed(report.text, block.span.start, block.span.end)
        if block.kind is BlockKind.PARAGRAPH and spoken is not None:
            yield Proposal(source, (), (spoken,), "statement")


def _author(report: Report) -> Span | None:
    """Where the author's name stands: byline, title or the words "I, NAME,"."""
    for kind, find in _PLACES:
        for block in report.blocks:
            found = find(report.text, block) if block.kind is kind else None
            if found is not None:
                return found
    return None


def _in_byline(text: str, block: Block) -> Span | None:
    opening = _BY.match(text, block.span.start, block.span.end)
    return trimmed(text, opening.end() if opening else block.span.start, block.span.end)


def _in_title(text: str, block: Block) -> Span | None:
    found = _TITLE.search(text, block.span.start, block.span.end)
    return Span(*found.span("name")) if found else None


def _in_words(text: str, block: Block) -> Span | None:
    found = _I.search(text, block.span.start, block.span.end)
    return Span(*found.span("name")) if found else None


_PLACES = (
    (BlockKind.BYLINE, _in_byline),
    (BlockKind.HEADLINE, _in_title),
    (BlockKind.PARAGRAPH, _in_words),
)
