"""Which words of a passage are marked."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.case.marks import marked
from firsthand.case.query import parse


def words_marked(text: str, query: str) -> list[str]:
    return [span.of(text) for span in marked(text, parse(query, "case").wanted)]


@pytest.mark.parametrize(
    ("text", "query", "found"),
    [
        ("The port; the PORT.", "port", ["port", "PORT"]),
        ("The port guards and a port.", '"port guards"', ["port", "guards"]),
        ("Harbour, harbours, arbour", "harb*", ["Harbour", "harbours"]),
        ("Harbour master's men", '"harbour master"', ["Harbour", "master"]),
        ("The Lantern’s crew", "lantern's", ["Lantern", "s"]),
        ("A cafe\u0301 in the oﬃce", "café office", ["cafe\u0301", "oﬃce"]),
        ("at 5 ㏂", "a m", ["㏂"]),
        ("quay quay quay", '"quay quay"', ["quay", "quay", "quay"]),
        ("no such word", "quay", []),
        ("quay", "-shed outlet:lantern", []),
    ],
)
def test_the_words_that_were_asked_for_are_marked(text: str, query: str, found: list[str]) -> None:
    assert words_marked(text, query) == found


@given(st.text("ab㏂ﬁ\u0301 '", max_size=30), st.sampled_from(["a", "a*", "a m", '"a b"', "f*"]))
def test_marks_are_in_order_and_apart(text: str, query: str) -> None:
    spans = marked(text, parse(query, "case").wanted)
    assert list(spans) == sorted(spans)
    assert all(one.end <= next_.start for one, next_ in pairwise(spans))
