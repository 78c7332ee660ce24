"""Everything of a source that can make it one with a source elsewhere, gathered once."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from firsthand.evidence.values import RelayKind
from firsthand.provenance.bearing import PERSONS, name_in
from firsthand.provenance.bodies_alike import Bodies, Body, body_of
from firsthand.provenance.citation import Citation, Citations
from firsthand.provenance.codes import Code, codes_for, codes_of
from firsthand.provenance.filed import FiledReport, FiledSource, FiledStatement
from firsthand.provenance.names_alike import Name, name_of
from firsthand.provenance.papers import Paper, paper_of
from firsthand.provenance.person import Ref
from firsthand.provenance.pseudonym import may_be_pseudonym
from firsthand.provenance.traits import NOTHING, Traits, traits_of
from firsthand.sources.source import SourceKind
from firsthand.text import Span

_CHANNELS: Final = (RelayKind.OUTLET, RelayKind.ORGANISATION)


@dataclass(frozen=True, slots=True)
class Channel:
    """An outlet or organisation that the words went through; no span for the report's own."""

    body: Body
    span: Span | None


@dataclass(frozen=True, slots=True)
class Known:
    """A source as the comparison of sources sees it.

    `cites` are the reports of the case that its own cites, with the citing words; `day` is the
    day on which its report appeared, counted from the year 1.
    """

    ref: Ref
    kind: SourceKind
    at: Span | None
    name: Name | None = None
    is_pseudonym: bool = False
    body: Body = ()
    paper: Paper | None = None
    codes: tuple[Code, ...] = ()
    channels: tuple[Channel, ...] = ()
    cites: tuple[tuple[str, Span], ...] = ()
    day: int | None = None
    traits: Traits = NOTHING

    @property
    def is_person(self) -> bool:
        return self.kind in PERSONS


def known_of(
    reports: Sequence[FiledReport], citations: Citations, bodies: Bodies
) -> dict[Ref, Known]:
    """Each source of the reports. A bare name that is a pseudonym once may be one anywhere."""
    edges: dict[str, list[Citation]] = defaultdict(list)
    for citation in citations.edges:
        edges[citation.report].append(citation)
    found = {
        known.ref: known
        for report in reports
        for known in known_in(report, cites_in(edges[report.id]), bodies)
    }
    masks = {k.name for k in found.values() if k.name and k.is_pseudonym}
    return {ref: masked(k) if k.name in masks else k for ref, k in found.items()}


def masked(known: Known) -> Known:
    """The same, under a name that may not be its own."""
    return known if known.is_pseudonym else replace(known, is_pseudonym=True)


def cites_in(edges: Iterable[Citation]) -> tuple[tuple[str, Span], ...]:
    """The reports that one report cites, with the first words that cite each."""
    found: dict[str, Span] = {}
    for citation in sorted(edges, key=lambda c: (c.to or "", c.span)):
        if citation.to:
            found.setdefault(citation.to, citation.span)
    return tuple(found.items())


def known_in(
    report: FiledReport, cites: tuple[tuple[str, Span], ...], bodies: Bodies
) -> Iterator[Known]:
    """Each source of one report, as the report alone tells it."""
    said: dict[str, list[FiledStatement]] = defaultdict(list)
    for statement in report.statements:
        if statement.source:
            said[statement.source].append(statement)
    codes = codes_of(report)
    for source in report.sources:
        yield _known(report, source, tuple(said[source.id]), codes, cites, bodies)


def _known(
    report: FiledReport,
    source: FiledSource,
    said: tuple[FiledStatement, ...],
    codes: tuple[Code, ...],
    cites: tuple[tuple[str, Span], ...],
    bodies: Bodies,
) -> Known:
    raw = name_in(report, source)
    name = name_of(raw) if raw else None
    circumstances = frozenset(c for s in said for c in s.circumstances)
    return Known(
        ref=Ref(report.id, source.id),
        kind=source.kind,
        at=_shown(report, source, raw),
        name=name,
        is_pseudonym=name is not None and may_be_pseudonym(report, source, raw, name),
        body=_body(report, source, bodies),
        paper=paper_of(report, source) if source.kind is SourceKind.DOCUMENT else None,
        codes=codes_for(report, codes, source, name, said),
        channels=tuple(_channels(report, said, bodies)),
        cites=cites,
        day=report.published.toordinal() if report.published else None,
        traits=traits_of(report, source, circumstances),
    )


def _shown(report: FiledReport, source: FiledSource, raw: str) -> Span | None:
    """The mention that shows who it is: the first with the name, else the first."""
    words = raw.split()[-1:] or [source.name]
    named = (m for m in source.mentions if words[0] in report.words(m))
    return next(named, next(iter(source.mentions), None))


def _body(report: FiledReport, source: FiledSource, bodies: Bodies) -> Body:
    """The full name of a body; a bare one is looked up in its own report first."""
    if source.kind is not SourceKind.ORGANISATION:
        return ()
    body = body_of(source.name)
    if len(body) != 1:
        return body
    last = source.name.split()[-1]
    fuller = rf"(?:\b[A-Z][\w’'-]+ ){{1,4}}{re.escape(last)}\b"
    found = {body_of(words) for words in re.findall(fuller, report.text)}
    whole = [b for b in found if len(b) > 1 and b[-1] == body[0]]
    return whole[0] if len(whole) == 1 else bodies.full(body) if bodies.is_said(body) else body


def _channels(
    report: FiledReport, said: tuple[FiledStatement, ...], bodies: Bodies
) -> Iterator[Channel]:
    """The outlets of its statements, and the report's own; each once."""
    seen: set[Body] = set()
    told = [(r.name, r.span) for s in said for r in s.via if r.kind in _CHANNELS]
    for name, span in (*told, *([(report.outlet, None)] if report.outlet else ())):
        body = bodies.full(body_of(name))
        if body and body not in seen:
            seen.add(body)
            yield Channel(body, span)
