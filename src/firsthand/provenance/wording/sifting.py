"""Which pairs of rows have words enough in common, counted for many pairs at once.

Words of content are compared by the longest common subsequence (in rapidfuzz, bit-parallel); of
sorted words it is what two sentences have in common in any order. Written names count for nothing:
everybody who writes of the Harbour Guard calls it so. The thresholds are of words of content.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import LCSseq
from rapidfuzz.process import cpdist

from firsthand.provenance.wording.letters import Content, Letters
from firsthand.provenance.wording.table import LAW, QUOTATION, Rows, Table

QUOTED_RUN = 3
"""Words of content that a shared quotation has at least, names apart, in order."""
PROSE = 5
"""Words of content that make shared prose, names apart."""
PART = 0.6
"""The part of the shorter unit that the common words are."""
_LONG_RUN = 8
"""Words of content in a row that make shared prose whatever stands around them."""
_RUN, _PART_OF_LONGER = 4, 0.45
"""Words of content in a row, or the part of the longer unit, that tell a retelling from a topic."""

Block: TypeAlias = tuple[int, int, int]
"""Words that are the same: place in one, place in other, length."""


@dataclass(frozen=True, slots=True)
class Common:
    """What two rows have in common: words (names apart), all, in order; and how long they are."""

    plain: int
    all: int
    in_order: int
    shorter: int
    longer: int

    @property
    def score(self) -> float:
        """The part of the shorter row that is common."""
        return self.all / self.shorter


def sifted(letters: Letters, one: Rows, other: Rows) -> Iterator[tuple[int, Common]]:
    """Of rows side by side, the places of those with words enough in common, and how many."""
    a, b = _contents(letters, one), _contents(letters, other)
    alike = _alike(a, b)
    quoted = both(letters.table, one, other, QUOTATION)
    for place in np.flatnonzero(_able(letters.table, one, other, a, b, alike)).tolist():
        x, y = a[place], b[place]
        common = _common(x, y, int(alike[place]))
        if _is_quoted(common) if quoted[place] else _is_prose(common, x.ordered, y.ordered):
            yield place, common


def both(table: Table, one: Rows, other: Rows, flag: int) -> npt.NDArray[np.bool_]:
    """For rows side by side, whether both have a flag."""
    flags = np.frombuffer(table.flags, dtype=np.uint8)
    return (flags[one] & flags[other] & flag) > 0


def blocks_of(one: str, other: str) -> list[Block]:
    """The words that are the same in both, in order."""
    codes = LCSseq.opcodes(one, other)
    return [(o.src_start, o.dest_start, o.src_end - o.src_start) for o in codes if o.tag == "equal"]


def _contents(letters: Letters, rows: Rows) -> list[Content]:
    return [letters.content(row) for row in rows.tolist()]


def _alike(a: list[Content], b: list[Content]) -> Rows:
    """How many words of content are common, in any order."""
    ones, others = [x.sorted for x in a], [y.sorted for y in b]
    return cpdist(ones, others, scorer=LCSseq.similarity, dtype=np.int64, workers=-1)


def _able(
    table: Table, one: Rows, other: Rows, a: list[Content], b: list[Content], alike: Rows
) -> npt.NDArray[np.bool_]:
    """Which pairs may pass, by what is counted for all of them."""
    shorter = np.array([min(len(x), len(y)) for x, y in zip(a, b, strict=True)])
    quoted = both(table, one, other, QUOTATION)
    enough = np.where(quoted, alike >= QUOTED_RUN, alike >= PROSE)
    part = (alike / np.maximum(1, shorter) >= PART) | (~quoted & (alike >= _LONG_RUN))
    able: npt.NDArray[np.bool_] = ~both(table, one, other, LAW) & enough & part
    return able


def _common(one: Content, other: Content, alike: int) -> Common:
    plain = LCSseq.similarity(one.plain, other.sorted)
    in_order = LCSseq.similarity(one.ordered, other.ordered)
    return Common(plain, alike, in_order, *sorted((len(one), len(other))))


def _is_quoted(c: Common) -> bool:
    return c.plain >= QUOTED_RUN and c.in_order >= QUOTED_RUN and c.score >= PART


def _is_prose(c: Common, one: str, other: str) -> bool:
    """Whether the words stand together in both, and are not strewn over a long sentence."""
    if c.plain < PROSE:
        return False
    if c.score >= PART and c.all >= _PART_OF_LONGER * c.longer:
        return True
    run = max((n for _, _, n in blocks_of(one, other)), default=0)
    return run >= _LONG_RUN or (c.score >= PART and run >= _RUN)
