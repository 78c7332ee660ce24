"""Reading plain text: the file is the text, and its lines are the blocks."""

from __future__ import annotations

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from firsthand.errors import EmptyReport
from firsthand.ingest.load import Received, load
from firsthand.ingest.plain import read_plain
from firsthand.ingest.report import BlockKind, Report
from tests.ingest.checks import check_blocks, of_kind, read
from tests.ingest.pages import BODY, PLAIN


def blocks(text: str) -> list[str]:
    return [block.words for block in read_plain(text).blocks]


def kinds(report: Report) -> list[tuple[str, str]]:
    return [(b.kind.value, " ".join(report.words(b.span).split()[:3])) for b in report.blocks]


def test_an_article_pasted_from_a_page_falls_into_its_parts() -> None:
    """Key points, stray captions, credits, a caption with a claim and a subheading are found."""
    assert kinds(read(PLAIN, "article.txt")) == [
        ("key_point", "The quay turns"),
        ("key_point", "But a crane"),
        ("key_point", "Ilse Marrow, who"),
        ("key_point", "Other letters seen"),
        ("paragraph", "Dockers of Varn"),
        ("paragraph", "Ilse Marrow, who"),
        ("paragraph", "Speaking to the"),
        ("caption", "Varn dockers"),
        ("credit", "Photo: source Quayside"),
        ("paragraph", "Her account covers"),
        ("caption", "Osric Vane"),
        ("caption", "Photo: A crane"),
        ("credit", "source Reuters"),
        ("paragraph", "The shed has"),
        ("subheading", "Rowers are prisoners"),
        ("paragraph", "Tam Oduya, whose"),
        ("paragraph", '"My boy slept'),
        ("paragraph", "The regatta ends"),
    ]


def test_a_caption_keeps_all_of_its_claim() -> None:
    """The credit behind a caption is cut off to the letter."""
    claim = "A crane driver says the dockers and rowers are harbour master Osric Vane's prisoners."
    report = read(PLAIN, "article.txt")
    assert of_kind(report, BlockKind.CAPTION)[2] == f"Photo: {claim}"
    assert of_kind(report, BlockKind.CREDIT) == [
        "Photo: source Quayside Pictures", "source Reuters",
    ]  # fmt: skip


def test_the_last_paragraph_needs_no_full_stop() -> None:
    """Neither a missing full stop nor a missing line end makes the end a subheading."""
    report = read(PLAIN, "article.txt")
    assert of_kind(report, BlockKind.PARAGRAPH)[-1] == "The regatta ends on Sunday"


