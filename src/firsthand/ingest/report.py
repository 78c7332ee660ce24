"""A report as it was received: its bytes, its text, its blocks, and where each came from.

A `Report` is what every later stage reads. Its `text` is the one text that all offsets refer
to; `blocks` cut it by what each part is; `places` of a block lead back to the original.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum

from firsthand.text import Span


class BlockKind(StrEnum):
    """What a part of a page is."""

    HEADLINE = "headline"
    KEY_POINT = "key_point"
    PARAGRAPH = "paragraph"
    SUBHEADING = "subheading"
    PULL_QUOTE = "pull_quote"
    CAPTION = "caption"
    CREDIT = "credit"
    BYLINE = "byline"
    DATELINE = "dateline"
    FOOTNOTE = "footnote"
    TABLE = "table"
    CORRECTION = "correction"
    BOILERPLATE = "boilerplate"


class ReportKind(StrEnum):
    """What a document is, which decides who speaks where no words say so."""

    NEWS = "news"
    STATEMENT = "statement"
    TRANSCRIPT = "transcript"
    FOOTNOTED_REPORT = "footnoted_report"
    OFFICIAL_RECORD = "official_record"


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the original some words stand, as closely as the format tells.

    `paragraph` counts from 1 in the whole document, `page` from 1, `line` from 1 in the
    decoded file. `path` is an absolute XPath (HTML) or a part and XPath (DOCX). `box` is
    left, bottom, right, top in PDF points from the page's lower left corner.
    """

    paragraph: int
    page: int | None = None
    line: int | None = None
    path: str | None = None
    box: tuple[float, float, float, float] | None = None


@dataclass(frozen=True, slots=True)
class PlacedSpan:
    """Words of a block, and where in the original they stand."""

    span: Span
    place: Place


@dataclass(frozen=True, slots=True)
class Block:
    """A part of the report's text: what it is, and where it stands in the original.

    A paragraph that runs over a page break has a `PlacedSpan` a page; other blocks have one.
    """

    kind: BlockKind
    span: Span
    places: tuple[PlacedSpan, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote or endnote: the mark in the running text, and the note it leads to."""

    mark: Span
    body: Span


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to an address."""

    words: Span
    url: str


@dataclass(frozen=True, slots=True)
class Original:
    """The bytes as received, and how they came; nothing rewrites them.

    `received_from` is the file name or URL the user gave, `received_at` is in UTC.
    """

    content: bytes = field(repr=False)
    sha256: str
    media_type: str
    received_from: str
    received_at: dt.datetime


@dataclass(frozen=True, slots=True)
class Report:
    """One document as published or received, cut into blocks.

    `title`, `byline`, `outlet`, `published` and `language` are None where the document does
    not say; they are never guessed. `warnings` say what was lost on the way (bytes that
    could not be decoded, pages without text).
    """

    original: Original
    kind: ReportKind
    text: str = field(repr=False)
    blocks: tuple[Block, ...] = field(repr=False)
    title: str | None = None
    byline: str | None = None
    outlet: str | None = None
    published: dt.date | None = None
    language: str | None = None
    notes: tuple[Note, ...] = field(default=(), repr=False)
    links: tuple[Link, ...] = field(default=(), repr=False)
    warnings: tuple[str, ...] = ()

    def words(self, span: Span) -> str:
        """The exact words at a span of this report."""
        return span.of(self.text)
