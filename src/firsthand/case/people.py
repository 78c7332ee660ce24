"""Which sources people have said to be one, or two, across reports and within them.

Merges add up: where A is B and B is C, all three are one person, who goes by the smallest id.
Of two decisions on the same two sources the later holds; and nobody is joined over those whom a
person has set apart, however long the way round.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from sqlalchemy import Connection, delete, insert, select

from firsthand.case.counting import live
from firsthand.case.events import Event
from firsthand.case.judgements import (
    SourceRef,
    SourcesJudged,
    SourcesMerged,
    SourceSplit,
    SourcesVerdict,
)
from firsthand.case.log import of_kinds
from firsthand.case.schema import PERSON
from firsthand.case.state import Logged
from firsthand.provenance.unions import Unions

KINDS: Final = ("sources_merged", "sources_judged", "source_split", "undone")

Pair = frozenset[str]
"""The ids of two sources."""


@dataclass(frozen=True, slots=True)
class Holding:
    """What holds of pairs of sources: each of these events is the last on its two.

    `judged` are those that set apart, with the entries that tell who said so; `split` are
    statements that were taken from one source and given to another.
    """

    merged: tuple[SourcesMerged, ...]
    judged: tuple[Logged, ...] = ()
    split: tuple[SourceSplit, ...] = ()

    @property
    def apart(self) -> frozenset[Pair]:
        """The pairs that are two."""
        found = (pair_of(event) for event in (*(x.event for x in self.judged), *self.split))
        return frozenset(frozenset(r.source for r in refs) for refs in found)

    @property
    def events(self) -> tuple[Event, ...]:
        """All of them."""
        return (*self.merged, *(x.event for x in self.judged), *self.split)

    @property
    def refs(self) -> dict[str, SourceRef]:
        """The sources that they speak of, by id."""
        return {ref.source: ref for event in self.events for ref in pair_of(event)}


def holding(counting: Iterable[Logged]) -> Holding:
    """What holds after some events that count, in order."""
    last = dict[Pair, Logged]()
    for x in counting:
        pair = frozenset(ref.source for ref in pair_of(x.event))
        if len(pair) == 2:
            last.pop(pair, None)
            last[pair] = x
    every = [x.event for x in last.values()]
    judged = tuple(x for x in last.values() if isinstance(x.event, SourcesJudged))
    found = Holding((), judged, tuple(e for e in every if isinstance(e, SourceSplit)))
    merges = (e for e in every if isinstance(e, SourcesMerged))
    return replace(found, merged=tuple(_joining(merges, found.apart)))


def pair_of(event: Event) -> tuple[SourceRef, ...]:
    """The two sources that an event says are one, or two; none where it says neither."""
    match event:
        case SourcesMerged() | SourcesJudged():
            return event.one, event.other
        case SourceSplit():
            ids = (event.source, event.into.id)
            return tuple(SourceRef(event.report, source) for source in ids)
    return ()


def _joining(merges: Iterable[SourcesMerged], apart: frozenset[Pair]) -> Iterator[SourcesMerged]:
    """The merges that join nobody whom a person has set apart."""
    unions = Unions[str]()
    for merge in merges:
        ends = {unions.root(merge.one.source), unions.root(merge.other.source)}
        if not any({unions.root(source) for source in pair} == ends for pair in apart):
            unions.join(merge.one.source, merge.other.source)
            yield merge


def persons_of(merges: Iterable[SourcesMerged]) -> dict[str, str]:
    """Each merged source with the person it belongs to."""
    unions = Unions[str]()
    for merge in merges:
        unions.join(merge.one.source, merge.other.source)
    return unions.roots()


def held(connection: Connection, case: str) -> Holding:
    """What people have said of sources, as it stands."""
    return holding(live(of_kinds(connection, KINDS, case)))


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
    found = persons_of(held(connection, case).merged)
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


def kept_apart(before: Holding, lost: str) -> list[SourcesJudged]:
    """What keeps apart those of whom only a source of the lost report was apart.

    The word `independent` goes with the source that it was said of; that they are two stays.
    """
    left = {source: ref for source, ref in before.refs.items() if ref.report != lost}
    reason = "carried over: a source that was one with one of them was erased"
    return [
        SourcesJudged(*pair, SourcesVerdict.APART, (), reason)
        for pair in apart_among(before, left)
        if frozenset(ref.source for ref in pair) not in before.apart
    ]


def apart_among(
    holding: Holding, there: Mapping[str, SourceRef]
) -> Iterator[tuple[SourceRef, SourceRef]]:
    """Who is apart, with another that is one with a source in the place of one not there."""
    persons = persons_of(holding.merged)
    stand_ins = {persons[s]: there[s] for s in sorted(there, reverse=True) if s in persons}
    for pair in sorted(map(sorted, holding.apart)):
        found = [there.get(s) or stand_ins.get(persons.get(s, s)) for s in pair]
        if found[0] and found[1]:
            yield found[0], found[1]
