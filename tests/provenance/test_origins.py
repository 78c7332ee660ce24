"""How many stand behind what several reports carry, and what never changes it."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from benchmarks.origins.stories import Story, story
from firsthand.provenance.case import Key
from firsthand.provenance.filed import FiledReport
from firsthand.provenance.origins import Interval
from firsthand.provenance.trace import Trace, trace_of
from tests.provenance.casts import Part, report, someone

SEEDS = st.integers(0, 3000)
LONG = "“They barred the heavy door from outside and kept us in the dark until morning came.”"
LATE = dt.date(2031, 1, 1)


def interval(reports: list[FiledReport]) -> Interval:
    """Behind everything that the reports say."""
    keys = [(r.id, s.id) for r in reports for s in r.statements]
    return trace_of(reports).behind(keys).interval


def of_story(told: Story, trace: Trace, more: tuple[Key, ...] = ()) -> Interval:
    keys = [(key.report, key.statement) for key in told.statements]
    return trace.behind([*keys, *more]).interval


@given(SEEDS, st.randoms(use_true_random=False))
@settings(max_examples=25, deadline=None)
def test_the_order_in_which_reports_are_added_changes_nothing(
    seed: int, chance: random.Random
) -> None:
    reports = list(story(seed).reports)
    before = trace_of(reports)
    chance.shuffle(reports)
    after = trace_of(reports)
    assert (after.voices, after.groups) == (before.voices, before.groups)
    assert after.citations == before.citations


@given(SEEDS, st.integers(0, 39))
@example(168, 2).via("whom a copy accompanies made a sentence somebody's wording")
@example(1305, 21).via("two who speak alike in one text seemed one slip of the pen")
@example(1694, 38).via("a copy of a later day cited what had come out meanwhile")
@example(1773, 2).via("a copy shares its wording with others than its original")
@settings(max_examples=40, deadline=None)
def test_a_recognised_copy_changes_neither_bound(seed: int, which: int) -> None:
    """The same article in another outlet, later, word for word."""
    told = story(seed)
    first = told.reports[which % len(told.reports)]
    copy = _copy(first)
    before, after = trace_of(told.reports), trace_of([*told.reports, copy])
    asked = {key.statement for key in told.statements if key.report == first.id}
    more = tuple((copy.id, s.id) for s in copy.statements if s.id in asked)
    assert of_story(told, after, more) == of_story(told, before)


def _copy(first: FiledReport) -> FiledReport:
    """Ids of sources and statements are of the report; here they may be the same again."""
    return replace(
        first, id="c0" * 8, file="copy.txt", outlet="Brellin Echo", published=LATE, copy_of=first.id
    )


@pytest.mark.parametrize("present", [1, 2, 3])
def test_a_name_that_nothing_makes_one_with_another_raises_both_bounds(present: int) -> None:
    names = ("Mara Voss", "Ivo Lenn", "Tamsin Orle", "Petr Halloway")
    reports = [report(f"r{i}", Part(name)) for i, name in enumerate(names[:present])]
    assert interval(reports) == Interval(present, present)
    more = [*reports, report("r9", Part(names[present]))]
    assert interval(more) == Interval(present + 1, present + 1)


def test_one_who_may_be_an_unnamed_one_raises_the_upper_bound_alone() -> None:
    unnamed = [report("r1", someone("a docker"))]
    assert interval(unnamed) == Interval(1, 1)
    assert interval([*unnamed, report("r2", Part("Mara Voss"))]) == Interval(1, 2)


def test_ten_outlets_with_one_quotation_have_one_source() -> None:
    """Counting reports gives ten."""
    reports = [
        report(f"r{i}", Part("Mara Voss", LONG, role="a cook", told="the Gull"), outlet=f"Post {i}")
        for i in range(10)
    ]
    assert interval(reports) == Interval(1, 1)


def test_of_more_than_can_be_compared_the_lower_bound_may_be_too_low_and_says_so() -> None:
    """Names of letters alone, far from each other, so that each is somebody else's."""
    every = [f"{a}{b}" for a in _GIVEN for b in _SURNAMES]
    reports = [report(f"r{n:03}", Part(name)) for n, name in enumerate(every)]
    keys = [(r.id, s.id) for r in reports for s in r.statements]
    found = trace_of(reports).behind(keys)
    assert len(every) > 400
    assert not found.exact
    assert found.interval.upper == len(found.origins) > 400
    assert 1 < found.interval.lower <= 400


_GIVEN = ("Mara ", "Ivo ", "Tamsin ", "Petr ", "Ruan ", "Nela ", "Orla ", "Hakon ")
_SURNAMES = tuple(
    f"{first}{middle}{last}"
    for first in ("B", "D", "G", "K", "M", "P", "T", "Z")
    for middle in ("andor", "elmin", "ovik")
    for last in ("ska", "ton", "berg")
)


def test_several_leave_the_upper_bound_open() -> None:
    from firsthand.sources.source import SourceKind

    reports = [report("r1", Part("several residents", kind=SourceKind.GROUP))]
    assert interval(reports) == Interval(1, None)


def test_a_retracted_account_leaves_the_lower_bound_and_stays_to_be_seen() -> None:
    kept, gone = report("r1", Part("Mara Voss")), report("r2", Part("Ivo Lenn"))
    found = interval([kept, replace(gone, retracted=True)])
    assert found == Interval(1, 2)


def test_an_unnamed_one_who_may_be_the_one_who_took_it_back_counts_for_nobody() -> None:
    gone = replace(report("r1", Part("Mara Voss")), retracted=True)
    assert interval([gone, report("r2", someone("a docker"))]).lower == 0


def test_an_interval_says_that_it_is_open() -> None:
    assert [str(Interval(1, 1)), str(Interval(2, 4)), str(Interval(1, None))] == [
        "1..1",
        "2..4",
        "1..?",
    ]
