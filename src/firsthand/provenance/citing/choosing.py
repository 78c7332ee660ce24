"""Which report of an outlet is meant, of those that it had out by then.

An address that holds the date or the words of the title, a title in quotation marks, a date, a
speaker in common, wording in common, at last the words around: each adds to a report's score,
and the best is taken, the earliest of equals. Where nothing speaks for any, none is.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from firsthand.provenance.citing.dating import UNKNOWN, dates_in
from firsthand.provenance.citing.mentions import Form, Mention
from firsthand.provenance.citing.naming import key
from firsthand.provenance.citing.shelf import WORD, Marks, Shelf, content_of
from firsthand.provenance.filed import FiledReport

_NEAREST = 24
"""Reports of one outlet that are looked at, back from the date of the one that cites it."""
_BY_SPEAKER = 8
_ENOUGH = 0.25
_PLACED = re.compile(r"[“\"](?P<title>[^“”\"]{8,300})[”\"]")
_SHORTEST_TITLE = 3


def cited_report(m: Mention, by: FiledReport, shelf: Shelf) -> str | None:
    """The report of the outlet that a mention most likely means; None where nothing tells."""
    if m.url in shelf.by_file and shelf.by_file[m.url] != by.id:
        return shelf.by_file[m.url]
    house = house_meant(m, by, shelf)
    return _best(m, by, house, shelf) if house else None


def house_meant(m: Mention, by: FiledReport, shelf: Shelf) -> str | None:
    """The outlet that a mention means; None where it is no other than the report's own."""
    own = shelf.houses.of.get(by.id)
    house = own if m.own else shelf.houses.find(m.name)
    return None if house == own and not m.own else house


def _best(m: Mention, by: FiledReport, house: str, shelf: Shelf) -> str | None:
    found, sought = sorted(candidates(m, by, house, shelf)), _sought(m, by, shelf)
    scored = [(_score(sought, shelf.marks(c), date, c), c) for date, c in found]
    best = max((s for s, _ in scored), default=0.0)
    only = len(shelf.by_house.get(house, ())) <= 1 and bool(scored)
    return next(c for s, c in scored if s == best) if best >= _ENOUGH or only else None


def candidates(m: Mention, by: FiledReport, house: str, shelf: Shelf) -> set[tuple[dt.date, str]]:
    """What the outlet had out by then: the nearest, and those in which a person named speaks."""
    latest = (shelf.written[by.id], "￿")
    out = shelf.by_house.get(house, [])
    found = set(out[max(0, bisect_right(out, latest) - _NEAREST) : bisect_right(out, latest)])
    found |= {(d, c) for d, c in out[-_NEAREST:] if d == UNKNOWN}
    for part in _named_around(m, by):
        told = shelf.by_speaker.get((house, part), [])
        at = bisect_right(told, latest)
        found |= set(told[max(0, at - _BY_SPEAKER) : at])
    for c in shelf.near(by):
        if shelf.houses.of.get(c) == house:
            found.add((shelf.dates[c], c))
    return {(d, c) for d, c in found if c != by.id}


def _named_around(m: Mention, by: FiledReport) -> frozenset[str]:
    source = next((s for s in by.sources if s.id == m.source), None)
    return frozenset(p for p in key(source.name) if len(p) > 2) if source else frozenset()


@dataclass(frozen=True, slots=True)
class _Sought:
    """What of a mention speaks for a report: the words around it, the address, who is named."""

    content: frozenset[int]
    words: frozenset[str]
    dates: frozenset[dt.date]
    titles: tuple[tuple[str, ...], ...]
    slug: frozenset[str]
    addressed: frozenset[dt.date]
    named: frozenset[str]
    close: frozenset[str]
    closeness: float


def _sought(m: Mention, by: FiledReport, shelf: Shelf) -> _Sought:
    words, url = by.words(m.around), m.url or ""
    path = (w.lower() for w in WORD.findall(url.partition("//")[2].partition("/")[2]))
    quoted = (WORD.findall(found["title"].lower()) for found in _PLACED.finditer(words))
    return _Sought(
        content=content_of(words),
        words=frozenset(key(words)),
        dates=frozenset(dates_in(words)),
        titles=tuple(tuple(q) for q in quoted if len(q) >= _SHORTEST_TITLE),
        slug=frozenset(w for w in path if not w.isdigit()),
        addressed=frozenset(dates_in(url)),
        named=_named_around(m, by),
        close=shelf.near(by),
        closeness=2.0 if m.form is Form.CREDIT else 0.5,
    )


def _score(sought: _Sought, marks: Marks, date: dt.date, report: str) -> float:
    """How much speaks for a report."""
    score = 3.0 * _addressed(sought, marks, date) + 3.0 * _titled(sought, marks)
    score += 1.5 * (date in sought.dates)
    score += sought.closeness * (report in sought.close)
    score += 1.0 * bool(sought.named & marks.speakers)
    score += 0.5 * bool(sought.words & marks.speakers)
    return score + len(sought.content & marks.content) / max(1, len(sought.content))


def _addressed(sought: _Sought, marks: Marks, date: dt.date) -> float:
    """How much of an address speaks for a report: its title's words, its date."""
    said = len(sought.slug.intersection(marks.title)) / max(1, len(sought.slug))
    return said + (date in sought.addressed)


def _titled(sought: _Sought, marks: Marks) -> bool:
    """Whether a title in quotation marks is this report's."""
    title = marks.title
    return bool(title) and any(q[: len(title)] == title[: len(q)] for q in sought.titles)


def one_each(m: Iterator[Mention]) -> list[Mention]:
    """Mentions, one for each place where a name ends ("the Post", "Post"), in its surest form."""
    best: dict[tuple[int, str], Mention] = {}
    for mention in m:
        at = (mention.span.end, mention.name)
        if at not in best or mention.form < best[at].form:
            best[at] = mention
    return sorted(best.values(), key=lambda x: (x.span, x.form))
