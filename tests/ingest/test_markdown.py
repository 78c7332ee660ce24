"""Reading Markdown: the page that it stands for."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.ingest.load import Received, load
from firsthand.ingest.report import BlockKind
from tests.ingest.checks import check, of_kind, outline, read
from tests.ingest.pages import BODY, DENIED, LEAD, SECOND

REPORT = f"""\
---
layout: post
---
# Shed at the quay

- The men were locked in, a driver says
- The port denies it

{LEAD}[^driver]

## What the port says

{DENIED} The [notice](https://port.example/shed) has *no* date.

> {SECOND}

| Month | Held |
|-------|------|
| May   | 12   |

[^driver]: Interview with a crane driver, 3 May 2018.
"""


def test_a_report_in_markdown_falls_into_its_parts() -> None:
    """Heading, list, paragraphs, quotation, table and note become blocks."""
    assert outline(read(REPORT, "report.md")) == [
        ("headline", "Shed at the"),
        ("key_point", "The men were"),
        ("key_point", "The port denies"),
        ("paragraph", "Dockers at Varn"),
        ("subheading", "What the port"),
        ("paragraph", "The port authority"),
        ("paragraph", "Ilse Marrow, who"),
        ("table", "Month | Held"),
        ("table", "May | 12"),
        ("footnote", "Interview with a"),
    ]


def test_a_footnote_of_markdown_stands_with_its_mark() -> None:
    """The mark leads to the note's words, without the arrow back."""
    report = read(REPORT, "report.md")
    ((mark, body),) = [(report.words(n.mark), report.words(n.body)) for n in report.notes]
    assert (mark, body) == ("[1]", "Interview with a crane driver, 3 May 2018.")


def test_a_link_of_markdown_is_kept_with_its_words() -> None:
    """The address stands apart from the text."""
    report = read(REPORT, "report.md")
    assert [(report.words(x.words), x.url) for x in report.links] == [
        ("notice", "https://port.example/shed")
    ]
    assert "port.example" not in report.text


def test_all_of_a_markdown_file_is_the_report() -> None:
    """No part of it is taken for a page's frame, and no warning speaks of one."""
    report = read("\n\n".join(["# Shed", "It began so.", f"> {' '.join(BODY)}", "It ended so."]),
                  "a.md")  # fmt: skip
    assert of_kind(report, BlockKind.BOILERPLATE) == []
    assert report.warnings == ()


def test_quotation_marks_stay_as_they_were_written() -> None:
    """No typographer turns straight quotation marks into curly ones."""
    assert (
        '"No," she said -- twice...' in read('"No," she said -- twice...\n\nHe left.', "a.md").text
    )


def test_lines_of_a_paragraph_flow_into_one() -> None:
    """A soft break is white space, as it is on the page."""
    assert "He said so." in read("He said\nso.\n\nShe denied it.", "a.md").text


@settings(max_examples=40, deadline=None)
@given(st.text(st.sampled_from(list("ab #*_[]()^:>|-`~!<&;\\\n\t1é👍")), max_size=120))
def test_for_all_markdown_spans_quote_the_text(text: str) -> None:
    """No nonsense of signs breaks the offsets."""
    check(load(Received(f"Varn\n{text}".encode(), "any.md"), any_language=True))
