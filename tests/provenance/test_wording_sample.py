"""The sample case: every copy and cut that a careful person finds is found. `-s` shows the rest."""

from __future__ import annotations

import sys
from typing import Any

import pytest

from firsthand.provenance.wording import Copy, Passage, Wording, wording_of
from tests.provenance.sample import flat, gold, sample

BY_ID = {r.id: r for r in sample()}
_MARKS = str.maketrans(dict.fromkeys('“”"', ""))


@pytest.fixture(scope="module")
def wording() -> Wording:
    return wording_of(sample())


def shown(passage: Passage) -> str:
    return flat(BY_ID[passage.report].words(passage.span)).translate(_MARKS)


def is_of(copy: Copy, expected: dict[str, Any]) -> bool:
    return {copy.report, copy.of} == {expected["report"], expected["of"]}


def shares(copy: Copy, report: str, evidence: str) -> bool:
    """Whether one of the passages lies in the words, or they in it."""
    words = flat(evidence).translate(_MARKS)
    mine = [shown(p) for s in copy.passages for p in (s.one, s.other) if p.report == report]
    return any(p.rstrip(",.") in words or words.rstrip(",.") in p for p in mine)


PROSE = [c for c in gold()["copies"] if c["how"] != "shared_quotation"]
QUOTATIONS = [c for c in gold()["copies"] if c["how"] == "shared_quotation"]


def named(c: dict[str, Any]) -> str:
    return f"{c['report'][:2]} of {c['of'][:2]}"


@pytest.mark.parametrize("expected", PROSE, ids=named)
def test_every_copy_is_found_with_its_way(wording: Wording, expected: dict[str, Any]) -> None:
    found = next(c for c in wording.copies if is_of(c, expected))
    assert (found.report, found.of) == (expected["report"], expected["of"])
    assert found.direction == expected["direction"]
    assert expected["how"] in {s.how for s in found.passages}
    for evidence in expected["evidence"]:
        assert shares(found, expected["report"], evidence), evidence


@pytest.mark.parametrize("expected", QUOTATIONS, ids=named)
def test_every_shared_quotation_is_found_with_its_way(
    wording: Wording, expected: dict[str, Any]
) -> None:
    prose = [c for c in wording.copies if is_of(c, expected)]
    found = (prose or [c for c in wording.quotations if is_of(c, expected)])[0]
    assert found.direction == expected["direction"]
    if expected["direction"] == "directed":
        assert (found.report, found.of) == (expected["report"], expected["of"])
    quoted = [s for s in wording.shared if s.is_quotation]
    pair = {expected["report"], expected["of"]}
    with_all = Copy(
        found.report, found.of,
        tuple(s for s in quoted if {s.one.report, s.other.report} == pair),
        found.direction, "", 0.0,
    )  # fmt: skip
    for evidence in expected["evidence"]:
        assert shares(with_all, expected["report"], evidence), evidence


@pytest.mark.parametrize("expected", gold()["cuts"], ids=lambda c: c["cut"])
def test_every_cut_is_found(wording: Wording, expected: dict[str, Any]) -> None:
    found = [
        [flat(BY_ID[c.fuller.report].words(gap)) for gap in c.missing]
        for c in wording.cuts
        if (c.shorter.report, c.fuller.report) == (expected["report"], expected["fuller_report"])
    ]
    assert [expected["cut"]] in found


def test_no_prose_is_shared_that_is_not_copied(wording: Wording) -> None:
    """All copies lie among those of the wire: 02, its takers 03 and 07, and 03's correction."""
    assert {c.report[:2] for c in wording.copies} | {c.of[:2] for c in wording.copies} == {
        "02", "03", "07", "08",
    }  # fmt: skip


def test_what_is_found_beyond_is_shown_and_has_no_direction(wording: Wording) -> None:
    beyond = [
        c for c in (*wording.copies, *wording.quotations)
        if not any(is_of(c, e) for e in gold()["copies"])
    ]  # fmt: skip
    for c in beyond:
        sys.stdout.write(f"{c.report} and {c.of}: {[shown(s.one) for s in c.passages]}\n")
    assert all(c.direction == "undirected" for c in beyond)
