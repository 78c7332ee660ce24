"""How well an interval finds the truth of made-up stories, and how well merges find people.

Shares have Wilson's interval of 95 %, means and merges one by bootstrap over stories.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import combinations
from math import comb, sqrt
from typing import NamedTuple

from benchmarks.bootstrap import interval
from benchmarks.origins.making import Feature
from benchmarks.origins.stories import Key, Ref, Story
from firsthand.provenance.filed import FiledReport

_Z = 1.96


class Estimate(NamedTuple):
    """What an estimator says: upper is None where open.

    `merges` are sets of two or more sources that it takes for one, with certainty; what they
    join in a chain is joined.
    """

    lower: int
    upper: int | None
    merges: AbstractSet[frozenset[Ref]]


Estimator = Callable[[Sequence[FiledReport], frozenset[Key]], Estimate]


@dataclass(frozen=True, slots=True)
class Scored:
    """One story's estimate beside its truth; pairs are pairs of sources who speak to it.

    `right` pairs are merged and truly one, `wrong` ones merged and truly two, `true` ones truly
    one. Sources that a report makes of two people are in no pair.
    """

    seed: int
    truth: int
    lower: int
    upper: int | None
    right: int
    wrong: int
    true: int
    features: frozenset[Feature]

    @property
    def holds(self) -> bool:
        """Whether the truth lies in the interval."""
        return self.lower <= self.truth and (self.upper is None or self.truth <= self.upper)

    @property
    def is_above(self) -> bool:
        """Whether the lower bound makes more sources than there are: the worst error."""
        return self.lower > self.truth


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure with the bounds of its interval of 95 %; all None where there is nothing."""

    value: float | None
    low: float | None = None
    high: float | None = None

    def __str__(self) -> str:
        if self.value is None:
            return "-"
        return f"{self.value:.3f} ({self.low:.2f}-{self.high:.2f})"


@dataclass(frozen=True, slots=True)
class Figures:
    """What `make bench-origins` prints for one system on one set of stories."""

    stories: int
    holds: Figure
    above: Figure
    open: Figure
    width: Figure
    precision: Figure
    recall: Figure


def scored(stories: Iterable[Story], estimate: Estimator) -> list[Scored]:
    """Each story's estimate beside its truth."""
    return scored_whole(stories, lambda story: estimate(story.reports, story.statements))


def scored_whole(stories: Iterable[Story], estimate: Callable[[Story], Estimate]) -> list[Scored]:
    """The same for an estimator that is told of the truth: what it finds is a bound, no result."""
    return [_one(story, estimate(story)) for story in stories]


def figures(results: Sequence[Scored]) -> Figures:
    """The figures of one system."""
    closed = [[s] for s in results if s.upper is not None]
    return Figures(
        len(results),
        wilson(sum(s.holds for s in results), len(results)),
        wilson(sum(s.is_above for s in results), len(results)),
        wilson(sum(s.upper is None for s in results), len(results)),
        _drawn(closed, _width),
        _drawn([[s] for s in results if s.right + s.wrong], _precision),
        _drawn([[s] for s in results if s.true], _recall),
    )


def by_feature(results: Sequence[Scored]) -> dict[Feature, tuple[int, int, int]]:
    """For each feature: its stories, those whose truth is outside, those whose lower is above."""
    return {
        feature: (len(found), sum(not s.holds for s in found), sum(s.is_above for s in found))
        for feature in Feature
        if (found := [s for s in results if feature in s.features])
    }


def wilson(hits: int, total: int) -> Figure:
    """A share with its score interval (Wilson, 1927)."""
    if not total:
        return Figure(None)
    share, square = hits / total, _Z * _Z
    middle = (share + square / (2 * total)) / (1 + square / total)
    half = sqrt(share * (1 - share) / total + square / (4 * total * total))
    half *= _Z / (1 + square / total)
    return Figure(share, max(0.0, middle - half), min(1.0, middle + half))


def _drawn(
    groups: Sequence[Sequence[Scored]], figure: Callable[[Sequence[Scored]], float]
) -> Figure:
    if not groups:
        return Figure(None)
    return Figure(figure([s for group in groups for s in group]), *interval(groups, figure))


def _width(results: Sequence[Scored]) -> float:
    return sum(s.upper - s.lower for s in results if s.upper is not None) / len(results)


def _precision(results: Sequence[Scored]) -> float:
    """Of the pairs merged, those truly one."""
    right, wrong = sum(s.right for s in results), sum(s.wrong for s in results)
    return right / (right + wrong)


def _recall(results: Sequence[Scored]) -> float:
    """Of the pairs truly one, those merged."""
    return sum(s.right for s in results) / sum(s.true for s in results)


def _one(story: Story, estimate: Estimate) -> Scored:
    right, wrong, true = _pairs(story, joined(estimate.merges))
    return Scored(
        story.seed, story.truth, estimate.lower, estimate.upper, right, wrong, true, story.features
    )


def _pairs(story: Story, groups: Sequence[frozenset[Ref]]) -> tuple[int, int, int]:
    """How many pairs are merged rightly, merged wrongly, and truly one."""
    who = {ref: next(iter(story.people[ref])) for ref in speaking(story)}
    right = wrong = 0
    for group in groups:
        for one, other in combinations([ref for ref in group if ref in who], 2):
            is_one = who[one] == who[other]
            right, wrong = right + is_one, wrong + (not is_one)
    return right, wrong, sum(comb(n, 2) for n in Counter(who.values()).values())


def speaking(story: Story) -> set[Ref]:
    """The sources who speak to the allegation and are truly one person or document each."""
    said = {
        Ref(report.id, s.source)
        for report in story.reports
        for s in report.statements
        if s.source is not None and Key(report.id, s.id) in story.origins
    }
    return {ref for ref in said if len(story.people.get(ref, frozenset())) == 1}


def joined(merges: Iterable[frozenset[Ref]]) -> list[frozenset[Ref]]:
    """The groups that merges make once those with a source in common are one."""
    group: dict[Ref, set[Ref]] = {}
    for merge in merges:
        whole = set(merge).union(*(group[ref] for ref in merge if ref in group))
        group.update(dict.fromkeys(whole, whole))
    return [frozenset(g) for g in {id(g): g for g in group.values()}.values()]
