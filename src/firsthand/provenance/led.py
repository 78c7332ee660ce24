"""Whose own channel leads to a report of the case that gives their account.

"A docker told the Lantern", and the Lantern's report is there: the docker is one of those whose
account it gives, even where it cannot be told which. So the docker adds nobody to the upper bound.
The words have to lead there, not dates; of several reports of the outlet any may be meant.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from firsthand.provenance.accounts import Account
from firsthand.provenance.case import Key

To = Mapping[int, frozenset[int]]
"""Each with those of whom it is one."""


def led(
    accounts: Sequence[Account],
    origins: Sequence[Collection[Key]],
    apart: Collection[tuple[int, int]],
) -> dict[int, frozenset[str]]:
    """Those who are one of the others, by their places, with the reports that they lead to.

    Every report that has the account has to lead there: one that does not may be where it entered
    the record. Whoever leads back to itself is left out: somebody in a circle was the first.
    """
    leads = {a.key: a.led for a in accounts}
    reports = {n: _reports(keys, leads) for n, keys in enumerate(origins)}
    to = {n: _meant(n, ids, origins, apart) for n, ids in reports.items() if ids}
    found = {n: others for n, others in to.items() if others}
    return {n: reports[n] for n in found if not _comes_back(n, found)}


def _reports(keys: Collection[Key], leads: Mapping[Key, frozenset[str]]) -> frozenset[str]:
    """The reports that an account leads to; none where one of the reports that have it does not."""
    by_report: dict[str, set[str]] = {}
    for key in keys:
        by_report.setdefault(key[0], set()).update(leads[key])
    every = by_report.values()
    return frozenset().union(*every) if all(every) else frozenset()


def _meant(
    one: int,
    reports: Collection[str],
    origins: Sequence[Collection[Key]],
    apart: Collection[tuple[int, int]],
) -> frozenset[int]:
    """The others who give an account there and may be the one."""
    there = (n for n, keys in enumerate(origins) if any(r in reports for r, _ in keys))
    pairs = ((n, (min(n, one), max(n, one))) for n in there if n != one)
    return frozenset(n for n, pair in pairs if pair not in apart)


def _comes_back(start: int, to: To) -> bool:
    """Whether one may be one of those who may be that one."""
    return start in set(_reached(start, to))


def _reached(start: int, to: To) -> Iterator[int]:
    seen, left = set[int](), list(to[start])
    while left:
        one = left.pop()
        if one not in seen:
            seen.add(one)
            yield one
            left += to.get(one, ())
