"""What a source is, by the words that name it."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.sources.kinds import head_of, is_indefinite, kind_of, sets_apart
from firsthand.sources.nouns import meaning
from firsthand.sources.source import SourceKind

PERSON = SourceKind.UNNAMED_PERSON
NAMED = SourceKind.NAMED_PERSON
GROUP = SourceKind.GROUP
BODY = SourceKind.ORGANISATION
PAPER = SourceKind.DOCUMENT


def head(words: str) -> str:
    start, end = head_of(words)
    return words[start:end]


@pytest.mark.parametrize(
    ("words", "kind", "found"),
    [
        ("a spokesman for the ministry", PERSON, "spokesman"),
        ("the ministry's spokesman", PERSON, "spokesman"),
        ("three former guards", GROUP, "guards"),
        ("Lawyers in the town", GROUP, "Lawyers"),
        ("prisoners held in the north", GROUP, "prisoners"),
        ("a statement issued by the Port Authority", PAPER, "statement"),
        ("a woman who works at the port", PERSON, "woman"),
        ("the deputy head of the police", PERSON, "head"),
        ("the harbour guards' union", BODY, "union"),
        ("the nurse's account", PAPER, "account"),
        ("health and safety officials", GROUP, "officials"),
        ("at least two guards", GROUP, "guards"),
    ],
)
def test_the_noun_before_its_complements_decides(words: str, kind: SourceKind, found: str) -> None:
    assert (kind_of(words), head(words)) == (kind, found)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("officials", GROUP), ("witnesses", GROUP), ("residents", GROUP), ("aides", GROUP),
        ("two women", GROUP), ("the men", GROUP), ("people close to the talks", GROUP),
        ("children", GROUP), ("the couple", GROUP), ("dozens of villagers", GROUP),
        ("a group of nurses", GROUP), ("some of the dockers", GROUP), ("those who fled", GROUP),
        ("two outlets", GROUP), ("the wounded", GROUP), ("Republicans", GROUP),
        ("the Syrians", GROUP), ("Mr. Roe and Mrs. Lem", GROUP), ("his mother and sister", GROUP),
        ("Ada Lem, Bo Roe and Cy Ash", GROUP), ("they", GROUP), ("two police", GROUP),
    ],
)  # fmt: skip
def test_several_people_are_a_group(words: str, kind: SourceKind) -> None:
    assert kind_of(words) is kind


@pytest.mark.parametrize(
    "words",
    [
        "a docker", "one of them", "one of the guards", "someone", "the accused", "his wife",
        "a 15-year-old", "a Syrian", "the President", "the prime minister", "an anonymous source",
        "a teacher and activist", "a member of the group", "The Secretary of State", "she",
    ],
)  # fmt: skip
def test_one_person_without_a_name_is_unnamed(words: str) -> None:
    assert kind_of(words) is PERSON


@pytest.mark.parametrize(
    "words",
    [
        "the ministry", "police", "the authorities", "Human Rights Watch", "the Harbour Guard",
        "Bloomberg", "Pyongyang", "North Korea", "the US", "Downing Street", "Radio Corran",
        "the Vantry Mail", "Seven Bells", "the news site Seven Bells", "the University of Vantry",
        "Reporters Without Borders", "the Committee to Protect Journalists", "KCNA", "state media",
        "the Harbour Guard and the Port Authority", "Xi Jinping's government", "the group",
    ],
)  # fmt: skip
def test_bodies_and_places_that_speak_are_organisations(words: str) -> None:
    assert kind_of(words) is BODY


@pytest.mark.parametrize(
    "words",
    [
        "the report", "a leaked memo", "Order 17", "Interview NH-03", "court documents", "the poll",
        "An inquiry by the Port Authority", "Article 9 of the labour code", "the Lantern's article",
        "the port’s public movements board", "China's Criminal Procedure Law", "satellite images",
        "one of the documents",
    ],
)  # fmt: skip
def test_what_is_read_or_seen_is_a_document(words: str) -> None:
    assert kind_of(words) is PAPER


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Dorrin Aske, 38", "Dorrin Aske"),
        ("Captain Solm", "Captain Solm"),
        ("Guard commander Revik Solm", "Revik Solm"),
        ("The commander of the Guard, Captain Revik Solm", "Captain Revik Solm"),
        ("Her lawyer at the trial, Ada B. Lem,", "Ada B. Lem"),
        ("North Korean leader Kim Jong Un", "Kim Jong Un"),
        ("Ministry of Defence spokesman Ivan Lem", "Ivan Lem"),
        ("Secretary of State Ada Lem", "Ada Lem"),
        ("Vantry High Court Justice Bo Roe", "Justice Bo Roe"),
        ("trade and industry minister Ada Lem", "Ada Lem"),
        ("Mohammed bin Lem", "Mohammed bin Lem"),
        ("Abd el-Roe al-Lem", "Abd el-Roe al-Lem"),
        ("Ada Baker", "Ada Baker"),
        ("Baker", "Baker"),
        ("Sen. Ada Lem (R-Vantry)", "Sen. Ada Lem"),
    ],
)
def test_a_name_behind_its_role_is_the_head(words: str, found: str) -> None:
    assert (kind_of(words), head(words)) == (NAMED, found)


def test_whom_a_description_belongs_to_does_not_name_it() -> None:
    assert kind_of("A cousin of Aske, who asked not to be named") is PERSON
    assert kind_of("Solm aides") is GROUP
    assert kind_of("the Lem campaign") is BODY


def test_a_place_behind_a_comma_names_nobody() -> None:
    assert kind_of("a docker in Quellmouth, Lauvria") is PERSON


def test_a_changed_name_leaves_the_person_unnamed() -> None:
    assert kind_of("A cook in the canteen, Nela, which is not her real name") is PERSON


@pytest.mark.parametrize(
    ("words", "is_body", "kind"),
    [
        ("Corran", True, BODY), ("Corran", False, NAMED), ("Corran", None, NAMED),
        ("LEM", False, NAMED), ("LEM", None, BODY),
        ("the spokesman", True, PERSON), ("a cousin of Aske", False, PERSON),
        ("the Harbour Guard", False, BODY), ("commander Ada Lem", True, NAMED),
    ],
)  # fmt: skip
def test_the_tagger_decides_on_names_alone(
    words: str, is_body: bool | None, kind: SourceKind
) -> None:
    """Neither a noun that heads the words nor an article before a body's name gives way."""
    assert kind_of(words, is_name=True, is_body=is_body) is kind


