"""Which sources are compared and how surely they are one, kept by block.

A block is looked through anew where something is known otherwise of one who is in it; two who were
compared are compared again only where something has changed of either, or of their words.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from typing import Final, TypeVar

from firsthand.provenance.blocks import Candidates, bare_pairs, block_keys, counts
from firsthand.provenance.keeping.said import Refs
from firsthand.provenance.keeping.sources import Sources
from firsthand.provenance.known import Known
from firsthand.provenance.likeness import UNCERTAIN, Comparing
from firsthand.provenance.named_beside import NamedBeside
from firsthand.provenance.names_alike import Name
from firsthand.provenance.person import Likeness, Ref, pair
from firsthand.provenance.said_alike import Shares

NOBODY: Final = frozenset[Refs]()


class Blocks(Candidates):
    """The blocks by key, and who was compared in which."""

    def __init__(
        self, sources: Sources, shares: Mapping[Refs, Shares], beside: NamedBeside
    ) -> None:
        super().__init__(sources.known, Comparing(shares, sources.bodies, beside))
        self.of: dict[Refs, Likeness] = {}
        self._named = sources.named
        self._keys: dict[Ref, tuple[Hashable, ...]] = {}
        self._members: dict[Hashable, Counter[Ref]] = defaultdict(Counter)
        self._pairs_in: dict[Hashable, frozenset[Refs]] = {}
        self._asked: set[Refs] = set()
        self._count: Counter[Refs] = Counter()
        self._by: dict[Ref, set[Refs]] = defaultdict(set)
        self._names = _Names()

    def read(self, refs: Iterable[Ref], shared: Iterable[Refs]) -> set[Refs]:
        """Compares anew whom something has changed of; the pairs that are otherwise alike now."""
        dirty, words = set(refs), set(shared)
        again = words | {pair for ref in dirty for pair in self._by.get(ref, ())}
        for two in again:
            self._found.pop(two, None)
        for key in self._moved(dirty) | {k for two in words for k in self._both(two)}:
            again |= self._put(key, self._looked_through(key))
        for two in words:
            self._put(("words", *two), {two} if two in self.comparing.shares else set())
        for piece in self._names.moved(dirty, self.known, self._named):
            again |= self._put(("bare", piece), self._bare(piece))
        return {two for two in again if self._is_other(two)}

    def _compare(self, one: Known, other: Known) -> Likeness | None:
        self._asked.add(pair(one.ref, other.ref))
        return super()._compare(one, other)

    def _moved(self, refs: Iterable[Ref]) -> set[Hashable]:
        """Puts sources in their blocks; those that they were in or are in."""
        touched = set[Hashable]()
        for ref in refs:
            was, now = self._keys.get(ref, ()), tuple(block_keys(self.known[ref], self.comparing))
            self._keys[ref] = now
            touched.update(was, now)
            for key in was:
                _less(self._members[key], ref)
            for key in now:
                self._members[key][ref] += 1
        return touched

    def _both(self, two: Refs) -> set[Hashable]:
        return set(self._keys.get(two[0], ())) & set(self._keys.get(two[1], ()))

    def _looked_through(self, key: Hashable) -> set[Refs]:
        """Whom a block compares."""
        self._asked = set()
        block = [self.known[ref] for ref in sorted(self._members[key].elements())]
        if len(block) > 1 and counts(key, block):
            self._within(block)
        return self._asked

    def _bare(self, piece: str) -> set[Refs]:
        names = self._names.with_piece(piece)
        first = (self.known[self._names.first[name]] for name in names)
        pairs = bare_pairs(sorted(first, key=lambda k: k.ref))
        return {pair(a.ref, b.ref) for a, b in pairs if a.name and a.name.words[0] == piece}

    def _put(self, key: Hashable, pairs: set[Refs]) -> AbstractSet[Refs]:
        """Those whom a block compares now and did not, or the other way round."""
        was = self._pairs_in.pop(key, NOBODY)
        if pairs:
            self._pairs_in[key] = frozenset(pairs)
        for two in pairs - was:
            self._count[two] += 1
            for ref in two:
                self._by[ref].add(two)
        for two in was - pairs:
            _less(self._count, two)
        return was ^ pairs

    def _is_other(self, two: Refs) -> bool:
        was, now = self.of.pop(two, None), None
        if self._count[two]:
            now = super()._compare(*(self.known[ref] for ref in two))
        else:
            self._forget(two)
        if now is not None and now.score >= UNCERTAIN:
            self.of[two] = now
        return was != self.of.get(two)

    def _forget(self, two: Refs) -> None:
        self._found.pop(two, None)
        for ref in two:
            self._by[ref].discard(two)


class _Names:
    """The first bearer of each name, by what a bare name may be of it."""

    def __init__(self) -> None:
        self.first: dict[Name, Ref] = {}
        self._by_piece: dict[str, set[Name]] = defaultdict(set)
        self._borne: dict[Ref, Name] = {}

    def moved(
        self, refs: Iterable[Ref], known: Mapping[Ref, Known], named: Mapping[Name, set[Ref]]
    ) -> set[str]:
        """Looks for first bearers anew; the pieces of names that have another one, or none."""
        names = set[Name]()
        for ref in refs:
            was, now = self._borne.pop(ref, None), known[ref].name
            names |= {name for name in (was, now) if name}
            if now:
                self._borne[ref] = now
        return {p for name in names if self._is_other(name, named) for p in _pieces(name)}

    def _is_other(self, name: Name, named: Mapping[Name, set[Ref]]) -> bool:
        was, now = self.first.pop(name, None), min(named.get(name, ()), default=None)
        if now:
            self.first[name] = now
        for piece in _pieces(name):
            (self._by_piece[piece].add if now else self._by_piece[piece].discard)(name)
        return was != now

    def with_piece(self, piece: str) -> set[Name]:
        """The names that a bare name of this word may be."""
        return self._by_piece[piece]


def _pieces(name: Name) -> frozenset[str]:
    return frozenset({name.words[0]}) if name.is_bare else name.pieces


K = TypeVar("K", bound=Hashable)


def _less(counts: Counter[K], one: K) -> None:
    """One less; nothing where none is left."""
    counts[one] -= 1
    if not counts[one]:
        del counts[one]
