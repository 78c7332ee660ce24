"""Which report of an outlet is meant, of those that it had out by then.

An address that holds the date or the words of the title, a title in quotation marks, a date, a
speaker in common, wording in common, at last the words around: each adds to a report's score,
and the best is taken, the earliest of equals. Where nothing speaks for any, none is.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from firsthand.provenance.citing.dating import UNKNOWN, as_of, dates_in
from firsthand.provenance.citing.houses import Houses
from firsthand.provenance.citing.mentions import Form, Mention
from firsthand.provenance.citing.naming import key
from firsthand.provenance.filed import FiledReport
from firsthand.provenance.lexis import content
from firsthand.sources.source import SourceKind

_NEAREST = 24
"""Reports of one outlet that are looked at, back from the date of the one that cites it."""
_BY_SPEAKER = 8
_ENOUGH = 0.25
_WORD = re.compile(r"[^\W_]+")
_PLACED = re.compile(r"[“\"](?P<title>[^”\"]{8,300})[”\"]")


@dataclass(slots=True)
class Shelf:
    """The reports of a case by outlet and date, with what tells them apart kept once made."""

    houses: Houses
    reports: dict[str, FiledReport]
    dates: dict[str, dt.date]
    by_house: dict[str, list[tuple[dt.date, str]]]
    by_speaker: dict[tuple[str, str], list[tuple[dt.date, str]]]
    by_file: dict[str, str]
    words: dict[str, frozenset[int]] = field(default_factory=dict)
    close: dict[str, frozenset[str]] = field(default_factory=dict)
    speakers: dict[str, frozenset[str]] = field(default_factory=dict)

    def content(self, report: str) -> frozenset[int]:
        """The words of content of a report."""
        if report not in self.words:
            self.words[report] = _content(self.reports[report].text)
        return self.words[report]


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
    return Shelf(houses, {r.id: r for r in reports}, dates, by_house, by_speaker, files)


def speakers_of(r: FiledReport) -> frozenset[str]:
    """The words of the names of the people that speak in a report."""
    people = (s for s in r.sources if s.kind is SourceKind.NAMED_PERSON)
    return frozenset(part for s in people for part in key(s.name) if len(part) > 2)


def cited_report(m: Mention, by: FiledReport, shelf: Shelf) -> str | None:
    """The report of the outlet that a mention most likely means; None where nothing tells."""
    if m.url in shelf.by_file and shelf.by_file[m.url] != by.id:
        return shelf.by_file[m.url]
    own = shelf.houses.of.get(by.id)
    house = own if m.own else shelf.houses.find(m.name)
    if house is None or (house == own and not m.own):
        return None
    scored = [(_score(m, by, c, shelf), d, c) for d, c in sorted(_candidates(m, by, house, shelf))]
    best = max((s for s, _, _ in scored), default=0.0)
    only = len(shelf.by_house.get(house, ())) <= 1 and bool(scored)
    if best < _ENOUGH and not only:
        return None
    return next(c for s, _, c in scored if s == best)


def _candidates(m: Mention, by: FiledReport, house: str, shelf: Shelf) -> set[tuple[dt.date, str]]:
    """What the outlet had out by then: the nearest, and those in which a person named speaks."""
    latest = (shelf.dates[by.id], "￿")
    out = shelf.by_house.get(house, [])
    found = set(out[max(0, bisect_right(out, latest) - _NEAREST) : bisect_right(out, latest)])
    found |= {(d, c) for d, c in out[-_NEAREST:] if d == UNKNOWN}
    for part in _named_around(m, by):
        told = shelf.by_speaker.get((house, part), [])
        at = bisect_right(told, latest)
        found |= set(told[max(0, at - _BY_SPEAKER) : at])
    for c in shelf.close.get(by.id, ()):
        if shelf.houses.of.get(c) == house:
            found.add((shelf.dates[c], c))
    return {(d, c) for d, c in found if c != by.id}


def _named_around(m: Mention, by: FiledReport) -> frozenset[str]:
    source = next((s for s in by.sources if s.id == m.source), None)
    return frozenset(p for p in key(source.name) if len(p) > 2) if source else frozenset()


def _score(m: Mention, by: FiledReport, c: str, shelf: Shelf) -> float:
    cited = shelf.reports[c]
    words = by.words(m.around)
    score = 3.0 * _addressed(m.url or "", cited, shelf) + 3.0 * _titled(words, cited)
    score += 1.5 * (shelf.dates[c] in dates_in(words))
    score += (2.0 if m.form is Form.CREDIT else 0.5) * (c in shelf.close.get(by.id, ()))
    if c not in shelf.speakers:
        shelf.speakers[c] = speakers_of(cited)
    speakers = shelf.speakers[c]
    score += 1.0 * bool(_named_around(m, by) & speakers)
    score += 0.5 * bool(speakers.intersection(key(words)))
    return score + _overlap(_content(words), shelf.content(c))


def _addressed(url: str, cited: FiledReport, shelf: Shelf) -> float:
    """How much of an address speaks for a report: its title's words, its date."""
    words = {w.lower() for w in _WORD.findall(url.partition("//")[2].partition("/")[2])}
    title = {w.lower() for w in _WORD.findall(cited.title or "")}
    slug = {w for w in words if not w.isdigit()}
    said = len(slug & title) / len(slug) if slug else 0.0
    return said + any(d == shelf.dates[cited.id] for d in dates_in(url))


def _titled(words: str, cited: FiledReport) -> bool:
    """Whether a title in quotation marks is this report's."""
    title = _WORD.findall((cited.title or "").lower())
    quoted = (_WORD.findall(m["title"].lower()) for m in _PLACED.finditer(words))
    return bool(title) and any(q[: len(title)] == title[: len(q)] and len(q) > 2 for q in quoted)


def _content(words: str) -> frozenset[int]:
    return frozenset(filter(None, (content(w.lower()) for w in _WORD.findall(words))))


def _overlap(around: frozenset[int], cited: frozenset[int]) -> float:
    return len(around & cited) / len(around) if around else 0.0


def nearness(pairs: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    """For each report those that it shares wording with, from pairs of them."""
    found: dict[str, set[str]] = defaultdict(set)
    for one, other in pairs:
        found[one].add(other)
        found[other].add(one)
    return {report: frozenset(others) for report, others in found.items()}


def one_each(m: Iterator[Mention]) -> list[Mention]:
    """Mentions, one for each place where a name ends ("the Post", "Post"), in its surest form."""
    best: dict[tuple[int, str], Mention] = {}
    for mention in m:
        at = (mention.span.end, mention.name)
        if at not in best or mention.form < best[at].form:
            best[at] = mention
    return sorted(best.values(), key=lambda x: (x.span, x.form))
