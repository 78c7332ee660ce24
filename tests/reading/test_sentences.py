"""`firsthand.text.sentences`: where sentences end, and that they quote exactly."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.text import Span, sentences


def split(text: str) -> list[str]:
    return [s.of(text) for s in sentences(text, Span(0, len(text)))] if text else []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rained. We left.", ["It rained.", "We left."]),
        ("Mr. Roe met Dr. Poe. Both left.", ["Mr. Roe met Dr. Poe.", "Both left."]),
        (
            "J. R. Poe left on Jan. 5 at noon. It rained.",
            ["J. R. Poe left on Jan. 5 at noon.", "It rained."],
        ),
        ("The U.S. Senate met. It rained.", ["The U.S. Senate met.", "It rained."]),
        ("She went to the U.S. The rest stayed.", ["She went to the U.S.", "The rest stayed."]),
        ("“We left.” It rained.", ["“We left.”", "It rained."]),
        (
            "“Why?” she asked. “Go!” (Nobody did.) Then",
            ["“Why?” she asked.", "“Go!”", "(Nobody did.)", "Then"],
        ),
        ("We waited... and waited… Then we left.", ["We waited... and waited…", "Then we left."]),
        ("It was I. Nobody else.", ["It was I.", "Nobody else."]),
        (
            "It rained.\u2028We left.\x0bThen\u00a0none.",
            ["It rained.", "We left.", "Then\u00a0none."],
        ),
        ("no stop at all", ["no stop at all"]),
    ],
)
def test_sentences_end_at_stops_that_end_them(text: str, expected: list[str]) -> None:
    assert split(text) == expected


def test_only_the_span_is_split() -> None:
    text = "One. Two. Three."
    assert [s.of(text) for s in sentences(text, Span(5, 9))] == ["Two."]


@given(st.text(max_size=200))
def test_nothing_but_white_space_is_left_out(text: str) -> None:
    if text:
        spans = list(sentences(text, Span(0, len(text))))
        assert spans == sorted(spans)
        assert "".join("".join(s.of(text).split()) for s in spans) == "".join(text.split())


@pytest.mark.parametrize("text", ["." * 500_000, "a. " * 200_000, '."' * 250_000, " " * 500_000])
def test_time_is_linear(text: str) -> None:
    start = time.perf_counter()
    list(sentences(text, Span(0, len(text))))
    assert time.perf_counter() - start < 5
