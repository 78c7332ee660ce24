"""Accounts that are taken back, by those who gave them or by the outlet that had them first."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from benchmarks.origins.making import Feature, Making
from benchmarks.origins.nameless import recanted
from benchmarks.origins.sketch import Sketch, Telling

_TAKEN_BACK = 0.15


def taken_back(made: Making, first: int) -> None:
    """Somebody's only account is taken back, by them or by the outlet that had it first.

    `first` is the number of first reports. Copies of the account go on unmarked.
    """
    reports = made.sketches[:first]
    given = Counter(who for s in reports for who in _behind(s))
    alone = [at for at, s in enumerate(reports) if _is_only_account(s, given)]
    if not alone or not made.happens(_TAKEN_BACK):
        return
    at = made.chance.choice(alone)
    (who,) = _behind(reports[at])
    made.withdrawn.add(who)
    made.features.add(Feature.RETRACTED)
    if who in made.people and made.happens(0.6):
        made.sketches[at] = _marked(reports[at])
        recanted(made, made.people[who], reports[at].day + 12)
    else:
        made.sketches[at] = replace(reports[at], retracted=True)


def _behind(sketch: Sketch) -> frozenset[str]:
    """Those whom a report's claims rest on."""
    return frozenset(who for t in sketch.tellings if t.is_allegation for who in t.origins)


def _is_only_account(sketch: Sketch, given: Counter[str]) -> bool:
    """Whether one source speaks in it for themselves, and nowhere else."""
    speaking = {sketch.voices[t.voice].people for t in sketch.tellings
                if t.is_allegation and t.voice is not None}  # fmt: skip
    behind = _behind(sketch)
    is_own = len(behind) == 1 and speaking == {behind}
    return is_own and not sketch.hidden and all(given[who] == 1 for who in behind)


def _marked(sketch: Sketch) -> Sketch:
    """With its claims marked as taken back."""
    body = tuple(tuple(map(_struck, part)) for part in sketch.body)
    return replace(sketch, body=body)


def _struck(line: str | Telling) -> str | Telling:
    if isinstance(line, str) or not line.is_allegation:
        return line
    return replace(line, recanted=True)
