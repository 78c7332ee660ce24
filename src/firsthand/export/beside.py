"""What is shown beside a statement: where it stands, and the notes at its words."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import islice

from firsthand.export.visible import on_one_line
from firsthand.ingest.report import Block, Note, Place, Report
from firsthand.reading.attribution import Attribution
from firsthand.text import Span

_SENTENCE_ENDS = re.compile(r"[.!?][\"”’)]*\s|\n")
_BEHIND = 200
"""Characters behind a statement within which the mark of its note is looked for."""


def where(report: Report, span: Span) -> str:
    """The block and place where a span begins: "paragraph, page 3"."""
    block = next(b for b in _from(report, span) if b.span.overlaps(span))
    return f"{block.kind.value.replace('_', ' ')}, {_placed(_place(block, span))}"


def _from(report: Report, span: Span) -> Iterator[Block]:
    """The blocks, which are in the order of the text, from the one in which a span begins."""
    first = bisect_right(report.blocks, span.start, key=lambda b: b.span.start) - 1
    return islice(report.blocks, max(first, 0), None)


def notes_at(report: Report, a: Attribution) -> Iterator[str]:
    """The notes whose marks stand in the statement or at the end of its sentence, with words."""
    for note in report.notes:
        if _stands_at(report, note, a) and not any(note.body.contains(s) for s in a.source):
            mark, body = (on_one_line(report.words(span)) for span in (note.mark, note.body))
            yield f"note {mark.strip('[]()')}: {body.removeprefix(mark).strip()}"


def _stands_at(report: Report, note: Note, a: Attribution) -> bool:
    if any(span.overlaps(note.mark) for span in a.content):
        return True
    behind = max(span.end for span in (*a.source, *a.cue, *a.content))
    between = report.text[behind : note.mark.start]
    near = behind <= note.mark.start <= behind + _BEHIND
    return near and not _SENTENCE_ENDS.search(between)


def _place(block: Block, span: Span) -> Place:
    return next((p.place for p in block.places if p.span.overlaps(span)), block.places[0].place)


def _placed(place: Place) -> str:
    if place.page is not None:
        return f"page {place.page}"
    return f"line {place.line}" if place.line is not None else f"number {place.paragraph}"
