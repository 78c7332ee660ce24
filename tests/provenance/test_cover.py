"""The fewest sources that could stand behind some accounts."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.provenance.cover import fewest, fewest_beside

PAIRS = st.integers(1, 6).flatmap(
    lambda n: st.tuples(
        st.just(n), st.sets(st.sampled_from(list(combinations(range(n), 2)) or [(0, 0)]))
    )
)


def by_trying(count: int, separations: set[tuple[int, int]]) -> int:
    """Every way of giving the accounts to sources, the fewest first."""
    for sources in range(1, count + 1):
        for given_to in product(range(sources), repeat=count):
            if all(given_to[a] != given_to[b] for a, b in separations if a != b):
                return sources
    raise AssertionError


@given(PAIRS)
def test_it_is_the_fewest_that_trying_everything_finds(
    case: tuple[int, set[tuple[int, int]]],
) -> None:
    count, separations = case
    found = fewest(count, separations)
    assert found.exact
    assert found.fewest == by_trying(count, separations)


def partitions(count: int) -> Iterator[list[set[int]]]:
    """Every way to give accounts to sources, whoever they are."""
    if count == 0:
        yield []
        return
    for given_to in partitions(count - 1):
        for at in range(len(given_to)):
            more = [set(one) for one in given_to]
            more[at].add(count - 1)
            yield more
        yield [*given_to, {count - 1}]


def left_by_trying(count: int, separations: set[tuple[int, int]], gone: set[int]) -> int:
    """The fewest sources none of whose accounts is gone, over all ways that nothing rules out."""
    apart = [{a, b} for a, b in separations if a != b]
    possible = (p for p in partitions(count) if not any(a <= one for one in p for a in apart))
    return min(sum(not one & gone for one in p) for p in possible)


@given(PAIRS, st.sets(st.integers(0, 5)))
def test_who_took_it_back_frees_as_many_as_trying_every_way_finds(
    case: tuple[int, set[tuple[int, int]]], gone: set[int]
) -> None:
    count, separations = case
    gone = {one for one in gone if one < count}
    found = fewest_beside(count, separations, gone)
    assert found.exact
    assert found.fewest == left_by_trying(count, separations, gone)


def test_one_who_took_it_back_frees_one_of_two_who_are_two() -> None:
    """Either may be the one; not both."""
    assert fewest_beside(3, [(0, 1)], [2]).fewest == 1


@pytest.mark.parametrize(("count", "separations", "expected"), [
    (0, [], 0),
    (5, [], 1),
    (3, [(0, 1), (1, 2), (0, 2)], 3),
    (5, [(0, 1), (1, 2), (2, 3), (3, 4), (4, 0)], 3),
])  # fmt: skip
def test_small_cases(count: int, separations: list[tuple[int, int]], expected: int) -> None:
    """Nobody, all one, all apart; and five in a ring, where two sources are too few."""
    assert fewest(count, separations).fewest == expected


def test_two_hundred_names_are_two_hundred_people_at_once() -> None:
    """What occurs: many names, all apart from each other, and some who may be any of them."""
    names = combinations(range(200), 2)
    assert fewest(260, names).fewest == 200
