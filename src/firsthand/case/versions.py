"""Which reports may be versions of one article: the same place of publication, the same wording.

This proposes only; a person sets `version_of`. The same wording in another outlet is a copy, not
a version.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import combinations
from typing import Final

from firsthand.case.ground import plain
from firsthand.ingest.report import BlockKind, Report

ENOUGH: Final = 0.5
"""Share of the shorter text's rows of five words that the other has too.

On the sample case two versions share 0.85; a wire and the paper that prints it, 0.43; other
reports of one outlet, under 0.05.
"""
_ROW: Final = 5
_LEAST: Final = 20
"""Shared rows below which two short texts say nothing."""
_CROWD: Final = 50
"""Reports of one outlet with something in common above which it is too common to count."""
_AT_ONCE: Final = 512
"""Texts whose rows are held in memory at a time."""
_WORD: Final = re.compile(r"\w+")
_SHORT_WORD: Final = 4
_FURNITURE: Final = frozenset({BlockKind.BOILERPLATE, BlockKind.CREDIT})

Pair = tuple[str, str]
Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """What is looked at first of a report; `text` gives its wording, only if that is needed.

    `address` is what it was received from; `corrected` is whether it has a correction in it,
    which tells the later of two that bear one date.
    """

    id: str
    outlet: str | None
    title: str | None
    published: dt.date | None
    address: str
    text: Callable[[], str] = field(compare=False, repr=False)
    corrected: bool = False

    @property
    def when(self) -> tuple[dt.date, bool, str]:
        """The order of versions: by date, unknown ones last; then uncorrected before corrected."""
        return self.published or dt.date.max, self.corrected, self.id


def candidate(report: str, of: Report) -> Candidate:
    """A report at hand as a candidate, under its id."""
    corrected = any(b.kind is BlockKind.CORRECTION for b in of.blocks)
    return Candidate(
        report, of.outlet, of.title, of.published, of.original.received_from,
        lambda: wording(of), corrected,
    )  # fmt: skip


def wording(report: Report) -> str:
    """The article's own text: what every page of an outlet bears would make all of them alike."""
    own = (b for b in report.blocks if b.kind not in _FURNITURE)
    return "\n".join(report.words(b.span) for b in own)


def proposed_versions(reports: Sequence[Candidate]) -> tuple[tuple[str, str, float], ...]:
    """Pairs that may be versions: the earlier, the later, and the share of wording in common.

    Compared are reports of one address; and those of one outlet that share the day, the title or
    two words of it, as long as not too many do. So the cost grows with the reports, not with their
    pairs; a version with a new headline on another day and at another address is missed.
    """
    by_id = {r.id: r for r in reports}
    rows = lru_cache(_AT_ONCE)(lambda name: _rows(by_id[name].text()))
    found = []
    for one, other in sorted(_near(by_id.values())):
        share = _share(rows(one), rows(other))
        if share >= ENOUGH:
            first, second = sorted((by_id[one], by_id[other]), key=lambda r: r.when)
            found.append((first.id, second.id, share))
    return tuple(sorted(found))


def alike(one: Candidate, other: Candidate) -> float:
    """How much wording two reports share, 0 to 1; 0 where neither outlet nor address is one."""
    same_place = set(_places(one)) & set(_places(other))
    return shared_wording(one.text(), other.text()) if same_place else 0.0


def shared_wording(one: str, other: str) -> float:
    """The share of rows of five words of the shorter text that the other has too (containment).

    Broder, On the resemblance and containment of documents (1997). The shorter one counts, since
    a first report of three sentences and the full article are versions.
    """
    return _share(_rows(one), _rows(other))


def _share(one: frozenset[Key], other: frozenset[Key]) -> float:
    shared = len(one & other)
    return shared / min(len(one), len(other)) if shared >= _LEAST else 0.0


def _rows(text: str) -> frozenset[Key]:
    words = _WORD.findall(text.casefold())
    return frozenset(zip(*(words[i:] for i in range(_ROW)), strict=False))


def _near(reports: Iterable[Candidate]) -> set[Pair]:
    """The pairs to compare, each once, the lower id first."""
    groups = defaultdict[Key, list[str]](list)
    for report in reports:
        for key in _keys(report):
            groups[key].append(report.id)
    small = (sorted(group) for group in groups.values() if len(group) <= _CROWD)
    return {pair for group in small for pair in combinations(group, 2)}


def _keys(report: Candidate) -> Iterator[Key]:
    """What brings it together with others: the place with the day, or with two title words."""
    words = sorted({w for w in _WORD.findall(_folded(report.title)) if len(w) >= _SHORT_WORD})
    day = report.published.isoformat() if report.published else "undated"
    for place in _places(report):
        yield from ((*place, "day", day), (*place, "title", _folded(report.title)))
        yield from ((*place, *pair) for pair in combinations(words, 2))
    if report.address:
        yield ("address", report.address)


def _places(report: Candidate) -> Iterator[Key]:
    """Where it was published: outlet, address."""
    outlet = _folded(report.outlet).removeprefix("the ")
    if outlet:
        yield ("outlet", outlet)
    if report.address:
        yield ("address", report.address)


def _folded(words: str | None) -> str:
    return plain(words or "").strip().casefold()
