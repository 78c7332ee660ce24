"""The query language: what a line means, and one line that says what would be right."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.case.query import MOST_TERMS, MOST_WORDS, Query, Term, parse
from firsthand.case.query_fields import Condition, Dates, Field, Names, Periods, Values
from firsthand.errors import QueryError


def query(text: str) -> Query:
    return parse(text, "harbour.case")


@pytest.mark.parametrize(
    ("text", "wanted", "unwanted"),
    [
        ("Harbour shed", [Term(("harbour",)), Term(("shed",))], []),
        ('"Port guards"', [Term(("port", "guards"))], []),
        ("“Port guards”", [Term(("port", "guards"))], []),
        ("harb*", [Term(("harb",), prefix=True)], []),
        ("Lantern's", [Term(("lantern", "s"))], []),
        ("mother-in-l*", [Term(("mother", "in", "l"), prefix=True)], []),
        ("10:30", [Term(("10", "30"))], []),
        ('a -b -"c d"', [Term(("a",))], [Term(("b",)), Term(("c", "d"))]),
        ("-harb*", [], [Term(("harb",), prefix=True)]),
        ('quay"port guards"', [Term(("quay",)), Term(("port", "guards"))], []),
        ('"what * he said"', [Term(("what", "he", "said"))], []),
        ('"source:Mara"', [Term(("source", "mara"))], []),
    ],
)  # fmt: skip
def test_words_phrases_and_beginnings(text: str, wanted: list[Term], unwanted: list[Term]) -> None:
    assert query(text) == Query(wanted=tuple(wanted), unwanted=tuple(unwanted))


def test_a_field_is_asked_of_the_report_or_of_a_statement() -> None:
    found = query("outlet:lantern basis:SAW,heard -review:rejected Document:news")
    assert found.of_report == (
        Condition(Field.OUTLET, Names((("lantern",),))),
        Condition(Field.DOCUMENT, Values(("news",))),
    )
    assert found.of_statement == (
        Condition(Field.BASIS, Values(("saw", "heard"))),
        Condition(Field.REVIEW, Values(("rejected",)), excluded=True),
    )


def test_a_field_given_twice_means_either() -> None:
    assert query("basis:saw basis:heard") == query("basis:saw,heard")
    assert query("-basis:saw -basis:heard") == query("-basis:saw,heard")


def test_a_quoted_value_may_hold_spaces_and_commas() -> None:
    (condition,) = query('source:"Varnholt, Ilse",Dorn').of_statement
    assert condition.wanted == Names((("varnholt", "ilse"), ("dorn",)))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2018", dt.date(2018, 1, 1), dt.date(2018, 12, 31)),
        ("2018-02", dt.date(2018, 2, 1), dt.date(2018, 2, 28)),
        ("2018-02-09", dt.date(2018, 2, 9), dt.date(2018, 2, 9)),
        ("2020-02..2021", dt.date(2020, 2, 1), dt.date(2021, 12, 31)),
        ("..2020-02", None, dt.date(2020, 2, 29)),
        ("2018..", dt.date(2018, 1, 1), None),
    ],
)
def test_a_date_is_a_year_a_month_a_day_or_from_one_to_another(
    text: str, first: dt.date | None, last: dt.date | None
) -> None:
    (condition,) = query(f"date:{text}").of_report
    assert condition.wanted == Periods((Dates(first, last),))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "nothing to search for"),
        ("  ", "nothing to search for"),
        ('"port guards', "a quotation mark is not closed"),
        ('source:"Ilse', "a quotation mark is not closed"),
        ("quay --", "'--' has no letter or digit to search for"),
        ('quay ""', "has no letter or digit to search for"),
        ("*", "* stands at the end of a word, as in harb*"),
        ("ha*r", "* stands at the end of a word, as in harb*"),
        ("sorce:Ilse", "there is no field 'sorce', only source, outlet, date"),
        ("https://example.org", "words with a colon stand in quotation marks"),
        ("source: Ilse", "source: needs a value right after the colon"),
        ('source:"?"', 'source: needs a name, as in source:Quay or source:"Quay Guard"'),
        ("basis:seen", "inferred, unstated, not 'seen'"),
        ("kind:news", "kind: is one of direct, indirect, mixed, not 'news'"),
        ("withdrawn:maybe", "withdrawn: is one of yes, no, correction"),
        ("report:xyz1", "report: takes 4 to 16 digits of a report's id"),
        ("date:yesterday", "date: takes 2018, 2018-02, 2018-02-09, or two of them with .. between"),
        ("date:2018-02-30", "date: takes 2018"),
        ("date:2018-00", "date: takes 2018"),
        ("date:0000", "date: takes 2018"),
        ("date:..", "date: takes 2018"),
        ("date:2019..2018", "date: 2019..2018 ends before it begins; put the earlier date first"),
        ("w " * (MOST_TERMS + 1), f"at most {MOST_TERMS} terms"),
        (f'"{"w " * (MOST_WORDS + 1)}"', f"of {MOST_WORDS} words together"),
    ],
)  # fmt: skip
def test_what_cannot_be_understood_is_told_in_one_line(text: str, says: str) -> None:
    with pytest.raises(QueryError) as told:
        query(text)
    assert says in str(told.value)
    assert str(told.value).startswith("harbour.case: ")
    assert "\n" not in str(told.value)


@given(st.text(st.characters() | st.sampled_from('":*-,. sourcedate2018'), max_size=40))
def test_any_line_is_a_query_or_an_error_that_says_why(text: str) -> None:
    try:
        found = query(text)
    except QueryError:
        return
    assert found != Query()
    assert all(term.tokens for term in (*found.wanted, *found.unwanted))
