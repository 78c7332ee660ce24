"""Two units side by side: whether they share wording, how, and from where to where.

What has words of content enough in common (`sifting`) is aligned word by word, for the spans.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from firsthand.provenance.lexis import words_in
from firsthand.provenance.wording.letters import Letters
from firsthand.provenance.wording.shared import How
from firsthand.provenance.wording.sifting import (
    PART,
    PROSE,
    QUOTED_RUN,
    Block,
    Common,
    blocks_of,
    sifted,
)
from firsthand.provenance.wording.table import Rows, Table

_QUOTED_WORDS = 5
"""Words in a row, of content or not, that make a shared quotation."""
_CUT_RUN, _CUT_WORDS = 4, 7
"""Words in the longest run, and in all, of a quotation from whose middle something was cut."""
_IN_ORDER = 0.7
"""The part of the common words that stand in the same order, below which they were reordered."""
_LEFT_OUT = 3
"""Words that the longer unit has more, from which the shorter is a cut of it."""
_AT_ONCE = 200_000
"""Pairs that are counted at once."""


@dataclass(frozen=True, slots=True)
class Match:
    """Wording that two rows share. `one` and `other` are the first word and the one after the last.

    `blocks` are the words that are the same.
    """

    how: How
    score: float
    words: int
    one: tuple[int, int]
    other: tuple[int, int]
    blocks: tuple[Block, ...]


def matches(letters: Letters, one: Rows, other: Rows) -> Iterator[tuple[int, Match]]:
    """Of rows side by side, the places of those that share wording, and what they share."""
    for at in range(0, len(one), _AT_ONCE):
        letters = letters.renewed()
        ones, others = one[at : at + _AT_ONCE], other[at : at + _AT_ONCE]
        for place, common in sifted(letters, ones, others):
            found = _aligned(letters, int(ones[place]), int(others[place]), common)
            if found is not None:
                yield at + place, found


def qualifies(table: Table, row: int) -> int | None:
    """The words of a row that tell it apart, if they are enough to be shared wording alone."""
    if table.is_law(row):
        return None
    words = len({w for w, n in zip(table.words(row), table.names(row), strict=True) if not n})
    if table.is_quotation(row):
        return words if words >= QUOTED_RUN and _length(table, row) >= _QUOTED_WORDS else None
    return words if words >= PROSE else None


def _length(table: Table, row: int) -> int:
    return sum(1 for _ in words_in(table.text(row), table.start[row], table.end[row]))


def _aligned(letters: Letters, one: int, other: int, c: Common) -> Match | None:
    """The match word by word; None for a quotation of which too few words stand in a row."""
    a, b = letters.words(one).letters, letters.words(other).letters
    blocks = blocks_of(a, b)
    quoted = letters.table.is_quotation(one) and letters.table.is_quotation(other)
    if not blocks or (quoted and not _are_words_kept([n for _, _, n in blocks])):
        return None
    kept = _close(blocks)
    first, last = kept[0], kept[-1]
    at = (first[0], last[0] + last[2]), (first[1], last[1] + last[2])
    return Match(_how(c, kept, len(a), len(b)), c.score, c.plain, *at, kept)


def _are_words_kept(runs: list[int]) -> bool:
    """Whether a quotation's words stand in one run, or in several that were cut out of one."""
    longest = max(runs)
    return longest >= _QUOTED_WORDS or (longest >= _CUT_RUN and sum(runs) >= _CUT_WORDS)


def _close(blocks: list[Block]) -> tuple[Block, ...]:
    """Without single words at the edges that stand far from the rest ("the", "of")."""
    kept = list(blocks)
    while len(kept) > 1 and kept[0][2] == 1 and _apart(kept[0], kept[1]):
        kept.pop(0)
    while len(kept) > 1 and kept[-1][2] == 1 and _apart(kept[-2], kept[-1]):
        kept.pop()
    return tuple(kept)


def _apart(before: Block, after: Block) -> bool:
    return max(after[0] - before[0] - before[2], after[1] - before[1] - before[2]) > 1


def _how(c: Common, blocks: tuple[Block, ...], a: int, b: int) -> How:
    same = sum(n for _, _, n in blocks)
    if same == min(a, b):
        whole = len(blocks) == 1 and abs(a - b) < _LEFT_OUT
        return How.VERBATIM if whole else How.CUT
    if c.in_order < _IN_ORDER * c.all:
        return How.REORDERED
    return How.LIGHT_REWRITE if c.in_order >= PART * c.shorter else How.REWORDED
