"""An order of the three columns with few crossings: the barycentre method.

Each thing stands at the mean of what it is joined to in the next column, sweeping back and forth
(Sugiyama, Tagawa and Toda, 1981); the best order met is kept. A channel keeps its ways together,
a report its copies. Ties fall back on the order before, so that the same case gives the same
picture.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from firsthand.export.drawn.graph import Graph

_SWEEPS: Final = 12

Edges = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Order:
    """The members of each column from the top, by their place in the graph."""

    sources: tuple[int, ...]
    channels: tuple[int, ...]
    trees: tuple[int, ...]


def order_of(graph: Graph) -> Order:
    """The order with the fewest crossings that the sweeps come by."""
    given, carried = _edges(graph)
    order = Order(*(tuple(range(len(c))) for c in (graph.sources, graph.channels, graph.trees)))
    best, fewest = order, _crossing(order, given, carried)
    for sweep in range(_SWEEPS):
        order = _swept(order, given, carried, down=sweep % 2 == 0)
        if (found := _crossing(order, given, carried)) < fewest:
            best, fewest = order, found
    return best


def crossings(graph: Graph, order: Order) -> int:
    """How often two edges cross, each channel and each tree taken as one point."""
    return _crossing(order, *_edges(graph))


def _edges(graph: Graph) -> tuple[Edges, Edges]:
    tree = [i for i, rows in enumerate(graph.trees) for _ in rows]
    given = tuple((e.source, e.port.channel) for e in graph.given)
    return given, tuple((e.port.channel, tree[e.row]) for e in graph.carried)


def _swept(order: Order, given: Edges, carried: Edges, *, down: bool) -> Order:
    """From the reports to the sources, or back."""
    if down:
        middle = _by_mean(order.channels, order.trees, _flipped(carried))
        return replace(
            order, channels=middle, sources=_by_mean(order.sources, middle, _flipped(given))
        )
    middle = _by_mean(order.channels, order.sources, given)
    return replace(order, channels=middle, trees=_by_mean(order.trees, middle, carried))


def _flipped(edges: Edges) -> Edges:
    return tuple((b, a) for a, b in edges)


def _by_mean(column: Sequence[int], fixed: Sequence[int], edges: Edges) -> tuple[int, ...]:
    """The column by where its neighbours stand; `edges` lead from the fixed column to it."""
    at = _positions(fixed)
    near: dict[int, list[float]] = defaultdict(list)
    for one, other in edges:
        near[other].append(at[one])
    now = _positions(column)
    return tuple(sorted(column, key=lambda x: (_mean(near[x]) if near[x] else now[x], now[x])))


def _positions(column: Sequence[int]) -> Mapping[int, float]:
    """Where each stands, from 0 to 1, whatever the length of the column."""
    return {x: i / max(len(column) - 1, 1) for i, x in enumerate(column)}


def _mean(numbers: Sequence[float]) -> float:
    return sum(numbers) / len(numbers)


def _crossing(order: Order, given: Edges, carried: Edges) -> int:
    between = ((order.sources, order.channels, given), (order.channels, order.trees, carried))
    return sum(_inversions(left, right, edges) for left, right, edges in between)


def _inversions(left: Sequence[int], right: Sequence[int], edges: Iterable[tuple[int, int]]) -> int:
    ends = {x: i for i, x in enumerate(left)}, {x: i for i, x in enumerate(right)}
    seen, count = list[int](), 0
    for _, end in sorted((ends[0][a], ends[1][b]) for a, b in edges):
        count += len(seen) - bisect_right(seen, end)
        insort(seen, end)
    return count
