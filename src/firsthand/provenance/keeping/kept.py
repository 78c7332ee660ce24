"""A trace that is kept: a report more changes what it touches, and all the rest stays as it is."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

from firsthand.cycles import no_search_for_cycles, spared_from_now_on
from firsthand.provenance.case import Case, Key, name_words
from firsthand.provenance.citation import Citation
from firsthand.provenance.filed import FiledReport
from firsthand.provenance.keeping.alike import Blocks
from firsthand.provenance.keeping.citing import Citing
from firsthand.provenance.keeping.copies import Changed, Copies
from firsthand.provenance.keeping.grouped import Grouped
from firsthand.provenance.keeping.persons import Persons
from firsthand.provenance.keeping.said import Keys, Refs, Said
from firsthand.provenance.keeping.sources import Sources
from firsthand.provenance.keeping.speaking import Leading, Speaking
from firsthand.provenance.keeping.telling import Telling
from firsthand.provenance.named_beside import NamedBeside
from firsthand.provenance.origins import Behind, Links, behind
from firsthand.provenance.people import UNDECIDED, Decided
from firsthand.provenance.person import Ref
from firsthand.provenance.trace import Group, Trace
from firsthand.provenance.voices import Voice, in_order
from firsthand.provenance.wording import Copy

K = TypeVar("K")
V = TypeVar("V")
_MANY: Final = 1000
"""Reports from which a search for cycles among all that is kept would be felt."""


@dataclass(frozen=True, slots=True)
class Update:
    """What a report more has changed: groups by id and voices by person, None where one is gone;
    the reports that copy otherwise, and those that cite otherwise.
    """

    groups: Mapping[str, Group | None]
    voices: Mapping[Ref, Voice | None]
    copies: frozenset[str]
    citations: frozenset[str]


class KeptTrace:
    """The trace of reports that come one after the other, equal to `trace_of` all of them.

    Where a rule asks for all reports, it is kept by what it really hangs on: a passage on those who
    hold its words, an outlet's short name on the names that have a word of it, a person on those
    who are tied to them. `add` makes these anew and nothing else.

    From a thousand reports on, what the process holds by then is no longer searched for cycles
    (`spared_from_now_on`).
    """

    def __init__(self, reports: Iterable[FiledReport] = (), decided: Decided = UNDECIDED) -> None:
        self._decided = decided
        self._build(sorted(reports, key=lambda r: r.id))

    def _build(self, received: Sequence[FiledReport]) -> None:
        with no_search_for_cycles():
            self._telling = Telling(received)
            new = self._telling.told
            self._copies = Copies(new)
            self._citing, self._sources, self._said = Citing(), Sources(), Said()
            self._reports: dict[str, FiledReport] = {}
            beside = NamedBeside(self._reports)
            blocks = Blocks(self._sources, self._said.shares, beside)
            self._persons = Persons(self._sources, blocks, self._decided)
            self._blocks, self._leading = blocks, Leading()
            self._speaking = Speaking()
            self._houses: dict[frozenset[str], frozenset[str]] = {}
            people, cited = self._persons.people, self._citing.of
            self._case = Case(self._reports, people, cited, self._houses)
            self._grouped = Grouped(self._case)
            self._links = Links(self._said.close, self._leading.related)
            self._said.fill({r.id: r for r in new}, self._copies.wording)
            self._read(new, self._copies.changed, (set(self._said.shares), set(self._said.close)))
        if len(new) >= _MANY:
            spared_from_now_on()

    def add(self, report: FiledReport) -> Update:
        """Adds a report, which must be a new one; what it has changed.

        Where it names an outlet by which an earlier report is known now, all is made anew.
        """
        if report.id in self._reports:
            raise ValueError(f"report {report.id} is in the trace already")
        told = self._telling.add(report)
        return self._add(told) if told is not None else self._anew()

    def _add(self, report: FiledReport) -> Update:
        with no_search_for_cycles():
            changed = self._copies.add(report)
            self._said.add(report)
            reports = {**self._reports, report.id: report}
            shares = self._said.share(changed.words | changed.copied, self._copies, reports)
            close = self._said.draw(changed.words, self._copies)
            return self._read([report], changed, (shares, close))

    def _anew(self) -> Update:
        """Everything again; what of it is otherwise than it was."""
        groups, voices = {g.id: g for g in self.groups}, dict(self._speaking.voices)
        copies = {report: self.copies(report) for report in self._reports}
        cited = dict(self._citing.of)
        self._build(self._telling.received)
        copied = {report: self.copies(report) for report in self._reports}
        return Update(
            differing(groups, {g.id: g for g in self.groups}),
            differing(voices, self._speaking.voices),
            frozenset(differing(copies, copied)),
            frozenset(differing(cited, self._citing.of)),
        )

    def _read(
        self, new: list[FiledReport], changed: Changed, said: tuple[set[Refs], set[Keys]]
    ) -> Update:
        """Reads again what has changed, from who cites whom to what stands behind the groups."""
        self._reports.update((r.id, r) for r in new)
        cited = self._citing.read(changed.named.citing, self._copies.naming.resolved)
        people = self._people(new, cited, said[0])
        led = self._leading.read(cited | changed.copies, self._copies, self._citing.of)
        voices = self._voices(new, people, led)
        related = self._related(led | changed.copies)
        self._touch(new, people, cited)
        self._grouped.touching.relate(related)
        groups = self._groups(new, said[1], voices)
        heard = {person: self._speaking.voices.get(person) for person in voices}
        return Update(groups, heard, frozenset(changed.copies), frozenset(cited))

    def _people(self, new: list[FiledReport], cited: set[str], shared: set[Refs]) -> set[Ref]:
        """Who is of another person now."""
        stale = self._sources.name(new)
        again = {*(r.id for r in new), *cited, *stale}
        dirty = self._sources.read([self._reports[r] for r in sorted(again)], self._citing.of)
        dirty |= {ref for report in stale for ref in _refs(self._reports[report])}
        alike = self._blocks.read(dirty, shared)
        people = self._persons.read(self._reports, dirty, alike)
        for ref in people:
            self._case.names.pop(ref, None)
        return people

    def _voices(self, new: list[FiledReport], people: set[Ref], led: set[str]) -> set[Ref]:
        for report in new:
            self._speaking.add(report)
        refs = people | {ref for report in new for ref in _refs(report)}
        return self._speaking.read(refs, led, self._case, self._leading)

    def _related(self, reports: set[str]) -> set[str]:
        """Who is related to others, now that these have what they have from others."""
        above = {by for report in reports for by in self._copies.onto.get(report, ())}
        return self._leading.relate(reports | above, self._copies)

    def _touch(self, new: list[FiledReport], people: set[Ref], reports: set[str]) -> None:
        touching = self._grouped.touching
        for report in new:
            touching.add(report)
            if report.outlet:
                name = name_words(report.outlet)
                known = self._houses.get(name, frozenset())
                touching.outlet(name, known)
                self._houses[name] = known | {report.id}
        touching.people(people)
        touching.reports(reports)

    def _groups(
        self, new: list[FiledReport], close: set[Keys], voices: set[Ref]
    ) -> Mapping[str, Group | None]:
        self._grouped.touching.voices |= voices
        keys = {key for report in new for key in self._grouped.add(report)}
        self._grouped.draw(keys, close, self._said.close)
        return self._grouped.read(self._case, self._links, self._speaking.voices)

    @property
    def groups(self) -> Collection[Group]:
        """The groups, in no order."""
        return self._grouped.of.values()

    @property
    def voices(self) -> Collection[Voice]:
        """Everybody who speaks, in no order."""
        return self._speaking.voices.values()

    def group(self, statement: Key) -> Group | None:
        """The group of a statement; an answer to an accusation is in none."""
        return self._grouped.with_(statement)

    def voice(self, person: Ref) -> Voice | None:
        """The voice of whoever is shown as this source."""
        return self._speaking.voices.get(person)

    def copies(self, report: str) -> tuple[Copy, ...]:
        """Whom a report copies."""
        return tuple(copy for _, copy in sorted(self._copies.by.get(report, {}).items()))

    def citations(self, report: str) -> tuple[Citation, ...]:
        """What a report cites."""
        return self._citing.of.get(report, ())

    def behind(self, statements: Collection[Key]) -> Behind:
        """What stands behind any statements of the case."""
        return behind(self._case, statements, self._grouped.near(statements, self._links))

    def trace(self) -> Trace:
        """All of it, which takes as long as there are passages; it shares nothing that changes."""
        wording, people = self._copies.wording, self._persons.listed()
        reports = dict(sorted(self._reports.items()))
        citations = self._citing.citations
        case = Case(reports, people, dict(self._citing.of), dict(self._houses))
        links = Links(dict(self._links.close), dict(self._links.related))
        voices, groups = in_order(self.voices), self._grouped.groups
        return Trace(reports, voices, groups, wording, citations, case, links)


def differing(was: Mapping[K, V], now: Mapping[K, V]) -> dict[K, V | None]:
    """What is otherwise now, by its key; None where it is gone."""
    return {key: now.get(key) for key in {**was, **now} if was.get(key) != now.get(key)}


def _refs(report: FiledReport) -> list[Ref]:
    return [Ref(report.id, source.id) for source in report.sources]
