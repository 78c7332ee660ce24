"""The sample case: citations, what is absent, and the circle, as a careful person finds them."""

from __future__ import annotations

import pytest

from firsthand.provenance.citation import Citations, citations_of
from firsthand.provenance.wording import wording_of
from tests.provenance.sample import gold, sample


@pytest.fixture(scope="module")
def citations() -> Citations:
    return citations_of(sample(), wording_of(sample()).copies)


def test_exactly_the_citations_of_the_gold_are_found(citations: Citations) -> None:
    found = {(e.report, e.to or e.cited) for e in citations.edges}
    expected = {(e["from"], e["to"] or e["cited"]) for e in gold()["citations"]}
    assert found == expected


def test_what_is_absent_is_named_with_all_that_lean_on_it(citations: Citations) -> None:
    leaning = {(a.name, report) for a in citations.absent for report in a.leaning}
    assert leaning == {(e["cited"], e["from"]) for e in gold()["citations"] if e["absent"]}


def test_the_circle_is_found(citations: Citations) -> None:
    assert [list(circle) for circle in citations.circles] == gold()["circles"]


def test_every_citation_points_at_words_of_its_report(citations: Citations) -> None:
    texts = {r.id: r.text for r in sample()}
    assert all(e.span.of(texts[e.report]).strip() for e in citations.edges)
