"""The three columns of the picture and what joins them, before anything has its place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from firsthand.export.drawn.channels import ChannelNode, WayKey, channel_nodes, key_of
from firsthand.export.drawn.names import Names
from firsthand.export.drawn.parents import parents_of
from firsthand.export.drawn.reports import ReportRow, trees
from firsthand.export.drawn.sources import SourceNode, source_nodes, speaking
from firsthand.provenance.trace import Trace
from firsthand.provenance.voices import Voice


@dataclass(frozen=True, slots=True, order=True)
class Port:
    """A place in the middle column: the channel, and the way in it (0 in an absent one)."""

    channel: int
    way: int


@dataclass(frozen=True, slots=True, order=True)
class Given:
    """A source told a channel."""

    source: int
    port: Port


@dataclass(frozen=True, slots=True, order=True)
class Carried:
    """A channel is where a report has it from; `row` counts rows from the top of the trees.

    It is `loose` where the channel is absent, or where nobody has it first: a circle.
    """

    port: Port
    row: int
    loose: bool


@dataclass(frozen=True, slots=True, order=True)
class Cited:
    """The rows that cite a row; `is_circle` where they also lead back."""

    to: int
    by: tuple[int, ...]
    is_circle: bool


@dataclass(frozen=True, slots=True)
class Graph:
    """Columns as tuples, edges by position in them; rows are numbered through all trees."""

    sources: tuple[SourceNode, ...]
    channels: tuple[ChannelNode, ...]
    trees: tuple[tuple[ReportRow, ...], ...]
    given: tuple[Given, ...]
    carried: tuple[Carried, ...]
    cited: tuple[Cited, ...]


def graph_of(trace: Trace, names: Names) -> Graph:
    """What is drawn of a trace."""
    voices = speaking(trace)
    sources = source_nodes(trace, names, voices)
    channels = channel_nodes(trace, names, voices)
    forest = trees(trace, names)
    ports = {w.key: Port(c, i) for c, n in enumerate(channels) for i, w in enumerate(n.ways)}
    rows = {r: i for i, row in enumerate(x for t in forest for x in t) for r in row.reports}
    return Graph(
        sources, channels, forest,
        given=tuple(sorted(_given(sources, ports))),
        carried=tuple(sorted({*_carried(voices, ports, rows), *_leaning(channels, rows)})),
        cited=tuple(_cited(trace, names, rows)),
    )  # fmt: skip


def _given(sources: Sequence[SourceNode], ports: Mapping[WayKey, Port]) -> set[Given]:
    return {
        Given(i, ports[key_of(occasion)])
        for i, node in enumerate(sources)
        for v in node.voices
        for occasion in v.occasions
    }


def _carried(
    voices: Sequence[Voice], ports: Mapping[WayKey, Port], rows: Mapping[str, int]
) -> Iterator[Carried]:
    """To the reports that have it from no other; where all have, to the first of them."""
    firm, every = set[tuple[Port, int]](), set[tuple[Port, int]]()
    for v in voices:
        for occasion in v.occasions:
            port = ports[key_of(occasion)]
            first = [t.ref.report for t in occasion.told if t.of is None]
            firm |= {(port, rows[r]) for r in first}
            every |= {(port, rows[occasion.told[0].ref.report])} if not first else set()
    yield from (Carried(*edge, loose=False) for edge in firm)
    yield from (Carried(*edge, loose=True) for edge in every - firm)


def _leaning(channels: Sequence[ChannelNode], rows: Mapping[str, int]) -> Iterator[Carried]:
    for i, node in enumerate(channels):
        yield from (Carried(Port(i, 0), rows[r], loose=True) for r in node.leaning)


def _cited(trace: Trace, names: Names, rows: Mapping[str, int]) -> Iterator[Cited]:
    """Who cites what, but for copies, which stand under what they copy."""
    parents = parents_of(trace, names)
    by: dict[tuple[int, bool], set[int]] = defaultdict(set)
    for e in trace.citations.edges:
        if e.to is None or parents.get(e.report, ("", ""))[0] == e.to:
            continue
        circle = any({e.report, e.to} <= set(c) for c in trace.citations.circles)
        if rows[e.report] != rows[e.to]:
            by[rows[e.to], circle].add(rows[e.report])
    yield from (Cited(to, tuple(sorted(rs)), circle) for (to, circle), rs in sorted(by.items()))
