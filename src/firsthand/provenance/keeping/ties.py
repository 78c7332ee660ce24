"""Likenesses by pair and by source, and who is tied to whom by those that are certain."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import chain

from firsthand.provenance.keeping.said import Refs
from firsthand.provenance.likeness import CERTAIN
from firsthand.provenance.person import Decided, Likeness, Ref, pair


class Ties:
    """The strongest likeness of each two; reviewers' merges tie as well."""

    def __init__(self, decided: Decided) -> None:
        self.of: dict[Refs, Likeness] = {}
        self._by: dict[Ref, set[Refs]] = defaultdict(set)
        self._near: dict[Ref, set[Ref]] = defaultdict(set)
        self._merged: dict[Ref, set[Refs]] = defaultdict(set)
        self._split: dict[Ref, set[Refs]] = defaultdict(set)
        for kept, found in ((self._merged, decided.merged), (self._split, decided.split)):
            for two in (pair(*refs) for refs in found):
                for ref in two:
                    kept[ref].add(two)

    @property
    def merged(self) -> set[Ref]:
        """All whom a reviewer has merged with somebody."""
        return set(self._merged)

    def put(self, two: Refs, likeness: Likeness | None) -> set[Ref]:
        """Puts a likeness, or none, in place of what was; the two, if it ties or tied them."""
        was = self.of.pop(two, None)
        for ref in two:
            (self._by[ref].add if likeness else self._by[ref].discard)(two)
        if likeness:
            self.of[two] = likeness
        ties, tied = (x is not None and x.score >= CERTAIN for x in (likeness, was))
        for one, other in (two, two[::-1]):
            (self._near[one].add if ties else self._near[one].discard)(other)
        return set(two) if ties or tied else set()

    def tied_to(self, refs: Iterable[Ref]) -> set[Ref]:
        """These, all who are tied to them, and so on."""
        found, left = set[Ref](), list(refs)
        while left:
            if (ref := left.pop()) not in found:
                found.add(ref)
                left += self._near.get(ref, ())
                left += chain.from_iterable(self._merged.get(ref, ()))
        return found

    def pairs_of(self, ref: Ref) -> set[Refs]:
        """All with whom one is somehow alike."""
        return self._by.get(ref, set())

    def certain(self, refs: Iterable[Ref]) -> list[Likeness]:
        """The likenesses that tie some, each once."""
        first = ((ref, two) for ref in refs for two in self._by.get(ref, ()) if two[0] == ref)
        found = (self.of[two] for _, two in first)
        return [x for x in found if x.score >= CERTAIN]

    def decided_of(self, refs: set[Ref]) -> Decided:
        """What reviewers have decided of any two of these."""
        merged, split = (
            sorted({two for ref in refs for two in kept.get(ref, ()) if refs.issuperset(two)})
            for kept in (self._merged, self._split)
        )
        return Decided(tuple(merged), tuple(split))
