"""The reports of a case by outlet and date, with what tells them apart kept once made."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from firsthand.provenance.citing.dating import UNKNOWN, as_of
from firsthand.provenance.citing.houses import Houses
from firsthand.provenance.citing.naming import key
from firsthand.provenance.filed import FiledReport
from firsthand.provenance.lexis import content
from firsthand.sources.source import SourceKind

WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Marks:
    """What speaks for a report: the words of content of its text and those of its title, in
    order, and the names of those who speak in it.
    """

    content: frozenset[int]
    title: tuple[str, ...]
    speakers: frozenset[str]


@dataclass(slots=True)
class Shelf:
    """The reports by outlet, speaker and file; `close` are those that share wording with each.

    `dates` are those that reports stand as of, `written` those of their words: what is marked as
    a copy has the words of an earlier day, and cites what was out by then.
    """

    houses: Houses
    reports: dict[str, FiledReport]
    dates: dict[str, dt.date]
    written: dict[str, dt.date]
    by_house: dict[str, list[tuple[dt.date, str]]]
    by_speaker: dict[tuple[str, str], list[tuple[dt.date, str]]]
    by_file: dict[str, str]
    close: dict[str, frozenset[str]] = field(default_factory=dict)
    _marks: dict[str, Marks] = field(default_factory=dict)

    def near(self, report: FiledReport) -> frozenset[str]:
        """Those that share wording with a report; with its original, where it is marked a copy."""
        return self.close.get(self.original(report), frozenset())

    def original(self, report: FiledReport) -> str:
        """A report's id; its original's, where it is marked a copy."""
        return report.copy_of if report.copy_of in self.reports and report.copy_of else report.id

    def marks(self, report: str) -> Marks:
        """What speaks for a report."""
        if report not in self._marks:
            found = self.reports[report]
            title = tuple(w.lower() for w in WORD.findall(found.title or ""))
            self._marks[report] = Marks(content_of(found.text), title, speakers_of(found))
        return self._marks[report]


def shelf_of(reports: Sequence[FiledReport], houses: Houses) -> Shelf:
    """The reports of a case, shelved; the order of the reports changes nothing."""
    dates = {r.id: as_of(r) for r in reports}
    by_house: dict[str, list[tuple[dt.date, str]]] = defaultdict(list)
    by_speaker: dict[tuple[str, str], list[tuple[dt.date, str]]] = defaultdict(list)
    for r in sorted(reports, key=lambda r: (dates[r.id], r.id)):
        house = houses.of.get(r.id)
        if house:
            by_house[house].append((dates[r.id], r.id))
            for part in speakers_of(r):
                by_speaker[house, part].append((dates[r.id], r.id))
    files = {r.file: r.id for r in sorted(reports, key=lambda r: r.id)}
    written = {r.id: min(dates[r.id], dates.get(r.copy_of or "", UNKNOWN)) for r in reports}
    by_id = {r.id: r for r in reports}
    return Shelf(houses, by_id, dates, written, by_house, by_speaker, files)


def speakers_of(r: FiledReport) -> frozenset[str]:
    """The words of the names of the people that speak in a report."""
    people = (s for s in r.sources if s.kind is SourceKind.NAMED_PERSON)
    return frozenset(part for s in people for part in key(s.name) if len(part) > 2)


def content_of(words: str) -> frozenset[int]:
    """The words of content of some words."""
    return frozenset(filter(None, (content(w.lower()) for w in WORD.findall(words))))


def nearness(pairs: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    """For each report those that it shares wording with, from pairs of them."""
    found: dict[str, set[str]] = defaultdict(set)
    for one, other in pairs:
        found[one].add(other)
        found[other].add(one)
    return {report: frozenset(others) for report, others in found.items()}
