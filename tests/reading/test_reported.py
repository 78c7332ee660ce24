"""News sentences: who is said to have said what, in the words of the report."""

from __future__ import annotations

import pytest

from firsthand.ingest.report import BlockKind
from tests.reading.made import report_of, said, said_in


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        (
            "The mayor said that the bridge was shut.",
            "The mayor",
            "said",
            "that the bridge was shut",
        ),
        ("Two guards say the bridge is shut.", "Two guards", "say", "the bridge is shut"),
        ("The bridge was shut, he said.", "he", "said", "The bridge was shut"),
        (
            "Officials have repeatedly denied that it exists.",
            "Officials",
            "have repeatedly denied",
            "that it exists",
        ),
        (
            "Her brother told the Vell Herald that she was held.",
            "Her brother",
            "told",
            "that she was held",
        ),
        (
            "In May, in an interview, Moro said the road was cut.",
            "Moro",
            "said",
            "the road was cut",
        ),
        ("Moro, speaking in Vell, said the road was cut.", "Moro", "said", "the road was cut"),
        (
            "Moro, a docker, told the night paper that it was shut.",
            "Moro, a docker",
            "told",
            "that it was shut",
        ),
        ("Moro asked whether the road was open.", "Moro", "asked", "whether the road was open"),
        ("Moro called the order a lie.", "Moro", "called", "the order a lie"),
    ],
)
def test_indirect_speech_has_source_cue_and_content(
    text: str, source: str, cue: str, content: str
) -> None:
    assert said(text) == [(source, cue, (content,))]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "Ada Moro, a nurse who fled in 2011, said it was dark.",
            "Ada Moro, a nurse who fled in 2011",
        ),
        ("Ada Moro, 41, of Vell, said it was dark.", "Ada Moro, 41, of Vell"),
        ("The town’s midwife, Ada Moro, said it was dark.", "The town’s midwife, Ada Moro"),
        (
            "It was dark, said Ada Moro, a nurse who fled in 2011.",
            "Ada Moro, a nurse who fled in 2011",
        ),
        ("“It was dark,” said Ada Moro, head of the clinic.", "Ada Moro, head of the clinic"),
        ("The men who came at night said it was dark.", "The men who came at night"),
        ("Moro and her sister said it was dark.", "Moro and her sister"),
    ],
)
def test_the_source_is_the_whole_noun_phrase(text: str, source: str) -> None:
    assert [s for s, _, _ in said(text)] == [source]


@pytest.mark.parametrize(
    "text",
    [
        "According to a guard who left, the gate was locked.",
        "The gate was locked, according to a guard who left.",
    ],
)
def test_according_to_stands_on_either_side(text: str) -> None:
    ((source, cue, (content,)),) = said(text)
    assert (source, cue.lower()) == ("a guard who left", "according to")
    assert content.lower() == "the gate was locked"


def test_content_stands_on_both_sides_of_its_cue() -> None:
    assert said("The gate, Moro said, was open.") == [("Moro", "said", ("The gate", "was open"))]


def test_a_passive_names_no_source() -> None:
    assert said("It was reported that the gate was open.") == [
        ("", "was reported", ("that the gate was open",))
    ]


def test_a_second_verb_shares_the_subject_of_the_first() -> None:
    assert said("The gate was open, he said, adding that nobody came.") == [
        ("he", "said", ("The gate was open",)),
        ("he", "adding", ("that nobody came",)),
    ]


def test_a_plain_sentence_attributes_nothing() -> None:
    assert said("The said road was closed in May.", "Her claims were heard in two courts.") == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("“It is over,” Moro told reporters. “Nobody came.”", ("“It is over,”", "“Nobody came.”")),
        (
            "Moro added: “It is over. Nobody came. It rained.”",
            ("“It is over. Nobody came. It rained.”",),
        ),
        ("“Why?” Moro asked.", ("“Why?”",)),
        ("“It is,” Moro said, “over.”", ("“It is,”", "“over.”")),
        ("Moro said the gate was “never open.”", ("the gate was “never open.”",)),
    ],
)
def test_a_quotation_finds_its_speaker(text: str, content: tuple[str, ...]) -> None:
    ((source, _, found),) = said(text)
    assert (source, found) == ("Moro", content)


def test_a_quotation_over_paragraphs_is_one_content() -> None:
    assert said("“It rained.", "“It poured,” said Moro. “We left.”") == [
        ("Moro", "said", ("“It rained.", "“It poured,”", "“We left.”"))
    ]


def test_a_paragraph_that_is_a_quotation_belongs_to_who_spoke_before() -> None:
    assert said("“It rained,” said Moro.", "“We left.”") == [
        ("Moro", "said", ("“It rained,”", "“We left.”"))
    ]


def test_it_does_not_where_the_block_is_of_another_kind() -> None:
    report = report_of("“It rained,” said Moro.", (BlockKind.PULL_QUOTE, "“We left.”"))
    assert [a.content for a in said_in(report)] == [("“It rained,”",)]


def test_hearsay_within_reported_words_is_an_attribution_of_its_own() -> None:
    assert said("He says the guard told him that his brother had died.") == [
        ("He", "says", ("the guard told him that his brother had died",)),
        ("the guard", "told", ("that his brother had died",)),
    ]
    inner = said("“My sister told me that the boat sank,” she said.")
    assert inner[1] == ("My sister", "told", ("that the boat sank",))


def test_an_agency_that_quotes_another_relays_it() -> None:
    assert said("Norpress, quoting the ministry, said the launch failed.") == [
        ("Norpress", "said", ("the launch failed",)),
        ("the ministry", "quoting", ("the launch failed",)),
    ]


def test_who_is_quoted_may_have_an_apposition_of_its_own() -> None:
    first, second = said("Norpress, quoting Ada Moro, the mayor, said the launch failed.")
    assert (first[0], second[0]) == ("Norpress", "Ada Moro, the mayor")


@pytest.mark.parametrize("kind", [BlockKind.CREDIT, BlockKind.BYLINE, BlockKind.BOILERPLATE])
def test_what_is_no_text_of_the_report_is_not_read(kind: BlockKind) -> None:
    assert said_in(report_of((kind, "Moro said that the road was cut."))) == []


@pytest.mark.parametrize("kind", [BlockKind.HEADLINE, BlockKind.KEY_POINT, BlockKind.CAPTION])
def test_headlines_key_points_and_captions_are_read(kind: BlockKind) -> None:
    (found,) = said_in(report_of((kind, "Nurse says road was cut")))
    assert (found.source, found.cue, found.content) == ("Nurse", "says", ("road was cut",))
