"""Which parts of two lists are the same, in order: patience alignment (Bram Cohen's).

What stands once in each list pins the two together, and what lies between the pins is aligned in
the same way. It costs about as much as reading the lists, where difflib's search for the longest
run costs their product; difflib ends what is short and has no pin. Between long parts without
any pin nothing is matched: then they are shown as changed whole, which is never wrong.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

_SHORT: Final = 40_000
"""Product of the two lengths up to which difflib is quick (some milliseconds)."""
_WIDTHS: Final = (1, 8)
"""Items in a row that make a pin; eight are four words with the spaces between."""
_DEEPEST: Final = 30
"""Times that what lies between pins is pinned again."""

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Part:
    """From `a` up to `a_end` of the one list, from `b` up to `b_end` of the other."""

    a: int
    a_end: int
    b: int
    b_end: int
    depth: int = 0

    @property
    def size(self) -> int:
        """The work for a search that compares all with all."""
        return (self.a_end - self.a) * (self.b_end - self.b)


def aligned(one: Sequence[str], other: Sequence[str]) -> list[Pair]:
    """The places of equal items, rising in both lists."""
    found, parts = list[Pair](), [_Part(0, len(one), 0, len(other))]
    while parts:
        part = parts.pop()
        found += _ends(one, other, part)
        inner = _inner(one, other, part)
        pins = _pins(one, other, inner) if inner.size and inner.depth < _DEEPEST else []
        if pins:
            found += pins
            parts += _between(pins, inner)
        elif inner.size <= _SHORT:
            found += _searched(one, other, inner)
    return sorted(found)


def _inner(one: Sequence[str], other: Sequence[str], p: _Part) -> _Part:
    """The part without what is the same at its start and at its end."""
    a, b, a_end, b_end = p.a, p.b, p.a_end, p.b_end
    while a < a_end and b < b_end and one[a] == other[b]:
        a, b = a + 1, b + 1
    while a < a_end and b < b_end and one[a_end - 1] == other[b_end - 1]:
        a_end, b_end = a_end - 1, b_end - 1
    return _Part(a, a_end, b, b_end, p.depth)


def _ends(one: Sequence[str], other: Sequence[str], p: _Part) -> Iterator[Pair]:
    inner = _inner(one, other, p)
    yield from zip(range(p.a, inner.a), range(p.b, inner.b), strict=True)
    yield from zip(range(inner.a_end, p.a_end), range(inner.b_end, p.b_end), strict=True)


def _pins(one: Sequence[str], other: Sequence[str], p: _Part) -> list[Pair]:
    """The longest rising row of what stands once in each: an item, else a few in a row."""
    for width in _WIDTHS:
        there = _single(other, p.b, p.b_end, width)
        here = _single(one, p.a, p.a_end, width)
        row = _rising([(a, there[items]) for items, a in here.items() if items in there])
        if row:
            return row
    return []


def _single(items: Sequence[str], start: int, end: int, width: int) -> dict[tuple[str, ...], int]:
    """The first place of each row of so many items that stands only once."""
    rows = [tuple(items[i : i + width]) for i in range(start, end - width + 1)]
    times = Counter(rows)
    return {row: start + i for i, row in enumerate(rows) if times[row] == 1}


def _rising(pairs: Sequence[Pair]) -> list[Pair]:
    """Longest increasing subsequence by the second place; the first already rises."""
    tops, ends, before = list[int](), list[int](), list[int]()
    for i, (_, b) in enumerate(pairs):
        pile = bisect_left(tops, b)
        before.append(ends[pile - 1] if pile else -1)
        tops[pile : pile + 1], ends[pile : pile + 1] = [b], [i]
    row, i = list[Pair](), ends[-1] if ends else -1
    while i >= 0:
        row.append(pairs[i])
        i = before[i]
    return row[::-1]


def _between(pins: Sequence[Pair], p: _Part) -> Iterator[_Part]:
    a, b = p.a, p.b
    for next_a, next_b in (*pins, (p.a_end, p.b_end)):
        if next_a > a and next_b > b:
            yield _Part(a, next_a, b, next_b, p.depth + 1)
        a, b = next_a + 1, next_b + 1


def _searched(one: Sequence[str], other: Sequence[str], p: _Part) -> Iterator[Pair]:
    """What difflib finds; never the longest common row, but a readable one."""
    pieces = SequenceMatcher(None, one[p.a : p.a_end], other[p.b : p.b_end], autojunk=False)
    for a, b, size in pieces.get_matching_blocks():
        yield from ((p.a + a + i, p.b + b + i) for i in range(size))
