"""Quotations: all styles of marks, balanced or not, over one paragraph or several."""

from __future__ import annotations

import itertools
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.reading.attribution import AttributionKind
from firsthand.reading.quotes import kind_of, quotations
from firsthand.text import Span

MARKS = st.text(alphabet="ab .,\n\"'“”„«»‹›‘’`\u00a0é", max_size=80)


def lines_of(text: str) -> list[Span]:
    return [Span(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text)]


def quoted(text: str) -> list[list[str]]:
    return [[s.of(text) for s in q.spans] for q in quotations(text, lines_of(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She said “no” and “yes, I do”.", [["“no”"], ["“yes, I do”"]]),
        ('She said "no" and left.', [['"no"']]),
        ("''It is,'' she said. ``No.''", [["''It is,''"], ["``No.''"]]),
        ("„Nein“, sagte er. »Doch«, sagte sie.", [["„Nein“"], ["»Doch«"]]),
        ("« Oui », dit-il. ‹Non.›", [["« Oui »"], ["‹Non.›"]]),
        ("‘No,’ he said. It’s the boys’ boat.", [["‘No,’"]]),
        ("He said 'no' but don't ask the '90s.", [["'no'"]]),
        ("the guards' sheds and the sailors' boat", []),
    ],
)
def test_each_style_of_marks_is_a_quotation(text: str, expected: list[list[str]]) -> None:
    assert quoted(text) == expected


def test_a_nested_quotation_stays_within_the_outer_one() -> None:
    assert quoted("“He said ‘go’ and ‘run’ to me,” she said.") == [
        ["“He said ‘go’ and ‘run’ to me,”"]
    ]
    assert quoted("“The sign said “Keep out” in red,” he said.") == [
        ["“The sign said “Keep out” in red,”"]
    ]


def test_a_quotation_that_runs_over_paragraphs_is_one() -> None:
    assert quoted("He said: “It rained.\n“It poured.\n“We left.” So he said.") == [
        ["“It rained.", "“It poured.", "“We left.”"]
    ]


def test_straight_marks_run_over_paragraphs_too() -> None:
    assert quoted('"One," he said. "Two.\n"Three," he said.') == [['"One,"'], ['"Two.', '"Three,"']]


def test_a_mark_never_closed_does_not_reach_the_next_paragraph() -> None:
    assert quoted("He said “it rained.\nWe left “early”.") == [["“it rained."], ["“early”"]]
    assert quoted('The 5" pipe.\nWe left "early".') == [['"early"']]


def test_a_forgotten_closing_mark_does_not_swallow_the_next_quotation() -> None:
    assert quoted("He said “no. Then she said “yes.” Nobody came.") == [["“yes.”"]]


@given(MARKS)
def test_quotations_lie_in_order_within_their_blocks_and_apart(text: str) -> None:
    blocks = lines_of(text)
    spans = [s for q in quotations(text, blocks) for s in q.spans]
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
    assert all(any(b.contains(s) for b in blocks) for s in spans)


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        ("“We left at noon,”", AttributionKind.DIRECT),
        ("they left “at noon” or so", AttributionKind.MIXED),
        ("they left at noon", AttributionKind.INDIRECT),
    ],
)
def test_kind_tells_how_much_is_quoted(content: str, kind: AttributionKind) -> None:
    spans = [s for q in quotations(content, lines_of(content)) for s in q.spans]
    assert kind_of(content, [Span(0, len(content))], spans) is kind


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"One," she said. "They never told me.', [['"One,"'], ['"They never told me.']]),
        ('"It was dark, she said. We left.', [['"It was dark,']]),
        ('"One day.\n"Two days.\n"Three days.', [['"One day.', '"Two days.', '"Three days.']]),
        ('The 5" pipe and the 6" pipe and the 7" one.', []),
    ],
)
def test_a_straight_mark_that_surely_opens_needs_no_closing_one(
    text: str, expected: list[list[str]]
) -> None:
    assert quoted(text) == expected
