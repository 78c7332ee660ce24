"""The evidence of a statement in words."""

from __future__ import annotations

import dataclasses
import re

import pytest

from firsthand.evidence.statement import Caveat, Record, Statement
from firsthand.evidence.values import (
    Basis,
    BasisKind,
    By,
    Circumstance,
    CircumstanceKind,
    Force,
    Mood,
    Polarity,
)
from firsthand.export.apart import sections
from firsthand.export.listed import Listed, is_named, listed
from firsthand.export.people import people
from firsthand.export.shape import loud, shape
from firsthand.export.told import facts, marks
from firsthand.export.words import numbered, quoted
from firsthand.sources.source import How, Resolution
from tests.export import records
from tests.export.records import (
    CUSTODY,
    INTERVIEW,
    LINE,
    MAYOR,
    PIEL,
    RECORD,
    REPORT,
    ROWL,
    STATEMENTS,
    TELEVISION,
    at,
)

PLAIN = records.plain(STATEMENTS[0].attribution)


def _told(statement: Statement) -> dict[str, str]:
    return {fact.label: fact.words for line in facts(REPORT, statement) for fact in line}


def _with(**changed: object) -> dict[str, str]:
    return _told(dataclasses.replace(PLAIN, **changed))  # type: ignore[arg-type]


def test_a_statement_of_which_the_words_show_nothing_has_its_basis_alone() -> None:
    """`unstated` is an answer and is said; the other defaults are not repeated."""
    assert _told(PLAIN) == {"basis": "unstated"}


@pytest.mark.parametrize(
    ("basis", "words"),
    [
        (Basis(BasisKind.SAW, By.SOURCE, (at("I saw"),)), "saw, by the source’s words “I saw”"),
        (
            Basis(BasisKind.SAW, By.REPORT, (at("a cook"),)),
            "saw, by the report’s words “a cook”",
        ),
        (
            Basis(BasisKind.HEARD, By.SOURCE, (at("told me"),), at("My brother")),
            "heard from “My brother”, by the source’s words “told me”",
        ),
        (
            Basis(BasisKind.HEARD, By.SOURCE, (at("told me"),)),
            "heard, from whom is unstated, by the source’s words “told me”",
        ),
    ],
)
def test_a_basis_says_by_whose_words_and_from_whom(basis: Basis, words: str) -> None:
    assert _with(basis=basis) == {"basis": words}


def test_a_last_stated_presence_stands_against_the_time_spoken_of() -> None:
    assert _with(presence=records.ROWL_LEFT)["presence"] == (
        "last stated 2016 “left the town in 2016”; speaks of 2019 “the 2019 season”"
    )


def test_the_channel_is_told_from_the_report_backwards_with_its_dates_and_places() -> None:
    assert _with(via=(records.WIRE, records.PAPER))["via"] == (
        "Gull Wire (outlet, “on Friday”, “from Oll”), and before it written statement (document)"
    )


@pytest.mark.parametrize(
    ("force", "words"),
    [
        (Force(), None),
        (Force(polarity=Polarity.DENIED), "certain, denied"),
        (Force(mood=Mood.QUESTION), "certain, question"),
    ],
)
def test_force_is_told_where_it_is_more_than_a_plain_assertion(
    force: Force, words: str | None
) -> None:
    assert _with(force=force).get("force") == words


def test_every_value_of_a_full_record_is_told() -> None:
    told = _told(STATEMENTS[5])
    assert told["response"] == "denies “denied”"
    assert told["capacity"] == "official “The Merrow line”"
    assert told["connection"] == "perpetrator “denied”"
    assert told["circumstances"] == "prepared statement “a written statement”"
    assert _told(STATEMENTS[4])["the report’s stance"] == "distancing “claimed”"
    assert _told(STATEMENTS[6])["opinion"] == "a judgement, wish or forecast “disgrace”"


def test_custody_comes_first_whatever_the_order_of_the_words() -> None:
    said = dataclasses.replace(PLAIN, circumstances=(INTERVIEW, TELEVISION, CUSTODY))
    assert [mark.label for mark in marks(REPORT, said)] == ["in custody", "on state television"]
    assert _told(said)["circumstances"] == "interview “in an interview”"


def test_words_that_are_quoted_already_get_no_second_marks_and_long_ones_are_cut() -> None:
    assert quoted(REPORT, [at("“I saw the padlock,”")]) == "“I saw the padlock,”"
    assert quoted(REPORT, [at(REPORT.text[:240])]).endswith(" […]”")


def _listed(speaker: Resolution, number: int = 0) -> Listed:
    said = dataclasses.replace(STATEMENTS[number], speaker=speaker)
    return next(listed(records.only(said)))


