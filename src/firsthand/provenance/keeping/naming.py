"""Who names whom, kept: mentions are looked for anew where an outlet's name means another one,
and what each means where other reports may be meant.
"""

from __future__ import annotations

import datetime as dt
from bisect import insort
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from firsthand.provenance.citing.choosing import candidates, cited_report, house_meant, one_each
from firsthand.provenance.citing.dating import UNKNOWN, as_of
from firsthand.provenance.citing.houses import Houses
from firsthand.provenance.citing.mentions import Mention, mentions_in
from firsthand.provenance.citing.resolving import Meant, Resolved
from firsthand.provenance.citing.shelf import Shelf, speakers_of
from firsthand.provenance.filed import FiledReport
from firsthand.provenance.keeping.names import Outlets
from firsthand.provenance.keeping.readers import Readers, Watched

_ALONE = 2
"""Reports of an outlet up to which the one may be meant for being the only one."""


@dataclass(frozen=True, slots=True)
class Named:
    """Reports that are of another outlet now, and those that mean others by what they name, with
    whom they meant or mean; `citing` are all that may cite otherwise.
    """

    moved: AbstractSet[str] = frozenset()
    meaning: Mapping[str, AbstractSet[str]] = field(default_factory=dict)
    citing: AbstractSet[str] = frozenset()


