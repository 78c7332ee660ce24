"""Merged sources: merges add up, come apart by undoing, and outlive the erasing of one between."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.case.casefile import Case
from firsthand.case.judgements import SourceRef, SourcesMerged
from firsthand.case.people import carried_over, persons_of
from firsthand.errors import NotInCase
from tests.case.desk import added, merged, ref

REFS = st.builds(lambda n: SourceRef(f"r{n % 4}", f"s{n:02}"), st.integers(0, 11))
MERGES = st.lists(st.builds(SourcesMerged, REFS, REFS), max_size=14)


def together(case: Case) -> set[frozenset[str]]:
    groups: dict[str, set[str]] = {}
    for row in case.sources():
        groups.setdefault(row.person, set()).add(row.id)
    return {frozenset(group) for group in groups.values() if len(group) > 1}


@given(MERGES)
def test_people_are_the_parts_that_merges_join(merges: list[SourcesMerged]) -> None:
    """Against walking from source to source as long as there is somewhere to go."""
    near: dict[str, set[str]] = {}
    for m in merges:
        near.setdefault(m.one.source, set()).add(m.other.source)
        near.setdefault(m.other.source, set()).add(m.one.source)
    persons = persons_of(merges)
    assert set(persons) == set(near)
    for source, person in persons.items():
        reached = {source}
        while more := {n for r in reached for n in near[r]} - reached:
            reached |= more
        assert person == min(reached)


@given(MERGES, st.randoms(use_true_random=False))
def test_the_order_of_merges_changes_nothing(merges: list[SourcesMerged], chance: object) -> None:
    shuffled = sorted(merges, key=lambda m: chance.random())  # type: ignore[attr-defined]
    assert persons_of(shuffled) == persons_of(merges)


@given(MERGES, st.sampled_from(["r0", "r1", "r2", "r3"]))
def test_those_who_are_left_stay_together(merges: list[SourcesMerged], lost: str) -> None:
    """After an erasure those merges are left that do not speak of it, and what is carried over."""
    report = {r.source: r.report for m in merges for r in (m.one, m.other)}
    left = [m for m in merges if lost not in m.reports]
    carried = carried_over(merges, lost)
    before, after = persons_of(merges), persons_of([*left, *carried])
    assert all(lost not in m.reports for m in carried)
    for one, other in combinations(sorted(s for s in before if report[s] != lost), 2):
        same = after.get(one, one) == after.get(other, other)
        assert same == (before[one] == before[other])


def test_a_chain_of_merges_is_one_person(case: Case) -> None:
    one, two, three = (ref(case, added(case, n)) for n in (1, 2, 3))
    merged(case, one, two)
    merged(case, three, two)
    assert together(case) == {frozenset({one.source, two.source, three.source})}


def test_undoing_one_merge_leaves_the_others(case: Case) -> None:
    one, two, three = (ref(case, added(case, n)) for n in (1, 2, 3))
    first = merged(case, one, two)
    merged(case, three, two)
    case.undo(first, "two cooks")
    assert together(case) == {frozenset({three.source, two.source})}


def test_people_within_one_report_merge_too(case: Case) -> None:
    report = added(case, 1)
    merged(case, ref(case, report, 0), ref(case, report, 1))
    assert len(together(case)) == 1


def test_those_whom_an_erased_source_joined_stay_together(case: Case) -> None:
    """And nothing that is written for it names the erased one."""
    one, two, three, four = (ref(case, added(case, n)) for n in (1, 2, 3, 4))
    for other in (one, three, four):
        merged(case, other, two)
    case.remove(two.report, "asked for")
    assert together(case) == {frozenset({one.source, three.source, four.source})}
    assert all(two.source not in repr(line.event) for line in case.log())
    assert case.verify().is_whole
    before = case.sources()
    case.rebuild()
    assert case.sources() == before


def test_a_source_is_merged_only_under_its_own_report(case: Case) -> None:
    """Else it would outlive the erasing of the report that it is in truth of."""
    one, two = added(case, 1), added(case, 2)
    strange = SourceRef(two, ref(case, one, 0).source)
    with pytest.raises(NotInCase, match=strange.source):
        merged(case, strange, ref(case, one, 1))
