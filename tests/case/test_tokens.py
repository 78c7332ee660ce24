"""The words of a text: the same whatever form they are written in, and where they stand."""

from __future__ import annotations

import sys

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from firsthand.case.tokens import LONGEST, normalised, tokens, words

TEXTS = st.text(st.characters() | st.sampled_from("e\u0301ﬁ㏂İ¹'’-ß "), max_size=60)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Lantern's crew", "the lantern s crew"),
        ("the Lantern’s crew", "the lantern s crew"),
        ("a mother-in-law", "a mother in law"),
        ("café CAFE\u0301 cafe", "cafe cafe cafe"),
        ("ofﬁcer Straße ＡＢＣ", "officer strasse abc"),
        ("said.¹ 3 m²", "said 1 3 m 2"),
        ("said¹ so", "said 1 so"),
        ("har\u00adbour \ufeffquay", "harbour quay"),
        ("10:30 a.m. ㏂", "10 30 a m a m"),
        ("Łódź, Мария, 김현수", "łodz мария 김현수"),
        ("nul\0in\ud800side", "nul in side"),
        ("… — “”", ""),
        ("", ""),
    ],
)
def test_a_word_is_the_same_however_it_is_written(text: str, found: str) -> None:
    assert normalised(text) == normalised(found) == " ".join(tokens(text))
    if text.isascii():
        assert normalised(text) == found


@pytest.mark.parametrize(
    ("text", "token", "at"),
    [
        ("Oﬀ the quay", "off", "Oﬀ"),
        ("a cafe\u0301.", "cafe", "cafe\u0301"),
        ("ﬁﬁ quay", "quay", "quay"),
        ("(at 5 ㏂)", "m", "㏂"),
        ("said¹", "said", "said"),
    ],
)
def test_a_word_stands_where_its_characters_do(text: str, token: str, at: str) -> None:
    assert [w.span.of(text) for w in words(text) if w.token == token] == [at]


@given(TEXTS)
@example("e\u0301\u0301 ﬁ\u0301x ㏂b")
def test_words_and_tokens_are_the_same_and_in_order(text: str) -> None:
    found = list(words(text))
    assert [w.token for w in found] == tokens(text)
    assert [w.span for w in found] == sorted(w.span for w in found)
    assert all(w.token in normalised(w.span.of(text)).split() for w in found)


@given(TEXTS)
def test_what_is_normal_stays_as_it_is(text: str) -> None:
    assert normalised(normalised(text)) == normalised(text)


def test_every_character_becomes_letters_digits_and_spaces_that_stay_so() -> None:
    for code in range(sys.maxunicode + 1):
        piece = normalised(chr(code))
        assert normalised(piece) == piece
        assert all(token.isalnum() for token in piece.split())


def test_of_a_very_long_word_the_beginning_counts() -> None:
    assert tokens("x" * 10_000) == ["x" * LONGEST]
    assert [(w.token, len(w.span)) for w in words("x" * 10_000)] == [("x" * LONGEST, 10_000)]
