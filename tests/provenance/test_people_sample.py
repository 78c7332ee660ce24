"""The sample case: every origin's mentions are one source, and no two origins are.

Mentions that the reader leads to nobody, or to somebody else, are named in `LOST`.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from itertools import combinations
from typing import Any

import pytest

from benchmarks.sample_gold import anchored
from firsthand.provenance.citation import citations_of
from firsthand.provenance.filed import FiledReport
from firsthand.provenance.people import People, Ref, people_of
from firsthand.provenance.wording import wording_of
from firsthand.text import Span
from tests.provenance.sample import gold, sample

LOST = {
    ("04.s3", "He"): "the transcript's “the name Solm” is led to nobody",
    ("08.s1", "worker"): "the headline's worker is a source of its own",
    ("09.s3", "a cook in the port canteen"): "no statement is hers, so she is no source",
    ("11.s1", "The 38-year-old"): "led to nobody",
    ("11.s1", "The docker"): "led to nobody",
    ("04.s1", "I"): "one of her turns is led to nobody; the others are hers",
    ("09.s2", "She"): "once led to nobody, once to Nela",
}


@pytest.fixture(scope="module")
def found() -> People:
    return _found()


@cache
def _found() -> People:
    wording = wording_of(sample())
    return people_of(sample(), wording, citations_of(sample(), wording.copies))


@cache
def _read() -> dict[str, dict[tuple[str, str], Ref | None]]:
    """For each source of the gold: its mentions, and the source that the reader leads each to."""
    led: dict[str, dict[tuple[str, str], Ref | None]] = defaultdict(dict)
    for report, data in zip(sample(), gold()["reports"], strict=True):
        for source in data["sources"]:
            for mention in source["mentions"]:
                words = mention if isinstance(mention, str) else mention["exact"]
                at = Span(*anchored(report.text, mention))
                led[source["id"]][source["id"], words] = _source_at(report, at)
    return led


def _source_at(report: FiledReport, at: Span) -> Ref | None:
    """The source with the mention that is most like this one."""
    near = [
        (m.start == at.start, _likeness(m, at), s.id)
        for s in report.sources
        for m in s.mentions
        if m.overlaps(at)
    ]
    return Ref(report.id, max(near)[2]) if near else None


def _likeness(one: Span, other: Span) -> float:
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared / (max(one.end, other.end) - min(one.start, other.start))


def _origin(origin: dict[str, Any]) -> set[Ref]:
    """All sources that the reader leads an origin's mentions to, without the lost ones."""
    mentions = [m for source in origin["sources"] for m in _read()[source].items()]
    return {ref for key, ref in mentions if ref and key not in LOST}


@pytest.mark.parametrize("origin", gold()["origins"], ids=lambda o: str(o["name"]))
def test_the_mentions_of_an_origin_are_one_source(found: People, origin: dict[str, Any]) -> None:
    persons = defaultdict(list)
    for ref in sorted(_origin(origin)):
        persons[found.person(ref)].append(ref)
    assert len(persons) == 1, persons
    read = {source for source in origin["sources"] if any(_read()[source].values())}
    assert set(origin["sources"]) - read <= {source for source, _ in LOST}


@pytest.mark.parametrize("lost", LOST)
def test_what_is_named_as_lost_is_lost(found: People, lost: tuple[str, str]) -> None:
    origin = next(o for o in gold()["origins"] if lost[0] in o["sources"])
    ref = _read()[lost[0]][lost]
    assert ref is None or found.person(ref) != found.person(min(_origin(origin)))


def test_no_two_origins_are_one(found: People) -> None:
    persons = [found.person(min(_origin(origin))) for origin in gold()["origins"]]
    assert len(set(persons)) == len(persons)


def test_every_two_named_origins_are_truly_two(found: People) -> None:
    firsts = [min(_origin(o)) for o in gold()["origins"] if o["kind"] == "named_person"]
    assert all(found.separated(one, other) for one, other in combinations(firsts, 2))


def test_the_monitors_note_sets_its_cook_apart_from_those_it_names(found: People) -> None:
    origins = {o["id"]: min(_origin(o)) for o in gold()["origins"]}
    assert found.separated(origins["O4"], origins["O1"])
    assert found.separated(origins["O4"], origins["O2"])


@pytest.mark.parametrize(
    "placeholder",
    [p for p in gold()["placeholders"] if p["sources"] != ["10.s5"]],  # the sister: nobody's words
    ids=lambda p: str(p["sources"][0]),
)
def test_a_placeholder_may_be_those_whom_nothing_separates(
    found: People, placeholder: dict[str, Any]
) -> None:
    """And is none of them: who may be one is not merged."""
    origins = {o["id"]: min(_origin(o)) for o in gold()["origins"]}
    for source in placeholder["sources"]:
        ref = next(ref for ref in _read()[source].values() if ref)
        assert all(found.person(ref) != found.person(other) for other in origins.values())
        for may_be in placeholder["compatible_with"]:
            assert found.separated(ref, origins[may_be]) is None


def test_the_cousin_is_one_in_both_versions_and_not_aske(found: People) -> None:
    (one,), (other,) = ({r for r in _read()[s].values() if r} for s in ("03.s2", "08.s2"))
    aske = min(_origin(gold()["origins"][0]))
    assert found.person(one) == found.person(other)
    assert found.separated(one, aske)


def test_another_woman_is_not_those_before_her(found: People) -> None:
    woman = _read()["06.s3"]
    (ref,) = {ref for (_, words), ref in woman.items() if ref and words.startswith("another")}
    for source in ("06.s1", "06.s2"):
        assert found.separated(ref, min(r for r in _read()[source].values() if r))
