"""A report cut into what is compared: sentences, with quotations apart from the prose around them.

A quotation is what stands between quotation marks, and what a reader marked as direct content
(a transcript's turns have no marks). Headlines, bylines, credits, footnotes and page furniture
are left out: to name another report's headline is not to copy it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from firsthand.ingest.report import BlockKind
from firsthand.provenance.filed import FiledReport
from firsthand.provenance.lexis import lists
from firsthand.reading.attribution import AttributionKind
from firsthand.text import Span, sentences, trimmed

_TEXT = frozenset(
    {BlockKind.PARAGRAPH, BlockKind.KEY_POINT, BlockKind.PULL_QUOTE, BlockKind.CAPTION,
     BlockKind.TABLE}
)  # fmt: skip
_QUOTED = re.compile(
    r"“[^“”]{8,2000}”|(?<![\w\"])\"(?=\S)[^\"]{8,2000}\"|«[^«»]{8,2000}»|„[^„“”]{8,2000}[“”]"
)
_CONTINUED = re.compile(r"“[^“”]{8,2000}\Z")
_BLANK = re.compile(r"\n\s*\n")
_SHORTEST_QUOTATION = 3
"""Words; a quoted word or two is a manner of speaking, and stays in its sentence."""
_AROUND = 120
"""Characters before and after in which words of law concern a quotation."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence of prose or of a quotation. `law`: words of law stand in or beside it."""

    start: int
    end: int
    is_quotation: bool
    law: bool


def units_of(report: FiledReport) -> Iterator[Unit]:
    """The units of a report, in order."""
    marked = sorted(_direct(report))
    starts = [span.start for span in marked]
    longest = max(map(len, marked), default=0)
    for block in blocks_of(report):
        own = [m.start() for m in _speaks_of_itself().finditer(report.text, block.start, block.end)]
        first, last = bisect_left(starts, block.start - longest), bisect_left(starts, block.end)
        for unit in _of_block(report.text, block, marked[first:last]):
            if not any(unit.start <= at < unit.end for at in own):
                yield unit


def blocks_of(report: FiledReport) -> Iterator[Span]:
    """The blocks that carry running text; where nobody cut it, what blank lines part."""
    if report.blocks:
        yield from (block.span for block in report.blocks if block.kind in _TEXT)
        return
    at = 0
    for end in [*(m.start() for m in _BLANK.finditer(report.text)), len(report.text)]:
        if found := trimmed(report.text, at, end):
            yield found
        at = end


def _direct(report: FiledReport) -> Iterator[Span]:
    for s in report.statements:
        if s.kind is AttributionKind.DIRECT:
            yield from s.content


def _of_block(text: str, block: Span, marked: list[Span]) -> Iterator[Unit]:
    laws = [m.start() for m in _law().finditer(text, block.start, block.end)]
    at = block.start
    for quotation in _joined(_quotations(text, block, marked)):
        yield from _sentences(text, at, quotation.start, False, laws)
        yield from _sentences(text, quotation.start, quotation.end, True, laws)
        at = quotation.end
    yield from _sentences(text, at, block.end, False, laws)


def _quotations(text: str, block: Span, marked: list[Span]) -> Iterator[Span]:
    """What stands in marks, and what of the marked content lies in the block."""
    found = [*_QUOTED.finditer(text, block.start, block.end)]
    found += _CONTINUED.finditer(text, found[-1].end() if found else block.start, block.end)
    for m in found:
        if len(m[0].split()) >= _SHORTEST_QUOTATION:
            yield Span(*m.span())
    for span in marked:
        if span.overlaps(block) and len(span.of(text).split()) >= _SHORTEST_QUOTATION:
            yield Span(max(span.start, block.start), min(span.end, block.end))


def _joined(spans: Iterable[Span]) -> list[Span]:
    """Spans in order, those that overlap as one."""
    kept: list[Span] = []
    for span in sorted(spans):
        if kept and span.start < kept[-1].end:
            kept[-1] = Span(kept[-1].start, max(kept[-1].end, span.end))
        else:
            kept.append(span)
    return kept


def _sentences(
    text: str, start: int, end: int, is_quotation: bool, laws: list[int]
) -> Iterator[Unit]:
    if start >= end:
        return
    for s in sentences(text, Span(start, end)):
        law = any(s.start - _AROUND < at < s.end + _AROUND for at in laws)
        yield Unit(s.start, s.end, is_quotation, law)


@cache
def _speaks_of_itself() -> re.Pattern[str]:
    return re.compile("|".join(rf"\b(?:{p})" for p in _lines("self_speaking")), re.IGNORECASE)


@cache
def _law() -> re.Pattern[str]:
    return re.compile("|".join(rf"\b(?:{p})" for p in _lines("law")))


def _lines(name: str) -> list[str]:
    return [line for line in lists()[name].splitlines() if line.strip()]
