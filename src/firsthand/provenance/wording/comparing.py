"""Two units side by side: whether they share wording, how, and from where to where.

Words of content are compared by the longest common subsequence (in rapidfuzz, bit-parallel); what
passes is then aligned word by word, for the spans. Written names count for nothing: everybody
who writes of the Harbour Guard calls it so. The thresholds are of words of content, names apart.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from firsthand.provenance.lexis import words_in
from firsthand.provenance.wording.shared import How
from firsthand.provenance.wording.table import Table

_QUOTED_RUN = 3
"""Words of content in a row that make a shared quotation."""
_QUOTED_WORDS = 5
"""Words in a row, of content or not, that make one."""
_CUT_RUN, _CUT_WORDS = 4, 7
"""Words in the longest run, and in all, of a quotation from whose middle something was cut."""
_PROSE = 5
"""Words of content that make shared prose, and the part of the shorter unit that they are."""
_PROSE_PART = 0.6
_LONG_RUN = 8
"""Words of content in a row that make shared prose whatever stands around them."""
_RUN, _PART_OF_LONGER = 4, 0.45
"""Words of content in a row, or the part of the longer unit, that tell a retelling from a topic."""
_IN_ORDER = 0.7
"""The part of the common words that stand in the same order, below which they were reordered."""
_LEFT_OUT = 3
"""Words that the longer unit has more, from which the shorter is a cut of it."""


@dataclass(frozen=True, slots=True)
class Match:
    """Wording that two rows share. `one` and `other` are the first word and the one after the last.

    `blocks` are the words that are the same, as (place in one, place in other, length).
    """

    how: How
    score: float
    words: int
    one: tuple[int, int]
    other: tuple[int, int]
    blocks: tuple[tuple[int, int, int], ...]


@dataclass(frozen=True, slots=True)
class _Common:
    """What two lists of content have in common: words (names apart), all, in order, in a row."""

    plain: int
    all: int
    in_order: int
    run: int
    shorter: int
    longer: int

    @property
    def score(self) -> float:
        return self.all / self.shorter

    @property
    def is_close(self) -> bool:
        """Whether the words stand together in both, not strewn over a long sentence."""
        return self.run >= _RUN or self.all >= _PART_OF_LONGER * self.longer


def match(table: Table, one: int, other: int) -> Match | None:
    """What two rows share; None where it is too little to be shared wording."""
    if table.is_law(one) and table.is_law(other):
        return None
    a, b = table.words(one), table.words(other)
    together = Counter(a) & Counter(b)
    if together.total() < _QUOTED_RUN:
        return None
    common = _common(a, b, together, dict(zip(a, table.names(one), strict=True)))
    if table.is_quotation(one) and table.is_quotation(other):
        return _aligned(table, one, other, common) if _is_quoted(common) else None
    return _aligned(table, one, other, common) if _is_prose(common) else None


def qualifies(table: Table, row: int) -> int | None:
    """The words of a row that tell it apart, if they are enough to be shared wording alone."""
    if table.is_law(row):
        return None
    words = len({w for w, n in zip(table.words(row), table.names(row), strict=True) if not n})
    if table.is_quotation(row):
        return (
            words if words >= _QUOTED_RUN and len(words_of(table, row)) >= _QUOTED_WORDS else None
        )
    return words if words >= _PROSE else None


def _common(a: list[int], b: list[int], together: Counter[int], named: dict[int, int]) -> _Common:
    plain = sum(n for word, n in together.items() if not named[word])
    blocks = LCSseq.opcodes(a, b)
    same = [o.src_end - o.src_start for o in blocks if o.tag == "equal"]
    sizes = min(len(a), len(b)), max(len(a), len(b))
    return _Common(plain, together.total(), sum(same), max(same, default=0), *sizes)


def _is_quoted(c: _Common) -> bool:
    return c.plain >= _QUOTED_RUN and c.in_order >= _QUOTED_RUN and c.score >= _PROSE_PART


def _is_prose(c: _Common) -> bool:
    if c.plain < _PROSE:
        return False
    return c.run >= _LONG_RUN or (c.score >= _PROSE_PART and c.is_close)


def _aligned(table: Table, one: int, other: int, c: _Common) -> Match | None:
    """The match word by word; None for a quotation of which too few words stand in a row."""
    a, b = words_of(table, one), words_of(table, other)
    codes = LCSseq.opcodes(a, b)
    blocks = tuple(
        (o.src_start, o.dest_start, o.src_end - o.src_start) for o in codes if o.tag == "equal"
    )
    quoted = table.is_quotation(one) and table.is_quotation(other)
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


def _close(blocks: tuple[tuple[int, int, int], ...]) -> tuple[tuple[int, int, int], ...]:
    """Without single words at the edges that stand far from the rest ("the", "of")."""
    kept = list(blocks)
    while len(kept) > 1 and kept[0][2] == 1 and _apart(kept[0], kept[1]):
        kept.pop(0)
    while len(kept) > 1 and kept[-1][2] == 1 and _apart(kept[-2], kept[-1]):
        kept.pop()
    return tuple(kept)


def _apart(before: tuple[int, int, int], after: tuple[int, int, int]) -> bool:
    return max(after[0] - before[0] - before[2], after[1] - before[1] - before[2]) > 1


def _how(c: _Common, blocks: tuple[tuple[int, int, int], ...], a: int, b: int) -> How:
    same = sum(n for _, _, n in blocks)
    if same == min(a, b):
        whole = len(blocks) == 1 and abs(a - b) < _LEFT_OUT
        return How.VERBATIM if whole else How.CUT
    if c.in_order < _IN_ORDER * c.all:
        return How.REORDERED
    return How.LIGHT_REWRITE if c.in_order >= _PROSE_PART * c.shorter else How.REWORDED


def words_of(table: Table, row: int) -> list[str]:
    """All words of a row in small letters, with one sort of apostrophe."""
    found = words_in(table.text(row), table.start[row], table.end[row])
    return [m[0].lower().replace("’", "'") for m in found]
