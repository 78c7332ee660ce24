"""The wording of a case, kept so that one more report is looked up and not everything anew."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

import numpy as np

from firsthand.provenance.filed import FiledReport
from firsthand.provenance.wording.comparing import matches, qualifies
from firsthand.provenance.wording.copying import wording_from
from firsthand.provenance.wording.finding import found_in, in_order, ranks
from firsthand.provenance.wording.keys import BAND, keys_of
from firsthand.provenance.wording.letters import Letters
from firsthand.provenance.wording.pairing import ENOUGH
from firsthand.provenance.wording.passages import Passages
from firsthand.provenance.wording.shared import Shared, Wording
from firsthand.provenance.wording.table import Table

_BAND = int(BAND)
_BUCKET = 64
"""Units looked at for one key; what has more is a common turn of phrase."""
_PARTNERS = 400
"""Units compared with one unit at most, those first that share most keys with it."""


@dataclass(slots=True)
class WordingIndex:
    """The units of all reports that were added, and where each key stands among them.

    `add` tells what a report shares with those before it. `wording` looks at all at once and does
    not depend on the order of adding; where a key is crowded, it may differ from the sum of what
    `add` told. Rows that are word for word the same have a key of their own, `Table.same`.
    """

    table: Table = field(default_factory=Table)
    by_key: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    keyed: int = 0

    def fill(self, reports: Iterable[FiledReport]) -> None:
        """Adds reports without asking what they share."""
        for report in reports:
            self.table.add(report)

    def add(self, report: FiledReport) -> tuple[Shared, ...]:
        """Adds a report; the passages that it shares with what was there."""
        self._catch_up()
        rows = self.table.add(report)
        keys = self._keys(rows)
        letters = Letters(self.table)
        making = Passages(letters, ranks(self.table.reports))
        found = [s for row in rows for s in self._of(row, keys[row], letters, making)]
        self._catch_up()
        return tuple(in_order(found))

    def wording(self) -> Wording:
        """All that the reports share."""
        return wording_from(self.table.reports, found_in(self.table))

    def _keys(self, rows: range) -> dict[int, list[int]]:
        found: dict[int, list[int]] = {row: [self.table.same[row]] * 2 for row in rows}
        made = keys_of(self.table, np.arange(rows.start, rows.stop))
        for key, row in zip(made.keys.tolist(), made.rows.tolist(), strict=True):
            found[row].append(key)
        return found

    def _catch_up(self) -> None:
        """Puts under their keys the rows that are not yet there."""
        for row, keys in self._keys(range(self.keyed, len(self.table))).items():
            for key in dict.fromkeys(keys):
                self.by_key[key].append(row)
        self.keyed = len(self.table)

    def _of(
        self, row: int, keys: list[int], letters: Letters, making: Passages
    ) -> Iterator[Shared]:
        weights: dict[int, int] = defaultdict(int)
        for key in keys:
            for other in islice(self.by_key.get(key, ()), _BUCKET):
                weights[other] += 1 if key & _BAND else 2
        able = [other for other, weight in weights.items() if weight >= ENOUGH]
        best = sorted(able, key=lambda other: (-weights[other], other))[:_PARTNERS]
        return self._between(best, row, letters, making)

    def _between(
        self, others: list[int], row: int, letters: Letters, making: Passages
    ) -> Iterator[Shared]:
        same = [other for other in others if self.table.same[other] == self.table.same[row]]
        words = qualifies(self.table, row)
        yield from (making.verbatim(x, row, words) for x in same if words is not None)
        rest = np.array([other for other in others if other not in set(same)], dtype=np.int64)
        for at, found in matches(letters, rest, np.full_like(rest, row)):
            yield making.shared(int(rest[at]), row, found)


def wording_of(reports: Sequence[FiledReport]) -> Wording:
    """All that some reports share in words; their order changes nothing."""
    index = WordingIndex()
    index.fill(sorted(reports, key=lambda r: r.id))
    return index.wording()
