"""Reports made from a text alone, without a reader: blocks are what blank lines part."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from firsthand.evidence.values import Relay, RelayKind
from firsthand.ingest.report import BlockKind, ReportKind
from firsthand.provenance.filed import (
    FiledBlock,
    FiledLink,
    FiledNote,
    FiledReport,
    FiledSource,
    FiledStatement,
)
from firsthand.provenance.wording import Passage
from firsthand.reading.attribution import AttributionKind
from firsthand.sources.source import SourceKind
from firsthand.text import Span

_KINDS = {
    "# ": BlockKind.HEADLINE, "@ ": BlockKind.DATELINE, "~ ": BlockKind.CREDIT,
    "^ ": BlockKind.FOOTNOTE, "! ": BlockKind.CORRECTION,
}  # fmt: skip
_BLOCK = re.compile(r"[^\n]+")


def report(
    name: str,
    *blocks: str,
    outlet: str | None = None,
    day: int | None = None,
    title: str | None = None,
    file: str | None = None,
    kind: ReportKind = ReportKind.NEWS,
) -> FiledReport:
    """A report of blocks; "# " begins a headline, "@ " a dateline, "~ " a credit, "^ " a note."""
    kinds = [_KINDS.get(b[:2], BlockKind.PARAGRAPH) for b in blocks]
    text = "\n\n".join(b[2:] if b[:2] in _KINDS else b for b in blocks)
    spans = [Span(*m.span()) for m in _BLOCK.finditer(text)]
    filed = tuple(FiledBlock(k, s) for k, s in zip(kinds, spans, strict=True))
    date = dt.date(2024, 5, day) if day else None
    return FiledReport(name, file or f"{name}.txt", kind, title, outlet, None, date, text, filed)


def at(r: FiledReport, words: str) -> Span:
    """Where some words stand in a report, the first time."""
    start = r.text.index(words)
    return Span(start, start + len(words))


def told(
    r: FiledReport,
    source: str,
    content: str,
    via: str | None = None,
    kind: SourceKind = SourceKind.NAMED_PERSON,
    passed_on: RelayKind = RelayKind.OUTLET,
) -> FiledReport:
    """The same report with a statement by a source, and the channel that it came through."""
    who = FiledSource(source, source, kind, (), (at(r, source),))
    relays = (Relay(via, passed_on, at(r, via)),) if via else ()
    number = f"s{len(r.statements)}"
    statement = FiledStatement(
        number, source, (at(r, content),), AttributionKind.INDIRECT, via=relays
    )
    return _with(r, sources=(*r.sources, who), statements=(*r.statements, statement))


def linked(r: FiledReport, words: str, url: str) -> FiledReport:
    """The same report with words that lead to an address."""
    return _with(r, links=(*r.links, FiledLink(at(r, words), url)))


def noted(r: FiledReport, mark: str, body: str) -> FiledReport:
    """The same report with a footnote: its mark's words, and its body."""
    return _with(r, notes=(*r.notes, FiledNote(at(r, mark), at(r, body))))


def _with(r: FiledReport, **changed: object) -> FiledReport:
    return replace(r, **changed)  # type: ignore[arg-type]


def words(reports: list[FiledReport], passage: Passage) -> str:
    """The words of a passage."""
    return next(r.words(passage.span) for r in reports if r.id == passage.report)
