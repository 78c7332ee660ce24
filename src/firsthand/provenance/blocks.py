"""Which sources are compared at all: those in one block, each with the block's few leaders.

Comparing everything with everything would be quadratic. Blocks are names, shared words, codes,
documents, bodies, and outlet with role. Within a block (ten thousand "John Smith") each source is
compared only with the leaders under what it has in common with others: an outlet, a word of a
role, a report; at most `_LEADERS` for each. What is lost by it is merged too little, never too
much.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from typing import Final

from firsthand.provenance.known import Known
from firsthand.provenance.likeness import CERTAIN, UNCERTAIN, Comparing
from firsthand.provenance.names_alike import Name
from firsthand.provenance.person import Likeness, Ref, pair

_LEADERS: Final = 4
_INITIAL: Final = "initial"
_NAMESAKES: Final = 8
"""Full names up to which a bare name is compared with each; beyond, it says nothing of anyone."""


class Candidates:
    """The likenesses found so far, each pair compared once."""

    def __init__(self, known: Mapping[Ref, Known], comparing: Comparing) -> None:
        self.known = known
        self.comparing = comparing
        self._found: dict[tuple[Ref, Ref], Likeness | None] = {}

    def all(self) -> list[Likeness]:
        """Every likeness that counts, over all blocks."""
        for block in self._blocks():
            self._within(sorted(block, key=lambda k: k.ref))
        for one, other in self._pairs():
            self._compare(one, other)
        found = (like for like in self._found.values() if like is not None)
        return [like for like in found if like.score >= UNCERTAIN]

    def _compare(self, one: Known, other: Known) -> Likeness | None:
        refs = pair(one.ref, other.ref)
        if refs not in self._found:
            self._found[refs] = self.comparing.likeness(one, other)
        return self._found[refs]

    def _blocks(self) -> Iterator[list[Known]]:
        blocks: dict[Hashable, list[Known]] = defaultdict(list)
        for known in self.known.values():
            for key in block_keys(known, self.comparing):
                blocks[key].append(known)
        yield from (b for key, b in blocks.items() if len(b) > 1 and counts(key, b))

    def _within(self, block: Sequence[Known]) -> None:
        leaders: dict[Hashable, list[Known]] = defaultdict(list)
        for known in block:
            features = list(_features(known))
            near = dict.fromkeys(leader.ref for f in features for leader in leaders[f])
            one = {ref for ref in near if self._is_one(known, self.known[ref])}
            if not one and known is not block[0]:
                self._compare(known, block[0])
            for feature in features:
                led = leaders[feature]
                if len(led) < _LEADERS and not any(leader.ref in one for leader in led):
                    led.append(known)

    def _is_one(self, known: Known, leader: Known) -> bool:
        found = self._compare(known, leader)
        return found is not None and found.score >= CERTAIN

    def _pairs(self) -> Iterator[tuple[Known, Known]]:
        for one, other in self.comparing.shares:
            if one in self.known and other in self.known:
                yield self.known[one], self.known[other]
        yield from bare_pairs(sorted(self.known.values(), key=lambda k: k.ref))


def bare_pairs(known: Iterable[Known]) -> Iterator[tuple[Known, Known]]:
    """One bearer of each bare name with one of each full name that holds it."""
    first: dict[Name, Known] = {}
    for one in known:
        if one.name:
            first.setdefault(one.name, one)
    full: dict[str, list[Known]] = defaultdict(list)
    for name, one in first.items():
        for piece in () if name.is_bare else sorted(name.pieces):
            full[piece].append(one)
    for name, one in first.items():
        found = full[name.words[0]] if name.is_bare else []
        yield from ((one, other) for other in found if len(found) <= _NAMESAKES)


def counts(key: Hashable, block: Iterable[Known]) -> bool:
    """Whether a block is one; of a surname with an initial only where it stands so somewhere."""
    if isinstance(key, tuple) and key[0] == _INITIAL:
        return any(known.name and known.name.is_bare for known in block)
    return True


def block_keys(known: Known, comparing: Comparing) -> Iterator[Hashable]:
    """The blocks of a source."""
    if known.name:
        yield from ((_INITIAL, *key) for key in dict.fromkeys(known.name.initialed))
        yield from dict.fromkeys((*known.name.keys, known.name.ends))
        yield "heard", known.name.heard
    if known.body:
        yield "body", comparing.bodies.full(known.body)
    if known.paper:
        yield "paper", known.paper.key
    yield from (("code", code.key) for code in known.codes)
    if known.is_person and not known.name:
        yield from _described(known)


def _described(known: Known) -> Iterator[Hashable]:
    """What an unnamed person may be known by again: outlet and role, or whose kin it is."""
    for trait in known.traits.roles:
        yield from (("role", channel.body, trait.telling) for channel in known.channels)
    yield from (("relation", trait.telling) for trait in known.traits.relations)


def _features(known: Known) -> Iterator[Hashable]:
    """What a source may have in common with another of its block."""
    yield "report", known.ref.report
    yield from (("report", to) for to, _ in known.cites)
    yield from (("outlet", channel.body) for channel in known.channels)
    yield from (("role", stem) for trait in known.traits.roles for stem in trait.telling)
    if known.traits.press:
        yield "press"
