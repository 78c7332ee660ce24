"""What one report more changes among units: which match, and which reports share what.

Keys that are crowded give few pairs (`pairing`): a new unit can take the place of another among
those that lead, or make a key a common one, so that two others are no longer compared.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from firsthand.provenance.filed import FiledReport
from firsthand.provenance.keeping.buckets import packed
from firsthand.provenance.keeping.units import NOTHING, Emitted, Units
from firsthand.provenance.wording.comparing import matches
from firsthand.provenance.wording.holders import SOME
from firsthand.provenance.wording.keys import Keys, keys_of
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


def touched_by(units: Units, report: FiledReport) -> set[Two]:
    """Adds a report; the pairs of reports, by place in the table, that may share other wording."""
    rows, fresh = units.entered(report)
    new = set(fresh)
    held = {units.unit[row] for row in rows}
    moved, spread = _moving(units, rows, new)
    before = _before(units, held - new)
    own = _keys(units, rows, fresh)
    keys = {k for found in own.values() for k in found}
    keys |= {k for unit in moved for k in units.buckets.of(unit)}
    was = weights_in(units, keys)
    units.hold(rows)
    for unit, found in own.items():
        units.buckets.add(unit, found)
    turned = units.turned(held | units.beside(spread | new))
    anew = new | moved | turned
    changed = _matched(units, anew, _shaken(units, anew, was, weights_in(units, keys)))
    alone = _alone(units, before, held, turned)
    return _of_reports(units, alone | _of_two(units, before, held, changed))


def _before(units: Units, known: Iterable[int]) -> dict[frozenset[int], Emitted]:
    """What some units have, alone and with those that they match."""
    found = {frozenset({u}): units.within(u) for u in known}
    pairs = {frozenset({u, v}) for u in known for v in units.matched.get(u, ())}
    return {**found, **{pair: units.between(*pair) for pair in pairs}}


def _moving(units: Units, rows: Iterable[int], new: set[int]) -> tuple[set[int], set[int]]:
    """Known units whose first row a new one will be; and those whose first few it will be among."""
    moved, spread = set[int](), set[int]()
    for row in rows:
        unit = units.unit[row]
        some = [units.at(held) for held in units.some(unit)] if unit not in new else []
        if some and (len(some) < SOME or units.at(row) < some[-1]):
            spread.add(unit)
        if some and units.at(row) < some[0]:
            moved.add(unit)
    return moved, spread


def _keys(units: Units, rows: Iterable[int], fresh: Iterable[int]) -> dict[int, list[int]]:
    """The keys of units that are new, each as often as they have it."""
    first: dict[int, int] = {}
    for row in rows:
        first.setdefault(units.unit[row], row)
    leads = [first[unit] for unit in fresh]
    found: dict[int, list[int]] = {unit: [] for unit in fresh}
    if leads:
        made = keys_of(units.table, np.array(leads, dtype=np.int64))
        for key, row in zip(made.keys.tolist(), made.rows.tolist(), strict=True):
            found[units.unit[row]].append(key)
    return found


def _shaken(units: Units, anew: set[int], was: Weights, now: Weights) -> set[Two]:
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


def _matched(units: Units, anew: set[int], shaken: set[Two]) -> set[Two]:
    """Matches these units anew; the pairs that match now and did not, or did and do not."""
    was = {_two(u, v) for u in anew for v in units.matched.get(u, ())}
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
    return {_two(*pairs[place]) for place, _ in found}


def _two(one: int, other: int) -> Two:
    return (one, other) if one < other else (other, one)


def _alone(
    units: Units, before: Mapping[frozenset[int], Emitted], held: set[int], turned: set[int]
) -> set[Two]:
    """The pairs of rows whose sharing of one unit is other than it was."""
    found = set[Two]()
    for unit in held | turned:
        was = before.get(frozenset({unit}), NOTHING)
        if unit not in held:
            was = units.within(unit, turned=True)
        found.update((a, b) for a, b, _ in was ^ units.within(unit))
    return found


def _of_two(
    units: Units, before: Mapping[frozenset[int], Emitted], held: set[int], changed: set[Two]
) -> set[Two]:
    """The same of two units that match, or did."""
    found = set[Two]()
    for one, other in changed | {_two(u, v) for u in held for v in units.matched.get(u, ())}:
        rows, matched = units.between(one, other), other in units.matched.get(one, ())
        now, was = (rows, NOTHING) if matched else (NOTHING, rows)
        if one in held or other in held:
            was = before.get(frozenset({one, other}), NOTHING)
        found.update((a, b) for a, b, _ in was ^ now)
    return found


def _of_reports(units: Units, rows: Iterable[Two]) -> set[Two]:
    """The pairs of reports of pairs of rows, the earlier first."""
    of, place = units.table.report, units.place
    found = {(of[a], of[b]) for a, b in rows}
    return {(i, j) if place[i] < place[j] else (j, i) for i, j in found}
