"""Which units match, asked anew where the keys that they share have others now.

Keys that are crowded give few pairs (`pairing`): a new unit can take the place of another among
those that lead, or make a key a common one, so that two others are no longer compared.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from firsthand.provenance.keeping.buckets import packed
from firsthand.provenance.keeping.units import Units
from firsthand.provenance.wording.comparing import matches
from firsthand.provenance.wording.keys import Keys
from firsthand.provenance.wording.letters import Letters
from firsthand.provenance.wording.pairing import ENOUGH, split, weighed
from firsthand.provenance.wording.table import U64, Rows

Two = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Weights:
    """How much units share in some keys: packed pairs in order, and the weight of each."""

    pairs: U64
    weights: Rows

    def of(self, pairs: U64) -> Rows:
        """The weights of pairs, 0 of those that share nothing."""
        if not len(self.pairs):
            return np.zeros(len(pairs), dtype=np.int64)
        at = np.minimum(np.searchsorted(self.pairs, pairs), len(self.pairs) - 1)
        found: Rows = np.where(self.pairs[at] == pairs, self.weights[at], 0)
        return found


def weights_in(units: Units, keys: Iterable[int]) -> Weights:
    """How much units share in these keys, by the rules of `pairing`."""
    held = units.buckets.among(keys)
    named = np.array(sorted(set(held.rows.tolist()), key=units.rank), dtype=np.int64)
    by_number = np.argsort(named)
    ranks = by_number[np.searchsorted(named[by_number], held.rows)]
    found, weights = weighed(Keys(held.keys, ranks))
    low, high = split(found)
    pairs = packed(named[low], named[high])
    order = np.argsort(pairs)
    return Weights(pairs[order], weights[order])


def shaken_by(units: Units, anew: set[int], was: Weights, now: Weights) -> set[Two]:
    """Pairs of other units that share more now, or less and have matched."""
    pairs = np.union1d(was.pairs, now.pairs)
    before, after = was.of(pairs), now.of(pairs)
    other = before != after
    low, high = (x.tolist() for x in split(pairs[other]))
    more = (after > before)[other].tolist()
    return {
        (u, v)
        for u, v, is_more in zip(low, high, more, strict=True)
        if u not in anew and v not in anew and (is_more or v in units.matched.get(u, ()))
    }


def matched_anew(units: Units, anew: set[int], shaken: set[Two]) -> set[Two]:
    """Matches these units anew; the pairs that match now and did not, or did and do not."""
    was = {two_of(u, v) for u in anew for v in units.matched.get(u, ())}
    was |= {pair for pair in shaken if pair[1] in units.matched.get(pair[0], ())}
    now = _matching(units, _enough(units, anew, shaken))
    for pair in was - now:
        units.unmatch(*pair)
    units.match(now - was)
    return was ^ now


def _enough(units: Units, anew: set[int], shaken: set[Two]) -> list[Two]:
    """Those of these pairs that share keys enough, the earlier unit first."""
    keys = {key for unit in anew for key in units.buckets.of(unit)}
    for one, other in shaken:
        keys.update(set(units.buckets.of(one)) & set(units.buckets.of(other)))
    found = weights_in(units, keys)
    low, high = (x.tolist() for x in split(found.pairs[found.weights >= ENOUGH]))
    pairs = zip(low, high, strict=True)
    asked = (p for p in pairs if p[0] in anew or p[1] in anew or p in shaken)
    return [units.in_order(*p) for p in asked if units.standing.isdisjoint(p)]


def _matching(units: Units, pairs: Sequence[Two]) -> set[Two]:
    """Those that share wording, by their first rows."""
    one, other = (np.array([units.lead(p[n]) for p in pairs], dtype=np.int64) for n in (0, 1))
    found = matches(Letters(units.table), one, other)
    return {two_of(*pairs[place]) for place, _ in found}


def two_of(one: int, other: int) -> Two:
    """Two units, whichever comes first."""
    return (one, other) if one < other else (other, one)
