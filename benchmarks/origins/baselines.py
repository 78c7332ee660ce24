"""What people count today: outlets, texts that are not near-duplicates, names."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Sequence
from itertools import combinations

from benchmarks.origins.measure import Estimate
from benchmarks.origins.stories import Key, Ref
from firsthand.provenance.filed import FiledReport, FiledSource
from firsthand.sources.source import SourceKind

_WORD = re.compile(r"\w+")
_SHINGLE, _ALIKE = 5, 0.5
_NAMED = frozenset({SourceKind.NAMED_PERSON, SourceKind.DOCUMENT})


def outlets(reports: Sequence[FiledReport], statements: frozenset[Key]) -> Estimate:
    """As many as there are outlets that carry it."""
    carrying = _carrying(reports, statements)
    return _exactly(len({report.outlet or report.id for report in carrying}))


def clusters(reports: Sequence[FiledReport], statements: frozenset[Key]) -> Estimate:
    """As many as there are groups of near-duplicate texts, by single link."""
    carrying = _carrying(reports, statements)
    shingled = {report.id: _shingles(report.text) for report in carrying}
    pairs = combinations(shingled, 2)
    alike = [pair for pair in pairs if _jaccard(*(shingled[p] for p in pair)) >= _ALIKE]
    return _exactly(_parts(shingled, alike))


def names(reports: Sequence[FiledReport], statements: frozenset[Key]) -> Estimate:
    """As many as there are names of people and documents who say it."""
    found: dict[str, set[Ref]] = {}
    for report in reports:
        for source in _speaking(report, statements):
            found.setdefault(source.name.casefold(), set()).add(Ref(report.id, source.id))
    lower = len(found)
    return Estimate(lower, lower, {frozenset(refs) for refs in found.values() if len(refs) > 1})


def _speaking(report: FiledReport, statements: frozenset[Key]) -> list[FiledSource]:
    said = {s.source for s in report.statements if Key(report.id, s.id) in statements}
    return [s for s in report.sources if s.id in said and s.kind in _NAMED]


def _carrying(reports: Sequence[FiledReport], statements: frozenset[Key]) -> list[FiledReport]:
    ids = {key.report for key in statements}
    return [report for report in reports if report.id in ids]


def _exactly(count: int) -> Estimate:
    return Estimate(count, count, set())


def _shingles(text: str) -> frozenset[tuple[str, ...]]:
    found = [word.lower() for word in _WORD.findall(text)]
    return frozenset(zip(*(found[at:] for at in range(_SHINGLE)), strict=False))


def _jaccard(one: frozenset[tuple[str, ...]], other: frozenset[tuple[str, ...]]) -> float:
    return len(one & other) / (len(one | other) or 1)


def _parts(items: Iterable[Hashable], pairs: Iterable[tuple[Hashable, Hashable]]) -> int:
    """How many groups there are once all pairs are joined."""
    part = {item: item for item in items}
    for one, other in pairs:
        gone, kept = part[one], part[other]
        part = {item: kept if its == gone else its for item, its in part.items()}
    return len(set(part.values()))
