"""Lines to the words of one block: hyphens at line ends, note marks, links and places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from firsthand.ingest.draft import Anchor, DraftBlock, DraftPlace, Mark
from firsthand.ingest.pdf_blocks import Group, ends_hyphenated
from firsthand.ingest.pdf_lines import Line, Page
from firsthand.ingest.pdf_notes import target
from firsthand.ingest.report import BlockKind, Place

_TAIL = re.compile(r"[^\W\d_]+$")
_HEAD = re.compile(r"[^\W\d_]+")
_BRACKET = re.compile(r"\[(\d{1,3})\]")

Piece = tuple[Line, int, int]  # a line, and where its words begin and end in the block's


def draft_block(
    group: Group, number: int, pages: dict[int, Page], ids: frozenset[str], known: frozenset[str]
) -> DraftBlock:
    """The block as `classify` and `assemble` take it; `known` are the document's whole words."""
    rows = group.kind is BlockKind.TABLE
    lines = [_barred(line) for line in group.lines] if rows else list(group.lines)
    words, pieces = joined(lines, known)
    marks = tuple(_marks(words, pieces, ids, bool(group.note)))
    places = tuple(_places(pieces, number, pages))
    return DraftBlock(words, group.kind, places, marks, _anchors(pieces), group.note)


def joined(lines: list[Line], known: frozenset[str]) -> tuple[str, list[Piece]]:
    """The words of all lines, and where each line's stand in them."""
    words = ""
    pieces: list[Piece] = []
    for line in lines:
        cut, glue = _glue(words, line, known) if words else (0, "")
        words = words[: len(words) - cut]
        if pieces:
            last, start, end = pieces[-1]
            pieces[-1] = (last, start, min(end, len(words)))
        words += glue
        pieces.append((line, len(words), len(words) + len(line.words)))
        words += line.words
    return words, pieces


def _glue(words: str, line: Line, known: frozenset[str]) -> tuple[int, str]:
    """How many characters to take off the words before a line, and what to put between.

    A soft hyphen goes; another goes only where the joined word stands whole elsewhere in the
    document, for nobody can know whether "well-" and "known" are one word or two.
    """
    if not ends_hyphenated(words) or not line.words[0].isalnum():
        return 0, " "
    if words[-1] == "\u00ad":
        return 1, ""
    tail, head = _TAIL.search(words[:-1]), _HEAD.match(line.words)
    whole = (tail.group() + head.group()).casefold() if tail and head else ""
    return (1, "") if line.words[0].islower() and whole in known else (0, "")


def _barred(line: Line) -> Line:
    """A table's row with bars between its cells."""
    starts = [start for start, _, _ in line.cells[1:]]
    ends = [*starts, len(line.words) + 1]
    cells = [line.words[a : b - 1] for a, b in zip([0, *starts], ends, strict=True)]

    def moved(at: int) -> int:
        return at + 2 * sum(start <= at for start in starts)

    marks = tuple(Mark(moved(m.start), moved(m.end - 1) + 1, m.note) for m in line.marks)
    anchors = tuple(Anchor(moved(a.start), moved(a.end - 1) + 1, a.url) for a in line.anchors)
    return _replaced(line, " | ".join(cells), marks, anchors)


def _replaced(line: Line, words: str, marks: tuple[Mark, ...], anchors: tuple[Anchor, ...]) -> Line:
    place = (line.page, words, line.box, line.base, line.size, line.bold)
    return Line(*place, line.cells, marks, anchors)


def _marks(words: str, pieces: list[Piece], ids: frozenset[str], note: bool) -> Iterator[Mark]:
    """The marks that lead to a note; a note's own number is none."""
    for line, start, end in pieces:
        for mark in line.marks:
            name = target(line.page, mark.note, ids)
            own = note and start + mark.start == 0
            if name and not own and start + mark.end <= end:
                yield Mark(start + mark.start, start + mark.end, name)
    if not note:
        yield from _bracketed(words, ids)


def _bracketed(words: str, ids: frozenset[str]) -> Iterator[Mark]:
    for found in _BRACKET.finditer(words):
        if (name := f"n-{found.group(1)}") in ids:
            yield Mark(found.start(), found.end(), name)


def _anchors(pieces: list[Piece]) -> tuple[Anchor, ...]:
    """The links, one that runs over a line's end as one."""
    made: list[Anchor] = []
    for line, start, end in pieces:
        for anchor in line.anchors:
            begins, ends = start + anchor.start, min(start + anchor.end, end)
            last = made[-1] if made else None
            if last and last.url == anchor.url and begins - last.end <= 1:
                begins = made.pop().start
            if begins < ends:
                made.append(Anchor(begins, ends, anchor.url))
    return tuple(made)


def _places(pieces: list[Piece], number: int, pages: dict[int, Page]) -> Iterator[DraftPlace]:
    """One place a page, its box around all lines of the block on that page."""
    for page, run in groupby(pieces, key=lambda piece: piece[0].page):
        items = list(run)
        boxes = [line.box for line, _, _ in items]
        left, bottom, right, top = zip(*boxes, strict=True)
        box = pages[page].original((min(left), min(bottom), max(right), max(top)))
        rounded = (round(box[0], 2), round(box[1], 2), round(box[2], 2), round(box[3], 2))
        place = Place(paragraph=number, page=page, box=rounded)
        yield DraftPlace(items[0][1], items[-1][2], place)
