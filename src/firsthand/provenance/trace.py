"""Everything about where the statements of a case come from, in one frozen value."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import combinations

from firsthand.cycles import no_search_for_cycles
from firsthand.evidence.values import CircumstanceKind
from firsthand.provenance.case import Case, Key
from firsthand.provenance.citation import Citations, citations_in
from firsthand.provenance.citing.telling import as_told
from firsthand.provenance.filed import FiledReport
from firsthand.provenance.groups import Close, Statements, groups_of, same_words
from firsthand.provenance.origins import Behind, Links, Origin, behind
from firsthand.provenance.people import UNDECIDED, Decided, People, Ref, people_of
from firsthand.provenance.retold import Related
from firsthand.provenance.voices import Leads, Occasion, Voice, leads_of, voices_of
from firsthand.provenance.wording import Copy, Wording, wording_of


class JointKind(StrEnum):
    """What two originating sources have in common, and a reader must know."""

    ONE_OUTLET = "one_outlet"
    PRESS_CONFERENCE = "press_conference"
    GROUP_INTERVIEW = "group_interview"


@dataclass(frozen=True, slots=True)
class Joint:
    """Voices who reached the page through one outlet, or spoke on one occasion."""

    kind: JointKind
    channel: str
    voices: tuple[Voice, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Statements that share their words, and what stands behind them."""

    id: str
    statements: tuple[Key, ...]
    behind: Behind
    joints: tuple[Joint, ...] = ()

    @property
    def reports(self) -> tuple[str, ...]:
        """The reports that carry it."""
        return tuple(dict.fromkeys(report for report, _ in self.statements))

    @property
    def is_false_corroboration(self) -> bool:
        """Whether several reports carry it, and one originating source may be all there is."""
        return len(self.reports) > 1 and self.behind.interval.lower <= 1


@dataclass(frozen=True, slots=True)
class Trace:
    """The reports by id; who speaks; what is said in shared words; who copies and cites whom."""

    reports: Mapping[str, FiledReport] = field(repr=False)
    voices: tuple[Voice, ...]
    groups: tuple[Group, ...]
    wording: Wording = field(repr=False)
    citations: Citations = field(repr=False)
    case: Case = field(repr=False)
    links: Links = field(repr=False)

    @property
    def without_outlet(self) -> tuple[str, ...]:
        """The reports of which nothing tells the outlet: no citation can lead to them by name."""
        return tuple(report.id for report in self.reports.values() if not report.outlet)

    def behind(self, statements: Sequence[Key]) -> Behind:
        """What stands behind any statements of the case."""
        return behind(self.case, statements, self.links)


@no_search_for_cycles()
def trace_of(reports: Sequence[FiledReport], decided: Decided = UNDECIDED) -> Trace:
    """The trace of some reports; the order in which they come changes nothing."""
    ordered = as_told(sorted(reports, key=lambda r: r.id))
    wording = wording_of(ordered)
    citations = citations_in(wording.resolved)
    people: People = people_of(ordered, wording, citations, decided)
    case = Case.of(ordered, people, citations)
    leads: Leads = leads_of(case.citations, wording.copies)
    voices = voices_of(case, leads)
    close = same_words(Statements(ordered), wording.shared)
    links = Links(close, related_of(leads, wording.copies))
    groups = tuple(_groups(case, groups_of(ordered, close), links, voices))
    return Trace(case.reports, voices, groups, wording, citations, case, links)


def related_of(leads: Leads, copies: Sequence[Copy]) -> Related:
    """Each report with those that it has something from; an undirected copy leads both ways.

    Two that both copy a third are related by that one, and have nothing from each other.
    """
    led = {r: frozenset({r, *(to for to, _ in ways)}) for r, ways in leads.items()}
    above: dict[str, set[str]] = {report: set(tos) for report, tos in led.items()}
    for copy in copies:
        ones, others = (led.get(r, frozenset({r})) for r in (copy.report, copy.of))
        if ones.isdisjoint(others):
            above.setdefault(copy.report, {copy.report}).add(copy.of)
    return {report: frozenset(tos) for report, tos in above.items()}


def _groups(
    case: Case, groups: Sequence[tuple[Key, ...]], links: Links, voices: Sequence[Voice]
) -> Iterator[Group]:
    near = _near(links.close)
    by_person = {voice.person: voice for voice in voices}
    for keys in groups:
        close = {pair: links.close[pair] for key in keys for pair in near.get(key, ())}
        yield group_of(case, keys, Links(close, links.related), by_person)


def group_of(
    case: Case, keys: tuple[Key, ...], links: Links, by_person: Mapping[Ref, Voice]
) -> Group:
    """What stands behind some statements; `links` need be no others than those near them."""
    found = behind(case, keys, links)
    told = [_voices(origin, by_person) for origin in found.origins]
    return Group(_id(keys), keys, found, tuple(_joints(told)))


def _voices(origin: Origin, by_person: Mapping[Ref, Voice]) -> list[Voice]:
    return [by_person[ref] for ref in shown_in(origin) if ref in by_person]


def shown_in(origin: Origin) -> dict[Ref, None]:
    """Those who are shown for an originating source, each once."""
    return dict.fromkeys(part.whose.ref for part in origin.parts)


def _near(same: Close) -> dict[Key, list[frozenset[Key]]]:
    found: dict[Key, list[frozenset[Key]]] = {}
    for pair in same:
        for key in pair:
            found.setdefault(key, []).append(pair)
    return found


def _id(keys: Sequence[Key]) -> str:
    words = "|".join(f"{report} {statement}" for report, statement in keys)
    return hashlib.sha256(words.encode()).hexdigest()[:16]


_TOGETHER = {
    CircumstanceKind.PRESS_CONFERENCE: JointKind.PRESS_CONFERENCE,
    CircumstanceKind.GROUP_INTERVIEW: JointKind.GROUP_INTERVIEW,
}


def _joints(origins: Sequence[Sequence[Voice]]) -> Iterator[Joint]:
    """Voices of two originating sources who share a channel: two still, and marked."""
    through: dict[str, list[tuple[int, Voice, Occasion]]] = defaultdict(list)
    for number, voices in enumerate(origins):
        for voice in voices:
            for occasion in voice.occasions:
                through[occasion.channel].append((number, voice, occasion))
    seen = set[tuple[Ref, Ref, str, JointKind]]()
    for channel, there in through.items():
        for (n, one, a), (m, other, b) in combinations(there, 2):
            kind = _together(a, b)
            key = one.person, other.person, channel, kind
            if n != m and one.person != other.person and key not in seen:
                seen.add(key)
                yield Joint(kind, channel, (one, other))


def _together(one: Occasion, other: Occasion) -> JointKind:
    both = set(one.circumstances) & set(other.circumstances)
    return next((_TOGETHER[c] for c in _TOGETHER if c in both), JointKind.ONE_OUTLET)


def false_corroboration(trace: Trace) -> tuple[Group, ...]:
    """What looks corroborated and may rest on one originating source, the most carried first."""
    found = (group for group in trace.groups if group.is_false_corroboration)
    return tuple(sorted(found, key=lambda g: (-len(g.reports), g.id)))
