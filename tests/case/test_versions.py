"""Which reports are proposed as versions of one article: a person decides."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from functools import cache, partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.case.versions import (
    ENOUGH,
    Candidate,
    alike,
    candidate,
    proposed_versions,
    shared_wording,
)
from firsthand.pipeline import Options, ReaderName, read
from tests.conftest import REPORTS

TEXT = " ".join(f"word{n} and" for n in range(60))
FIRST = Candidate(
    "1" * 16, "The Gull", "Ferry crew held, widow says", dt.date(2024, 3, 5), "a", lambda: TEXT
)
LATER = replace(
    FIRST,
    id="0" * 16,
    title="Ferry crew freed",
    published=dt.date(2024, 3, 9),
    address="b",
    text=lambda: TEXT + " A correction was added.",
)


@cache
def sample() -> dict[str, Candidate]:
    return {
        path.name[:2]: candidate(path.name[:2], read(path, Options(reader=ReaderName.RULES)).report)
        for path in sorted(REPORTS.iterdir())
    }


def pairs(*reports: Candidate) -> list[tuple[str, str]]:
    return [(one, other) for one, other, _ in proposed_versions(reports)]


def test_of_the_sample_only_the_corrected_report_is_a_version() -> None:
    assert pairs(*sample().values()) == [("03", "08")]


def test_a_wire_copy_in_another_outlet_is_no_version() -> None:
    wire, paper = sample()["02"], sample()["03"]
    assert alike(wire, paper) == 0
    assert shared_wording(wire.text(), paper.text()) < ENOUGH


def test_no_two_other_reports_of_the_sample_share_half_of_their_wording() -> None:
    alikes = [
        (a.id, b.id)
        for a in sample().values()
        for b in sample().values()
        if a.id < b.id and shared_wording(a.text(), b.text()) >= ENOUGH
    ]
    assert alikes == [("03", "08")]


def test_the_earlier_published_comes_first() -> None:
    assert pairs(LATER, FIRST) == [(FIRST.id, LATER.id)]


def test_of_one_date_the_one_with_a_correction_is_the_later() -> None:
    one = replace(FIRST, id="f", corrected=False)
    assert pairs(replace(one, id="a", corrected=True), one) == [("f", "a")]


def test_what_has_no_date_comes_last() -> None:
    assert pairs(replace(LATER, published=None), FIRST) == [(FIRST.id, LATER.id)]


@pytest.mark.parametrize("outlet", ["the gull", "Gull", " THE GULL "])
def test_an_outlet_is_one_however_it_is_written(outlet: str) -> None:
    assert pairs(FIRST, replace(LATER, outlet=outlet))


def test_an_address_makes_up_for_a_missing_outlet_and_a_new_headline() -> None:
    moved = replace(LATER, outlet=None, title="Other words", address="a")
    assert pairs(FIRST, moved)
    assert not pairs(FIRST, replace(moved, address="b"))


def test_a_few_words_in_common_say_nothing() -> None:
    short = "The port said that nobody had been held there on Friday."
    one, other = replace(FIRST, text=lambda: short), replace(LATER, text=lambda: short)
    assert not pairs(one, other)


def test_the_full_article_is_a_version_of_its_first_three_sentences() -> None:
    assert pairs(replace(FIRST, text=lambda: " ".join(TEXT.split()[:40])), LATER)


def test_a_text_is_loaded_only_to_be_compared() -> None:
    def unread() -> str:
        raise AssertionError("loaded")

    lone = replace(FIRST, id="e", outlet="The Tern", address="c", text=unread)
    assert pairs(FIRST, LATER, lone) == [(FIRST.id, LATER.id)]


def test_what_a_whole_outlet_has_in_common_is_not_compared() -> None:
    loaded = []

    def text_of(number: int) -> str:
        loaded.append(number)
        return f"{TEXT} {number}"

    daily = [
        replace(FIRST, id=f"{n:x}", title="Daily notes from port", address=f"{n}",
                published=dt.date(2024, 1, 1) + dt.timedelta(days=n),
                text=partial(text_of, n))
        for n in range(200)
    ]  # fmt: skip
    assert not pairs(*daily)
    assert not loaded


@settings(max_examples=30, deadline=None)
@given(st.permutations(("01", "02", "03", "07", "08", "10")))
def test_the_order_of_the_reports_changes_nothing(order: list[str]) -> None:
    versions = proposed_versions([sample()[name] for name in order])
    assert [v[:2] for v in versions] == [("03", "08")]
    assert versions[0][2] == alike(sample()["08"], sample()["03"])
