"""Who copies whom, kept by pair of reports."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field

from firsthand.provenance.filed import FiledReport
from firsthand.provenance.keeping.naming import Named, Naming
from firsthand.provenance.keeping.shared_words import Pair, SharedWords, Words
from firsthand.provenance.wording.copying import Counts, copied, if_third, is_copied, quoting
from firsthand.provenance.wording.direction import Directions
from firsthand.provenance.wording.finding import in_order, place
from firsthand.provenance.wording.shared import Copy, Direction, Shared, Wording


@dataclass(slots=True)
class Changed:
    """Pairs of reports that share other words, or none, now; those of which another copy is told;
    the reports that copy otherwise; and who names whom otherwise.
    """

    words: set[Pair]
    copied: set[Pair] = field(default_factory=set)
    copies: set[str] = field(default_factory=set)
    named: Named = field(default_factory=Named)


class Copies:
    """Shared words, who names whom, and from both who copies whom."""

    def __init__(self, reports: Iterable[FiledReport]) -> None:
        new = list(reports)
        self.words = SharedWords(new)
        self.naming = Naming()
        self.of: dict[Pair, Copy] = {}
        self.by: dict[str, dict[str, Copy]] = defaultdict(dict)
        self.onto: dict[str, set[str]] = defaultdict(set)
        self.with_: dict[str, set[Pair]] = defaultdict(set)
        self._told: dict[Pair, Copy] = {}
        self._quoting: dict[Pair, Copy] = {}
        self._sure: dict[str, dict[str, float]] = defaultdict(dict)
        self._near: dict[str, set[str]] = defaultdict(set)
        self._counts = Counts({})
        self.changed = Changed(set(self.words.of))
        self._add(new)

    def add(self, report: FiledReport) -> Changed:
        """Adds a report; what it changed."""
        self.changed = Changed(self.words.add(report))
        self._add([report])
        return self.changed

    def _add(self, new: Collection[FiledReport]) -> None:
        words = self.changed.words
        named = self.naming.add(new, self._nearer(words))
        self.changed.named = named
        self._directions = Directions(self.naming.shelf, self.naming.between)
        copying = {pair for report in named.moved for pair in self.with_[report]}
        copying |= {pair for by, tos in named.meaning.items() for pair in self._pairs(by, tos)}
        self._thirds(copying | words)

    def _pairs(self, one: str, others: Iterable[str]) -> Iterator[Pair]:
        pairs = (pair for other in others for pair in ((one, other), (other, one)))
        return (pair for pair in pairs if pair in self.words.of)

    def _nearer(self, pairs: Iterable[Pair]) -> dict[str, frozenset[str]]:
        """The reports that share prose with others than they did, each with those that do."""
        changed = set[str]()
        for pair in pairs:
            words = self.words.of.get(pair)
            for one in pair:
                (self.with_[one].add if words else self.with_[one].discard)(pair)
            is_near = words is not None and is_copied(_prose(words))
            if is_near != (pair[1] in self._near[pair[0]]):
                changed.update(pair)
                for one, other in (pair, pair[::-1]):
                    (self._near[one].add if is_near else self._near[one].discard)(other)
        return {report: frozenset(self._near[report]) for report in changed}

    def _thirds(self, pairs: Iterable[Pair]) -> None:
        """Tells the directions of pairs, and which of them a third makes doubtful."""
        surer, again = set[str](), set[Pair]()
        for pair in pairs:
            was, now = self._told.get(pair), self._tell(pair)
            if was != now:
                again.add(pair)
                surer |= self._sure_of(was, now)
        again |= {pair for report in surer for pair in self.with_[report] if pair in self._told}
        for pair in again:
            copy = self._told.get(pair)
            self._set(pair, if_third(copy, self._sure) if copy else None)

    def _tell(self, pair: Pair) -> Copy | None:
        """Who copies whom; None where the two share no prose, and are kept as quoting alike."""
        for kept in (self._told, self._quoting):
            kept.pop(pair, None)
        words = self.words.of.get(pair)
        if words is None:
            return None
        prose = _prose(words)
        if is_copied(prose):
            self._told[pair] = copied(*pair, prose, self._directions, self._counts)
        elif quoted := [s for s in words.shared if s.is_quotation]:
            self._quoting[pair] = quoting(*pair, quoted, self._directions)
        return self._told.get(pair)

    def _sure_of(self, was: Copy | None, now: Copy | None) -> set[str]:
        """The reports that surely copy others now, or another part of them."""
        ends = [c for c in (was, now) if c and c.direction is Direction.DIRECTED]
        told = [(c.report, c.of, c.share) for c in ends]
        if len(told) == 2 and told[0] == told[1]:
            return set()
        if was in ends and was:
            del self._sure[was.report][was.of]
        if now in ends and now:
            self._sure[now.report][now.of] = now.share
        return {c.report for c in ends}

    def _set(self, pair: Pair, copy: Copy | None) -> None:
        was = self.of.get(pair)
        if was == copy:
            return
        self.changed.copies |= {c.report for c in (was, copy) if c}
        self.changed.copied.add(pair)
        if was:
            del self.of[pair], self.by[was.report][was.of]
            self.onto[was.of].discard(was.report)
        if copy:
            self.of[pair] = self.by[copy.report][copy.of] = copy
            self.onto[copy.of].add(copy.report)

    @property
    def wording(self) -> Wording:
        """All of it, in the order in which it is told."""
        words = sorted(self.words.of.items())
        shared = in_order(s for _, found in words for s in found.shared)
        cuts = sorted((c for _, w in words for c in w.cuts), key=lambda c: (c.shorter, c.fuller))
        copies = sorted(self.of.values(), key=lambda c: (c.report, c.of))
        quotations = sorted(self._quoting.values(), key=_first)
        resolved = self.naming.copied()
        return Wording(tuple(shared), tuple(copies), tuple(cuts), tuple(quotations), resolved)


def _prose(words: Words) -> list[Shared]:
    return [s for s in words.shared if not s.is_quotation]


def _first(copy: Copy) -> tuple[str, tuple[int, int, str, int, int]]:
    """Where the first quotation stands."""
    return copy.passages[0].one.report, place(copy.passages[0])
