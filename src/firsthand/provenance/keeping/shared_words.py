"""What two reports share in words, told by their own units: kept by pair, and made anew by pair."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from firsthand.provenance.citing.dating import as_of
from firsthand.provenance.filed import FiledReport
from firsthand.provenance.keeping.one_more import touched_by
from firsthand.provenance.keeping.units import Emitted, Units
from firsthand.provenance.wording.comparing import Match, matches
from firsthand.provenance.wording.finding import Found, beside, in_order, seeking, sure_cuts
from firsthand.provenance.wording.letters import Letters
from firsthand.provenance.wording.passages import Passages
from firsthand.provenance.wording.shared import Cut, Shared
from firsthand.provenance.wording.table import Table

Pair = tuple[str, str]
"""Two reports, the earlier by date and id first."""


@dataclass(frozen=True, slots=True)
class Words:
    """The passages that two reports share, in order, and what one of them cut."""

    shared: tuple[Shared, ...]
    cuts: tuple[Cut, ...] = ()


@dataclass(frozen=True, slots=True)
class _Rows:
    """Two rows of two reports that hold units which match; `told` are the first rows of these."""

    one: int
    other: int
    told: tuple[int, int]


class Between:
    """The words between reports, as the units now stand; what several pairs ask is kept."""

    def __init__(self, units: Units) -> None:
        self._units = units
        self._letters = Letters(units.table)
        self._making = Passages(self._letters, units.place)
        self._within = cache(self._of_one)
        self._between = cache(self._of_two)
        self._first = cache(self._first_rows)
        self._matches: dict[tuple[int, int], Match] = {}

    def words(self, pairs: Iterable[tuple[int, int]]) -> Iterator[tuple[Pair, Words | None]]:
        """The words of pairs of reports, by place in the table; None where they share none."""
        rows = {pair: list(self._rows(*pair)) for pair in pairs}
        self._match(sorted({r.told for found in rows.values() for r in found}))
        for (one, other), found in rows.items():
            reports = self._units.table.reports
            yield (reports[one].id, reports[other].id), self._words(one, other, found)

    def _words(self, one: int, other: int, rows: Sequence[_Rows]) -> Words | None:
        found = Found(list(self._same(one, other)))
        for r in rows:
            matched = self._matches[r.told]
            found.shared.append(self._making.shared(r.one, r.other, matched))
            if cut := self._cut(r, matched):
                found.cuts.append(cut)
        return words_of(found) if found.shared else None

    def _cut(self, rows: _Rows, matched: Match) -> Cut | None:
        table = self._units.table
        quoted = table.is_quotation(rows.one) and table.is_quotation(rows.other)
        return self._making.cut(rows.one, rows.other, matched) if quoted else None

    def _match(self, rows: Sequence[tuple[int, int]]) -> None:
        """Compares first rows of units that match, all at once."""
        one, other = (np.array([r[n] for r in rows], dtype=np.int64) for n in (0, 1))
        self._matches = {rows[at]: found for at, found in matches(self._letters, one, other)}

    def _first_rows(self, report: int) -> Mapping[int, int]:
        """The first row of each unit that a report holds."""
        rows = reversed(range(*self._units.table.first[report : report + 2]))
        return {self._units.unit[row]: row for row in rows}

    def _rows(self, one: int, other: int) -> Iterator[_Rows]:
        mine, theirs = self._first(one), self._first(other)
        for unit, row in mine.items():
            for match in self._units.matched.get(unit, set()).intersection(theirs):
                low, high = self._units.in_order(unit, match)
                ends = (row, theirs[match]) if low == unit else (theirs[match], row)
                told = self._units.lead(low), self._units.lead(high)
                if (*ends, told) in self._between(low, high):
                    yield _Rows(*ends, told)

    def _of_one(self, unit: int) -> dict[tuple[int, int], int]:
        return {(a, b): w for a, b, w in self._units.within(unit) if isinstance(w, int)}

    def _of_two(self, low: int, high: int) -> Emitted:
        return self._units.between(low, high)

    def _same(self, one: int, other: int) -> Iterator[Shared]:
        """Units that both hold word for word, and the weaker ones beside them."""
        mine, theirs = self._first(one), self._first(other)
        along = set[tuple[int, int]]()
        units = self._units
        for unit in mine.keys() & theirs.keys():
            at = mine[unit], theirs[unit]
            words = self._within(unit).get(at)
            if words is not None:
                yield self._making.verbatim(*at, words)
                yield from beside(units.table, units, self._making, at, along)


def words_of(found: Found) -> Words:
    """In order, without the cuts of who gives the fuller quotation as well."""
    return Words(tuple(in_order(found.shared)), tuple(sure_cuts(found)))


class SharedWords:
    """The words of all pairs of reports. Adding one tells the pairs whose words are others now."""

    def __init__(self, reports: Iterable[FiledReport]) -> None:
        table = Table()
        for report in sorted(reports, key=lambda r: r.id):
            table.add(report)
        found, sought = seeking(table)
        self._units = Units(table, sought)
        self.of = dict(_by_pair(found, {r.id: as_of(r) for r in table.reports}))

    def add(self, report: FiledReport) -> set[Pair]:
        """Adds a report; the pairs whose words are others now."""
        changed = set[Pair]()
        touched = touched_by(self._units, report)
        for pair, words in Between(self._units).words(touched):
            if words != self.of.get(pair):
                changed.add(pair)
                self._set(pair, words)
        return changed

    def _set(self, pair: Pair, words: Words | None) -> None:
        if words is None:
            del self.of[pair]
        else:
            self.of[pair] = words


def _by_pair(found: Found, dates: Mapping[str, dt.date]) -> Iterator[tuple[Pair, Words]]:
    """What is shared, by pair of reports; it stands in order, and is sure, already."""
    shared: dict[Pair, list[Shared]] = defaultdict(list)
    cuts: dict[Pair, list[Cut]] = defaultdict(list)
    for s in found.shared:
        shared[s.one.report, s.other.report].append(s)
    for c in found.cuts:
        one, other = sorted((c.shorter.report, c.fuller.report), key=lambda r: (dates[r], r))
        cuts[one, other].append(c)
    for pair, passages in shared.items():
        yield pair, Words(tuple(passages), tuple(cuts.get(pair, ())))
