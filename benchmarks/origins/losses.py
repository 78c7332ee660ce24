"""What the noise has come to: how much the reports of many stories have really lost."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from benchmarks.origins.making import Making
from benchmarks.origins.people import Mode, Person, Voice


@dataclass(frozen=True, slots=True)
class Losses:
    """Shares: names dropped of those given, roles and ages changed of all, by report."""

    dropped: float
    roles: float
    ages: float

    def __str__(self) -> str:
        return (
            f"{self.dropped:.0%} of names dropped, {self.roles:.0%} of roles and "
            f"{self.ages:.0%} of ages changed"
        )


def losses(made: Iterable[Making]) -> Losses:
    """Counted over every speaker of every report in the case."""
    shown = [pair for each in made for pair in _shown(each)]
    named = [(v, p) for v, p in shown if p.mode is Mode.NAMED]
    return Losses(
        _share([v.name is None for v, _ in named]),
        _share([v.role != p.role for v, p in shown]),
        _share([v.age != p.age for v, p in shown]),
    )


def _shown(made: Making) -> list[tuple[Voice, Person]]:
    voices = [v for s in made.sketches if not s.hidden for v in s.voices]
    return [(v, v.person) for v in voices if v.person is not None]


def _share(found: list[bool]) -> float:
    return sum(found) / len(found)
