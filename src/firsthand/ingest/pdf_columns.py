"""Columns whose lines the file holds row by row, as some scanners' programs write them.

Nearly every file holds one column after the other, and then nothing is done here. Only where
many lines in a row are cut at one height of the page, and go on as prose does, are they parted.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, pairwise

from firsthand.ingest.pdf_raw import Glyph

ROWS = 8  # as many lines, one after the other
GUTTER = 1.0  # of the font's size, and more: room between two columns
LONG = 18  # characters in a column's line, on average
PROSE = 0.4  # of the lines, and more, begin in lower case

Cut = tuple[list[Glyph], list[Glyph]]


def by_column(lines: list[list[Glyph]]) -> list[list[Glyph]]:
    """The same lines, with two columns held row by row read one after the other."""
    cuts = [_cut(line) for line in lines]
    made: list[list[Glyph]] = []
    for _, run in groupby(enumerate(cuts), key=lambda item: _place(item[1])):
        rows = [(lines[at], cut) for at, cut in run]
        made.extend(_parted(rows))
    return made


def _place(cut: Cut | None) -> int | None:
    """Where the right column begins, in steps of a few points."""
    return round(cut[1][0].left / 4) if cut else None


def _parted(rows: list[tuple[list[Glyph], Cut | None]]) -> Iterator[list[Glyph]]:
    cuts = [cut for _, cut in rows if cut]
    if len(cuts) < ROWS or not _is_prose(cuts):
        yield from (line for line, _ in rows)
        return
    yield from (left for left, _ in cuts)
    yield from (right for _, right in cuts)


def _is_prose(cuts: list[Cut]) -> bool:
    sides = [side for cut in cuts for side in cut]
    long = min(sum(map(len, side)) for side in zip(*cuts, strict=True)) >= LONG * len(cuts)
    return long and sum(side[0].char.islower() for side in sides) >= PROSE * len(sides)


def _cut(line: list[Glyph]) -> Cut | None:
    """The line in two at its one wide gap; None where it has none or several."""
    shown = [at for at, glyph in enumerate(line) if not glyph.char.isspace()]
    gaps = [two for one, two in pairwise(shown) if _is_wide(line[one], line[two])]
    return (line[: gaps[0]], line[gaps[0] :]) if len(gaps) == 1 else None


def _is_wide(one: Glyph, two: Glyph) -> bool:
    return two.left - one.right > GUTTER * max(one.size, two.size)