def test_a_word_that_the_tagger_calls_no_name_is_read_as_a_noun() -> None:
    assert kind_of("Docker", is_name=False) is PERSON
    assert kind_of("Docker") is NAMED


@pytest.mark.parametrize(
    ("words", "brings"),
    [
        ("a docker", True), ("one of them", True), ("another woman", True), ("someone", True),
        ("two guards", True), ("about 20 women", True), ("at least two guards", True),
        ("some residents", True), ("the two guards", False), ("the docker", False),
        ("his sister", False), ("Ada Lem", False), ("residents", False), ("Seven Bells", False),
        ("Dorrin Aske, one of its dockers", False), ("", False), ("about", False),
    ],
)  # fmt: skip
def test_an_article_or_a_number_brings_somebody_in(words: str, brings: bool) -> None:
    assert is_indefinite(words) is brings


@pytest.mark.parametrize(
    ("words", "apart"),
    [
        ("another woman", True), ("a second guard", True), ("the other woman", True),
        ("a different official", True), ("someone else", True), ("others", True),
        ("a fellow prisoner", True), ("a guard", False), ("a second lieutenant", False),
        ("the father of another man", False), ("the second-largest union", False),
        ("a second year student", False),
    ],
)  # fmt: skip
def test_words_that_say_it_is_not_one_from_before(words: str, apart: bool) -> None:
    assert sets_apart(words) is apart


@pytest.mark.parametrize(
    ("word", "plural"), [("men", True), ("police", False), ("witnesses", True), ("witness", False),
                         ("agencies", True), ("wives", True), ("fishermen", True), ("news", None)],
)  # fmt: skip
def test_plurals_as_english_forms_them(word: str, plural: bool | None) -> None:
    found = meaning(word)
    assert (found.plural if found else None) is plural


@given(st.text(max_size=200) | st.text("ab ,ofAand'’s-1thewhoM", max_size=200))
def test_any_words_have_a_kind_and_a_head_within_them(words: str) -> None:
    start, end = head_of(words)
    assert 0 <= start <= end <= len(words)
    assert kind_of(words) in SourceKind
    assert is_indefinite(words) in (True, False)
    assert sets_apart(words) in (True, False)


@pytest.mark.parametrize(
    "piece", ["a, ", "one of ", "A and ", "A of ", "a-", "’s ", "of the ", "Aa "]
)
def test_hostile_words_take_no_long_time(piece: str) -> None:
    start = time.perf_counter()
    kind_of(piece * 20_000), head_of(piece * 20_000), sets_apart(piece * 20_000)
    assert time.perf_counter() - start < 2
