"""One who speaks in a report, with all that is known of them and what they say there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from firsthand.evidence.values import Standing
from firsthand.provenance.bearing import name_in
from firsthand.provenance.filed import FiledReport, FiledSource, FiledStatement
from firsthand.provenance.known import Known
from firsthand.provenance.person import Ref
from firsthand.provenance.traits import stems

MOST: Final = 24
"""Sources before one that its words can set it apart from."""


@dataclass(frozen=True, slots=True)
class Told:
    """A source of the report with all that is known of it, and what it says."""

    source: FiledSource
    known: Known
    raw: str
    said: tuple[FiledStatement, ...]

    @property
    def start(self) -> int:
        return min((m.start for m in self.source.mentions), default=0)

    @property
    def stems(self) -> frozenset[str]:
        """The words that describe it."""
        roles = (t.stems for t in self.known.traits.roles)
        named = frozenset[str]() if self.raw else stems(self.source.name)
        return named.union(*roles)


Pairs = Iterator[tuple[Told, Told, str]]
"""Two who are truly two, and why."""


def told_in(report: FiledReport, known: Mapping[Ref, Known]) -> list[Told]:
    """The persons of a report in the order in which it brings them in."""
    return sorted(_told(report, known), key=lambda t: (t.start, t.source.id))


def _told(report: FiledReport, known: Mapping[Ref, Known]) -> Iterator[Told]:
    said: dict[str, list[FiledStatement]] = {}
    for statement in report.statements:
        if statement.source and statement.standing is Standing.STATEMENT:
            said.setdefault(statement.source, []).append(statement)
    for source in report.sources:
        one = known[Ref(report.id, source.id)]
        if one.is_person:
            raw = name_in(report, source) if one.name else ""
            yield Told(source, one, raw, tuple(said.get(source.id, ())))