class Naming:
    """The mentions of each report, and the reports that they mean."""

    def __init__(self) -> None:
        self._outlets = Outlets()
        self._readers: Readers[str] = Readers()
        by_house: Watched[str, list[tuple[dt.date, str]]] = Watched(self._readers)
        by_file: Watched[str, str] = Watched(self._readers)
        self.shelf = Shelf(self._outlets.houses, {}, {}, {}, by_house, {}, by_file)
        self.by_report: dict[str, tuple[Meant, ...]] = {}
        self.between: dict[tuple[str, str], list[Mention]] = {}
        self._mentions: dict[str, list[Mention]] = {}
        self._copies: dict[str, set[str]] = defaultdict(set)
        self._by: dict[str, set[str]] = defaultdict(set)

    @property
    def resolved(self) -> Resolved:
        """All of it, as it is now."""
        return Resolved(self.shelf, self.by_report)

    def copied(self) -> Resolved:
        """All of it; it stays so."""
        shelf = self.shelf
        houses = Houses(
            dict(shelf.houses.of), dict(shelf.houses.by_key), _sets(shelf.houses.by_word)
        )
        by_house = {house: list(out) for house, out in shelf.by_house.items()}
        by_speaker = {at: list(told) for at, told in shelf.by_speaker.items()}
        dates, written, files = dict(shelf.dates), dict(shelf.written), dict(shelf.by_file)
        reports, close = dict(shelf.reports), dict(shelf.close)
        kept = Shelf(houses, reports, dates, written, by_house, by_speaker, files, close)
        return Resolved(kept, dict(self.by_report))

    def add(self, reports: Iterable[FiledReport], near: Mapping[str, frozenset[str]]) -> Named:
        """Adds reports; `near` are those that share prose with each, where these are others now."""
        new = {r.id: r for r in reports}
        for filed in new.values():
            self._date(filed)
        moved = self._outlets.add(new.values())
        asking = self._outlets.houses.asking() | new.keys()
        for report in asking:
            with self._outlets.houses.readers.reading(report):
                found = mentions_in(self.shelf.reports[report], self.shelf.houses)
                self._mentions[report] = one_each(found)
        self.shelf.close.update(near)
        unsure = asking | moved.keys() | self._with_copies(near) | self._shelved(new, moved)
        meaning = self._chosen(unsure | self._copied(new))
        citing = asking | moved.keys() | meaning.keys()
        citing |= {by for report in moved for by in self._by.get(report, ())}
        return Named(moved.keys(), meaning, citing)

    def _date(self, report: FiledReport) -> None:
        """Puts a report among those that are dated; the day of its words is its original's."""
        shelf = self.shelf
        shelf.reports[report.id], shelf.dates[report.id] = report, as_of(report)
        if report.copy_of:
            self._copies[report.copy_of].add(report.id)
        for one in (report.id, *self._copies.get(report.id, ())):
            of = shelf.reports[one].copy_of or ""
            shelf.written[one] = min(shelf.dates[one], shelf.dates.get(of, UNKNOWN))

    def _copied(self, reports: Iterable[str]) -> set[str]:
        """The reports that are marked as copies of any of these."""
        return set[str]().union(*(self._copies.get(report, ()) for report in reports))

    def _with_copies(self, reports: Iterable[str]) -> set[str]:
        found = set(reports)
        return found | self._copied(found)

    def _shelved(self, new: Mapping[str, FiledReport], moved: Mapping[str, str | None]) -> set[str]:
        """Puts reports under outlet and file; those for whom others may be meant by it."""
        shelf, unsure = self.shelf, set[str]()
        for report, was in moved.items():
            if was:
                self._take_out(report, was)
                unsure |= self._readers.of([was])
            if report not in new:
                unsure |= self._with_copies(shelf.close.get(report, ()))
        for report in moved:
            if house := shelf.houses.of.get(report):
                self._put_in(report, house)
                unsure |= self._reached(report, house, any_=report not in new)
        for report, found in new.items():
            was_here = dict.get(shelf.by_file, found.file, "")
            shelf.by_file[found.file] = max(was_here, report)
            unsure |= self._readers.of([found.file])
        return unsure

    def _keys(self, report: str, house: str) -> list[tuple[str, str]]:
        return [(house, part) for part in speakers_of(self.shelf.reports[report])]

    def _put_in(self, report: str, house: str) -> None:
        at = self.shelf.dates[report], report
        insort(self.shelf.by_house.setdefault(house, []), at)
        for key in self._keys(report, house):
            insort(self.shelf.by_speaker.setdefault(key, []), at)

    def _take_out(self, report: str, house: str) -> None:
        at = self.shelf.dates[report], report
        self.shelf.by_house[house].remove(at)
        for key in self._keys(report, house):
            self.shelf.by_speaker[key].remove(at)

    def _reached(self, report: str, house: str, *, any_: bool) -> set[str]:
        """Who names an outlet and may mean this report; of an outlet with few, whoever names it."""
        readers = self._readers.of([house])
        if any_ or len(self.shelf.by_house[house]) <= _ALONE:
            return readers
        return {r for r in readers if self._may_mean(r, report, house)}

    def _may_mean(self, by: str, report: str, house: str) -> bool:
        at, filed = (self.shelf.dates[report], report), self.shelf.reports[by]
        return any(
            house_meant(m, filed, self.shelf) == house
            and at in candidates(m, filed, house, self.shelf)
            for m in self._mentions[by]
        )

    def _chosen(self, reports: Iterable[str]) -> dict[str, set[str]]:
        """Asks what the mentions of reports mean; those reports of which one means another now."""
        changed = dict[str, set[str]]()
        for report in sorted(reports):
            houses = self._outlets.houses.readers
            with self._readers.reading(report), houses.reading(report, more=True):
                meant = tuple(self._meant(report))
            was = self.by_report.get(report)
            if meant != was:
                every = (*(was or ()), *meant)
                changed[report] = {m.to for m in every if m.to is not None}
                self._lead(report, was or (), meant)
        return changed

    def _meant(self, report: str) -> Iterator[Meant]:
        filed = self.shelf.reports[report]
        return (Meant(m, cited_report(m, filed, self.shelf)) for m in self._mentions[report])

    def _lead(self, report: str, was: tuple[Meant, ...], now: tuple[Meant, ...]) -> None:
        self.by_report[report] = now
        for to in {meant.to for meant in was if meant.to is not None}:
            del self.between[report, to]
            self._by[to].discard(report)
        for meant in now:
            if meant.to is not None:
                self.between.setdefault((report, meant.to), []).append(meant.mention)
                self._by[meant.to].add(report)


def _sets(by_word: Mapping[str, set[str]]) -> dict[str, set[str]]:
    return {word: set(names) for word, names in by_word.items()}