def test_nothing_of_a_pasted_article_is_lost() -> None:
    """Every word stands in a block, in order."""
    report = read(PLAIN, "article.txt")
    found = " ".join(report.words(b.span) for b in report.blocks).split()
    assert found == [word for word in PLAIN.split() if word != "•"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_end_in_any_of_three_ways(end: str) -> None:
    """LF, CR LF and CR give the same blocks, at the same lines."""
    draft = read_plain(end.join(["One said.", "", "Two denied.", "Three left."]))
    assert [b.words for b in draft.blocks] == ["One said.", "Two denied.", "Three left."]
    assert [b.places[0].place.line for b in draft.blocks] == [1, 3, 4]
    assert [b.places[0].place.paragraph for b in draft.blocks] == [1, 2, 3]


@pytest.mark.parametrize("separator", ["\u2028", "\u2029", "\x0c", "\x0b", "\x85"])
def test_other_separators_are_white_space_within_a_line(separator: str) -> None:
    """U+2028 and its kin part no blocks and shift no offset."""
    assert blocks(f"One said.{separator}Two denied.\nThree left.") == [
        f"One said.{separator}Two denied.", "Three left.",
    ]  # fmt: skip


def test_text_wrapped_at_a_column_is_joined_into_paragraphs() -> None:
    """Lines of one length under one another are one paragraph, whose words keep the breaks."""
    wrapped = "The crane driver said that the men were counted every hour of\n"
    first = wrapped * 4 + "the night, and then let go."
    second = wrapped * 3 + "a second night."
    assert blocks(f"{first}\n\n{second}\n") == [first, second]


def test_a_list_and_turns_stay_apart_in_wrapped_text() -> None:
    """A bullet or a speaker's name opens a block though no line is empty."""
    line = "The crane driver said that the men were counted every hour of"
    text = f"{line}\n{line}\n{line}\n{line}\nend.\nINGA VOSS: {line}\n{line}\nQ: {line}\n- {line}"
    assert [b.split()[0] for b in blocks(text)] == ["The", "INGA", "Q:", "-"]


def test_lines_of_uneven_length_are_paragraphs_of_their_own() -> None:
    """Text that is not wrapped has a paragraph a line."""
    assert blocks("\n".join(BODY)) == list(BODY)


def test_lines_without_a_letter_or_digit_are_no_blocks() -> None:
    """Rules of stars stay in the text and are no block."""
    assert blocks("She said.\n* * *\n-----\nHe denied.") == ["She said.", "He denied."]


def test_a_byte_order_mark_stays_in_the_text_and_out_of_the_blocks() -> None:
    """The text is the decoded file; the mark is no part of its headline."""
    report = read("\ufeffShed at the quay\n\n" + "\n\n".join(BODY), "a.txt")
    assert report.text.startswith("\ufeff")
    assert report.title == "Shed at the quay"


@pytest.mark.parametrize(
    "line",
    [
        "وقالت ماريا إن الرجال احتجزوا ليلتين.",
        "היא אמרה שהם נכלאו.",
        "Zoe\u0308 said no. 👩\u200d👩\u200d👧 🏴\U000e0067\U000e0062\U000e007f left.",
        "He said\u202e so \u202c.",
    ],
)
def test_any_script_keeps_its_characters(line: str) -> None:
    """Right-to-left text, combining characters and emoji are counted as code points."""
    report = read(f"Marrow spoke.\n{line}\n", "a.txt", any_language=True)
    assert report.words(report.blocks[1].span) == line


@pytest.mark.parametrize("text", ["", " \n\t\r\n", "* * *\n---"])
def test_a_file_without_words_is_empty(text: str) -> None:
    """White space and rules alone are no report."""
    with pytest.raises(EmptyReport, match=r"a\.txt"):
        read(text, "a.txt")


@pytest.mark.parametrize(
    "text",
    ["word " * 200_000, "\n" * 300_000 + "said", "said\n" * 10_000, "\r \t" * 100_000 + "x",
     "- said so\n" * 10_000, "Varn Quay: " * 20_000, "A. " * 100_000, "“" * 100_000 + "x"],
    ids=["paragraph", "empty", "lines", "blank", "bullets", "labels", "initials", "quotes"],
)  # fmt: skip
def test_a_text_of_one_sort_of_thing_takes_time_in_proportion(text: str) -> None:
    """No file of a megabyte holds the reader up."""
    begun = time.perf_counter()
    read(text, "a.txt", any_language=True)
    assert time.perf_counter() - begun < 5


LINES = st.sampled_from(
    "Photo: source AP|• He said|By Ann Ito|12 May 2018|VARN (Wire) — It|* * *|Q: Why?|\ufeff|\x1f"
    "|Photo: He fled. source Reuters|“No,” he said.|\u2028|The shed|© Ito|1. See page 9.|".split(
        "|"
    )
)
ANY = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=40)


@settings(max_examples=150, deadline=None)
@example(["Photo: x source Reuters", "\ufeff• a"])
@given(st.lists(LINES | ANY | st.sampled_from(["\n", "\r\n", "\r", ""]), max_size=14))
def test_for_all_texts_the_text_is_unchanged_and_spans_quote_it(lines: list[str]) -> None:
    """Whatever the lines, the text is the file and blocks are in order, apart and bare."""
    text = "Varn\n" + "\n".join(lines)
    report = load(Received(text.encode(), "any.txt"), any_language=True)
    assert report.text == text
    check_blocks(report)
