"""The units of all reports, who holds them and which of them match, kept for one report more.

Everything here is told by a few others: a unit by those who hold it and what stands beside them,
two units by the keys that they share and who else has those. So a new report is looked at with
these alone, and what comes out is what `finding.seeking` would find among all.
"""

from __future__ import annotations

import datetime as dt
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from firsthand.provenance.citing.dating import as_of
from firsthand.provenance.filed import FiledReport
from firsthand.provenance.keeping.buckets import Buckets
from firsthand.provenance.wording.comparing import qualifies
from firsthand.provenance.wording.finding import Sought
from firsthand.provenance.wording.holders import (
    SOME,
    is_standing,
    marks_of,
    pairs_between,
    pairs_within,
)
from firsthand.provenance.wording.table import QUOTATION, Table

Emitted = frozenset[tuple[int, int, object]]
"""Pairs of rows that share wording by one unit or two, each with what the wording hangs on."""
NOTHING: Emitted = frozenset()


class Units:
    """Units by number. `rows` are those that hold each, the earliest report's first.

    `place` is each report's date and id: what comes first is told by these, so that nothing has
    to be numbered anew. It answers as `Holders` does.
    """

    def __init__(self, table: Table, sought: Sought) -> None:
        holders = sought.holders
        self.table = table
        self.place: list[tuple[dt.date, str]] = [(as_of(r), r.id) for r in table.reports]
        self.unit = array("q", holders.unit.tolist())
        self.rows = [holders.of(unit) for unit in range(len(holders.lead))]
        marks = marks_of(table)[holders.lead].tolist()
        self.number: dict[int, int] = dict(zip(marks, range(len(marks)), strict=True))
        self.standing = set(sought.standing)
        self.buckets = Buckets(sought.keys)
        self.matched: dict[int, set[int]] = {}
        self.match(zip(sought.matched[::2], sought.matched[1::2], strict=True))

    def match(self, pairs: Iterable[tuple[int, int]]) -> None:
        """These units share wording."""
        for one, other in pairs:
            self.matched.setdefault(one, set()).add(other)
            self.matched.setdefault(other, set()).add(one)

    def unmatch(self, one: int, other: int) -> None:
        """These do so no longer."""
        self.matched[one].discard(other)
        self.matched[other].discard(one)

    def of(self, unit: int) -> list[int]:
        """The rows that hold a unit, the earliest report's first."""
        return self.rows[unit]

    def some(self, unit: int) -> list[int]:
        """The first few rows that hold a unit."""
        return self.rows[unit][:SOME]

    def lead(self, unit: int) -> int:
        """The first row that holds a unit."""
        return self.rows[unit][0]

    def at(self, row: int) -> tuple[tuple[dt.date, str], int]:
        """Where a row stands among all, by its report's date and id."""
        return self.place[self.table.report[row]], row

    def rank(self, unit: int) -> tuple[tuple[dt.date, str], int]:
        """Where a unit stands among all: where its first row does."""
        return self.at(self.rows[unit][0])

    def in_order(self, one: int, other: int) -> tuple[int, int]:
        """Two units, the earlier first."""
        return (one, other) if self.rank(one) < self.rank(other) else (other, one)

    def entered(self, report: FiledReport) -> tuple[range, list[int]]:
        """A new report's rows, and the units among them that nobody held; they hold no row yet."""
        self.place.append((as_of(report), report.id))
        rows, fresh = self.table.add(report), list[int]()
        for row in rows:
            mark = self.table.same[row] ^ (self.table.flags[row] & QUOTATION)
            if mark not in self.number:
                self.number[mark] = len(self.rows)
                fresh.append(len(self.rows))
                self.rows.append([])
            self.unit.append(self.number[mark])
        return rows, fresh

    def hold(self, rows: Iterable[int]) -> None:
        """Puts rows among those that hold their units."""
        for row in rows:
            held = self.rows[self.unit[row]]
            held.insert(bisect_left(held, self.at(row), key=self.at), row)

    def within(self, unit: int, *, turned: bool = False) -> Emitted:
        """The rows that share a unit, if it is anyone's wording; or was, where that has turned."""
        rows = self.rows[unit]
        if len(rows) < 2 or (unit in self.standing) != turned:
            return NOTHING
        words = qualifies(self.table, rows[0])
        if words is None:
            return NOTHING
        return frozenset((a, b, words) for a, b in pairs_within(self.table, rows))

    def between(self, one: int, other: int) -> Emitted:
        """The rows that share wording by two units that match."""
        low, high = self.in_order(one, other)
        told = self.lead(low), self.lead(high)
        found = pairs_between(self.table, self.rows[low], self.rows[high])
        return frozenset((a, b, told) for a, b in found)

    def beside(self, units: Iterable[int]) -> set[int]:
        """The units that stand beside a row of one of some units."""
        rows = (row for unit in units for row in self.rows[unit])
        return {self.unit[near] for row in rows for near in self._near(row)}

    def _near(self, row: int) -> Iterator[int]:
        for near in (row - 1, row + 1):
            if 0 <= near < len(self.table) and self.table.report[near] == self.table.report[row]:
                yield near

    def turned(self, units: Iterable[int]) -> set[int]:
        """Of some units those that have become a standing text, or are none any longer."""
        found = {u for u in units if is_standing(self.table, self, u) != (u in self.standing)}
        self.standing ^= found
        return found
