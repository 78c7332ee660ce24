"""Cuts a text where spans begin and end, so that overlapping spans can be shown as markup."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from firsthand.reading.attribution import Attribution
from firsthand.text import Span

ROLES = ("source", "cue", "content")


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of characters, the roles it has, and the numbers of the attributions it opens."""

    span: Span
    roles: tuple[str, ...]
    opens: tuple[int, ...]


@dataclass(frozen=True, slots=True, order=True)
class _Edge:
    at: int
    is_start: bool
    role: str
    number: int
    opens: bool


def edges(attributions: Sequence[Attribution]) -> list[_Edge]:
    """All beginnings and ends, in order; ends before beginnings at one place."""
    return sorted(edge for number, a in enumerate(attributions, 1) for edge in _edges_of(number, a))


def _edges_of(number: int, a: Attribution) -> Iterator[_Edge]:
    first = min(span.start for span in (*a.source, *a.cue, *a.content))
    for role, spans in zip(ROLES, (a.source, a.cue, a.content), strict=True):
        for span in spans:
            yield _Edge(span.start, True, role, number, span.start == first)
            yield _Edge(span.end, False, role, number, False)


def pieces(within: Span, sorted_edges: Sequence[_Edge]) -> Iterator[Piece]:
    """The pieces of one stretch of text, given the edges that lie in it."""
    active: dict[str, int] = dict.fromkeys(ROLES, 0)
    at, opens = within.start, list[int]()
    for edge in sorted_edges:
        if edge.at > at:
            yield Piece(Span(at, edge.at), _active(active), tuple(opens))
            at, opens = edge.at, []
        active[edge.role] += 1 if edge.is_start else -1
        opens += [edge.number] if edge.opens and edge.number not in opens else []
    if at < within.end:
        yield Piece(Span(at, within.end), _active(active), tuple(opens))


def _active(active: dict[str, int]) -> tuple[str, ...]:
    return tuple(role for role in ROLES if active[role])
