"""Which sources and which statements share words, kept by pair of reports."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from typing import TypeVar

from firsthand.provenance.case import Key
from firsthand.provenance.filed import FiledReport
from firsthand.provenance.groups import Closeness, Statements, same_words
from firsthand.provenance.keeping.copies import Copies
from firsthand.provenance.keeping.shared_words import Pair
from firsthand.provenance.person import Ref
from firsthand.provenance.said_alike import Shares, shares_of
from firsthand.provenance.wording import Wording

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")
Refs = tuple[Ref, Ref]
Keys = frozenset[Key]


class Said:
    """The words that sources share, and the statements that are close, of all pairs of reports."""

    def __init__(self) -> None:
        self.shares: dict[Refs, Shares] = {}
        self.close: dict[Keys, Closeness] = {}
        self._shares_in: dict[frozenset[str], set[Refs]] = defaultdict(set)
        self._close_in: dict[frozenset[str], set[Keys]] = defaultdict(set)
        self._statements = Statements(())

    def fill(self, reports: Mapping[str, FiledReport], wording: Wording) -> None:
        """All of it at once."""
        for report in reports.values():
            self._statements.add(report)
        self.shares.update(shares_of(list(reports.values()), wording))
        self.close.update(same_words(self._statements, wording.shared))
        for refs in self.shares:
            self._shares_in[frozenset(r.report for r in refs)].add(refs)
        for keys in self.close:
            self._close_in[frozenset(r for r, _ in keys)].add(keys)

    def add(self, report: FiledReport) -> None:
        """The statements of a new report."""
        self._statements.add(report)

    def share(
        self, pairs: Iterable[Pair], copies: Copies, reports: Mapping[str, FiledReport]
    ) -> set[Refs]:
        """Reads pairs of reports again; the pairs of sources that share other words now."""
        changed = set[Refs]()
        for pair in pairs:
            found = shares_of([reports[r] for r in pair], _wording(pair, copies))
            within = self._shares_in[frozenset(pair)]
            changed |= {r for r in within | found.keys() if self.shares.get(r) != found.get(r)}
            _put(self.shares, within, found)
        return changed

    def draw(self, pairs: Iterable[Pair], copies: Copies) -> set[Keys]:
        """The same of statements."""
        changed = set[Keys]()
        for pair in pairs:
            words = copies.words.of.get(pair)
            found = same_words(self._statements, words.shared if words else ())
            within = self._close_in[frozenset(pair)]
            changed |= {k for k in within | found.keys() if self.close.get(k) != found.get(k)}
            _put(self.close, within, found)
        return changed


def _wording(pair: Pair, copies: Copies) -> Wording:
    """The wording of two reports alone."""
    words, copy = copies.words.of.get(pair), copies.of.get(pair)
    shared, copied = words.shared if words else (), (copy,) if copy else ()
    return Wording(shared, copied, (), (), copies.naming.resolved)


def _put(kept: dict[K, V], within: set[K], found: Mapping[K, V]) -> None:
    """What is found in place of what was."""
    for gone in within - found.keys():
        del kept[gone]
    kept.update(found)
    within.clear()
    within.update(found)
