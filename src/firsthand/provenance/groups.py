"""Statements that say one thing, as far as their words show it: by shared wording alone.

What is the same in other words is not grouped here; that comes with allegations.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import product

from firsthand.evidence.values import Standing
from firsthand.provenance.case import Key
from firsthand.provenance.filed import FiledReport, FiledStatement
from firsthand.provenance.unions import Unions
from firsthand.provenance.wording import Passage, Shared
from firsthand.text import Span

_ENOUGH = 0.5
"""Share of the shorter of passage and content that the two must have in common."""
_KEPT = 1 << 16
"""Passages for which it is kept which statements they have; the same ones come again and again."""


class Statements:
    """The statements of each report by where their content stands."""

    def __init__(self, reports: Iterable[FiledReport]) -> None:
        self._spans: dict[str, list[tuple[Span, Key]]] = {}
        self.in_passage = lru_cache(_KEPT)(partial(_in_passage, self._spans))
        for report in reports:
            self.add(report)

    def add(self, report: FiledReport) -> None:
        """The statements of one report."""
        self._spans[report.id] = sorted(
            (span, (report.id, s.id))
            for s in report.statements
            if s.standing is Standing.STATEMENT
            for span in s.content
        )


def _in_passage(
    spans_of: Mapping[str, Sequence[tuple[Span, Key]]], passage: Passage
) -> list[tuple[Key, Part]]:
    """The statements whose words the passage has, each with the part of it that they are."""
    spans, end = spans_of.get(passage.report, []), passage.span.end
    last = bisect_left(spans, end, key=lambda at: at[0].start)
    return [
        (key, _part(passage.span, span))
        for span, key in spans[:last]
        if _common(span, passage.span) >= _ENOUGH * min(len(span), len(passage.span))
    ]


Part = tuple[float, float]
"""From where to where in a passage, as shares of its length."""


def _common(one: Span, other: Span) -> int:
    return min(one.end, other.end) - max(one.start, other.start)


def _part(passage: Span, words: Span) -> Part:
    start, stop = max(words.start, passage.start), min(words.end, passage.end)
    return (start - passage.start) / len(passage), (stop - passage.start) / len(passage)


def _overlap(one: Part, other: Part) -> float:
    """What two parts have in common, of both together."""
    common = min(one[1], other[1]) - max(one[0], other[0])
    return max(0.0, common) / (max(one[1], other[1]) - min(one[0], other[0]))


@dataclass(frozen=True, slots=True)
class Closeness:
    """How close the words of two statements are: `score` 0 to 1, of `words` words of content.

    `quoted` is whether both give them as a direct quotation.
    """

    score: float
    words: int
    quoted: bool = False

    @property
    def is_quotation(self) -> bool:
        """Whether both quote it in the same words."""
        return self.quoted and self.score >= _SAME

    @property
    def is_enough(self) -> bool:
        """Whether the one may be the other retold, or both say one thing."""
        if self.is_quotation:
            return self.words >= _FEWEST
        return self.score >= _CLOSE and self.words >= _FEW


_CLOSE, _FEW = 0.7, 6
"""Share of the words, and words of content. Set on stories that the benchmark does not use: with
less, witnesses of one thing are taken for one in a story of fifteen, and groups run together."""
_SAME, _FEWEST = 0.9, 2
"""The same for what both quote: "They barred the door" is enough."""

Close = Mapping[frozenset[Key], Closeness]
"""Pairs of statements that give the same part of a passage, with how close they are in it."""


def same_words(statements: Statements, shared: Iterable[Shared]) -> Close:
    """All such pairs, each by the passage in which the two are closest."""
    found: dict[frozenset[Key], Closeness] = {}
    for passage in shared:
        close = Closeness(passage.score, passage.words, passage.is_quotation)
        ones = statements.in_passage(passage.one)
        others = statements.in_passage(passage.other) if ones else []
        for (one, part), (other, place) in product(ones, others):
            if one != other and _overlap(part, place) >= _ENOUGH:
                pair = frozenset({one, other})
                found[pair] = max(found.get(pair, close), close, key=_strength)
    return found


def _strength(close: Closeness) -> tuple[float, int]:
    return close.score * close.words, close.words


def groups_of(reports: Sequence[FiledReport], close: Close) -> tuple[tuple[Key, ...], ...]:
    """All statements, those that share words together; each group in order."""
    unions = Unions[Key]()
    for pair in (pair for pair, how in close.items() if how.is_enough):
        unions.join(*pair)
    found: Mapping[Key, list[Key]] = defaultdict(list)
    for report in reports:
        for s in report.statements:
            if is_grouped(s):
                found[unions.root((report.id, s.id))].append((report.id, s.id))
    return tuple(tuple(sorted(keys)) for _, keys in sorted(found.items()))


def is_grouped(s: FiledStatement) -> bool:
    """Whether a statement is in a group: one that answers an accusation is not."""
    return s.standing is Standing.STATEMENT and not s.is_response
