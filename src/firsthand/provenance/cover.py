"""The fewest who could stand behind some accounts: a minimum clique cover.

Accounts are vertices; an edge says that nothing separates two of them, so that one source could
have given both. A set of accounts that one source could have given is a clique, and the fewest
sources are the fewest cliques that cover all. That is the chromatic number of the complement,
whose edges are the separations. Both are NP-hard (Karp, 1972), and small here: colouring is by
branch and bound (DSATUR; Brélaz, 1979), between a clique of separations, which bounds it from
below, and a greedy colouring, which bounds it from above.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Final

_STEPS, _WORK = 20_000, 400_000
"""Branches tried, and accounts looked at in them, before the bound from below is given instead."""

_LARGEST: Final = 400
"""Accounts that are searched through; of more, the bound from below is given."""

_STARTS: Final = 24
"""Accounts from which a clique is gathered, the most separated first."""

Apart = Mapping[int, frozenset[int]]


@dataclass(frozen=True, slots=True)
class Cover:
    """The fewest sources; where `exact` is False, there may have to be more, never fewer."""

    fewest: int
    exact: bool = True


def fewest(count: int, separations: Iterable[tuple[int, int]]) -> Cover:
    """The fewest sources for `count` accounts, of which these pairs are of two."""
    apart = _neighbours(count, separations)
    first = sorted(apart, key=lambda v: (-len(apart[v]), v))[:_STARTS]
    lower = max((len(_clique(v, apart)) for v in first), default=0)
    upper = _greedy(apart)
    if lower == upper:
        return Cover(lower)
    return _Search(apart, lower, upper).run() if count <= _LARGEST else Cover(lower, exact=False)


def fewest_beside(
    count: int, separations: Iterable[tuple[int, int]], gone: Collection[int]
) -> Cover:
    """The fewest sources none of whose accounts was taken back; `gone` are those that were.

    Whoever may have given an account that was taken back counts for nobody, and each such account
    frees one source only. No two of them need be of one source: to give each a source of its own
    frees as many accounts or more. So it is the fewest for all once the `gone` are apart from each
    other, less the gone.
    """
    every = fewest(count, [*separations, *combinations(sorted(gone), 2)])
    return Cover(max(0, every.fewest - len(gone)), every.exact)


def _neighbours(count: int, separations: Iterable[tuple[int, int]]) -> dict[int, frozenset[int]]:
    found: dict[int, set[int]] = {v: set() for v in range(count)}
    for one, other in separations:
        if one != other:
            found[one].add(other)
            found[other].add(one)
    return {v: frozenset(others) for v, others in found.items()}


def _clique(start: int, apart: Apart) -> list[int]:
    """Accounts all separated from each other, gathered from one, the most separated first."""
    chosen, left = [start], apart[start]
    for v in sorted(left, key=lambda v: (-len(apart[v] & apart[start]), v)):
        if v in left:
            chosen.append(v)
            left &= apart[v]
    return chosen


def _greedy(apart: Apart) -> int:
    """Sources that suffice, each account given to the first who could have given it."""
    colours: dict[int, int] = {}
    for v in sorted(apart, key=lambda v: (-len(apart[v]), v)):
        taken = {colours[u] for u in apart[v] if u in colours}
        colours[v] = next(c for c in range(len(apart)) if c not in taken)
    return len(set(colours.values()))


class _Search:
    """Tries whether fewer suffice than are known to, down to the bound from below."""

    def __init__(self, apart: Apart, lower: int, upper: int) -> None:
        self.apart = apart
        self.lower = lower
        self.best = upper
        self.left = min(_STEPS, _WORK // max(1, len(apart)))

    def run(self) -> Cover:
        self._branch({}, 0)
        return Cover(self.best) if self.left > 0 else Cover(self.lower, exact=False)

    def _branch(self, colours: dict[int, int], used: int) -> None:
        self.left -= 1
        if self.left <= 0 or self.best == self.lower or used >= self.best:
            return
        if len(colours) == len(self.apart):
            self.best = used
            return
        v, taken = self._next(colours)
        for colour in range(min(used + 1, self.best - 1)):
            if colour not in taken:
                self._branch({**colours, v: colour}, max(used, colour + 1))

    def _next(self, colours: Mapping[int, int]) -> tuple[int, frozenset[int]]:
        """The account with the fewest sources left to choose from."""
        open_to = {
            v: frozenset(colours[u] for u in self.apart[v] if u in colours)
            for v in self.apart
            if v not in colours
        }
        v = max(open_to, key=lambda v: (len(open_to[v]), len(self.apart[v]), -v))
        return v, open_to[v]
