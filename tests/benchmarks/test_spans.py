"""Comparing attributions: the measures mean what they say."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from benchmarks.spans import compare, matching, roles

TEXT = "Ana said the gate was shut. “No,” said Bo."
SPAN = st.tuples(st.integers(0, 20), st.integers(21, len(TEXT)))


def test_a_content_that_overlaps_by_half_is_linked_and_by_less_is_not() -> None:
    gold = [roles(TEXT, [(0, 3)], [(4, 8)], [(9, 26)])]
    near = [roles(TEXT, [(0, 3)], [], [(9, 20)])]
    far = [roles(TEXT, [(0, 3)], [], [(9, 13)])]
    assert compare(TEXT, gold, near)["linked"].f1 == 1.0
    assert compare(TEXT, gold, far)["linked"].f1 == 0.0


def test_punctuation_and_space_at_the_edges_make_no_difference_to_exact() -> None:
    gold = [roles(TEXT, [], [], [(28, 33)])]
    bare = [roles(TEXT, [], [], [(29, 31)])]
    assert compare(TEXT, gold, bare)["content exact"].f1 == 1.0


@given(st.lists(st.tuples(SPAN, SPAN), max_size=5))
def test_what_is_compared_with_itself_is_all_found(
    pairs: list[tuple[tuple[int, int], tuple[int, int]]],
) -> None:
    made = [roles(TEXT, [source], [], [content]) for source, content in pairs]
    assert compare(TEXT, made, made)["linked"].f1 == (1.0 if made else 0.0)
    assert len(matching(made, made)) == len(made)
