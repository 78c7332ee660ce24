"""Notes: one that cites something is the source of the words its mark follows."""

from __future__ import annotations

import pytest

from firsthand.ingest.report import BlockKind, ReportKind
from tests.reading.made import Said, report_of, said_in


def noted(text: str, *bodies: str) -> list[Said]:
    """The attributions by notes in a paragraph with marks [1], [2] and so on."""
    numbered = [f"{n} {body}" for n, body in enumerate(bodies, 1)]
    report = report_of(
        text,
        *[(BlockKind.FOOTNOTE, body) for body in numbered],
        kind=ReportKind.FOOTNOTED_REPORT,
        notes=[(f"[{n}]", body) for n, body in enumerate(numbered, 1)],
    )
    return [a for a in said_in(report) if a.pattern == "note"]


@pytest.mark.parametrize(
    "body",
    [
        "Interview with a former guard, Vell, 3 May 2019.",
        "Letter from the Ministry of Ports to the Commission.",
        "https://example.org/sheds",
        "Harbour Watch, Behind the Sheds, 2016.",
        "Moro v. Port of Vell, judgment.",
    ],
)
def test_a_note_that_cites_is_the_source_of_its_sentence(body: str) -> None:
    (found,) = noted("It rained. The men were held in sheds.[1] They left.", body)
    assert found.source == body.rstrip(".")
    assert (found.cue, found.content) == ("[1]", ("The men were held in sheds.",))


@pytest.mark.parametrize(
    "body",
    [
        "The term “shed” means any store.",
        "See paragraph 12.",
        "See above.",
        "Names have been changed.",
    ],
)
def test_a_note_that_explains_cites_nothing(body: str) -> None:
    assert noted("The men were held.[1]", body) == []


def test_ibid_is_the_note_before() -> None:
    found = noted("The men were held.[1] Two died.[2]", "Interview with a guard.", "Ibid.")
    assert [a.source for a in found] == ["Interview with a guard"] * 2
    assert [a.content for a in found] == [("The men were held.",), ("Two died.",)]


def test_a_mark_within_a_sentence_takes_the_clause_before_it() -> None:
    found = noted("Two died,[1] and one fled.[2]", "Interview, 2019.", "Court record, 2020.")
    assert [a.content for a in found] == [("Two died,",), ("and one fled.",)]


def test_words_whose_source_the_text_names_are_left_to_it() -> None:
    assert noted("A guard said that the men were held.[1]", "Interview, 2019.") == []


def test_a_mark_that_is_a_bare_number_ends_no_word_and_joins_no_sentences() -> None:
    report = report_of(
        "A guard said that the men were held.7 Poe denied that.",
        (BlockKind.FOOTNOTE, "7 Interview, 2019."),
        notes=[("7", "7 Interview, 2019.")],
    )
    assert said_in(report)[0].content == ("that the men were held",)
