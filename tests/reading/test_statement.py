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


@pytest.mark.parametrize(
    ("title", "author"),
    [
        ("Statement by the family of Joran Vell", "the family of Joran Vell"),
        ("Statement from relatives of two men on the verdict", "relatives of two men"),
        ("Statement of the facts", ""),
    ],
)
def test_a_title_may_name_a_family_or_a_group(title: str, author: str) -> None:
    report = report_of((BlockKind.HEADLINE, title), "We left.", kind=ReportKind.STATEMENT)
    assert [a.source for a in said_in(report)] == [author]


@pytest.mark.parametrize(
    "line", ["For immediate release", "Contact: Ada Moro, 555", "Notes to editors", "###", "ENDS"]
)
def test_lines_that_handle_a_release_are_nobodys(line: str) -> None:
    found = said_in(report_of("We left.", line, kind=ReportKind.STATEMENT))
    assert [a.content for a in found] == [("We left.",)]


def test_a_sentence_about_contact_is_the_authors() -> None:
    found = said_in(report_of("Contact with my brother was lost.", kind=ReportKind.STATEMENT))
    assert len(found) == 1
