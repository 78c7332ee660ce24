"""Who copies whom: shared prose between two reports, taken together and given a direction."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from firsthand.provenance.citing.resolving import resolved_in
from firsthand.provenance.filed import FiledReport
from firsthand.provenance.lexis import WORD, content
from firsthand.provenance.wording.direction import Directions
from firsthand.provenance.wording.finding import Found, found_in
from firsthand.provenance.wording.shared import Copy, Direction, How, Shared, Wording
from firsthand.provenance.wording.table import Table
from firsthand.provenance.wording.units import units_of

_COPY = 8
"""Words of content, names apart, that two reports' shared prose has at least. Reworded ones count
half: two people who saw one thing may find the same words for it."""


def wording_of(reports: Sequence[FiledReport]) -> Wording:
    """All that some reports share in words; their order changes nothing."""
    table = Table()
    for report in sorted(reports, key=lambda r: r.id):
        table.add(report)
    return wording_from(table.reports, found_in(table))


def wording_from(reports: Sequence[FiledReport], found: Found) -> Wording:
    """The whole of it, from the passages that are shared."""
    prose, quoted = _by_pair(found.shared)
    prose = {pair: passages for pair, passages in prose.items() if is_copied(passages)}
    resolved = resolved_in(reports, prose)
    directions, counts = Directions(resolved.shelf, resolved.between()), Counts({})
    copies = _through([copied(*p, passages, directions, counts) for p, passages in prose.items()])
    rest = ((*pair, passages) for pair, passages in quoted.items() if pair not in prose)
    quotations = tuple(quoting(*found, directions) for found in rest)
    return Wording(tuple(found.shared), copies, tuple(found.cuts), quotations, resolved)


def _by_pair(
    shared: Iterable[Shared],
) -> tuple[dict[tuple[str, str], list[Shared]], dict[tuple[str, str], list[Shared]]]:
    """Shared prose and shared quotations by pair of reports, in order."""
    prose: dict[tuple[str, str], list[Shared]] = defaultdict(list)
    quoted: dict[tuple[str, str], list[Shared]] = defaultdict(list)
    for s in shared:
        (quoted if s.is_quotation else prose)[s.one.report, s.other.report].append(s)
    return prose, quoted


def is_copied(prose: Iterable[Shared]) -> bool:
    """Whether shared prose is enough for a copy."""
    return _weight(prose) >= _COPY


def _weight(passages: Iterable[Shared]) -> float:
    return sum(s.words / 2 if s.how is How.REWORDED else s.words for s in passages)


def copied(
    one: str, other: str, passages: list[Shared], directions: Directions, counts: Counts
) -> Copy:
    """Prose that two reports share, `one` the earlier: who has it from whom."""
    later, earlier, direction, why = directions.prose(one, other)
    share = counts.share(directions.reports[later], passages)
    return Copy(later, earlier, tuple(passages), direction, why, share)


def quoting(one: str, other: str, passages: list[Shared], directions: Directions) -> Copy:
    """The same of two that share quotations and no prose."""
    later, earlier, direction, why = directions.quotations(one, other, passages)
    return Copy(later, earlier, tuple(passages), direction, why, 0.0)


@dataclass(frozen=True, slots=True)
class Counts:
    """How many words of content the prose of each report has."""

    known: dict[str, int]

    def share(self, report: FiledReport, passages: list[Shared]) -> float:
        """The part of a report's own prose that passages cover."""
        if report.id not in self.known:
            prose = (u for u in units_of(report) if not u.is_quotation)
            self.known[report.id] = sum(_content(report.text[u.start : u.end]) for u in prose)
        return min(1.0, self._covered(report, passages) / max(1, self.known[report.id]))

    def _covered(self, report: FiledReport, passages: list[Shared]) -> int:
        mine = {s.one.span if s.one.report == report.id else s.other.span for s in passages}
        total, at = 0, 0
        for span in sorted(mine):
            if span.end > at:
                total += _content(report.text[max(at, span.start) : span.end])
                at = span.end
        return total


@lru_cache(maxsize=1 << 16)
def _content(words: str) -> int:
    """How many words of content some words have; copies ask for the same ones again and again."""
    return sum(1 for m in WORD.finditer(words) if content(m[0].lower()))


def _through(copies: list[Copy]) -> tuple[Copy, ...]:
    """Copies, with those made undirected that are told by date alone where both copy a third."""
    sure: dict[str, dict[str, float]] = defaultdict(dict)
    for c in copies:
        if c.direction is Direction.DIRECTED:
            sure[c.report][c.of] = c.share
    kept = (if_third(c, sure) for c in copies)
    return tuple(sorted(kept, key=lambda c: (c.report, c.of)))


def if_third(c: Copy, sure: Mapping[str, Mapping[str, float]]) -> Copy:
    """A copy; undirected where the report shares no more with the one than with the third."""
    mine, theirs = sure.get(c.report, {}), sure.get(c.of, {})
    both = sorted(t for t in mine.keys() & theirs.keys() if mine[t] >= c.share)
    if not c.is_by_date or not both:
        return c
    return Copy(c.report, c.of, c.passages, Direction.UNDIRECTED, f"both copy {both[0]}", c.share)
