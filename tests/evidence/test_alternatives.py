"""Alternatives put together by their letters match what they matched one after the other."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.evidence.language.alternatives import alternatives

_LINES = [
    ["said", "says", "saw", "told"],
    ["(?:has|have|had) not said", "had", "not"],
    ["(?:very )?old|older", "(?:an?|the) (?:old )?dock", "v(?:an)?"],
    ["s?aid", "said", "(?:a|b){2}c", "(?:ab)?? c", "[ao]ld", r"\w+ed", "(?-i:Guard)|guards?"],
    ["kin", "king", "is", "it", "(?:i|k)s"],
]
_WORDS = (
    "said says saw told has had not old the dock guard Guard abc aid king is KING İs ſaid".split()
)


@pytest.mark.parametrize("lines", _LINES)
@given(words=st.lists(st.sampled_from([*_WORDS, "a", "an", "van", "very", "ABABC", "K"])))
def test_they_match_the_same_words_as_a_plain_list(lines: list[str], words: list[str]) -> None:
    plain = re.compile(rf"(?<!\w)(?:{'|'.join(lines)})", re.IGNORECASE)
    sorted_ = re.compile(rf"(?<!\w)(?:{alternatives(lines)})", re.IGNORECASE)
    text = " ".join(words)
    assert [m.span() for m in sorted_.finditer(text)] == [m.span() for m in plain.finditer(text)]


@given(words=st.lists(st.sampled_from(_WORDS)))
def test_with_case_they_match_only_as_written(words: list[str]) -> None:
    lines = ["Guard", "guards", "king|KING", "is"]
    text = " ".join(words)
    cased = alternatives(lines, cased=True)
    assert re.findall(rf"\b(?:{cased})", text) == re.findall(rf"\b(?:{'|'.join(lines)})", text)


def test_one_look_at_a_letter_passes_over_all_that_begin_with_it() -> None:
    assert alternatives(["said", "says", "told"], cased=True) == "s(?:aid|ays)|told"


def test_the_order_is_kept_where_two_may_match_at_one_place() -> None:
    found = re.match(alternatives(["an", "t", "and"], cased=True), "and")
    assert found is not None
    assert found[0] == "an"
