"""Which events count: what is undone does not, unless the undoing is undone."""

from __future__ import annotations

from collections.abc import Iterable

from firsthand.case.events import Undone
from firsthand.case.state import Logged


def live(logged: Iterable[Logged]) -> tuple[Logged, ...]:
    """The events that count, in order, without the undoings themselves."""
    in_order = tuple(logged)
    dead = undone_in(in_order)
    return tuple(x for x in in_order if x.number not in dead and not isinstance(x.event, Undone))


def undone_in(logged: Iterable[Logged]) -> dict[int, int]:
    """The numbers of what is undone, each with the number of what undid it.

    From the last event to the first, since an undoing is itself undone by a later one only.
    """
    dead: dict[int, int] = {}
    for x in sorted(logged, key=lambda x: -x.number):
        if isinstance(x.event, Undone) and x.number not in dead:
            dead.setdefault(x.event.event, x.number)
    return dead
