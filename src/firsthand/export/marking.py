"""Cuts a text where spans begin and end, so that overlapping spans can be shown as markup."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from firsthand.evidence.statement import Record
from firsthand.export.apart import Section
from firsthand.reading.attribution import Attribution
from firsthand.text import Span

ROLES = ("source", "cue", "content", "own", "caveat", "asserted")


@dataclass(frozen=True, slots=True)
class Mark:
    """Spans that belong together, each with its role, under one label: "3", "V1"."""

    label: str
    spans: tuple[tuple[str, Span], ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of characters, the roles it has, and the labels of the marks that begin there."""

    span: Span
    roles: tuple[str, ...]
    opens: tuple[str, ...]


@dataclass(frozen=True, slots=True, order=True)
class Edge:
    """Where a span begins or ends; `order` keeps the marks of one place in their own order."""

    at: int
    is_start: bool
    order: int
    role: str
    label: str
    opens: bool


def marks_of(record: Record, sections: Iterable[Section]) -> Iterator[Mark]:
    """What is marked in the text: the statements by number, then what stands apart."""
    for number, a in enumerate((s.attribution for s in record.statements), 1):
        yield mark_of(str(number), a)
    for section in sections:
        for passage in section.passages:
            yield Mark(passage.label, ((section.role, passage.span),))


def mark_of(label: str, a: Attribution) -> Mark:
    """One statement's spans with their roles."""
    roles = zip(ROLES, (a.source, a.cue, a.content), strict=False)
    return Mark(label, tuple((role, span) for role, spans in roles for span in spans))


def edges(marks: Iterable[Mark]) -> list[Edge]:
    """All beginnings and ends, in order; ends before beginnings at one place."""
    return sorted(edge for order, mark in enumerate(marks) for edge in _edges_of(order, mark))


def _edges_of(order: int, mark: Mark) -> Iterator[Edge]:
    first = min(span.start for _, span in mark.spans)
    for role, span in mark.spans:
        yield Edge(span.start, True, order, role, mark.label, span.start == first)
        yield Edge(span.end, False, order, role, mark.label, False)


def pieces(within: Span, sorted_edges: Sequence[Edge]) -> Iterator[Piece]:
    """The pieces of one stretch of text, given the edges that lie in it."""
    active: dict[str, int] = dict.fromkeys(ROLES, 0)
    at, opens = within.start, list[str]()
    for edge in sorted_edges:
        if edge.at > at:
            yield Piece(Span(at, edge.at), _active(active), tuple(opens))
            at, opens = edge.at, []
        active[edge.role] += 1 if edge.is_start else -1
        opens += [edge.label] if edge.opens and edge.label not in opens else []
    if at < within.end:
        yield Piece(Span(at, within.end), _active(active), tuple(opens))


def _active(active: dict[str, int]) -> tuple[str, ...]:
    return tuple(role for role in ROLES if active[role])
