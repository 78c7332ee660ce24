"""Somebody who is only heard of: by name, or by a word."""

from __future__ import annotations

from dataclasses import replace

import pytest

from firsthand.evidence.values import BasisKind
from firsthand.provenance.filed import FiledReport
from firsthand.provenance.informants import full_name
from firsthand.provenance.origins import Interval
from firsthand.provenance.trace import trace_of
from firsthand.text import Span
from tests.provenance.casts import Part, report, someone


def hearsay(name: str, hearer: str, informant: str) -> FiledReport:
    """A report in which an unnamed person has it from somebody."""
    told = report(name, someone(hearer, f"{informant} told him that it was so"))
    start = told.text.index(informant)
    heard = replace(
        told.statements[0],
        basis=BasisKind.HEARD,
        heard_from=Span(start, start + len(informant)),
    )
    return replace(told, statements=(heard,))


def interval(*reports: FiledReport) -> Interval:
    keys = [(r.id, s.id) for r in reports for s in r.statements]
    return trace_of(reports).behind(keys).interval


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("her brother Ivo Lenn", "Ivo Lenn"),
        ("Ivo Lenn", "Ivo Lenn"),
        ("a neighbour", ""),
        ("her aunt Rosa", ""),
        ("the Harbour Guard", ""),
        ("Ms Lenn", ""),
    ],
)
def test_a_full_name_is_a_persons_and_of_two_words(words: str, name: str) -> None:
    assert full_name(words) == name


def test_two_who_have_it_from_one_name_have_one_source() -> None:
    found = interval(
        hearsay("r1", "a docker", "Ivo Lenn"), hearsay("r2", "a nurse", "her brother Ivo Lenn")
    )
    assert found == Interval(1, 1)


def test_an_informant_who_speaks_elsewhere_under_the_full_name_is_counted_once() -> None:
    found = interval(hearsay("r1", "a docker", "Ivo Lenn"), report("r2", Part("Ivo Lenn")))
    assert found == Interval(1, 1)


def test_a_named_informant_is_not_somebody_of_another_name() -> None:
    found = interval(hearsay("r1", "a docker", "Ivo Lenn"), report("r2", Part("Mara Voss")))
    assert found == Interval(2, 2)


def test_a_neighbour_may_be_anybody() -> None:
    found = interval(hearsay("r1", "a docker", "a neighbour"), report("r2", Part("Mara Voss")))
    assert found == Interval(1, 2)


def test_who_has_it_from_somebody_in_one_report_may_have_it_so_in_another() -> None:
    """The other report leaves out from whom: no second source is made of the hearer."""
    heard = hearsay("r1", "Mara Voss", "Ivo Lenn")
    heard = replace(heard, sources=report("r1", Part("Mara Voss")).sources)
    assert interval(heard, report("r2", Part("Mara Voss"))).lower == 1
