"""What one report more changes among units: which reports may share other wording now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np

from firsthand.provenance.filed import FiledReport
from firsthand.provenance.keeping.matching import (
    Two,
    matched_anew,
    shaken_by,
    two_of,
    weights_in,
)
from firsthand.provenance.keeping.units import NOTHING, Emitted, Units
from firsthand.provenance.wording.holders import SOME
from firsthand.provenance.wording.keys import keys_of


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
    changed = matched_anew(units, anew, shaken_by(units, anew, was, weights_in(units, keys)))
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
    for one, other in changed | {two_of(u, v) for u in held for v in units.matched.get(u, ())}:
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
