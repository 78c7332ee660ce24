"""Where words stand in another reading of a text."""

from __future__ import annotations

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from firsthand.case.anchor import Anchor, anchor_of, place
from firsthand.case.ground import Ground, plain
from firsthand.errors import SpanError
from firsthand.text import Span, trimmed

WORDS = st.sampled_from("the port guard said he saw no one at night in shed four".split())
TEXTS = st.text("ab \n“é.", min_size=1, max_size=60)
PAGE = (
    "The guards left the port before dawn. He said the door was barred from outside.\n\n"
    "A second man, who works at the quay, said nobody had been held. He said it was cold."
)


def found(words: str, text: str, within: str = PAGE) -> Span | None:
    start = within.index(words)
    return place(anchor_of(within, Span(start, start + len(words))), text)


@st.composite
def spans_of(draw: st.DrawFn, texts: st.SearchStrategy[str] = TEXTS) -> tuple[str, Span]:
    text = draw(texts)
    start = draw(st.integers(0, len(text) - 1))
    return text, Span(start, draw(st.integers(start + 1, len(text))))


@given(spans_of())
@example((" \n a", Span(0, 2)))
def test_an_unchanged_text_places_every_span_on_itself(case: tuple[str, Span]) -> None:
    text, span = case
    assert place(anchor_of(text, span), text) == span


@given(st.lists(WORDS, max_size=30), st.lists(WORDS, max_size=30), st.lists(WORDS, min_size=1))
def test_words_put_in_elsewhere_move_a_span_along(
    before: list[str], behind: list[str], put_in: list[str]
) -> None:
    own = "Mara Voss told the court of two men in the cold"
    start, end, new = " ".join(before), " ".join(behind), " ".join(put_in)
    text = f"{start} {own} {end}"
    span = Span(len(start) + 1, len(start) + 1 + len(own))
    for other in (f"{new} {text}", f"{text} {new}", f"{start} {new} {own} {end}"):
        assert place(anchor_of(text, span), other) == Span(
            other.index(own), other.index(own) + len(own)
        )


@given(spans_of(st.text("ab \n“", min_size=1, max_size=40)), TEXTS)
def test_what_is_placed_has_the_same_words(case: tuple[str, Span], other: str) -> None:
    text, span = case
    now = place(anchor_of(text, span), other)
    assert now is None or plain(now.of(other)) == plain(span.of(text))


@given(TEXTS, st.data())
def test_plain_text_leads_back_to_the_same_words(text: str, data: st.DataObject) -> None:
    ground = Ground.of(text)
    start = data.draw(st.integers(0, len(ground.plain) - 1))
    end = data.draw(st.integers(start + 1, len(ground.plain)))
    assert plain(ground.span(start, end).of(text)) == ground.plain[start:end]


@given(st.lists(WORDS, min_size=3, unique=True), st.sampled_from([" ", "  ", "\n", "\u00a0\n"]))
def test_white_space_may_differ(words: list[str], space: str) -> None:
    text, other = " ".join(words), space.join(words)
    now = place(anchor_of(text, Span(0, len(text))), other)
    assert now == trimmed(other, 0, len(other))


def test_the_quotation_marks_of_another_reader_are_the_same_words() -> None:
    text = "“They came at night,” said Mara Voss, a cook, on Friday."
    other = "On Friday. " + text.replace("“", '"').replace("”", '"')
    now = found("“They came at night,”", other, text)
    assert now is not None
    assert now.of(other) == '"They came at night,"'


def test_of_many_the_one_with_the_same_surroundings_is_taken() -> None:
    second = PAGE.rindex("He said")
    other = "He said it before. " + PAGE
    now = place(anchor_of(PAGE, Span(second, second + 7)), other)
    assert now == Span(second + 19, second + 26)


def test_of_two_with_the_same_surroundings_the_nearer_is_taken() -> None:
    line = "The guards left the port before dawn and nobody had seen them at the quay. "
    text = line * 6
    start = text.index("guards", 2 * len(line))
    now = place(anchor_of(text, Span(start, start + 6)), "A note. " + text)
    assert now == Span(start + 8, start + 14)


def test_two_that_are_equally_good_and_equally_near_are_not_told_apart() -> None:
    line = "the guards left the port before dawn"
    anchor = Anchor(line, "", "", Span(40, 40 + len(line)))
    text = line.ljust(80) + line
    assert place(anchor, text) is None


def test_a_short_word_among_other_words_is_not_taken_for_the_same() -> None:
    assert found("He", "Nobody spoke. He who was there kept silent for a year.") is None


def test_a_long_quotation_among_other_words_is_still_the_same() -> None:
    other = "Asked again, a second man, who works at the quay, spoke."
    now = found("second man, who works at the quay", other)
    assert now is not None
    assert now.of(other) == "second man, who works at the quay"


def test_words_that_are_gone_are_not_found() -> None:
    assert found("the door was barred", PAGE.replace("barred", "shut")) is None


def test_an_anchor_of_a_span_beyond_the_text_is_refused() -> None:
    with pytest.raises(SpanError):
        anchor_of("short", Span(2, 9))


@given(TEXTS, st.text("ab “", min_size=1, max_size=4))
def test_only_gives_what_stands_once(text: str, words: str) -> None:
    assume(words.strip())
    ground, sought = Ground.of(text), plain(words).strip()
    times = len(list(ground.occurrences(sought)))
    now = ground.only(words)
    assert (now is not None) == (times == 1)
    assert now is None or plain(now.of(text)) == sought


def test_a_common_word_is_placed_in_a_long_text_in_no_time() -> None:
    text = "the guard said no one was at the port . " * 15_000
    span = Span(300_000, 300_000 + 5)
    assert place(anchor_of(text, span), "Put in. " + text) is not None
