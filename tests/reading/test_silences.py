"""Answers that were not given."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import firsthand
from firsthand.evidence.values import ResponseKind


def _silences(text: str) -> list[tuple[str, str]]:
    reading = firsthand.read_text(text, options=firsthand.Options(any_language=True))
    kinds = {ResponseKind.DID_NOT_REPLY, ResponseKind.COULD_NOT_BE_REACHED}
    return [
        (reading.words(s.attribution.source)[0], s.response.kind.value)
        for s in reading.statements
        if s.response and s.response.kind in kinds
    ]


@pytest.mark.parametrize(
    ("text", "source", "kind"),
    [
        ("The ministry did not respond to questions.", "The ministry", "did_not_reply"),
        ("Captain Orn could not be reached for comment.", "Captain Orn", "could_not_be_reached"),
        ("The owner, a widow, didn’t reply to two letters.", "The owner, a widow", "did_not_reply"),
        ("It rained, and the mill has not answered calls.", "the mill", "did_not_reply"),
    ],
)  # fmt: skip
def test_who_gave_no_answer_is_found_with_what_was_asked(text: str, source: str, kind: str) -> None:
    """A network that learnt from a corpus without them does not lose them."""
    assert (source, kind) in _silences(f"Mill report\n\n{text}\n")


@pytest.mark.parametrize(
    "text",
    ["He did not respond to treatment.", "She could not reach the door.", "Ada did not return."],
)
def test_not_doing_something_else_is_no_silence(text: str) -> None:
    """Only what was asked for makes one."""
    assert _silences(f"Mill report\n\n{text}\n") == []


@given(st.lists(st.sampled_from(["The ", "mill ", "did not ", "reply to ", "letters", ", ", ". "])))
def test_any_order_of_such_words_is_read(parts: list[str]) -> None:
    """Whatever stands there is read without an error."""
    _silences("It was so. " + "".join(parts))
