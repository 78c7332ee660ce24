"""Firsthand as an estimator, and told of every true merge."""

from __future__ import annotations

from benchmarks.origins.measure import figures, scored, scored_whole
from benchmarks.origins.stories import stories
from benchmarks.origins.traced import told, traced


def test_told_of_every_merge_it_finds_them_all_and_the_interval_is_no_wider() -> None:
    made = list(stories(12, first=3000))
    plain, bound = figures(scored(made, traced)), figures(scored_whole(made, told))
    assert (bound.precision.value, bound.recall.value) == (1.0, 1.0)
    assert bound.width.value is not None
    assert plain.width.value is not None
    assert bound.width.value <= plain.width.value
