"""Equal parts of two lists, in order, however long the lists are."""

from __future__ import annotations

import time
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.case.align import aligned

ITEMS = st.lists(st.sampled_from("abcdefgh"), max_size=40)


@given(ITEMS, ITEMS)
def test_pairs_are_equal_and_rise_on_both_sides(one: list[str], other: list[str]) -> None:
    pairs = aligned(one, other)
    assert all(one[a] == other[b] for a, b in pairs)
    assert all(a < c and b < d for (a, b), (c, d) in pairwise(pairs))


@given(ITEMS)
def test_a_list_is_wholly_like_itself(items: list[str]) -> None:
    assert aligned(items, items) == [(i, i) for i in range(len(items))]


@given(ITEMS, ITEMS, ITEMS)
def test_what_was_put_in_or_taken_out_leaves_the_rest(
    start: list[str], middle: list[str], end: list[str]
) -> None:
    middle = [m.upper() for m in middle]
    whole, rest = [*start, *middle, *end], [*start, *end]
    assert len(aligned(whole, rest)) == len(aligned(rest, whole)) == len(rest)


_RANDOM = Random(5)
_WORDS = [f"w{_RANDOM.randrange(2000)}" for _ in range(100_000)]


@pytest.mark.parametrize(
    "other",
    [
        [w if _RANDOM.random() > 0.1 else "changed" for w in _WORDS],
        _RANDOM.sample(_WORDS, len(_WORDS)),
        _WORDS[::-1],
        ["the"] * len(_WORDS),
        _WORDS[1::2],
    ],
    ids=["a tenth changed", "shuffled", "reversed", "one word", "every other"],
)
def test_a_hundred_thousand_words_take_seconds_whatever_they_are(other: list[str]) -> None:
    started = time.process_time()
    aligned(_WORDS, other)
    assert time.process_time() - started < 10


def test_a_tenth_changed_leaves_nearly_all_the_rest() -> None:
    other = [w if i % 10 else "changed" for i, w in enumerate(_WORDS)]
    assert len(aligned(_WORDS, other)) > 0.85 * len(_WORDS)
