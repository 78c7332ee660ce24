"""From words that a person quotes to the place in a report where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from firsthand.case.ground import Ground, plain
from firsthand.case.state import Held, State
from firsthand.errors import BadJudgement, NotInCase
from firsthand.ingest.report import Block
from firsthand.text import Span, trimmed

_LEFT_OUT: Final = re.compile(r"\s*\[(?:…|\.\.\.)\]\s*")
"""What stands between the parts of a quote that is shown in parts."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A report as it lies before a person who judges it; `case` is what an error names."""

    case: str
    state: State

    @property
    def text(self) -> str:
        """The text that all spans refer to."""
        return self.state.record.report.text

    def held(self, statement: str) -> Held:
        """A statement or remark by its id; raises `NotInCase`."""
        for held in self.state.all:
            if held.id == statement:
                return held
        raise NotInCase(self.case, f"report {self.state.report} has no statement {statement}")

    def refused(self, why: str) -> BadJudgement:
        """The error that says what is wrong with a judgement."""
        return BadJudgement(self.case, why, place=f"report {self.state.report[:8]}")


def occurrences(sheet: Sheet, quote: str) -> list[Span]:
    """Everywhere that the words stand, whatever the white space and the form of quotation marks."""
    ground, sought = Ground.of(sheet.text), plain(quote).strip()
    return [ground.span(at, at + len(sought)) for at in ground.occurrences(sought)]


def place_of(sheet: Sheet, quote: str, *, near: Sequence[Span] = (), after: str = "") -> Span:
    """The one place where the words stand; raises `BadJudgement` rather than guess.

    Words that stand in several places are those in the one block of `near` that has them once, or
    the first behind the words `after`.
    """
    found = occurrences(sheet, quote)
    if after:
        behind = place_of(sheet, after).end
        found = [span for span in found if span.start >= behind][:1]
    elif len(found) > 1:
        close = _within(blocks_at(sheet, near), found)
        found = close if len(close) == 1 else found
    if len(found) != 1:
        raise sheet.refused(_why(quote, len(found), after))
    return found[0]


def places_of(sheet: Sheet, quote: str, *, near: Sequence[Span] = ()) -> tuple[Span, ...]:
    """The places of a quote whose parts are joined by ``[…]``, in order, a span a block."""
    parts = [part for part in _LEFT_OUT.split(quote) if part.strip()]
    if not parts:
        raise sheet.refused("a quote is empty; give words of the report")
    found = (place_of(sheet, part, near=near) for part in parts)
    return tuple(sorted(piece for span in found for piece in by_block(sheet, span)))


def by_block(sheet: Sheet, span: Span) -> Iterator[Span]:
    """The parts of a span that stand in each block: no span runs over two paragraphs."""
    for block in blocks_at(sheet, [span]):
        start, end = max(span.start, block.span.start), min(span.end, block.span.end)
        if part := trimmed(sheet.text, start, end):
            yield part


def spans_of(held: Held) -> tuple[Span, ...]:
    """All the words that a statement stands on."""
    a = held.now.attribution
    return (*a.source, *a.cue, *a.content)


def blocks_at(sheet: Sheet, spans: Sequence[Span]) -> list[Block]:
    """The blocks that hold some of these spans."""
    blocks = sheet.state.record.report.blocks
    return [block for block in blocks if any(block.span.overlaps(span) for span in spans)]


def _within(blocks: Sequence[Block], found: Sequence[Span]) -> list[Span]:
    return [span for span in found if any(block.span.contains(span) for block in blocks)]


def _why(quote: str, count: int, after: str) -> str:
    shown = f"“{' '.join(quote.split())}”"
    if count > 1:
        return f"{shown} stands there {count} times; quote more words, or name words before it"
    where = f" behind “{' '.join(after.split())}”" if after else ""
    return f"{shown} does not stand in the report{where}; quote its words exactly"
