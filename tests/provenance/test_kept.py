"""A trace that is kept is the trace of all reports, after each that is added, in any order."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from typing import TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.origins.stories import bulk, story
from firsthand.provenance.filed import FiledReport
from firsthand.provenance.keeping import KeptTrace
from firsthand.provenance.people import Decided, Ref
from firsthand.provenance.trace import Group, Trace, trace_of
from firsthand.provenance.voices import Voice
from firsthand.sources.source import SourceKind
from tests.provenance.casts import Part, report
from tests.provenance.crowds import crowd, decided_among

K = TypeVar("K")
V = TypeVar("V")
NETS = (
    "Fishermen repaired seventeen broken nets along the eastern quay before winter storms returned."
    " Traders weighed salted herring beside wooden barrels near the customs warehouse daily."
)
BRIDGES = (
    "Railway engineers measured twelve collapsed bridges across northern valleys after floods."
    " Farmers planted late barley behind ruined mills under the old aqueduct every season."
)
SEEDS = st.integers(0, 100_000)


def assert_same(kept: Trace, anew: Trace) -> None:
    """Part by part, so that a failure tells where; at last the whole."""
    assert kept.wording == anew.wording
    assert kept.citations == anew.citations
    assert kept.case.people == anew.case.people
    assert kept.links == anew.links
    assert kept.voices == anew.voices
    assert kept.groups == anew.groups
    assert kept == anew
    assert kept.without_outlet == anew.without_outlet
    for ref in (Ref(r.id, s.id) for r in anew.reports.values() for s in r.sources):
        assert kept.case.people.person(ref) == anew.case.people.person(ref)
        assert kept.case.people.shown(ref) == anew.case.people.shown(ref)


def grown(
    reports: Sequence[FiledReport], first: int, decided: Decided, every: int = 1
) -> KeptTrace:
    """A trace of the first reports to which the others are added, looked at after each."""
    kept = KeptTrace(reports[:first], decided)
    assert_same(kept.trace(), trace_of(reports[:first], decided))
    for number, added in enumerate(reports[first:], first + 1):
        kept.add(added)
        if number % every == 0 or number == len(reports):
            assert_same(kept.trace(), trace_of(reports[:number], decided))
    return kept


@given(SEEDS, st.randoms(use_true_random=False))
@settings(max_examples=25, deadline=None)
def test_a_story_that_is_added_report_by_report_has_the_trace_of_all(
    seed: int, chance: random.Random
) -> None:
    reports = list(story(seed).reports)
    chance.shuffle(reports)
    first = chance.randrange(len(reports))
    grown(reports, first, decided_among(chance, reports[:first], chance.choice((0, 2))))


@given(SEEDS)
@settings(max_examples=25, deadline=None)
def test_so_has_a_crowd_in_which_all_share_words_names_and_outlets(seed: int) -> None:
    chance = random.Random(seed)
    reports = crowd(chance, chance.randrange(2, 40))
    chance.shuffle(reports)
    first = chance.randrange(len(reports))
    grown(reports, first, decided_among(chance, reports[:first], chance.choice((0, 3))), every=3)


def test_so_have_hundreds_of_reports_that_share_words() -> None:
    """So many that keys become common turns of phrase, and units have leaders."""
    chance = random.Random(7)
    reports = crowd(chance, 150)
    chance.shuffle(reports)
    grown(reports, 30, decided_among(chance, reports[:30], 6), every=40)


def test_so_have_many_stories_side_by_side() -> None:
    reports = list(bulk(300))
    random.Random(3).shuffle(reports)
    grown(reports, 100, Decided(), every=100)


def test_what_is_told_to_have_changed_is_what_has() -> None:
    chance = random.Random(11)
    reports = crowd(chance, 40)
    kept = KeptTrace(reports[:20])
    for added in reports[20:]:
        was, update, now = kept.trace(), kept.add(added), kept.trace()
        assert update.groups == _others(_by_id(was), _by_id(now))
        assert update.voices == _others(_by_person(was), _by_person(now))
        copies = set(was.wording.copies) ^ set(now.wording.copies)
        assert update.copies == {copy.report for copy in copies}
        edges = set(was.citations.edges) ^ set(now.citations.edges)
        assert update.citations == {edge.report for edge in edges}


def _by_id(trace: Trace) -> dict[str, Group]:
    return {group.id: group for group in trace.groups}


def _by_person(trace: Trace) -> dict[Ref, Voice]:
    return {voice.person: voice for voice in trace.voices}


def _others(was: Mapping[K, V], now: Mapping[K, V]) -> dict[K, V | None]:
    return {one: now.get(one) for one in {**was, **now} if was.get(one) != now.get(one)}


def test_all_can_be_looked_up() -> None:
    reports = list(story(21).reports)
    kept, trace = KeptTrace(reports[:1]), trace_of(reports)
    for added in reports[1:]:
        kept.add(added)
    assert all(kept.group(key) == group for group in trace.groups for key in group.statements)
    assert all(kept.voice(voice.person) == voice for voice in trace.voices)
    assert [c for r in sorted(trace.reports) for c in kept.copies(r)] == [*trace.wording.copies]
    assert [e for r in sorted(trace.reports) for e in kept.citations(r)] == [*trace.citations.edges]
    keys = [key for group in trace.groups for key in group.statements]
    assert kept.behind(keys) == trace.behind(keys)


def test_what_relates_two_others_is_seen_although_none_of_its_words_are_theirs() -> None:
    """Both copy the new one: so what they quote alike is one account."""
    quoted = "“{} barred the heavy cellar door and kept forty {} until {}.”"
    said = quoted.format("The guards", "women inside", "morning")
    retold = quoted.format("Guards", "frightened women hungry", "dawn")
    docker = Part("a docker", said, kind=SourceKind.UNNAMED_PERSON)
    one = report("a", docker, outlet="Dawn Post", day=5, end=NETS)
    other = report("b", Part("Ivo Lenn", retold), outlet="Tolve Ledger", day=6, end=BRIDGES)
    first = report("n", outlet="Brellin Echo", day=1, end=f"{NETS} {BRIDGES}")
    before, after = grown([one, other], 1, Decided()), grown([one, other, first], 2, Decided())
    assert [len(g.behind.origins) for g in before.groups] == [2]
    assert [len(g.behind.origins) for g in after.groups] == [1]


def test_a_trace_that_was_taken_stays_as_it_is() -> None:
    reports = list(story(5).reports)
    kept = KeptTrace(reports[:-1])
    taken = kept.trace()
    kept.add(reports[-1])
    anew = trace_of(reports[:-1])
    assert_same(taken, anew)
    keys = [key for group in anew.groups for key in group.statements]
    assert taken.behind(keys) == anew.behind(keys)


def test_a_report_is_added_once() -> None:
    one, *_ = story(5).reports
    kept = KeptTrace([one])
    with pytest.raises(ValueError, match="already"):
        kept.add(one)


def test_a_trace_may_begin_with_nothing() -> None:
    reports = list(story(9).reports)
    grown(reports, 0, Decided())
