"""What somebody answers who is accused or asked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.evidence.force.response import response_of
from firsthand.evidence.values import ResponseKind
from tests.evidence.made import telling

DENIES, ADMITS, ADMITS_BUT, EXPLAINS, DECLINED, SILENT, NOT_REACHED = ResponseKind


def answer(marked: str) -> ResponseKind | None:
    found = response_of(telling(marked))
    return found.kind if found else None


@pytest.mark.parametrize(("cue", "content", "kind"), [
    ("declined", "to comment", DECLINED),
    ("declined to say", "who was suspended", DECLINED),
    ("refused to answer", "questions", DECLINED),
    ("would not discuss", "its patients", DECLINED),
    ("did not immediately respond", "to requests for comment", SILENT),
    ("did not reply to", "two letters", SILENT),
    ("didn’t return", "phone calls", SILENT),
    ("could not be reached", "for comment", NOT_REACHED),
    ("was not available", "for comment", NOT_REACHED),
])  # fmt: skip
def test_an_answer_not_given_is_told_by_its_kind(
    cue: str, content: str, kind: ResponseKind
) -> None:
    assert answer(f"[S The Guard S] [Q {cue} Q] [C {content} C].") is kind


@pytest.mark.parametrize(("cue", "content"), [
    ("denied", "that anyone was held"),
    ("has always denied", "any wrongdoing"),
    ("dismissed", "the allegations as politics"),
    ("rejected", "accusations of fraud"),
    ("called", "the story an invention"),
])  # fmt: skip
def test_a_denial_is_an_answer_in_itself(cue: str, content: str) -> None:
    assert answer(f"[S Orn S] [Q {cue} Q] [C {content} C].") is DENIES


@pytest.mark.parametrize("marked", [
    "[S Orn S] [Q replied Q] [C that there was no such order C].",
    "Asked about the store, [S Orn S] [Q said Q] [C no one was held C].",
    "[S The accused S] [Q said Q] [C he was never there C].",
    "[C “I did nothing wrong,” C] [S Orn S] [Q said Q].",
])  # fmt: skip
def test_a_plain_denial_is_an_answer_where_something_was_put(marked: str) -> None:
    assert answer(marked) is DENIES


@pytest.mark.parametrize("marked", [
    "[S Orn S] [Q said Q] [C no one was held C].",
    "[S Orn S] [Q said Q] [C the men had gone in by themselves C].",
    "[S The guards S] [Q denied Q] [C him access to a lawyer C].",
    "[S The court S] [Q dismissed Q] [C the charges C].",
    "[S The guards S] [Q refused Q] [C to give him a blanket C].",
    "[S She S] [Q admits Q] [C that she likes the sea C].",
    "[S The Guard S] [Q said Q] [C it would reply in a week C].",
])  # fmt: skip
def test_nothing_else_is_an_answer(marked: str) -> None:
    assert answer(marked) is None


def test_what_runs_on_from_a_denial_is_another_explanation() -> None:
    marked = "[S Orn S] denied the report, [Q saying Q] [C the men had gone in by themselves C]."
    assert answer(marked) is EXPLAINS


@pytest.mark.parametrize("marked", [
    "[S Orn S] [Q admitted Q] [C that he lied to the court C].",
    "[S Orn S] [Q confessed to Q] [C the theft C].",
    "[S The firm S] [Q apologised for Q] [C its mistakes C].",
    "Under questioning, [S Orn S] [Q admitted Q] [C he was there C].",
])  # fmt: skip
def test_an_admission_of_a_wrong_acknowledges(marked: str) -> None:
    assert answer(marked) is ADMITS


def test_an_admission_that_takes_back_the_blame_acknowledges_but() -> None:
    marked = "[S Orn S] [Q admitted Q] [C he beat the man but denied any responsibility C]."
    assert answer(marked) is ADMITS_BUT


def test_who_denied_close_by_answers_with_a_plain_denial_too() -> None:
    made = telling("[S Orn S] [Q said Q] [C no one was held C].")
    assert response_of(made) is None
    text = "[S Orn S] denied it on Monday. Later he [Q said Q] [C no one was held C]."
    assert answer(text) is DENIES


@given(content=st.text(min_size=1, max_size=200), cue=st.sampled_from(["said", "denied", "admits"]))
def test_every_answer_shows_its_words(content: str, cue: str) -> None:
    words = " ".join(content.replace("[", "").replace("]", "").split()) or "it"
    made = telling(f"[S Ada S] [Q {cue} Q] [C {words} C].")
    found = response_of(made)
    assert found is None or (found.spans and all(s.of(made.text).strip() for s in found.spans))


@pytest.mark.parametrize("marked", [
    "[S The jury S] [Q found Q] [C her not guilty of theft C].",
    "[S The city S] [Q responded last year with Q] [C a rule that does not hold elsewhere C].",
    "[S The report S] [Q said Q] [C that five clerks pleaded guilty C].",
])  # fmt: skip
def test_what_is_said_of_somebody_else_is_no_answer(marked: str) -> None:
    assert answer(marked) is None


def test_a_defendant_who_admits_a_thing_acknowledges() -> None:
    assert answer("[S The defendant S] [Q admitted Q] [C it had been a trick C].") is ADMITS


def test_neither_confirming_nor_denying_declines() -> None:
    assert answer("[S The port S] [Q did not confirm or deny Q] [C the sale C].") is DECLINED
