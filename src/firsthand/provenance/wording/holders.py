"""From units to reports: who holds which unit, and which pairs of reports share it.

Units whose words are all the same are compared once, however many reports hold them. Of up to
`FEW` holders each shares with each; of more, each shares with the `LEADERS` earliest, which keeps
a wire's hundreds of copies together at a cost that grows with their number alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, islice
from typing import Protocol

import numpy as np

from firsthand.provenance.wording.pairing import FEW, LEADERS
from firsthand.provenance.wording.table import U64, Rows, Table, as_rows, as_u64

SOME = 9
_MANY = 4
"""Holders from which a sentence that stands alone in each is a standing text, no copy."""


class Held(Protocol):
    """Which rows hold which unit."""

    @property
    def unit(self) -> Sequence[int] | Rows:
        """The unit of each row."""
        ...

    def of(self, unit: int) -> list[int]:
        """The rows that hold a unit, the earliest report's first."""
        ...

    def some(self, unit: int) -> list[int]:
        """The first few rows that hold a unit."""
        ...


@dataclass(frozen=True, slots=True)
class Holders:
    """Distinct units, the earliest report's first. `unit` is each row's, `rows` all by unit.

    `lead` is the first row of each unit; the rows of unit `u` are `rows[first[u]:first[u + 1]]`,
    by rank of their reports, several in one report included.
    """

    unit: Rows
    lead: Rows
    rows: Rows
    first: Rows

    def of(self, unit: int) -> list[int]:
        """The rows that hold a unit, the earliest report's first."""
        rows: list[int] = self.rows[self.first[unit] : self.first[unit + 1]].tolist()
        return rows

    def some(self, unit: int) -> list[int]:
        """The first few rows that hold a unit."""
        at = self.first[unit]
        rows: list[int] = self.rows[at : min(at + SOME, self.first[unit + 1])].tolist()
        return rows


def holders_of(table: Table, rank: Rows) -> Holders:
    """The distinct units of a table; `rank` gives each report's place by date and id."""
    same = marks_of(table)
    by_rank = np.lexsort((np.arange(len(table)), rank[as_rows(table.report)]))
    _, first, of = np.unique(same[by_rank], return_index=True, return_inverse=True)
    renumbered = np.empty(len(first), dtype=np.int64)
    renumbered[np.argsort(first)] = np.arange(len(first))
    unit = np.empty(len(table), dtype=np.int64)
    unit[by_rank] = renumbered[of]
    rows = by_rank[np.argsort(unit[by_rank], kind="stable")]
    bounds = np.searchsorted(unit[rows], np.arange(len(first) + 1))
    return Holders(unit, by_rank[np.sort(first)], rows, bounds)


def marks_of(table: Table) -> U64:
    """A number for each row, equal where all words are, and both are quoted or neither."""
    return as_u64(table.same) ^ (np.array(table.flags, dtype=np.uint64) & np.uint64(1))


def pairs_within(table: Table, rows: list[int]) -> Iterator[tuple[int, int]]:
    """Pairs of rows of different reports that hold one unit."""
    kept = _one_a_report(table, rows)
    if len(kept) <= FEW:
        yield from combinations(kept, 2)
        return
    for at, row in enumerate(kept):
        yield from ((lead, row) for lead in kept[: min(at, LEADERS)])


def pairs_between(table: Table, one: list[int], other: list[int]) -> Iterator[tuple[int, int]]:
    """Pairs of rows of different reports that hold two units which match."""
    a, b = _one_a_report(table, one), _one_a_report(table, other)
    if len(a) * len(b) <= FEW * 2:
        found = {(x, y) for x in a for y in b}
    else:
        found = {(a[0], y) for y in b} | {(x, b[0]) for x in a}
    yield from ((x, y) for x, y in sorted(found) if table.report[x] != table.report[y])


def _one_a_report(table: Table, rows: list[int]) -> list[int]:
    seen: dict[int, int] = {}
    for row in rows:
        seen.setdefault(table.report[row], row)
    return list(seen.values())


def is_standing(table: Table, holders: Held, unit: int) -> bool:
    """Whether prose is a standing text or a turn of phrase: many hold it, and it stands alone.

    Who copies a report copies what stands beside a sentence too; "did not reply to a request for
    comment" is in a hundred reports that share nothing else. A copy that is marked as one is its
    original here: to add it changes nothing.
    """
    rows = list({table.article(row): row for row in reversed(holders.of(unit))}.values())[::-1]
    if len(rows) < _MANY or table.is_quotation(rows[0]):
        return False
    looked = list(islice(rows, 64))
    return sum(_accompanied(table, holders, row) for row in looked) * 2 < len(looked)


def _accompanied(table: Table, holders: Held, row: int) -> bool:
    """Whether a unit beside a row is held by another report as well."""
    beside = (r for r in (row - 1, row + 1) if 0 <= r < len(table))
    return any(
        table.report[r] == table.report[row]
        and any(table.article(h) != table.article(row) for h in holders.some(int(holders.unit[r])))
        for r in beside
    )
