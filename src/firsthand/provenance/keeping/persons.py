"""Who is one with whom, kept: those who are tied to somebody of whom something has changed are
joined anew, and those whom they may be are asked again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import chain

from firsthand.provenance.contrast import apart_in
from firsthand.provenance.described import described
from firsthand.provenance.filed import FiledReport
from firsthand.provenance.keeping.alike import Blocks
from firsthand.provenance.keeping.joined import KeptJoined, Rejoined, Tied
from firsthand.provenance.keeping.said import Refs
from firsthand.provenance.keeping.sources import Sources
from firsthand.provenance.keeping.ties import Ties
from firsthand.provenance.likeness import CERTAIN
from firsthand.provenance.people import (
    REVIEWER,
    Mask,
    People,
    is_open,
    lift,
    mask_of,
    order,
    stronger,
)
from firsthand.provenance.person import Apart, Decided, Likeness, Merge, Ref, pair


class Persons:
    """The people of a case. `people` answers for any two at any time; its merges are not listed."""

    def __init__(self, sources: Sources, blocks: Blocks, decided: Decided) -> None:
        self._known, self._blocks = sources.known, blocks
        self._joined = KeptJoined(sources.known, sources.bodies)
        self._masks: dict[Ref, Mask] = {}
        self.people = People((), (), self._joined, self._masks)
        self._ties = Ties(decided)
        self._unread = self._ties.merged
        self._described: dict[str, dict[Refs, Likeness]] = {}
        self._contrasts: dict[str, list[Apart]] = {}
        self._apart: dict[str, set[Apart]] = defaultdict(set)
        self._reviewed: dict[Refs, Merge] = {}
        self._certain: dict[Refs, Merge] = {}
        self._maybe: dict[Refs, Merge] = {}
        self._merges_of: dict[Ref, set[Refs]] = defaultdict(set)
        self._split = {Apart(*pair(*refs), REVIEWER, reviewed=True) for refs in decided.split}
        for apart in self._split:
            self._set_apart(apart)

    def read(
        self, reports: Mapping[str, FiledReport], refs: Iterable[Ref], alike: Iterable[Refs]
    ) -> set[Ref]:
        """Of some sources something is known otherwise, some pairs are otherwise alike; all those
        who are of another person now, or apart from others.
        """
        dirty, pairs = set(refs), set(alike)
        for report in {ref.report for ref in dirty}:
            pairs |= self._redescribed(reports[report])
            dirty |= self._contrasted(reports[report])
        dirty |= self._unread
        self._unread = set()
        for two in pairs:
            likeness = stronger(self._blocks.of.get(two), self._by_report(two))
            dirty |= self._ties.put(two, likeness)
        tied = self._ties.tied_to(dirty)
        joined = self._joined.again(tied, self._tying(tied))
        self._merge(tied, joined)
        changed = joined.changed | self._parted(tied, joined) | self._remasked(dirty)
        every = {one for ref in changed for one in self._joined.group(ref).members}
        self._forget(every)
        self._may_be(pairs | {two for ref in every for two in self._ties.pairs_of(ref)})
        return every

    def _redescribed(self, report: FiledReport) -> set[Refs]:
        """Reads whom a report describes; those whom it describes otherwise than it did."""
        was = self._described.get(report.id, {})
        now = {pair(x.one, x.other): x for x in described(report, self._known)}
        self._described[report.id] = now
        return {two for two in was.keys() | now.keys() if was.get(two) != now.get(two)}

    def _contrasted(self, report: FiledReport) -> set[Ref]:
        """Reads whom a report sets apart; those whom it sets apart otherwise than it did."""
        was, now = self._contrasts.get(report.id, []), list(apart_in(report, self._known))
        self._contrasts[report.id] = now
        return {ref for apart in set(was) ^ set(now) for ref in (apart.one, apart.other)}

    def _by_report(self, two: Refs) -> Likeness | None:
        return self._described.get(two[0].report, {}).get(two)

    def _tying(self, tied: set[Ref]) -> Tied:
        """What ties these, and sets them apart from each other."""
        contrasts = (a for report in {r.report for r in tied} for a in self._told_apart(report))
        within = [a for a in contrasts if a.one in tied and a.other in tied]
        return Tied(self._ties.certain(tied), within, self._ties.decided_of(tied))

    def _told_apart(self, report: str) -> list[Apart]:
        return self._contrasts.get(report, [])

    def _parted(self, tied: set[Ref], joined: Rejoined) -> set[Ref]:
        """Sets apart whom reports tell apart, but for those who are one; who is now, or no more."""
        changed, held = set[Ref](), set(joined.apart)
        for report in {ref.report for ref in tied}:
            was = self._apart[report]
            now = {a for a in self._told_apart(report) if _holds(a, tied, held, was)}
            for other in now ^ was:
                changed |= {other.one, other.other}
                (self._set_apart if other in now else self._let_go)(other)
            self._apart[report] = now
        return changed

    def _set_apart(self, apart: Apart) -> None:
        for one, other in ((apart.one, apart.other), (apart.other, apart.one)):
            self._joined.foes[one].setdefault(other, set()).add(apart.why)

    def _let_go(self, apart: Apart) -> None:
        for one, other in ((apart.one, apart.other), (apart.other, apart.one)):
            self._joined.foes[one][other].discard(apart.why)

    def _remasked(self, refs: set[Ref]) -> set[Ref]:
        """Who goes by another name than their own now, or by another such name."""
        asked = refs | self._ties.merged
        was = {ref: self._masks.pop(ref, None) for ref in asked}
        for ref in asked & self._known.keys():
            if mask := mask_of(self._known[ref]):
                self._masks[ref] = mask
        lift(self._masks, (merge for _, merge in sorted(self._reviewed.items())))
        return {ref for ref in asked if self._masks.get(ref) != was[ref]}

    def _merge(self, tied: set[Ref], joined: Rejoined) -> None:
        """The merges of those who were joined anew, in place of those that were."""
        for kept, merges in ((self._reviewed, joined.reviewed), (self._certain, joined.merges)):
            for two in {two for ref in tied for two in self._merges_of[ref]}:
                kept.pop(two, None)
            kept.update({(m.one, m.other): m for m in merges})
        for ref in tied:
            self._merges_of.pop(ref, None)
        for merge in (*joined.reviewed, *joined.merges):
            for ref in (merge.one, merge.other):
                self._merges_of[ref].add((merge.one, merge.other))

    def _may_be(self, pairs: Iterable[Refs]) -> None:
        """Asks again of pairs who are not certainly one whether they may be."""
        for two in pairs:
            self._maybe.pop(two, None)
            like = self._ties.of.get(two)
            if like and like.score < CERTAIN and is_open(like, self._joined):
                self._maybe[two] = Merge(*two, False, like.reasons, like.score)

    def _forget(self, refs: Iterable[Ref]) -> None:
        """Takes back what `people` has kept of these."""
        for ref in refs:
            self.people.forget(ref)

    def listed(self) -> People:
        """All merges and all who are apart, in the order in which they are told; it stays so."""
        found = (sorted(kept.values(), key=_strength) for kept in (self._certain, self._maybe))
        reviewed = (merge for _, merge in sorted(self._reviewed.items()))
        apart = {a for told in self._apart.values() for a in told} | self._split
        merges = (*reviewed, *chain.from_iterable(found))
        joined, masks = self._joined.copied(), dict(self._masks)
        return People(merges, tuple(sorted(apart, key=order)), joined, masks)


def _holds(apart: Apart, tied: set[Ref], held: set[Apart], was: set[Apart]) -> bool:
    """Whether a contrast holds: of those joined anew as they are now, of others as it did."""
    ends = {apart.one, apart.other} & tied
    return apart in (held if len(ends) == 2 else was) or len(ends) == 1


def _strength(merge: Merge) -> tuple[float, Ref, Ref]:
    return -merge.score, merge.one, merge.other
