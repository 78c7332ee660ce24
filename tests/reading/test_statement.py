"""Statements: every paragraph is the author's."""

from __future__ import annotations

import pytest

from firsthand.ingest.report import BlockKind, ReportKind
from tests.reading.made import report_of, said_in


@pytest.mark.parametrize(
    "parts",
    [
        [(BlockKind.BYLINE, "By Ada Moro"), "We left in May."],
        [(BlockKind.HEADLINE, "Statement of Ada Moro"), "We left in May."],
        ["I, Ada Moro, left in May."],
    ],
)
def test_the_author_is_named_in_byline_title_or_words(
    parts: list[str | tuple[BlockKind, str]],
) -> None:
    (found,) = said_in(report_of(*parts, kind=ReportKind.STATEMENT))
    assert (found.source, found.cue, found.kind) == ("Ada Moro", "", "direct")


def test_without_a_name_the_source_stays_empty() -> None:
    found = said_in(report_of("I saw it.", "I left.", kind=ReportKind.STATEMENT))
    assert [(a.source, a.content) for a in found] == [("", ("I saw it.",)), ("", ("I left.",))]


def test_headline_and_boilerplate_are_not_the_author_speaking() -> None:
    report = report_of(
        (BlockKind.HEADLINE, "Statement"),
        (BlockKind.BOILERPLATE, "Page 1"),
        kind=ReportKind.STATEMENT,
    )
    assert said_in(report) == []
