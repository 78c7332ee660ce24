"""A draft: what a format's reader saw, before the one text and its offsets are made.

Every format ends in the same `Draft`: blocks of words with what the markup says of each. Then
`classify` gives each block its kind and `assemble` makes the text and the spans, once.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import TypeVar

from firsthand.ingest.report import BlockKind, Place


@dataclass(frozen=True, slots=True)
class Mark:
    """A note's mark at `start`..`end` of a draft block's words; `note` names the note."""

    start: int
    end: int
    note: str


@dataclass(frozen=True, slots=True)
class Anchor:
    """The words at `start`..`end` of a draft block lead to `url`."""

    start: int
    end: int
    url: str


@dataclass(frozen=True, slots=True)
class DraftPlace:
    """The words at `start`..`end` of a draft block stand at `place` of the original."""

    start: int
    end: int
    place: Place


_Located = TypeVar("_Located", Mark, Anchor, DraftPlace)


@dataclass(frozen=True, slots=True)
class DraftBlock:
    """Words of one block, as they will stand in the text, and what the markup says of them.

    `kind` is None where the format says nothing (all of plain text, most of a PDF); then
    `classify` decides by the words. `note` names the note of which this block is the body (a
    note of several paragraphs: its first). `offset` is the place of the words in the decoded
    file, for the formats whose file is the text (plain text). `bullet` marks a list's item.
    """

    words: str
    kind: BlockKind | None
    places: tuple[DraftPlace, ...]
    marks: tuple[Mark, ...] = ()
    anchors: tuple[Anchor, ...] = ()
    note: str | None = None
    offset: int | None = None
    bullet: bool = False


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the document itself says of its title, author, outlet, date and language."""

    title: str | None = None
    byline: str | None = None
    outlet: str | None = None
    published: dt.date | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """The blocks in reading order; `text` is the decoded file where that is the text."""

    blocks: tuple[DraftBlock, ...]
    metadata: Metadata = Metadata()
    text: str | None = None
    warnings: tuple[str, ...] = ()


def place_all(words: str, place: Place) -> tuple[DraftPlace, ...]:
    """One place for all of a block's words."""
    return (DraftPlace(0, len(words), place),)


def cut(block: DraftBlock, start: int, end: int) -> DraftBlock:
    """The part of a block from `start` to `end`, with what stands in it."""
    return replace(
        block,
        words=block.words[start:end],
        places=_within(block.places, start, end),
        marks=_within(block.marks, start, end),
        anchors=_within(block.anchors, start, end),
        offset=None if block.offset is None else block.offset + start,
    )


def _within(items: tuple[_Located, ...], start: int, end: int) -> tuple[_Located, ...]:
    inside = (i for i in items if i.start < end and i.end > start)
    return tuple(
        replace(i, start=max(i.start, start) - start, end=min(i.end, end) - start) for i in inside
    )
