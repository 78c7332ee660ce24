"""Where a report claims that accounts agree."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.evidence.apart.asserted import asserted_of
from firsthand.evidence.telling import Surroundings
from firsthand.ingest.report import ReportKind
from firsthand.pipeline import Options, ReaderName, read_text
from firsthand.reading.page import page_of

PARAGRAPH = "The ferry to Ulm island left at noon. {} The harbour closed at six."


def claims(text: str, kind: ReportKind | None = None) -> list[str]:
    options = Options(kind=kind, any_language=True, reader=ReaderName.RULES)
    report = read_text(text, options=options).report
    surroundings = Surroundings.of(report, page_of(report))
    return [a.span.of(report.text) for a in asserted_of(surroundings)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Other accounts have also suggested that the crews are watched.",
        "Two sources confirmed the account.",
        "Three former guards and other witnesses have confirmed it.",
        "Several witnesses independently corroborated her story.",
        "Her account is consistent with earlier testimony.",
        "The accounts are broadly consistent with each other.",
        "His story tallies with other accounts from the camp.",
        "What she described was corroborated by two survivors.",
        "Other accounts from the valley point the same way.",
        "His description matches those of other detainees’ accounts.",
    ],
)
def test_a_claim_that_accounts_agree_is_found_with_its_sentence(sentence: str) -> None:
    assert claims(PARAGRAPH.format(sentence)) == [sentence]


@pytest.mark.parametrize(
    "sentence",
    [
        "The wounds were consistent with a beating.",
        "The police confirmed the arrest.",
        "The party agreed with the plan.",
        "Other reports will be published in May.",
        "The minister said her account was consistent with other testimony.",
        "Her account was consistent with other testimony, the judge said.",
        "“Two sources confirmed the account,” Lem said.",
    ],
)
def test_what_is_no_claim_of_the_report_that_accounts_agree_is_left(sentence: str) -> None:
    assert claims(PARAGRAPH.format(sentence)) == []


def test_only_the_clause_that_claims_it_is_given() -> None:
    sentence = "The claims go further than others, but they align with accounts of forced labour."
    assert claims(PARAGRAPH.format(sentence)) == ["but they align with accounts of forced labour"]


def test_in_a_statement_its_author_speaks_and_not_the_report() -> None:
    text = PARAGRAPH.format("Two sources confirmed the account.")
    assert claims(text, ReportKind.STATEMENT) == []
    assert claims(text, ReportKind.NEWS)


@given(
    st.lists(
        st.sampled_from(
            ["two", "other", "sources", "confirmed", "accounts", "with", ",", ".", "“", "a\n\nb"]
        ),
        min_size=1,
        max_size=30,
    )
)
def test_every_claim_lies_in_the_text_and_none_overlap(words: list[str]) -> None:
    text = "x " + " ".join(words)
    options = Options(any_language=True, reader=ReaderName.RULES)
    report = read_text(text, options=options).report
    spans = [a.span for a in asserted_of(Surroundings.of(report, page_of(report)))]
    assert all(span.of(report.text).strip() for span in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))
