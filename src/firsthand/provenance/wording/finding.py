"""All passages that the reports of a table share, in an order that does not depend on theirs."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import numpy as np

from firsthand.provenance.citing.dating import as_of
from firsthand.provenance.filed import FiledReport
from firsthand.provenance.wording.comparing import Match, matches, qualifies
from firsthand.provenance.wording.holders import (
    Held,
    Holders,
    holders_of,
    is_standing,
    pairs_between,
    pairs_within,
)
from firsthand.provenance.wording.keys import Keys, keys_of
from firsthand.provenance.wording.letters import Letters
from firsthand.provenance.wording.pairing import pairs
from firsthand.provenance.wording.passages import Passages
from firsthand.provenance.wording.shared import Cut, How, Shared
from firsthand.provenance.wording.table import Rows, Table


@dataclass(slots=True)
class Found:
    """What is shared, what was cut."""

    shared: list[Shared] = field(default_factory=list)
    cuts: list[Cut] = field(default_factory=list)


def ranks(reports: list[FiledReport]) -> Rows:
    """Each report's place by date and id."""
    order = sorted(range(len(reports)), key=lambda i: (as_of(reports[i]), reports[i].id))
    rank = np.empty(len(reports), dtype=np.int64)
    rank[order] = np.arange(len(reports))
    return rank


@dataclass(slots=True)
class Sought:
    """By what it was found: who holds which unit, the keys of units, and those that matched."""

    holders: Holders
    keys: Keys
    standing: frozenset[int]
    matched: array[int] = field(default_factory=lambda: array("q"))


def found_in(table: Table) -> Found:
    """What the reports of a table share."""
    return seeking(table)[0]


def seeking(table: Table) -> tuple[Found, Sought]:
    """What the reports of a table share, and by what it was found."""
    rank, found = ranks(table.reports), Found()
    holders = holders_of(table, rank)
    keys = _keys(table, holders)
    sought = Sought(holders, keys, _standing(table, holders))
    if not len(table):
        return found, sought
    letters = Letters(table)
    making = Passages(letters, rank)
    found.shared += _same(table, holders, making, sought.standing)
    for one, other, matched in _matches(letters, sought):
        sought.matched.extend((one, other))
        for a, b in pairs_between(table, holders.of(one), holders.of(other)):
            found.shared.append(making.shared(a, b, matched))
            if table.is_quotation(a) and table.is_quotation(b) and (c := making.cut(a, b, matched)):
                found.cuts.append(c)
    found.shared = in_order(found.shared)
    found.cuts = sure_cuts(found)
    return found, sought


def _keys(table: Table, holders: Holders) -> Keys:
    """The keys of the distinct units, each under its unit."""
    keys = keys_of(table, holders.lead)
    return Keys(keys.keys, holders.unit[keys.rows])


def in_order(shared: Iterable[Shared]) -> list[Shared]:
    """Passages as they stand in the reports, these by id; a report at a time, to save memory."""
    by_report: dict[str, list[Shared]] = defaultdict(list)
    for passage in shared:
        by_report[passage.one.report].append(passage)
    return [s for _, found in sorted(by_report.items()) for s in sorted(found, key=place)]


def place(shared: Shared) -> tuple[int, int, str, int, int]:
    """Where a passage stands in its reports."""
    one, other = shared.one.span, shared.other.span
    return one.start, one.end, shared.other.report, other.start, other.end


def sure_cuts(found: Found) -> list[Cut]:
    """Cuts in order, but for those of reports that give the fuller quotation as well."""
    fully = {
        given
        for s in found.shared
        if s.is_quotation and s.how is How.VERBATIM
        for given in ((s.one.report, s.other), (s.other.report, s.one))
    }
    kept = (c for c in found.cuts if (c.shorter.report, c.fuller) not in fully)
    return sorted(kept, key=lambda c: (c.shorter, c.fuller))


def _standing(table: Table, holders: Holders) -> frozenset[int]:
    """The units that are no wording of anyone's."""
    many = np.flatnonzero(np.diff(holders.first) > 1).tolist()
    return frozenset(u for u in many if is_standing(table, holders, u))


def _matches(letters: Letters, sought: Sought) -> Iterator[tuple[int, int, Match]]:
    """Distinct units that share wording; what is like a standing text is one."""
    holders = sought.holders
    one, other = pairs(sought.keys)
    free = np.ones(len(holders.lead), dtype=bool)
    free[list(sought.standing)] = False
    kept = free[one] & free[other]
    one, other = one[kept], other[kept]
    for place, matched in matches(letters, holders.lead[one], holders.lead[other]):
        yield int(one[place]), int(other[place]), matched


def _same(
    table: Table, holders: Holders, making: Passages, standing: frozenset[int]
) -> Iterator[Shared]:
    """Units that several reports hold word for word, and the weaker ones beside them."""
    along: set[tuple[int, int]] = set()
    for unit in np.flatnonzero(np.diff(holders.first) > 1).tolist():
        words = qualifies(table, int(holders.lead[unit]))
        if words is None or unit in standing:
            continue
        for a, b in pairs_within(table, holders.of(unit)):
            yield making.verbatim(a, b, words)
            yield from beside(table, holders, making, (a, b), along)


def beside(
    table: Table,
    holders: Held,
    making: Passages,
    at: tuple[int, int],
    along: set[tuple[int, int]],
) -> Iterator[Shared]:
    """Sentences too short to tell anything alone that stand beside a shared one in both."""
    for step in (-1, 1):
        a, b = at[0] + step, at[1] + step
        while _both(table, holders, at, a, b) and (a, b) not in along:
            if qualifies(table, a) is not None:
                break
            along.add((a, b))
            yield making.verbatim(a, b, 0)
            a, b = a + step, b + step


def _both(table: Table, holders: Held, at: tuple[int, int], a: int, b: int) -> bool:
    """Whether two rows lie in the reports that `at` lies in, and hold one unit."""
    if min(a, b) < 0 or max(a, b) >= len(table):
        return False
    inside = table.report[a] == table.report[at[0]] and table.report[b] == table.report[at[1]]
    return inside and bool(holders.unit[a] == holders.unit[b])
