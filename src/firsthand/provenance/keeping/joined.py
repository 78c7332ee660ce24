"""Sources joined into persons, kept by those whom likenesses tie to each other.

Two are joined for what ties them and what sets them apart, and for the same of all with whom they
are tied; nobody else matters. So where something changes of some, all who are tied to them by
certain likenesses or by reviewers are joined anew, and everybody else stays as they are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from firsthand.provenance.bodies_alike import Bodies
from firsthand.provenance.joining import Group, Joined
from firsthand.provenance.known import Known
from firsthand.provenance.people import merged, reviewed_in, strength
from firsthand.provenance.person import Apart, Decided, Likeness, Merge, Ref
from firsthand.provenance.separate import BLANK, identity_of

Foes = dict[Ref, dict[Ref, set[str]]]


@dataclass(frozen=True, slots=True)
class Tied:
    """What ties some sources, and what sets them apart."""

    likenesses: list[Likeness]
    contrasts: list[Apart]
    decided: Decided


class KeptJoined(Joined):
    """The groups by source. Enemies are kept by source, not by group, so that groups may part."""

    def __init__(self, known: Mapping[Ref, Known], bodies: Bodies) -> None:
        super().__init__({}, bodies)
        self._known = known
        self._of: dict[Ref, Group] = {}
        self._least: dict[Ref, Ref] = {}
        self.foes: Foes = defaultdict(dict)

    def root(self, ref: Ref) -> Ref:
        """The smallest source of the group."""
        return self._least.get(ref, ref)

    def group(self, ref: Ref) -> Group:
        """The group that a source is in."""
        if ref not in self._of:
            known = self._known.get(ref)
            identity = identity_of(known) if known else BLANK
            self._of[ref] = Group([ref], set() if identity.is_blank else {identity})
        return self._of[ref]

    def why_apart(self, one: Ref, other: Ref) -> str:
        """Why the groups of two are apart; "" where they are one, or nothing separates them."""
        if self.are_one(one, other):
            return ""
        here, there = self.group(one), self.group(other)
        if len(here.members) > len(there.members):
            here, there = there, here
        return self._enmity(here, there) or self.by_identity(here, there)

    def _enmity(self, here: Group, there: Group) -> str:
        found, root = set[str](), self.root(there.members[0])
        for member in here.members:
            for foe, whys in self.foes.get(member, {}).items():
                if self.root(foe) == root:
                    found |= whys
        return min(found, default="")

    def copied(self) -> KeptJoined:
        """The same, which stays so."""
        other = KeptJoined(dict(self._known), self._bodies)
        other._of, other._least = dict(self._of), dict(self._least)
        for ref, foes in self.foes.items():
            other.foes[ref] = {foe: set(whys) for foe, whys in foes.items()}
        return other

    def again(self, refs: Iterable[Ref], tied: Tied) -> Rejoined:
        """Joins these anew, who are all that are tied to any of them."""
        every = set(refs)
        identities = {r: identity_of(self._known[r]) for r in every if r in self._known}
        joined = Joined(identities, self._bodies)
        _, reviewed = reviewed_in(tied.decided, joined)
        apart = [a for a in tied.contrasts if joined.set_apart(a.one, a.other, a.why)]
        merges = merged(sorted(tied.likenesses, key=strength), joined)
        groups = {joined.root(ref): joined.group(ref) for ref in every}
        changed = {ref for group in groups.values() for ref in self._taken(group)}
        return Rejoined(reviewed, apart, merges, changed)

    def _taken(self, group: Group) -> list[Ref]:
        """Keeps a group; its members, if it is another than any that was."""
        was = self._of.get(group.members[0])
        is_same = was is not None and _are_same(was, group)
        least = min(group.members)
        for ref in group.members:
            self._of[ref], self._least[ref] = group, least
        return [] if is_same else group.members


@dataclass(frozen=True, slots=True)
class Rejoined:
    """The merges and contrasts that hold, and whose group is another now."""

    reviewed: list[Merge]
    apart: list[Apart]
    merges: list[Merge]
    changed: set[Ref]


def _are_same(one: Group, other: Group) -> bool:
    return (
        one.called == other.called
        and one.reviewed == other.reviewed
        and set(one.members) == set(other.members)
    )
