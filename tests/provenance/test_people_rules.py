"""What holds of who is one, whatever the reports are."""

from __future__ import annotations

import time
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.provenance.filed import FiledReport
from firsthand.provenance.people import Decided, People, Ref, people_of
from firsthand.sources.source import SourceKind
from tests.provenance.casts import (
    NOTHING_CITED,
    NOTHING_SHARED,
    Part,
    at,
    people,
    report,
)

_QUOTE = "“We were taken to the old mill before dawn and the gate stood open until noon”"
_NAMES = ("Oda Linn", "Linn Oda", "O. Linn", "Linn", "Bela Torvik", "Nela", "John Smith")
_KINDS = st.sampled_from((SourceKind.NAMED_PERSON,) * 3 + (SourceKind.UNNAMED_PERSON,))
_PARTS = st.builds(
    Part,
    name=st.sampled_from((*_NAMES, "a nurse", "another woman", "the nurse")),
    words=st.sampled_from((_QUOTE, "that Linn was there", "it was so")),
    role=st.sampled_from(("", "nurse", "ferry pilot", "nurse of the mill")),
    age=st.sampled_from((None, 30, 60)),
    told=st.sampled_from(("", "Marlow Echo", "Echo")),
    anonymity=st.sampled_from(("", "not her real name")),
    relation=st.sampled_from(("", "cousin of Linn")),
    kind=_KINDS,
    answers=st.booleans(),
)
_CASTS = st.lists(st.lists(_PARTS, min_size=1, max_size=3), min_size=2, max_size=5)


def _case(casts: list[list[Part]]) -> list[FiledReport]:
    return [
        report(f"r{number}", *cast, outlet="Echo", day=number + 1)
        for number, cast in enumerate(casts)
    ]


def _refs(reports: list[FiledReport]) -> list[Ref]:
    return [Ref(r.id, s.id) for r in reports for s in r.sources]


def _groups(found: People, reports: list[FiledReport]) -> list[tuple[Ref, ...]]:
    return [found.one_with(ref) for ref in _refs(reports)]


@settings(max_examples=60, deadline=None)
@given(_CASTS, st.randoms(use_true_random=False))
def test_the_order_of_reports_changes_nothing(casts: list[list[Part]], chance: object) -> None:
    reports = _case(casts)
    turned = list(reports)
    chance.shuffle(turned)  # type: ignore[attr-defined]
    one, other = people(*reports), people(*turned)
    assert one.merges == other.merges
    assert one.apart == other.apart
    assert _groups(one, reports) == _groups(other, reports)


@settings(max_examples=60, deadline=None)
@given(_CASTS, st.data())
def test_a_merge_never_joins_two_who_are_apart(
    casts: list[list[Part]], data: st.DataObject
) -> None:
    """Nor does a chain of merges; a split by a reviewer holds whatever else speaks for a merge."""
    reports = _case(casts)
    refs = st.sampled_from(_refs(reports))
    splits = st.lists(st.tuples(refs, refs).filter(lambda two: two[0] != two[1]), max_size=3)
    split = tuple(data.draw(splits))
    found = people(*reports, decided=Decided(split=split))
    for one, other in [*split, *((a.one, a.other) for a in found.apart)]:
        assert found.person(one) != found.person(other)
        assert found.separated(one, other)
    for merge in found.merges:
        assert not found.separated(merge.one, merge.other)
        assert merge.certain == (found.person(merge.one) == found.person(merge.other))


@settings(max_examples=40, deadline=None)
@given(_CASTS)
def test_what_holds_of_two_holds_whoever_is_asked_first(casts: list[list[Part]]) -> None:
    reports = _case(casts)
    found = people(*reports)
    for one, other in combinations(_refs(reports), 2):
        assert found.separated(one, other) == found.separated(other, one)


@settings(max_examples=40, deadline=None)
@given(_CASTS)
def test_every_score_is_the_sum_of_its_reasons_between_0_and_1(casts: list[list[Part]]) -> None:
    found = people(*_case(casts))
    for merge in found.merges:
        assert 0 < merge.score <= 1
        assert merge.score <= round(sum(r.weight for r in merge.reasons), 3)


def test_a_name_that_thousands_bear_takes_no_longer_than_thousands_of_names() -> None:
    """Linking is through a few: four times as many bearers take about four times as long."""

    def seconds(number: int) -> float:
        roles = ("nurse", "ferry pilot", "baker", "carter", "glazier")
        every = [report(f"{n:05}", Part("John Smith", role=roles[n % 5])) for n in range(number)]
        begun = time.process_time()
        found = people_of(every, NOTHING_SHARED, NOTHING_CITED)
        taken = time.process_time() - begun
        assert len(found.merges) <= 6 * number
        return taken

    seconds(200)
    assert seconds(4000) < 12 * max(seconds(1000), 0.02)


def test_all_bearers_of_a_rare_name_and_role_are_one_however_many() -> None:
    every = [report(f"{n:05}", Part("Oda Linn", role="nurse")) for n in range(500)]
    found = people_of(every, NOTHING_SHARED, NOTHING_CITED)
    assert len(found.one_with(at("00000"))) == 500
