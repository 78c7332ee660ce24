"""News sentences as newsrooms of many countries write them: who spoke is found in each."""

from __future__ import annotations

import pytest

from firsthand.ingest.report import BlockKind
from tests.reading.made import report_of, said, said_in


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("“It was a massacre”, Ann Lee said.", "Ann Lee"),
        ("“It was a massacre”, said Ann Lee.", "Ann Lee"),
        ("‘It was a massacre’, she said.", "she"),
        ("'It was a massacre', said the nurse.", "the nurse"),
        ("«It was a massacre», said Ann Lee.", "Ann Lee"),
    ],
)
def test_the_comma_may_stand_outside_the_mark(text: str, source: str) -> None:
    ((found, cue, (content,)),) = said(text)
    assert (found, cue) == (source, "said")
    assert "massacre" in content


def test_a_quotation_goes_on_behind_a_comma_outside_its_mark() -> None:
    assert said("“We saw three men”, the nurse told the Herald, “and they ran.”") == [
        ("the nurse", "told", ("“We saw three men”", "“and they ran.”"))
    ]


@pytest.mark.parametrize(
    "content",
    [
        "that, on 3 May 2018, soldiers shot two men",
        "that detainees' hands were bound",
        "that (i) men were held and (ii) women fled",
    ],
)
def test_that_may_be_followed_by_a_date_a_bracket_or_a_possessive(content: str) -> None:
    assert said(f"The inquiry stated {content}.") == [("The inquiry", "stated", (content,))]


@pytest.mark.parametrize(
    "source",
    [
        "A former detainee, “R.”,",
        'The woman, who asked to be called "Nina",',
        "A man, “Abu Ali”,",
    ],
)
def test_a_pseudonym_in_quotation_marks_is_part_of_the_source(source: str) -> None:
    assert said(f"{source} said she was beaten with cables.") == [
        (source.rstrip(","), "said", ("she was beaten with cables",))
    ]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("Boat sank after warning, survivors say", "survivors", "Boat sank after warning"),
        ("Guards beat them, they said.", "they", "Guards beat them"),
        ("Soldiers hid the bodies, a doctor told the BBC.", "a doctor", "Soldiers hid the bodies"),
        (
            "The guards stole food, three villagers told this newspaper.",
            "three villagers",
            "The guards stole food",
        ),
    ],
)
def test_words_before_the_speaker_need_no_verb_in_ed(text: str, source: str, content: str) -> None:
    assert [(s, c) for s, _, c in said(text)] == [(source, (content,))]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("I was told by the station commander that the boat sank.", "the station commander"),
        ("He was told by a guard that the boat sank.", "a guard"),
        ("I was told that the boat sank.", ""),
    ],
)
def test_the_source_of_a_passive_stands_behind_by(text: str, source: str) -> None:
    assert said(text) == [(source, "was told", ("that the boat sank",))]


@pytest.mark.parametrize(
    "text",
    [
        "She appeared to be referring to life in the camp.",
        "But he didn't mention the cables.",
        "The army did not respond to a request for comment.",
        "The man, who declined to be identified, left.",
        "He refused to leave, and seems to be ill.",
        "They saw the men.",
        "He did not confirm the figures.",
    ],
)
def test_what_was_not_said_is_no_statement(text: str) -> None:
    assert said(text) == []


def test_that_somebody_did_not_reply_is_kept_for_it_is_a_response() -> None:
    assert [s for s, _, _ in said("The army did not reply to two letters.")] == ["The army"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Witnesses alleged torture, but the minister denied it.",
            [("Witnesses", "torture"), ("the minister", "it")],
        ),
        (
            "The minister said that no one had died, but a nurse, Ada Lem, told reporters that"
            " six people had died.",
            [
                ("The minister", "that no one had died"),
                ("a nurse, Ada Lem", "that six people had died"),
            ],
        ),
        (
            "The minister said no one had died, while the police said six had died.",
            [("The minister", "no one had died"), ("the police", "six had died")],
        ),
        (
            "She said it was dark, but she thought it safe.",
            [("She", "it was dark, but she thought it safe")],
        ),
    ],
)
def test_nobody_is_given_anothers_words(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(s, " ".join(c)) for s, _, c in said(text)] == expected


def test_what_she_was_told_stays_within_what_she_says() -> None:
    outer, inner = said("She said soldiers came, and a guard told her that her brother had died.")
    assert outer[2] == ("soldiers came, and a guard told her that her brother had died",)
    assert inner[0] == "a guard"


def test_a_speaker_put_in_at_the_end_is_not_reported() -> None:
    found = said("Officials said no one had died, the agency reported.")
    assert ("Officials", "said", ("no one had died",)) in found


def test_words_behind_speech_that_ended_are_the_reports() -> None:
    assert said("The captain told us, “Leave no marks,” and we understood.") == [
        ("The captain", "told", ("“Leave no marks,”",))
    ]


@pytest.mark.parametrize("source", ["him", "Moro", "the ministry", "her"])
def test_according_to_needs_no_comma(source: str) -> None:
    assert said(f"According to {source} the order came at night.") == [
        (source, "According to", ("the order came at night",))
    ]


@pytest.mark.parametrize("credit", ["Photo: Jan Ode/AFP", "Foto: source Getty", "Video: Ada Moro"])
def test_a_credit_is_nobody_speaking(credit: str) -> None:
    assert said(credit) == []


def test_a_quotation_with_nobody_near_stands_alone() -> None:
    (found,) = said_in(report_of("It rained.", "“We heard shots all night.”"))
    assert (found.source, found.cue, found.pattern) == ("", "", "alone")
    assert found.content == ("“We heard shots all night.”",)


@pytest.mark.parametrize("words", ["“Heart of the Sea”", "“We left.”", "“no end to it all”"])
def test_a_title_or_a_scrap_does_not(words: str) -> None:
    assert said("It rained.", words) == []


def test_a_quotation_belongs_to_whom_the_paragraph_before_announces() -> None:
    assert said("Ada Moro responded:", "“We left at noon.”", "“It rained.”") == [
        ("Ada Moro", "responded", ("“We left at noon.”", "“It rained.”"))
    ]


def test_an_announcement_does_not_reach_a_block_of_another_kind() -> None:
    report = report_of("Moro said:", (BlockKind.PULL_QUOTE, "“We left at noon.”"))
    assert said_in(report) == []


def test_a_pull_quote_repeats_the_text_and_does_not_stand_alone() -> None:
    assert said_in(report_of((BlockKind.PULL_QUOTE, "“We heard shots all night.”"))) == []


def test_hearsay_in_a_quotation_is_direct_only_by_the_marks_within_it() -> None:
    report = report_of(
        "“The captain told us, ‘Leave no marks,’ and I was told by a guard that the boat had"
        " gone down,” she said."
    )
    kinds = {a.pattern: a.kind for a in said_in(report)}
    assert kinds == {"end": "direct", "inner.quote": "direct", "inner.passive.that": "indirect"}
