"""Where everything in the picture stands, in its own units (pixels at its natural size).

Reports are stacked first; channels, then sources, stand as near as they can to what they are
joined to.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Final

from firsthand.export.drawn.cards import (
    CHANNEL,
    INDENT,
    REPORT,
    SOURCE,
    Card,
    of_channel,
    of_row,
    of_source,
)
from firsthand.export.drawn.graph import Graph, Port
from firsthand.export.drawn.order import Order
from firsthand.export.drawn.stacking import stacked

LEFT: Final = 2.0
MIDDLE: Final = 370.0
RIGHT: Final = 732.0
"""Where each column begins."""

_TOP: Final = 34.0
_GAP: Final = 10.0
_MOST: Final = 30.0
_DENSE: Final = 40
"""Rows from which they are kept to one line."""


@dataclass(frozen=True, slots=True)
class Place:
    """A card at its place; `which` is its position in the column of the graph."""

    which: int
    x: float
    y: float
    width: float
    card: Card

    @property
    def middle(self) -> float:
        """The height at which edges reach it."""
        return self.y + self.card.height / 2


@dataclass(frozen=True, slots=True)
class Places:
    """The three columns from the top, rows of reports each for itself; `height` holds all."""

    sources: tuple[Place, ...]
    channels: tuple[Place, ...]
    rows: tuple[Place, ...]
    height: float

    def port(self, port: Port) -> float:
        """The height at which a way through a channel is."""
        place = self._channel(port.channel)
        return place.y + place.card.ways[port.way] if place.card.ways else place.middle

    def _channel(self, which: int) -> Place:
        return next(p for p in self.channels if p.which == which)


def places_of(graph: Graph, order: Order) -> Places:
    """All cards at their places."""
    cards = [of_channel(n) for n in graph.channels]
    rows = _spread(_rows(graph, order), sum(c.height + _GAP for c in cards))
    middles = {p.which: p.middle for p in rows}
    wishes = _means((e.port.channel, middles[e.row]) for e in graph.carried)
    channels = _column(MIDDLE, CHANNEL, order.channels, cards, wishes)
    ports = Places((), channels, (), 0)
    wishes = _means((e.source, ports.port(e.port)) for e in graph.given)
    sources = _column(LEFT, SOURCE, order.sources, [of_source(n) for n in graph.sources], wishes)
    return _from_the_top(sources, channels, rows)


def _rows(graph: Graph, order: Order) -> tuple[Place, ...]:
    """Trees from the top; a copy close under what it copies."""
    first = [0, *accumulate(len(tree) for tree in graph.trees)]
    dense = first[-1] > _DENSE
    found, y = list[Place](), 0.0
    for tree in order.trees:
        for i, row in enumerate(graph.trees[tree]):
            card, x = of_row(row, dense=dense), INDENT * row.depth
            found.append(Place(first[tree] + i, RIGHT + x, y, REPORT - x, card))
            y += card.height + 4
        y += 4 if dense else _GAP
    return tuple(found)


def _spread(rows: tuple[Place, ...], height: float) -> tuple[Place, ...]:
    """Some more room between the trees, where the channels are higher than they are."""
    roots = sum(p.x == RIGHT for p in rows)
    if not rows or roots < 2:
        return rows
    lacking = height - rows[-1].y - rows[-1].card.height
    more = min(max(lacking / (roots - 1), 0.0), _MOST)
    found, below = list[Place](), -1
    for p in rows:
        below += p.x == RIGHT
        found.append(replace(p, y=p.y + more * below))
    return tuple(found)


def _means(pairs: Iterable[tuple[int, float]]) -> Mapping[int, float]:
    found: dict[int, list[float]] = defaultdict(list)
    for which, y in pairs:
        found[which].append(y)
    return {which: sum(ys) / len(ys) for which, ys in found.items()}


def _column(
    x: float, width: float, order: Sequence[int], cards: Sequence[Card], wishes: Mapping[int, float]
) -> tuple[Place, ...]:
    """One column; what is joined to nothing stands after what is before it."""
    heights = [cards[which].height for which in order]
    tops, last = list[float](), 0.0
    for which, height in zip(order, heights, strict=True):
        last = wishes.get(which, last + height / 2) - height / 2
        tops.append(last)
    ys = stacked(tops, heights, _GAP)
    return tuple(Place(w, x, y, width, cards[w]) for w, y in zip(order, ys, strict=True))


def _from_the_top(*columns: tuple[Place, ...]) -> Places:
    """Moved down so that nothing is above the top."""
    every = [p for column in columns for p in column]
    by = _TOP - min((p.y for p in every), default=0.0)
    sources, channels, rows = (tuple(replace(p, y=p.y + by) for p in column) for column in columns)
    height = max((p.y + p.card.height for p in every), default=0.0) + by + 14
    return Places(sources, channels, rows, height)
