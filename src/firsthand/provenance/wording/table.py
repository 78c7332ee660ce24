"""The units of many reports as arrays: some 1.5 kB a report of 200 words, whatever it says.

A unit is a row; its words of content are a stretch of two flat arrays, so that numpy makes the
keys of a million units at once and comparing two is a matter of two small lists.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from firsthand.provenance.filed import FiledReport
from firsthand.provenance.lexis import content, number, words_in
from firsthand.provenance.wording.units import Unit, units_of
from firsthand.text import Span

U64: TypeAlias = npt.NDArray[np.uint64]
Rows: TypeAlias = npt.NDArray[np.int64]

QUOTATION, LAW = 1, 2
_FEWEST = 2
"""Words of content below which a unit is no row of its own."""


@dataclass(slots=True)
class Table:
    """Rows of units in the order in which reports were added.

    `same` is a number of the unit's words in small letters: equal where all words are. `offset`
    has one more entry than there are rows.
    """

    reports: list[FiledReport] = field(default_factory=list)
    first: array[int] = field(default_factory=lambda: array("q", [0]))
    report: array[int] = field(default_factory=lambda: array("q"))
    start: array[int] = field(default_factory=lambda: array("q"))
    end: array[int] = field(default_factory=lambda: array("q"))
    flags: array[int] = field(default_factory=lambda: array("B"))
    same: array[int] = field(default_factory=lambda: array("Q"))
    offset: array[int] = field(default_factory=lambda: array("q", [0]))
    content: array[int] = field(default_factory=lambda: array("Q"))
    named: array[int] = field(default_factory=lambda: array("B"))

    def __len__(self) -> int:
        return len(self.same)

    def add(self, report: FiledReport) -> range:
        """Adds a report; the rows of its units."""
        before = len(self)
        for unit in units_of(report):
            self._row(report, unit)
        self.reports.append(report)
        self.first.append(len(self))
        return range(before, len(self))

    def _row(self, report: FiledReport, unit: Unit) -> None:
        found = [m[0] for m in words_in(report.text, unit.start, unit.end)]
        small = [word.lower() for word in found]
        numbers = list(map(content, small))
        if len(numbers) - numbers.count(0) < _FEWEST:
            return
        self.report.append(len(self.reports))
        self.start.append(unit.start)
        self.end.append(unit.end)
        self.flags.append(QUOTATION * unit.is_quotation + LAW * unit.law)
        self.same.append(number(" ".join(small)))
        self.content.extend(filter(None, numbers))
        capitals = [w[0].isupper() for w in found]
        capitals[0] = len(capitals) > 1 and capitals[0] and capitals[1]
        self.named.extend(c for c, n in zip(capitals, numbers, strict=True) if n)
        self.offset.append(len(self.content))

    def words(self, row: int) -> list[int]:
        """The numbers of a row's words of content, in order."""
        return self.content[self.offset[row] : self.offset[row + 1]].tolist()

    def names(self, row: int) -> list[int]:
        """For each word of content 1 where it is written as a name, else 0."""
        return self.named[self.offset[row] : self.offset[row + 1]].tolist()

    def text(self, row: int) -> str:
        """The text of the report that a row is of."""
        return self.reports[self.report[row]].text

    def article(self, row: int) -> str:
        """The report that a row is of; for what is marked as a copy, the one that it copies."""
        report = self.reports[self.report[row]]
        return report.copy_of or report.id

    def span(self, row: int) -> Span:
        """Where a row stands in its report."""
        return Span(self.start[row], self.end[row])

    def is_quotation(self, row: int) -> bool:
        """Whether a row is part of a direct quotation."""
        return bool(self.flags[row] & QUOTATION)

    def is_law(self, row: int) -> bool:
        """Whether words of law stand in or beside a row."""
        return bool(self.flags[row] & LAW)

    def rows_of(self, report: int) -> Iterator[int]:
        """The rows of one report, in order."""
        return iter(range(self.first[report], self.first[report + 1]))


def as_u64(numbers: array[int]) -> U64:
    """A copy as a numpy array, so that the table can go on growing."""
    return np.array(numbers, dtype=np.uint64)


def as_rows(numbers: array[int]) -> Rows:
    """A copy as a numpy array of row numbers."""
    return np.array(numbers, dtype=np.int64)
