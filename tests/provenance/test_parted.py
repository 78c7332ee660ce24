"""Who of those behind some statements are truly two."""

from __future__ import annotations

from dataclasses import replace

import pytest

from firsthand.provenance.filed import FiledReport
from firsthand.provenance.origins import Interval
from firsthand.provenance.outlets import is_outlet
from firsthand.provenance.trace import trace_of
from firsthand.sources.source import SourceKind
from tests.provenance.casts import Part, report, someone

SAID = "“They barred the heavy door from outside and kept us in the dark until morning came.”"
MORE = "“Nine lamps were lit along the quay and nobody of us was allowed to speak a word.”"


def interval(*reports: FiledReport) -> Interval:
    keys = [(r.id, s.id) for r in reports for s in r.statements]
    return trace_of(reports).behind(keys).interval


@pytest.mark.parametrize("paper", ["an internal order", "a ledger", "order 298 of the Guard"])
def test_a_record_is_no_persons_account(paper: str) -> None:
    record = report("r1", Part(paper, kind=SourceKind.DOCUMENT))
    assert interval(record, report("r2", someone("a docker"))) == Interval(2, 2)


@pytest.mark.parametrize("paper", ["an affidavit", "a letter", "a statement"])
def test_a_paper_that_may_be_a_persons_words_is_not_set_apart(paper: str) -> None:
    written = report("r1", Part(paper, kind=SourceKind.DOCUMENT))
    assert interval(written, report("r2", someone("a docker"))).lower == 1


def test_a_name_all_of_whose_words_are_given_to_another_may_be_a_slip_of_the_pen() -> None:
    one, other = report("r1", Part("Mara Voss", SAID)), report("r2", Part("Ivo Lenn", SAID))
    assert interval(one, other).lower == 1


def test_two_names_each_with_words_of_its_own_are_two_though_they_share_some() -> None:
    one = report("r1", Part("Mara Voss", SAID), Part("Mara Voss", "it rained"))
    both = Part("Ivo Lenn", SAID), Part("Ivo Lenn", MORE)
    assert interval(_of_one_source(one), _of_one_source(report("r2", *both))).lower == 2


def _of_one_source(told: FiledReport) -> FiledReport:
    """The report with all its statements under its first source."""
    first = told.sources[0]
    said = tuple(replace(s, source=first.id) for s in told.statements)
    mentions = tuple(m for s in told.sources for m in s.mentions)
    return replace(told, sources=(replace(first, mentions=mentions),), statements=said)


def test_a_bare_name_that_is_a_places_sets_nobody_apart() -> None:
    """Read from "a resident of Dremmel": no person's name."""
    read = report("r1", Part("Dremmel"), end="The road ends in Dremmel.")
    assert interval(read, report("r2", Part("Yasin Tohti"))).lower == 1


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Channel Nine of Tolve", True),
        ("the blog Night Ferry", True),
        ("the Ostrel Witness Project", False),
        ("the channel", False),
        ("the governor", False),
    ],
)
def test_an_outlet_may_be_named_by_the_noun_before_its_name(name: str, *, expected: bool) -> None:
    assert is_outlet(name) is expected


def test_what_an_outlet_says_that_is_not_in_the_case_is_nobodys_account() -> None:
    said = report("r1", Part("Channel Nine of Tolve", kind=SourceKind.ORGANISATION))
    assert interval(said) == Interval(0, None)