def test_words_that_differ_from_the_name_lead_to_it() -> None:
    """ "she" leads to Edda Rowl, by what, and how surely."""
    shown = list(listed(RECORD))
    assert (shown[2].source, shown[2].leads_to) == ("she", "Edda Rowl")
    assert shown[2].led_by == "by pronoun, score 0.93"
    assert shown[1].leads_to == shown[4].leads_to == ""


def test_a_name_that_surely_leads_to_a_fuller_one_needs_no_score() -> None:
    sure, less = (Resolution(MAYOR.id, How.NAME, score) for score in (1.0, 0.8))
    assert (_listed(sure).leads_to, _listed(sure).led_by) == ("the mayor", "")
    assert _listed(less).led_by == "by name, score 0.80"


@pytest.mark.parametrize(
    ("words", "same"),
    [
        ("Edda Rowl", True),
        ("Edda Rowl, 47, a cook", True),
        ("the Edda Rowl", True),
        ("Edda Rowl’s brother", False),
        ("Rowl", False),
        ("Edda Rowland", False),
    ],
)
def test_words_are_the_name_only_where_they_are_no_other_person(words: str, same: bool) -> None:
    """A source that only belongs to a name is never taken for it."""
    assert is_named(words, "Edda Rowl") is same


def test_what_leads_nowhere_names_those_it_may_be() -> None:
    none = Resolution(None, None, 0.0)
    assert _listed(none).open == "unresolved"
    two = dataclasses.replace(none, candidates=(LINE.id, MAYOR.id))
    assert _listed(two).open == "unresolved; may be Merrow line or the mayor"
    sure = Resolution(ROWL.id, How.NOUN, 0.6, (), (PIEL.id,))
    assert _listed(sure).open == "may also be Hanno Piel"


def test_the_table_counts_statements_and_bases_of_each_source() -> None:
    rows = people(RECORD)
    assert [(row.name, row.numbers) for row in rows] == [
        ("Edda Rowl", (1, 2, 3, 4)), ("Hanno Piel", (5,)), ("Merrow line", (6,)),
        ("the mayor", (7,)), ("not led to one source", (8,)),
    ]  # fmt: skip
    assert rows[0].bases == "saw 1, heard 1, unstated 2"
    assert rows[0].profile == (
        "formerly cook of the Merrow line", "age 47", "left 2016 “left the town in 2016”",
    )  # fmt: skip
    assert rows[0].via == "Tarn Courier (1)"
    assert rows[1].marks[0] == "in custody 1 of 1"


def test_the_table_has_those_with_the_most_statements_first() -> None:
    turned = dataclasses.replace(RECORD, sources=(MAYOR, LINE, PIEL, ROWL))
    assert people(turned)[0].name == "Edda Rowl"


def test_a_source_that_the_record_does_not_hold_counts_as_open() -> None:
    """Nothing breaks, and no statement is lost from the table."""
    rows = people(dataclasses.replace(RECORD, sources=(ROWL,)))
    assert sorted(n for row in rows for n in row.numbers) == list(range(1, 9))


def test_the_shape_of_a_report_is_told_in_three_lines() -> None:
    assert shape(RECORD) == (
        "8 proposed statements by 4 sources, none reviewed; 1 not led to one source",
        "First-hand words in 1 (saw 1); basis unstated in 6",
        "1 sentence in the report’s own voice, 1 caveat, 1 claim that accounts agree",
    )
    assert next(loud(RECORD)) == "In custody: statement 5"


def test_hearsay_and_inference_are_never_counted_as_first_hand() -> None:
    """Nor is what is unstated."""
    for kind in (BasisKind.HEARD, BasisKind.INFERRED, BasisKind.UNSTATED):
        said = dataclasses.replace(PLAIN, basis=Basis(kind))
        assert shape(records.only(said))[1].startswith("First-hand words in none")


def test_an_empty_record_has_a_shape_too() -> None:
    assert shape(Record(REPORT, (), (), (), (), ())) == (
        "0 proposed statements, none reviewed", "0 sentences in the report’s own voice",
    )  # fmt: skip


def test_numbers_that_follow_each_other_are_drawn_together() -> None:
    assert numbered((1, 2, 3, 5, 7, 8)) == "1–3, 5, 7–8"


def test_nothing_shown_calls_a_statement_true_or_a_person_credible() -> None:
    told = " ".join(str(f) for s in STATEMENTS for line in facts(REPORT, s) for f in line)
    assert not re.search(r"\b(true|false|credible|credibility|reliable)\b", told, re.I)


def test_a_caveat_that_limits_what_was_not_found_says_so() -> None:
    lost = dataclasses.replace(RECORD, caveats=(Caveat(at("Other accounts"), ("0" * 16,)),))
    assert sections(lost)[1].passages[0].about.startswith("limits no statement that was found")


def test_payment_is_loud_too() -> None:
    paid = Circumstance(CircumstanceKind.PAYMENT, at("the spring"))
    assert marks(REPORT, dataclasses.replace(PLAIN, circumstances=(paid,)))[0].label == "paid"
