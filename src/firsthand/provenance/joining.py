"""Sources joined into persons, never over what sets two apart, whichever way round.

Union-find with enemies: each group knows the groups that it must not join. So a split holds
for everyone who is one with either side.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from firsthand.provenance.bodies_alike import Bodies
from firsthand.provenance.person import Ref
from firsthand.provenance.separate import BLANK, Identity, are_two_bodies, separates

_REVIEWED = "a reviewer's split"


@dataclass(slots=True)
class Group:
    """Sources that are one: what they are called, and whom they are apart from, and why.

    `reviewed`: a person has joined different names, so all but one of them separate nobody.
    """

    members: list[Ref]
    called: set[Identity]
    enemies: dict[Ref, str] = field(default_factory=dict)
    reviewed: bool = False


class Joined:
    """The groups, each under its root; a source that nobody has mentioned is one of its own."""

    def __init__(self, identities: Mapping[Ref, Identity], bodies: Bodies) -> None:
        self._above: dict[Ref, Ref] = {}
        self._groups: dict[Ref, Group] = {}
        self._identities = identities
        self._bodies = bodies

    def root(self, ref: Ref) -> Ref:
        """The source that stands for the group."""
        while (above := self._above.get(ref, ref)) != ref:
            self._above[ref] = self._above.get(above, above)
            ref = above
        return ref

    def group(self, ref: Ref) -> Group:
        """The group that a source is in."""
        root = self.root(ref)
        if root not in self._groups:
            identity = self._identities.get(root, BLANK)
            self._groups[root] = Group([root], set() if identity.is_blank else {identity})
        return self._groups[root]

    def are_one(self, one: Ref, other: Ref) -> bool:
        return self.root(one) == self.root(other)

    def set_apart(self, one: Ref, other: Ref, why: str) -> bool:
        """Whether the two could be set apart: not where they are one already."""
        a, b = self.root(one), self.root(other)
        if a == b:
            return False
        _make_enemy(self.group(a).enemies, b, why)
        _make_enemy(self.group(b).enemies, a, why)
        return True

    def why_apart(self, one: Ref, other: Ref) -> str:
        """Why the groups of two are apart; "" where they are one, or nothing separates them."""
        a, b = self.root(one), self.root(other)
        if a == b:
            return ""
        here, there = self.group(a), self.group(b)
        return here.enemies.get(b, "") or self.by_identity(here, there)

    def by_identity(self, one: Group, other: Group) -> str:
        """Why what two groups are called sets them apart; "" where it does not."""
        found = [separates(a, b) for a in one.called for b in other.called]
        if (one.reviewed or other.reviewed) and not all(found):
            return ""
        return min(filter(None, found), default="")

    def join(self, one: Ref, other: Ref, *, reviewed: bool = False) -> bool:
        """Whether the two are one now: not over what sets them apart; a person is asked only that
        no person has split them.
        """
        if self.are_one(one, other):
            return True
        a, b = self.root(one), self.root(other)
        apart = self.group(a).enemies.get(b, "") if reviewed else self.why_apart(a, b)
        if apart or (not reviewed and self._are_two_bodies(a, b)):
            return False
        differ = bool(self.by_identity(self.group(a), self.group(b)))
        self._unite(a, b)
        self.group(a).reviewed |= reviewed and differ
        return True

    def _are_two_bodies(self, one: Ref, other: Ref) -> bool:
        here, there = self.group(one).called, self.group(other).called
        return any(are_two_bodies(a, b, self._bodies) for a in here for b in there)

    def _unite(self, one: Ref, other: Ref) -> None:
        """The larger group takes the smaller one up; the root does not show in any answer."""
        large, small = sorted((one, other), key=lambda r: (-_size(self.group(r)), r))
        kept, gone = self.group(large), self.group(small)
        del self._groups[small]
        self._above[small] = large
        kept.members += gone.members
        kept.called |= gone.called
        kept.reviewed |= gone.reviewed
        for enemy, why in gone.enemies.items():
            others = self._groups[enemy].enemies
            _make_enemy(others, large, others.pop(small))
            _make_enemy(kept.enemies, enemy, why)


def _make_enemy(enemies: dict[Ref, str], enemy: Ref, why: str) -> None:
    """Of several reasons the first by letters, "a reviewer" before all: whoever joined first."""
    enemies[enemy] = min(why, enemies.get(enemy, why))


def _size(group: Group) -> int:
    return len(group.members) + len(group.enemies)
