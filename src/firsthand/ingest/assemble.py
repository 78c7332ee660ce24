"""From classified blocks to the one text and its spans."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from firsthand.ingest.draft import Draft, DraftBlock
from firsthand.ingest.report import Block, BlockKind, Link, Note, PlacedSpan
from firsthand.text import Span

_BETWEEN = "\n\n"


@dataclass(frozen=True, slots=True)
class Assembled:
    """The text of a report, and everything that points into it."""

    text: str
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...]
    links: tuple[Link, ...]


def assemble(draft: Draft) -> Assembled:
    """The text: the decoded file where the draft has it, else the blocks' words, a line apart."""
    starts = tuple(_starts(draft.blocks))
    text = draft.text if draft.text is not None else _BETWEEN.join(b.words for b in draft.blocks)
    placed = tuple(zip(starts, draft.blocks, strict=True))
    return Assembled(
        text,
        tuple(_block(start, block) for start, block in placed),
        tuple(_notes(placed)),
        tuple(
            Link(Span(start + a.start, start + a.end), a.url)
            for start, block in placed
            for a in block.anchors
        ),
    )


def _starts(blocks: Sequence[DraftBlock]) -> Iterator[int]:
    at = 0
    for block in blocks:
        yield at if block.offset is None else block.offset
        at += len(block.words) + len(_BETWEEN)


def _block(start: int, block: DraftBlock) -> Block:
    places = tuple(PlacedSpan(Span(start + p.start, start + p.end), p.place) for p in block.places)
    span = Span(start, start + len(block.words))
    return Block(block.kind or BlockKind.PARAGRAPH, span, places)


def _notes(placed: Sequence[tuple[int, DraftBlock]]) -> Iterator[Note]:
    bodies = {b.note: Span(at, at + len(b.words)) for at, b in placed if b.note is not None}
    for start, block in placed:
        for mark in block.marks:
            if mark.note in bodies:
                yield Note(Span(start + mark.start, start + mark.end), bodies[mark.note])
