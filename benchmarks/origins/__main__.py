"""`make bench-origins`: how often the truth lies in the interval, with what people count beside.

The estimators are plugged in here, and here alone: the stories know of none.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from benchmarks.origins import baselines
from benchmarks.origins.losses import losses
from benchmarks.origins.measure import (
    Estimator,
    Figures,
    Scored,
    by_feature,
    figures,
    scored,
    scored_whole,
)
from benchmarks.origins.noise import LEVELS, MIDDLE
from benchmarks.origins.stories import Story, plotted, stories
from benchmarks.origins.traced import told, traced
from benchmarks.origins.whole import read_again
from benchmarks.origins.written import STORIES, stories_in, written

SYSTEMS: dict[str, Estimator] = {
    "firsthand": traced,
    "counting outlets": baselines.outlets,
    "counting near-duplicates": baselines.clusters,
    "counting names": baselines.names,
}
_TOLD = "firsthand, every true merge told"
"""The row for Firsthand after a reviewer has told it of every merge: a bound, no result."""
PARTS = (STORIES / "open", STORIES / "held")
_HEADS = ("truth inside", "lower > truth", "open", "width, closed", "merges right", "merges found")


def main() -> None:
    """Prints a table for each level of noise, and one for stories that are read from their text."""
    asked = _asked()
    for noise in LEVELS:
        made = list(stories(asked.stories, noise))
        reports = sum(len(story.reports) for story in made)
        lost = losses(plotted(each.seed, noise) for each in made)
        print(f"\n{noise.name} noise: {len(made)} stories, {reports:,} reports; {lost}\n")
        _table(made, asked.misses if noise is MIDDLE else 0)
    for part in PARTS:
        told = [a for story in map(written, stories_in([part])) for a in story.allegations]
        print(f"\nwritten out as pages, {part.name}: {len(told)} allegations\n")
        _table(told, 0)
    if asked.whole:
        print(f"\nmiddle noise, read from plain text: {asked.whole} stories\n")
        _table(list(read_again(stories(asked.whole))), asked.misses)


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.origins")
    parser.add_argument("--stories", type=int, default=500, help="how many at each level")
    parser.add_argument("--whole", type=int, default=40, help="how many are read from text")
    parser.add_argument("--misses", type=int, default=0, help="how many misses to list")
    return parser.parse_args()


def _table(made: Sequence[Story], misses: int) -> None:
    print(f"{'':34}" + "".join(f"{head:>21}" for head in _HEADS))
    for name, estimate in SYSTEMS.items():
        results = scored(made, estimate)
        _row(name, results)
        if misses:
            _missed(results, misses)
    _row(_TOLD, scored_whole(made, told))


def _row(name: str, results: Sequence[Scored]) -> None:
    print(f"{name:34}" + "".join(f"{cell:>21}" for cell in _cells(figures(results))))


def _cells(of: Figures) -> tuple[str, ...]:
    return tuple(map(str, (of.holds, of.above, of.open, of.width, of.precision, of.recall)))


def _missed(results: Sequence[Scored], most: int) -> None:
    """Where it goes wrong: by feature, and the first stories, those with the worst error first."""
    for feature, (count, outside, above) in by_feature(results).items():
        print(f"    {feature.value:50} {count:4} stories, {outside:3} outside, {above:3} above")
    wrong = sorted((s for s in results if not s.holds), key=lambda s: (not s.is_above, s.seed))
    for s in wrong[:most]:
        upper = "?" if s.upper is None else s.upper
        print(f"    story {s.seed}: {s.lower}..{upper}, in truth {s.truth}"
              f" ({', '.join(sorted(f.value for f in s.features))})")  # fmt: skip


if __name__ == "__main__":
    main()
