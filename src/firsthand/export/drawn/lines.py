"""The lines of the picture as SVG paths: given, carried, copied, cited.

What is cited runs in lanes at the right, one lane a cited report, so that two hundred citations
are still a few lines. Where more lanes are needed than can be told apart, those of the fewest
citations are left to the words of the rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from firsthand.export.drawn.cards import CHANNEL, INDENT, REPORT, SOURCE
from firsthand.export.drawn.graph import Cited, Graph
from firsthand.export.drawn.places import LEFT, MIDDLE, RIGHT, Place, Places

EDGE: Final = RIGHT + REPORT
_LANES: Final = 12
_LANE: Final = 7.5
WIDTH: Final = EDGE + _LANE * (_LANES + 1)
HUES: Final = 6
"""Colours that take turns, so that lines of neighbouring channels can be told apart."""


@dataclass(frozen=True, slots=True)
class Line:
    """A path; `role` is how it looks, `hue` which colour, `source` whose line it is (or -1)."""

    path: str
    role: str
    hue: int = 0
    source: int = -1
    channel: int = -1


@dataclass(frozen=True, slots=True)
class Lanes:
    """Lines of citations with the dots where somebody joins, and how many found no lane."""

    lines: tuple[Line, ...]
    dots: tuple[tuple[float, float], ...]
    left_out: int


def hue_of(places: Places) -> Mapping[int, int]:
    """The colour of each channel, in turn from the top."""
    return {p.which: i % HUES for i, p in enumerate(places.channels)}


def flows(graph: Graph, places: Places) -> Iterator[Line]:
    """From sources to channels, and from channels to reports."""
    hue = hue_of(places)
    at = {p.which: p.middle for p in places.sources}
    rows = {p.which: p for p in places.rows}
    for e in graph.given:
        start = (LEFT + SOURCE, at[e.source])
        path = _curve(start, (MIDDLE, places.port(e.port)))
        yield Line(path, "given", hue[e.port.channel], e.source, e.port.channel)
    for c in graph.carried:
        row = rows[c.row]
        path = _curve((MIDDLE + CHANNEL, places.port(c.port)), (row.x, row.middle))
        role = "loose" if c.loose else "carried"
        yield Line(path, role, hue[c.port.channel], channel=c.port.channel)


def _curve(start: tuple[float, float], end: tuple[float, float]) -> str:
    """A line that leaves and arrives level."""
    (x, y), (to_x, to_y) = start, end
    bend = (x + to_x) / 2
    points = f"{bend:.1f} {y:.1f} {bend:.1f} {to_y:.1f} {to_x:.1f} {to_y:.1f}"
    return f"M{x:.1f} {y:.1f}C{points}"


def copies(graph: Graph, places: Places) -> Iterator[Line]:
    """An elbow from each copy to what it stands under."""
    depth = [row.depth for tree in graph.trees for row in tree]
    above = dict[int, Place]()
    for p in places.rows:
        at = depth[p.which]
        above[at] = p
        if at:
            over = above[at - 1]
            x = over.x + INDENT / 2
            yield Line(
                f"M{x:.1f} {over.y + over.card.height:.1f}V{p.middle:.1f}H{p.x:.1f}", "copied"
            )


def lanes(graph: Graph, places: Places) -> Lanes:
    """Citations, each cited report in a lane of its own."""
    at = {p.which: p.middle for p in places.rows}
    ordered = sorted(graph.cited, key=lambda c: (not c.is_circle, -len(c.by), c.to))
    taken = _taken(ordered, at)
    lines = tuple(line for c, lane in taken for line in _lane(c, lane, at))
    dots = tuple((_x(lane), at[by] - 4) for c, lane in taken for by in c.by)
    return Lanes(lines, dots, len(ordered) - len(taken))


def _taken(ordered: Sequence[Cited], at: Mapping[int, float]) -> list[tuple[Cited, int]]:
    """The first free lane for each; short ones nearest the reports."""
    busy: list[list[tuple[float, float]]] = [[] for _ in range(_LANES)]
    found = list[tuple[Cited, int]]()
    kept = ordered[: 4 * _LANES]
    for c in sorted(kept, key=lambda c: (_length(c, at), c.to, c.is_circle)):
        low, high = _extent(c, at)
        free = (i for i, lane in enumerate(busy) if all(high < a or b < low for a, b in lane))
        if (lane := next(free, None)) is not None:
            busy[lane].append((low - 12, high + 12))
            found.append((c, lane))
    return found


def _extent(c: Cited, at: Mapping[int, float]) -> tuple[float, float]:
    ys = [at[c.to], *(at[by] for by in c.by)]
    return min(ys), max(ys)


def _length(c: Cited, at: Mapping[int, float]) -> float:
    low, high = _extent(c, at)
    return high - low


def _x(lane: int) -> float:
    return EDGE + _LANE * (lane + 1)


def _lane(c: Cited, lane: int, at: Mapping[int, float]) -> Iterator[Line]:
    """A stub from each that cites, and one line to what they cite, which ends in an arrow."""
    role, x = "circle" if c.is_circle else "cited", _x(lane)
    for by in c.by:
        yield Line(f"M{EDGE:.1f} {at[by] - 4:.1f}H{x:.1f}", role)
    far: Iterable[float] = (min(at[by] for by in c.by) - 4, max(at[by] for by in c.by) - 4)
    low, high = min((*far, at[c.to] + 4)), max((*far, at[c.to] + 4))
    yield Line(f"M{x:.1f} {low:.1f}V{high:.1f}", role)
    yield Line(f"M{x:.1f} {at[c.to] + 4:.1f}H{EDGE + 1:.1f}", f"{role} arrow")
