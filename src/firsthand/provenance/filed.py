"""A report as provenance looks at it: light enough that a hundred thousand lie side by side.

It is made from what holds of a report in a case, people's decisions included; everything that
is derived from it points at spans of `text`.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import TypeVar

from firsthand.evidence.values import BasisKind, CircumstanceKind, Relay, Standing
from firsthand.ingest.report import BlockKind, ReportKind
from firsthand.reading.attribution import AttributionKind
from firsthand.sources.source import ProfileFact, SourceKind
from firsthand.text import Span


@dataclass(frozen=True, slots=True)
class FiledBlock:
    """A part of the page: what it is, and where."""

    kind: BlockKind
    span: Span


@dataclass(frozen=True, slots=True)
class FiledSource:
    """Who speaks in one report: `name` is its fullest name there, else its description."""

    id: str
    name: str
    kind: SourceKind
    profile: tuple[ProfileFact, ...]
    mentions: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class FiledStatement:
    """What one source says: `source` is None where it is not led to one.

    `heard_from` are the words that name from whom the source has it, or a part of it; `official`
    is whether the source speaks for an office or a body. `is_response` tells the answers of those
    accused, which add nothing to what stands behind an allegation. `recanted` is whether it was
    taken back: it stays visible and leaves the lower bound.
    """

    id: str
    source: str | None
    content: tuple[Span, ...]
    kind: AttributionKind
    via: tuple[Relay, ...] = ()
    circumstances: tuple[CircumstanceKind, ...] = ()
    basis: BasisKind = BasisKind.UNSTATED
    heard_from: Span | None = None
    standing: Standing = Standing.STATEMENT
    is_response: bool = False
    official: bool = False
    recanted: bool = False


@dataclass(frozen=True, slots=True)
class FiledLink:
    """Words that lead to an address."""

    words: Span
    url: str


@dataclass(frozen=True, slots=True)
class FiledNote:
    """A footnote: its mark in the running text, and its body."""

    mark: Span
    body: Span


@dataclass(frozen=True, slots=True)
class FiledReport:
    """One report of a case. `file` is the name or address that it was received under.

    `copy_of` and `version_of` are ids that a person has set; `retracted` whether the outlet
    took it back. `outlet_told` is whether the outlet is none that the report was read to have, but
    one that its page or file tells beside the other reports of the case.
    """

    id: str
    file: str
    kind: ReportKind
    title: str | None
    outlet: str | None
    author: str | None
    published: dt.date | None
    text: str = field(repr=False)
    blocks: tuple[FiledBlock, ...] = field(repr=False, default=())
    sources: tuple[FiledSource, ...] = field(repr=False, default=())
    statements: tuple[FiledStatement, ...] = field(repr=False, default=())
    links: tuple[FiledLink, ...] = field(repr=False, default=())
    notes: tuple[FiledNote, ...] = field(repr=False, default=())
    copy_of: str | None = None
    version_of: str | None = None
    retracted: bool = False
    outlet_told: bool = False

    def source(self, source: str) -> FiledSource:
        """The source of this id; raises `KeyError`."""
        return _by_id(self.sources, source)

    def statement(self, statement: str) -> FiledStatement:
        """The statement of this id; raises `KeyError`."""
        return _by_id(self.statements, statement)

    def words(self, span: Span) -> str:
        """The exact words at a span."""
        return span.of(self.text)


_Found = TypeVar("_Found", FiledSource, FiledStatement)


def _by_id(values: tuple[_Found, ...], wanted: str) -> _Found:
    for value in values:
        if value.id == wanted:
            return value
    raise KeyError(wanted)
