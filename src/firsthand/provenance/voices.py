"""Who speaks in a case, on which occasions, and through whom each report has it.

An occasion is where somebody's words first entered the record, as far as the case shows: told to
an outlet, an organisation, a press conference. Reports that have the words from another report of
the case stand under its occasion; two interviews are two occasions of one source.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from firsthand.evidence.values import CircumstanceKind, RelayKind
from firsthand.provenance.case import Case
from firsthand.provenance.citation import Citation
from firsthand.provenance.filed import FiledReport, FiledSource, FiledStatement
from firsthand.provenance.people import Ref
from firsthand.provenance.wording import Copy, Direction
from firsthand.sources.source import SourceKind


class Leaning(StrEnum):
    """How a report has what somebody says from another report.

    `LATER` is shared prose of which a date alone tells who was first: that is a sign, and no more.
    """

    COPY = "copy"
    CITES = "cites"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Told:
    """A report in which somebody speaks; `of` is the report that it has it from, if from one."""

    ref: Ref
    statements: tuple[str, ...]
    of: str | None = None
    how: Leaning | None = None


@dataclass(frozen=True, slots=True)
class Occasion:
    """Where the words entered the record: through whom, in what circumstances, and who has it."""

    channel: str
    circumstances: tuple[CircumstanceKind, ...]
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Voice:
    """A source across reports, under the fullest name that any of them gives.

    Only those are together who may be shown so (`People.shown`), which can be fewer than are one.
    """

    person: Ref
    name: str
    kind: SourceKind
    refs: tuple[Ref, ...]
    occasions: tuple[Occasion, ...]

    @property
    def reports(self) -> tuple[str, ...]:
        """The reports in which they speak."""
        return tuple(dict.fromkeys(ref.report for ref in self.refs))


Leads = Mapping[str, Sequence[tuple[str, Leaning]]]
"""The reports that each report has something from."""

_SUREST: Final = (Leaning.COPY, Leaning.CITES, Leaning.LATER)
_PASSED_ON: Final = (RelayKind.OUTLET, RelayKind.ORGANISATION, RelayKind.OCCASION)


def leads_of(cited: Mapping[str, Sequence[Citation]], copies: Iterable[Copy]) -> Leads:
    """Who has what from whom: directed copies, and citations of reports that are there."""
    found: dict[str, list[tuple[str, Leaning]]] = defaultdict(list)
    for copy in copies:
        if copy.direction is Direction.DIRECTED:
            how = Leaning.LATER if copy.is_by_date else Leaning.COPY
            found[copy.report].append((copy.of, how))
    for report, edges in cited.items():
        for edge in edges:
            if edge.to is not None:
                found[report].append((edge.to, Leaning.CITES))
    return found


def voices_of(case: Case, leads: Leads) -> tuple[Voice, ...]:
    """Everybody who makes a statement, those in most reports first."""
    by_person: dict[Ref, list[Ref]] = defaultdict(list)
    for report in case.reports.values():
        for ref in speaking_in(report):
            by_person[case.people.shown(ref)].append(ref)
    return in_order(voice_of(case, person, refs, leads) for person, refs in by_person.items())


def in_order(voices: Iterable[Voice]) -> tuple[Voice, ...]:
    """Those in most reports first."""
    return tuple(sorted(voices, key=lambda v: (-len(v.reports), v.name, v.person)))


def speaking_in(report: FiledReport) -> list[Ref]:
    """The sources of a report that make a statement there."""
    speaking = {s.source for s in report.statements if s.source}
    return [Ref(report.id, source.id) for source in report.sources if source.id in speaking]


def voice_of(case: Case, person: Ref, refs: Collection[Ref], leads: Leads) -> Voice:
    """Somebody who speaks as these sources."""
    sources = {ref: _source(case, ref) for ref in sorted(refs)}
    best = _best(list(sources.values()))
    speaking = {ref.report for ref in refs}
    told = [_told(case, ref, speaking, leads) for ref in sources]
    return Voice(person, best.name, best.kind, tuple(sources), _occasions(case, told))


def _source(case: Case, ref: Ref) -> FiledSource:
    return case.reports[ref.report].source(ref.source)


def _best(sources: Sequence[FiledSource]) -> FiledSource:
    """A name before a description, a full name before a short one, then the one most used."""
    used = Counter(s.name for s in sources)
    return max(
        sources,
        key=lambda s: (
            s.kind is SourceKind.NAMED_PERSON,
            " " in s.name,
            used[s.name],
            len(s.name),
            s.name,
        ),
    )


def _told(case: Case, ref: Ref, speaking: Collection[str], leads: Leads) -> Told:
    statements = tuple(s.id for s in _said(case, ref))
    ways = [way for way in leads.get(ref.report, ()) if way[0] in speaking and way[0] != ref.report]
    earlier = sorted(ways, key=lambda way: (_SUREST.index(way[1]), _date(case, way[0]), way[0]))
    told = Told(ref, statements)
    return replace(told, of=earlier[0][0], how=earlier[0][1]) if earlier else told


def _said(case: Case, ref: Ref) -> list[FiledStatement]:
    return [s for s in case.reports[ref.report].statements if s.source == ref.source]


def _date(case: Case, report: str) -> str:
    published = case.reports[report].published
    return published.isoformat() if published else "9999"


def _occasions(case: Case, told: Sequence[Told]) -> tuple[Occasion, ...]:
    """Each report under the one it leads back to; those told to one channel are one occasion."""
    by_report = {t.ref.report: t for t in told}
    begun: dict[str, list[Ref]] = defaultdict(list)
    for t in told:
        begun[t.ref.report].append(t.ref)
    found: dict[tuple[str, tuple[CircumstanceKind, ...]], list[Told]] = defaultdict(list)
    for t in told:
        first = _first(t, by_report)
        found[_channel(case, first.ref), _circumstances(case, begun[first.ref.report])].append(t)
    made = (
        Occasion(channel, kinds, tuple(sorted(ts, key=lambda t: _order(case, t))))
        for (channel, kinds), ts in found.items()
    )
    return tuple(sorted(made, key=lambda o: (_order(case, o.told[0]), o.channel)))


def _order(case: Case, told: Told) -> tuple[str, str, str]:
    return _date(case, told.ref.report), told.ref.report, told.ref.source


def _first(told: Told, by_report: Mapping[str, Told]) -> Told:
    """Where the words come from in the end; in a circle, where one begins to go round."""
    seen = set[str]()
    while told.of is not None and told.of not in seen:
        seen.add(told.ref.report)
        told = by_report[told.of]
    return told


def _channel(case: Case, ref: Ref) -> str:
    """Whom the words were told to: the last of the chain, else the report's own outlet."""
    for s in _said(case, ref):
        passed = [r.name for r in s.via if r.kind in _PASSED_ON and not _is_own(r.name)]
        if passed:
            return passed[-1]
    report: FiledReport = case.reports[ref.report]
    return report.outlet or report.file


def _is_own(name: str) -> bool:
    """Whether the words mean the report's own outlet: "this newspaper"."""
    return name.casefold().startswith(("this ", "our ", "your "))


def _circumstances(case: Case, refs: Iterable[Ref]) -> tuple[CircumstanceKind, ...]:
    found = {kind for ref in refs for s in _said(case, ref) for kind in s.circumstances}
    return tuple(kind for kind in CircumstanceKind if kind in found)
