"""What the source is to what happened, by words of its own or of the report; else unknown."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.evidence.basis.basis import basis_of
from firsthand.evidence.basis.connection import connection_of
from firsthand.evidence.values import BasisKind, Connected, Connection
from firsthand.sources.source import ProfileFact, ProfileField
from firsthand.text import Span
from tests.evidence.made import telling

ROLES = {
    "lawyer": ("Her lawyer", "An attorney for the family", "Ada Lem, counsel for the men,"),
    "medical": ("A doctor at the camp", "The port hospital", "Autopsy results"),
    "reporter": ("A reporter for the paper", "The Marvale Herald", "The newspaper"),
    "ngo": ("A rights group", "Amnesty", "The charity"),
    "relative_or_colleague": (
        "His sister",
        "The father of Ole Brandt",
        "Relatives",
        "Lem’s widow",
        "A cousin of Lem, who asked not to be named,",
    ),
    "witness": ("An eyewitness", "Two bystanders"),
    "victim": ("A former detainee", "One of the victims"),
    "perpetrator": ("The accused", "A suspect"),
    "third_party": ("A professor at Marvale", "The prosecutor", "President Lem", "Officials"),
    "unknown": (
        "Ada Lem",
        "A man",
        "She",
        "A mother of two",
        "Sister Ana",
        "Father John",
        "A military musician",
    ),
}


def connected(text: str) -> str:
    made = telling(text)
    return connection_of(made, basis_of(made)).kind.value


@pytest.mark.parametrize(("kind", "source"), [(k, s) for k, ss in ROLES.items() for s in ss])
def test_a_role_word_of_the_source_says_its_connection(kind: str, source: str) -> None:
    assert connected(f"[S {source} S] [Q said Q] [C the store was shut C].") == kind


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("victim", "[S A baker S] [Q said Q] [C she was beaten in the yard C]."),
        ("victim", "[C “They kicked me,” C] [S the baker S] [Q said Q]."),
        ("victim", "[C Some men were beaten C], [S one of them S] [Q said Q]."),
        ("witness", "[C “I saw them fall,” C] [S the baker S] [Q said Q]."),
        ("unknown", "[C “I worked in the mine,” C] [S the baker S] [Q said Q]."),
    ],
)
def test_to_whom_it_was_done_is_a_victim_and_who_saw_it_a_witness(kind: str, text: str) -> None:
    assert connected(text) == kind


@pytest.mark.parametrize(
    "text",
    [
        "[S The army S] [Q denied Q] [C shooting the men C].",
        "[S Lem S] [Q denied Q] [C any involvement in the killing C].",
        "[S Lem S] [Q rejected Q] [C the accusations C].",
        "[S Lem S] [Q denied Q] [C that he had struck the boy C].",
        "[S The commander of the guard S] [Q denied Q] [C that men had been locked in C].",
        "[S Lem and his son S] [Q denied Q] [C the allegations C].",
        "[S Lem S] [Q admitted Q] [C beating the boy C].",
    ],
)
def test_who_answers_an_accusation_against_itself_is_the_accused(text: str) -> None:
    assert connected(text) == "perpetrator"


@pytest.mark.parametrize(
    "text",
    [
        "[S The court S] [Q rejected Q] [C the request C].",
        "[S Lem S] [Q admitted Q] [C that she was willing to go C].",
        "[S Lem S] [Q dismissed Q] [C the idea C].",
    ],
)
def test_to_reject_what_accuses_nobody_makes_no_accused(text: str) -> None:
    assert connected(text) != "perpetrator"


def test_words_behind_who_are_told_of_the_source_and_are_not_its_role() -> None:
    text = "[S A docker who asked the newspaper to hide his name S] [Q said Q] [C it was cold C]."
    assert connected(text) == "unknown"


def test_an_office_that_gave_no_answer_is_unknown() -> None:
    text = "[S The ministry S] [Q did not respond to Q] [C requests for comment C]."
    assert connected(text) == "unknown"


def test_a_role_of_the_profile_counts_and_is_shown() -> None:
    made = telling("Lem is a lawyer. [S She S] [Q said Q] [C the store was shut C].")
    fact = ProfileFact(ProfileField.ROLE, "lawyer", Span(9, 15))
    assert made.source is not None
    known = replace(made, source=replace(made.source, profile=(fact,)))
    found = connection_of(known, basis_of(known))
    assert (found.kind.value, [s.of(made.text) for s in found.spans]) == ("lawyer", ["lawyer"])
    assert connection_of(made, basis_of(made)) == Connected()


@settings(max_examples=80, deadline=None)
@given(st.text(st.sampled_from("abc defg hisLA,.'’ of"), min_size=1, max_size=40))
def test_any_source_has_an_answer_and_all_but_unknown_is_shown(words: str) -> None:
    made = telling(f"[S x{words}x S] [Q denied Q] [C the charges C].")
    found = connection_of(made, basis_of(made))
    assert (found == Connected()) == (not found.spans)


def test_who_did_it_is_no_victim_of_it() -> None:
    """A deed of the speaker's own ("I locked the door") makes nobody a victim."""
    told = telling("[C “I locked the door myself,” C] [S Ole Brandt S] [Q said Q].")
    assert basis_of(told).kind is BasisKind.EXPERIENCED
    assert connection_of(told, basis_of(told)).kind is not Connection.VICTIM


def test_to_whom_it_was_done_is_a_victim() -> None:
    """The passive and the object say so."""
    for words in ("I was locked in for two nights", "They beat me with a cable"):
        told = telling(f"[C “{words},” C] [S Ole Brandt S] [Q said Q].")
        assert connection_of(told, basis_of(told)).kind is Connection.VICTIM
