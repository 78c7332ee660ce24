"""Who speaks by the form of a paragraph: labelled turns in an article, signed quotations."""

from __future__ import annotations

import pytest

from tests.reading.made import report_of, said_in


def by_form(*paragraphs: str) -> list[tuple[str, str, tuple[str, ...]]]:
    found = said_in(report_of(*paragraphs))
    return [(a.source, a.cue, a.content) for a in found if a.pattern in ("turn", "signed")]


@pytest.mark.parametrize("dash", ["—", "–", "―", "-", "--"])
def test_a_quotation_is_its_signers(dash: str) -> None:
    assert by_form(f"“We hid in the boat until dawn.” {dash} Ada Lem, nurse") == [
        ("Ada Lem, nurse", dash, ("“We hid in the boat until dawn.”",))
    ]


def test_a_dash_within_a_sentence_signs_nothing() -> None:
    assert by_form("“We hid” — so she told us — “until dawn came over the roofs.”") == []


def test_turns_printed_in_an_article_are_their_speakers() -> None:
    said = by_form(
        "Part of what was said follows.", '"ROE: Who gave the order?', '"LEM: The captain did.',
        '"ROE: Did you see it?"',
    )  # fmt: skip
    assert said == [
        ("ROE", ":", ("Who gave the order?",)),
        ("LEM", ":", ("The captain did.",)),
        ("ROE", ":", ("Did you see it?",)),
    ]


def test_one_colon_makes_no_transcript() -> None:
    assert by_form("LEM: nobody came.", "The road was closed for the winter.") == []
