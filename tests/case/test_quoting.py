"""From words that a person quotes to the one place where they stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.case.quoting import occurrences, place_of, places_of
from firsthand.errors import BadJudgement, NotInCase
from firsthand.text import Span
from tests.case.sheets import IDS, sheet, words

SHEET = sheet()
TEXT = SHEET.text


@given(st.integers(0, len(TEXT) - 1), st.integers(1, 60))
def test_words_of_the_report_are_found_where_they_stand(start: int, length: int) -> None:
    """Every piece of the text that is more than white space has its own place among those found."""
    piece = TEXT[start : start + length]
    if piece.strip():
        found = occurrences(SHEET, piece)
        lead = len(piece) - len(piece.lstrip())
        assert start + lead in [span.start for span in found]


def test_white_space_and_the_form_of_quotation_marks_do_not_matter() -> None:
    """A person types straight marks and one space; the page has neither."""
    assert words(SHEET, [place_of(SHEET, '"I  saw\nthe padlock,"')]) == ["“I saw the padlock,”"]


def test_words_that_are_not_there_are_refused() -> None:
    with pytest.raises(BadJudgement, match="“no such words” does not stand in the report"):
        place_of(SHEET, "no such words")


def test_words_in_several_places_are_refused_with_their_number() -> None:
    """Nothing is guessed: the line says how often they stand there, and what helps."""
    with pytest.raises(BadJudgement, match="“the shed” stands there 2 times; quote more words"):
        place_of(SHEET, "the shed")


def test_of_several_places_the_one_near_by_is_meant() -> None:
    """Words of the statement's own paragraph, where they stand once there."""
    near = SHEET.held(IDS[6]).now.attribution.content
    found = place_of(SHEET, "the shed", near=near)
    assert TEXT[found.start - 12 : found.end] == "asked about the shed"


def test_words_before_it_tell_one_place_from_another() -> None:
    found = place_of(SHEET, "the shed", after="Nobody in")
    assert TEXT[found.start - 10 : found.end] == "Nobody in the shed"
    with pytest.raises(BadJudgement, match="does not stand in the report behind"):
        place_of(SHEET, "padlock", after="the mayor")


def test_a_quote_in_parts_is_several_spans_in_order() -> None:
    """As it is shown: `[…]` stands between the parts."""
    found = places_of(SHEET, "“My brother told me […] I saw the padlock")
    assert words(SHEET, found) == ["I saw the padlock", "“My brother told me"]


def test_no_span_runs_over_two_paragraphs() -> None:
    """A quote that does is a span in each."""
    found = places_of(SHEET, "since the spring. Hanno Piel")
    assert words(SHEET, found) == ["since the spring.", "Hanno Piel"]


def test_an_empty_quote_is_refused() -> None:
    for nothing in ("", "  ", "[…]"):
        with pytest.raises(BadJudgement):
            places_of(SHEET, nothing)


def test_a_statement_that_is_not_in_the_report_is_refused() -> None:
    with pytest.raises(NotInCase, match="has no statement"):
        SHEET.held("0" * 16)


def test_spans_of_the_text_are_exact() -> None:
    """What was quoted is what is quoted back."""
    assert place_of(SHEET, "Edda Rowl") == Span(
        TEXT.index("Edda Rowl"), TEXT.index("Edda Rowl") + 9
    )
