"""What a report says it has from another: edges, what is absent, and circles.

An edge leads to the report that is meant, where the case holds it, else to a name. What no report
of the case is, with how many lean on it, is what an investigator would fetch next. Reports that
cite each other in a circle stand on nothing but each other (round-tripping).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from firsthand.evidence.values import RelayKind
from firsthand.provenance.citing.absent import AbsentNames
from firsthand.provenance.citing.circles import circles_of
from firsthand.provenance.citing.mentions import Form, Mention
from firsthand.provenance.citing.resolving import Meant, Resolved, resolved_in
from firsthand.provenance.citing.shelf import Shelf
from firsthand.provenance.filed import FiledReport
from firsthand.provenance.wording.shared import Copy
from firsthand.text import Span


@dataclass(frozen=True, slots=True)
class Citation:
    """Words by which a report leans on another: `to` is that report, None where it is absent."""

    report: str
    cited: str
    to: str | None
    span: Span
    kind: RelayKind


@dataclass(frozen=True, slots=True)
class Absent:
    """What reports cite and the case does not hold; `leaning` are the reports that do."""

    name: str
    leaning: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Citations:
    """All citations, the absent by how many lean on them, and the circles."""

    edges: tuple[Citation, ...]
    absent: tuple[Absent, ...]
    circles: tuple[tuple[str, ...], ...]


def citations_of(reports: Sequence[FiledReport], copies: Sequence[Copy]) -> Citations:
    """What reports cite; `copies` help to tell which report of an outlet is meant."""
    return citations_in(resolved_in(reports, ((c.report, c.of) for c in copies)))


def citations_in(resolved: Resolved) -> Citations:
    """The citations among all mentions, in any order of the reports the same."""
    names, shelf = AbsentNames(), resolved.shelf
    by_id = sorted(resolved.by_report.items())
    edges = [list(edges_of(shelf.reports[id_], ms, shelf, names)) for id_, ms in by_id]
    kept = [e for found in edges for e in named(found, names)]
    pairs = [(e.report, e.to) for e in kept if e.to]
    return Citations(tuple(kept), _absent(kept), circles_of(pairs))


def edges_of(
    r: FiledReport, mentions: Sequence[Meant], shelf: Shelf, names: AbsentNames
) -> Iterator[Citation]:
    """The citations of one report; names that lead nowhere are handed to `names`."""
    for m, to in ((meant.mention, meant.to) for meant in mentions):
        if to is not None:
            yield Citation(r.id, shelf.houses.of.get(to) or m.name, to, m.span, m.kind)
        elif _leads_out(m, r, shelf):
            names.add(m.name)
            yield Citation(r.id, m.name, None, m.span, m.kind)


def _leads_out(m: Mention, r: FiledReport, shelf: Shelf) -> bool:
    """Whether a mention that leads to no report is of something to be fetched."""
    if not m.name or m.own or m.form is Form.LINK:
        return False
    house = shelf.houses.find(m.name)
    if house is not None and house == shelf.houses.of.get(r.id):
        return False
    return m.form is not Form.TEXT or m.kind is RelayKind.DOCUMENT


def named(edges: Iterable[Citation], names: AbsentNames) -> list[Citation]:
    """One report's citations, what is absent under its full name: each once, in order."""
    found = [e if e.to else _named(e, names) for e in edges]
    return sorted(_once(found), key=lambda e: (e.report, e.span, e.cited))


def _named(e: Citation, names: AbsentNames) -> Citation:
    return Citation(e.report, names.full(e.cited), None, e.span, e.kind)


def _once(edges: Iterable[Citation]) -> list[Citation]:
    """One citation for each report and what it cites, the first on the page."""
    first: dict[tuple[str, str], Citation] = {}
    for e in edges:
        at = (e.report, e.to or f"absent: {e.cited}")
        if at not in first or e.span < first[at].span:
            first[at] = e
    return list(first.values())


def _absent(edges: Iterable[Citation]) -> tuple[Absent, ...]:
    leaning: dict[str, set[str]] = defaultdict(set)
    for e in edges:
        if e.to is None:
            leaning[e.cited].add(e.report)
    return absent_of(leaning)


def absent_of(leaning: Mapping[str, Collection[str]]) -> tuple[Absent, ...]:
    """What is absent, with those who lean on it, the most first."""
    found = (Absent(name, tuple(sorted(by))) for name, by in leaning.items())
    return tuple(sorted(found, key=lambda a: (-len(a.leaning), a.name)))
