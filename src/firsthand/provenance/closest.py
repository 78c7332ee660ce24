"""Pairs of accounts of which one may be the other retold: the closest in words, either way.

Two rules tell which words are close enough. Witnesses of one thing speak alike, so that besides
like words something has to lead from one report to the other, and nothing elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from firsthand.provenance.accounts import Whose
from firsthand.provenance.alike_told import AlikeTold
from firsthand.provenance.case import Key
from firsthand.provenance.groups import Close, Closeness

Related = Mapping[str, frozenset[str]]
"""Each report with itself and those that it has something from: two are related where one has
something from the other, or both have from a third."""
Pair = frozenset[Key]
Rule = Callable[[Pair, Closeness], bool]

_WORD_FOR_WORD = 0.95
_ROW = 8
"""Words of content of a passage that nobody says by chance."""
_QUOTED_ROW = 5
"""The same within quotation marks in both."""
_LIKE, _FEW = 0.6, 5
"""How close the words are, and how many, that one description bears out. Set on stories that the
benchmark does not use: of 96 pairs of groups that they join, 95 are of one person."""


@dataclass(frozen=True, slots=True)
class Retelling:
    """The same words: word for word; much the same where the reports are related.

    Much the same is not enough where both name channels, and different ones.
    """

    related: Related
    told: AlikeTold

    def counts(self, pair: Pair, close: Closeness) -> bool:
        """Whether the two are one account."""
        row = _QUOTED_ROW if close.is_quotation else _ROW
        if close.score >= _WORD_FOR_WORD and close.words >= row:
            return True
        if not (close.is_enough and self.are_related(pair)):
            return False
        return close.is_quotation or not self.told.differ(pair)

    def are_related(self, pair: Pair) -> bool:
        """Whether one report has something from the other, or both have from a third."""
        one, other = sorted(report for report, _ in pair)
        ones, others = (self.related.get(r, frozenset({r})) for r in (one, other))
        return not ones.isdisjoint(others)


@dataclass(frozen=True, slots=True)
class Likeness:
    """Like words, given to one description through one channel, or in reports that are related."""

    related: Related
    told: AlikeTold

    def counts(self, pair: Pair, close: Closeness) -> bool:
        """Whether the two are one account, by this rule or the stronger one."""
        if close.score < _LIKE or close.words < _FEW:
            return False
        stronger = Retelling(self.related, self.told)
        if stronger.counts(pair, close):
            return True
        is_led = stronger.are_related(pair) or self.told.share_channel(pair)
        return is_led and self.told.fit(pair) and not self.told.differ(pair)


def mutual(whose: Mapping[Key, Whose], close: Close, counts: Rule) -> list[Pair]:
    """Pairs each of which is the other's closest in its report, the closest first."""
    pairs = [p for p in close if p <= whose.keys() and _are_of_two(p) and counts(p, close[p])]
    ranked = sorted(pairs, key=lambda p: (-_strength(close[p]), sorted(p)))
    best: dict[tuple[Key, str], Pair] = {}
    for pair in ranked:
        for key in pair:
            best.setdefault((key, _other_report(pair, key)), pair)
    return [p for p in ranked if all(best[key, _other_report(p, key)] == p for key in p)]


def _other_report(pair: Pair, key: Key) -> str:
    ((report, _),) = pair - {key}
    return report


def _are_of_two(pair: Pair) -> bool:
    return len({report for report, _ in pair}) == 2


def _strength(close: Closeness) -> float:
    return close.score * close.words
