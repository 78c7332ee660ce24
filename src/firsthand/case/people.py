"""Which sources people have said to be one, across reports and within them.

Merges add up: where A is B and B is C, all three are one person, who goes by the smallest id.
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, delete, insert, select

from firsthand.case.counting import live
from firsthand.case.judgements import SourceRef, SourcesMerged
from firsthand.case.log import of_kinds
from firsthand.case.schema import PERSON
from firsthand.case.state import Logged

KINDS = ("sources_merged", "undone")


def persons_of(merges: Iterable[SourcesMerged]) -> dict[str, str]:
    """Each merged source with the person it belongs to (union-find over the merges)."""
    parent: dict[str, str] = {}
    for merge in merges:
        one, other = _root(parent, merge.one.source), _root(parent, merge.other.source)
        parent[max(one, other)] = parent[min(one, other)] = min(one, other)
    return {source: _root(parent, source) for source in parent}


def _root(parent: dict[str, str], source: str) -> str:
    while (above := parent.setdefault(source, source)) != source:
        parent[source] = source = parent[above]
    return source


def merges(connection: Connection, case: str) -> list[SourcesMerged]:
    """The merges that count."""
    counting = live(of_kinds(connection, KINDS, case))
    return [x.event for x in counting if isinstance(x.event, SourcesMerged)]


def concerns_people(x: Logged) -> bool:
    """Whether the event can change who is one with whom."""
    return x.entry.header.kind in KINDS


def project(connection: Connection, case: str) -> None:
    """Writes the table of persons anew."""
    connection.execute(delete(PERSON))
    rows = expected(connection, case)
    if rows:
        connection.execute(insert(PERSON), rows)


def expected(connection: Connection, case: str) -> list[dict[str, str]]:
    """The rows that the table should have."""
    found = persons_of(merges(connection, case))
    return [{"source": source, "person": person} for source, person in sorted(found.items())]


def stored(connection: Connection) -> list[dict[str, str]]:
    """The rows that it has."""
    found = connection.execute(select(PERSON).order_by(PERSON.c.source))
    return [{"source": row.source, "person": row.person} for row in found]


def carried_over(before: Iterable[SourcesMerged], lost: str) -> list[SourcesMerged]:
    """What keeps together those whom only a source of the lost report had joined."""
    every = list(before)
    refs = {ref.source: ref for m in every for ref in (m.one, m.other)}
    left = persons_of(m for m in every if lost not in m.reports)
    groups: dict[str, dict[str, SourceRef]] = {}
    for source, person in persons_of(every).items():
        if refs[source].report != lost:
            part = left.get(source, source)
            groups.setdefault(person, {}).setdefault(part, refs[source])
    reason = "carried over: a source that joined them was erased"
    return [
        SourcesMerged(first, other, reason)
        for parts in groups.values()
        for first, *others in [list(parts.values())]
        for other in others
    ]
