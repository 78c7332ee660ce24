"""Reading PDFs: what becomes a block, which kind is certain, and what is refused."""

from __future__ import annotations

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from firsthand.errors import (
    EmptyReport,
    EncryptedReport,
    FirsthandError,
    MalformedReport,
    NoTextLayer,
    TooLarge,
)
from firsthand.ingest import pdf
from firsthand.ingest.draft import Draft, DraftBlock
from firsthand.ingest.pdf import read_pdf
from firsthand.ingest.pdf_join import joined
from firsthand.ingest.pdf_lines import Line
from firsthand.ingest.report import BlockKind
from tests.ingest.pdf_docs import (
    BODY,
    HEAD,
    INDENTED,
    TITLE,
    Draw,
    drawn,
    encrypted,
    flowed,
    lines,
    paragraph,
    picture,
    table,
    together,
)

FERRY = (
    "The ferry left the pier at Oskerholm before dawn with the lamps unlit, and the two boys on "
    "the upper deck said later that nobody had counted the people who came aboard. "
)
GUARD = (
    "A guard at the weir told the rowing club that the sluice had been opened by hand, which the "
    "water board has never confirmed and never denied. "
)


def read(content: bytes) -> Draft:
    draft = read_pdf(content, "report.pdf")
    check(draft)
    return draft


def words(draft: Draft, *kinds: BlockKind | None) -> list[str]:
    return [block.words for block in draft.blocks if not kinds or block.kind in kinds]


def check(draft: Draft) -> None:
    for block in draft.blocks:
        assert block.words == " ".join(block.words.split()) != ""
        spans = [(x.start, x.end) for x in block.places]
        spans += [(x.start, x.end) for x in block.marks]
        spans += [(x.start, x.end) for x in block.anchors]
        assert all(0 <= start < end <= len(block.words) for start, end in spans)
        assert block.places[0].start == 0
        assert block.places[-1].end == len(block.words)
    ids = [block.note for block in draft.blocks if block.note]
    assert len(ids) == len(set(ids))
    assert {mark.note for block in draft.blocks for mark in block.marks} <= set(ids)


def with_words(draft: Draft, part: str) -> DraftBlock:
    return next(block for block in draft.blocks if part in block.words)


def test_paragraphs_parted_by_a_gap_are_blocks() -> None:
    draft = read(flowed(paragraph(FERRY * 2), paragraph(GUARD * 2)))
    assert words(draft) == [(FERRY * 2).strip(), (GUARD * 2).strip()]
    assert [block.kind for block in draft.blocks] == [None, None]


def test_paragraphs_parted_by_an_indent_are_blocks() -> None:
    parts = [paragraph(text, INDENTED) for text in (FERRY * 2, GUARD * 2, FERRY)]
    assert words(read(flowed(*parts))) == [(FERRY * 2).strip(), (GUARD * 2).strip(), FERRY.strip()]


def test_a_line_ended_early_ends_its_paragraph() -> None:
    wide = "The clerk kept a list of every crate that went out through the north gate"
    draft = read(
        drawn(lines(wide, "until May.", "A second clerk burned it, she said, in the yard"))
    )
    assert words(draft) == [f"{wide} until May.", "A second clerk burned it, she said, in the yard"]


def test_a_place_names_page_paragraph_and_box() -> None:
    (block,) = read(drawn(lines("One line about the weir."))).blocks
    (place,) = block.places
    assert (place.place.page, place.place.paragraph) == (1, 1)
    assert place.place.box is not None
    left, bottom, right, top = place.place.box
    assert left == pytest.approx(50, abs=1)
    assert bottom < 500 < top
    assert 140 < right < 180


def test_the_largest_words_on_page_one_are_the_headline_and_bold_lines_subheadings() -> None:
    draft = read(
        flowed(
            paragraph("Lamps were out on the night ferry, passengers say", TITLE),
            paragraph(FERRY * 2),
            paragraph("What the guard saw", HEAD),
            paragraph(GUARD * 2),
        )
    )
    kinds = [block.kind for block in draft.blocks]
    assert kinds == [BlockKind.HEADLINE, None, BlockKind.SUBHEADING, None]


def test_a_cover_that_is_a_picture_hides_no_headline() -> None:
    text = lines(*["The keeper saw a light over the weir."] * 5, y=480)
    draft = read(drawn(picture, together(lines("Lamps out", size=18, y=520), text)))
    assert words(draft, BlockKind.HEADLINE) == ["Lamps out"]


def test_a_headline_of_two_lines_is_one_block() -> None:
    title = "Lamps were out on the night ferry from Oskerholm, passengers and a deckhand say"
    draft = read(flowed(paragraph(title, TITLE), paragraph(FERRY * 3)))
    assert words(draft, BlockKind.HEADLINE) == [title]


def test_two_columns_are_read_one_after_the_other() -> None:
    text = " ".join(f"Sentence number {n} about the weir and its keeper." for n in range(80))
    body = "".join(words(read(flowed(paragraph(text), columns=2)), None))
    assert body == text


def test_two_columns_held_row_by_row_are_read_one_after_the_other() -> None:
    left = [f"and the keeper wrote line {n} of his log" for n in range(12)]
    right = [f"while the guard wrote line {n} of hers" for n in range(12)]
    rows = [
        together(lines(a, y=500 - 12 * n), lines(b, x=230, y=500 - 12 * n))
        for n, (a, b) in enumerate(zip(left, right, strict=True))
    ]
    assert " ".join(words(read(drawn(together(*rows))))) == " ".join(left + right)


def test_a_paragraph_over_a_page_break_is_one_block_with_a_place_a_page() -> None:
    long = " ".join(f"In the {n}th week the keeper wrote down the height" for n in range(150))
    draft = read(flowed(paragraph(long), running="Weir Papers"))
    block = with_words(draft, "In the 0th week")
    assert block.words == long
    assert [place.place.page for place in block.places] == [1, 2, 3][: len(block.places)]
    assert len(block.places) > 1
    assert all(
        one.end < two.start for one, two in zip(block.places, block.places[1:], strict=False)
    )


def test_running_heads_and_page_numbers_are_boilerplate() -> None:
    parts = [paragraph(FERRY * 3) for _ in range(30)]
    draft = read(flowed(*parts, running="Weir Papers, part"))
    running = words(draft, BlockKind.BOILERPLATE)
    assert "Weir Papers, part 1" in running
    assert "2" in running
    assert not any("Weir Papers" in text for text in words(draft, None))


def test_a_letterhead_drawn_last_is_read_first() -> None:
    page = together(
        lines(*["The body of the page is here."] * 3), lines("Weir Press", y=580, size=7)
    )
    assert words(read(drawn(page)))[0] == "Weir Press"


def test_a_hyphen_at_a_line_end_goes_only_where_the_whole_word_is_known() -> None:
    draft = read(
        drawn(
            lines(
                "The keeper gave his testimony to the board, and that testi-",
                "mony was kept. He was a well-",
                "known man and he was born of a North-",
                "Oskerholm family, they all said at the board.",
            )
        )
    )
    (block,) = draft.blocks
    assert "and that testimony was kept" in block.words
    assert "a well-known man" in block.words
    assert "North-Oskerholm family" in block.words


def test_a_soft_hyphen_at_a_line_end_goes() -> None:
    rows = [Line(1, text, (0, 0, 1, 1), 0, 10, False) for text in ("the wit\u00ad", "ness said")]
    assert joined(rows, frozenset())[0] == "the witness said"


def footnoted(number: str, note: str) -> Draw:
    def draw(sheet: Canvas) -> None:
        sheet.setFont("Times-Roman", 10)
        sheet.drawString(50, 500, "The keeper said he had seen the light")
        end = 50 + sheet.stringWidth("The keeper said he had seen the light", "Times-Roman", 10)
        sheet.setFont("Times-Roman", 6)
        sheet.drawString(end, 504, number)
        sheet.setFont("Times-Roman", 10)
        sheet.drawString(end + 5, 500, "and went home to his house by the")
        sheet.drawString(50, 488, "weir, where he slept until the morning bell was rung.")
        sheet.setFont("Times-Roman", 5)
        sheet.drawString(50, 73, number)
        sheet.setFont("Times-Roman", 8)
        sheet.drawString(55, 70, note)

    return draw


def test_a_raised_number_leads_to_the_note_at_the_foot_of_its_page() -> None:
    draft = read(drawn(footnoted("1", "Interview with the keeper."), footnoted("1", "Same.")))
    first, second = [block for block in draft.blocks if block.kind is BlockKind.FOOTNOTE]
    assert (first.words, first.note) == ("1 Interview with the keeper.", "p1-1")
    assert (second.words, second.note) == ("1 Same.", "p2-1")
    marks = [(b.words[m.start - 5 : m.end], m.note) for b in draft.blocks for m in b.marks]
    assert marks == [("light1", "p1-1"), ("light1", "p2-1")]


def test_endnotes_under_a_heading_are_notes() -> None:
    mark = '<super size="6">{}</super>'
    draft = read(
        flowed(
            paragraph(f"The keeper saw a light{mark.format(1)} and heard a bell.{mark.format(2)} "),
            paragraph(FERRY * 4),
            paragraph("Notes", HEAD),
            paragraph("1. Interview with the keeper, at the weir."),
            paragraph("2. Log of the weir, in the archive of the board."),
        )
    )
    assert [(b.note, b.words[:6]) for b in draft.blocks if b.note] == [
        ("n-1", "1. Int"),
        ("n-2", "2. Log"),
    ]
    assert [m.note for m in draft.blocks[0].marks] == ["n-1", "n-2"]


def test_a_link_stands_at_its_words() -> None:
    link = 'He wrote to <a href="https://example.org/weir/log">the weir log</a> that night.'
    (block,) = read(flowed(paragraph(link))).blocks
    ((anchor,),) = (block.anchors,)
    assert block.words[anchor.start : anchor.end] == "the weir log"
    assert anchor.url == "https://example.org/weir/log"


def test_a_table_is_a_block_a_row() -> None:
    rows = table(["Month", "Boats", "Lost"], ["May", "12", "one"], ["June", "9", "none"])
    draft = read(flowed(paragraph(FERRY * 2), rows))
    assert words(draft, BlockKind.TABLE) == [
        "Month | Boats | Lost",
        "May | 12 | one",
        "June | 9 | none",
    ]


def test_a_page_turned_sideways_is_read_upright_with_boxes_as_in_the_file() -> None:
    def draw(sheet: Canvas) -> None:
        sheet.rotate(90)
        sheet.drawString(100, -50, "A line that runs up the page.")

    (block,) = read(drawn(draw)).blocks
    assert block.words == "A line that runs up the page."
    box = block.places[0].place.box
    assert box is not None
    assert box[0] < 50 < box[2]
    assert box[1] == pytest.approx(100, abs=1)


def test_words_aslant_are_left_out_with_a_warning() -> None:
    def stamp(sheet: Canvas) -> None:
        sheet.rotate(45)
        sheet.drawString(300, 0, "DRAFT")

    draft = read(drawn(together(lines("The body of the page is here."), stamp)))
    assert words(draft) == ["The body of the page is here."]
    assert draft.warnings == ("page 1: words that run sideways or aslant, not read",)


def test_title_author_and_language_are_read_and_no_date() -> None:
    page = lines("Words.")
    found = read(drawn(page, title="The weir", author="I. Brandt", lang="en-GB")).metadata
    assert (found.title, found.byline, found.language) == ("The weir", "I. Brandt", "en-GB")
    assert found.published is None


@pytest.mark.parametrize(
    "title", ["Microsoft Word - x.doc", "untitled", "weir_final.pdf", "Untitled-3"]
)
def test_a_title_that_a_program_made_is_no_title(title: str) -> None:
    assert read(drawn(lines("Words."), title=title)).metadata.title is None


def test_nothing_at_all_is_an_empty_report() -> None:
    with pytest.raises(EmptyReport, match=r"^report\.pdf: the file has 0 bytes"):
        read_pdf(b"", "report.pdf")


def test_blank_pages_are_an_empty_report() -> None:
    with pytest.raises(EmptyReport, match="blank"):
        read_pdf(drawn(lambda _: None), "report.pdf")


def test_a_password_is_asked_for() -> None:
    with pytest.raises(EncryptedReport, match="password"):
        read_pdf(encrypted(), "report.pdf")


@pytest.mark.parametrize("content", [b"%PDF-1.7\n", b"\x00\x01\x02", b"Not a PDF at all."])
def test_what_is_no_pdf_is_malformed(content: bytes) -> None:
    with pytest.raises(MalformedReport, match="damaged"):
        read_pdf(content, "report.pdf")


def test_pictures_alone_have_no_text_layer() -> None:
    with pytest.raises(NoTextLayer, match=r"pictures.*OCR"):
        read_pdf(drawn(picture, picture), "report.pdf")


def test_pages_without_text_among_others_are_named() -> None:
    draft = read(drawn(lines("Words."), picture, lines("More."), picture))
    assert draft.warnings == ("pages 2, 4: pictures without text, not read (run OCR first)",)


def test_more_pages_than_the_limit_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "MAX_PAGES", 2)
    with pytest.raises(TooLarge, match="3 pages, more than 2"):
        read_pdf(drawn(*[lines("Words.")] * 3), "report.pdf")


SAMPLE = flowed(
    paragraph("Lamps out", TITLE), *[paragraph(FERRY + GUARD) for _ in range(40)], running="Weir"
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_a_truncated_or_damaged_pdf_is_read_or_refused_in_one_line(data: st.DataObject) -> None:
    content = bytearray(SAMPLE[: data.draw(st.integers(0, len(SAMPLE)), label="kept")])
    for _ in range(data.draw(st.integers(0, 8), label="flips") if content else 0):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    try:
        check(read_pdf(bytes(content), "report.pdf"))
    except FirsthandError as error:
        assert str(error).startswith("report.pdf")
        assert "\n" not in str(error)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(st.characters(codec="cp1252"), max_size=80), max_size=8))
def test_any_words_give_normal_words_with_places_inside(rows: list[str]) -> None:
    content = drawn(lines("A first line of the page.", *rows))
    assert read(content).blocks


def test_fifty_pages_a_second() -> None:
    content = flowed(*[paragraph(FERRY * 3, BODY) for _ in range(200)])
    read(content)
    started = time.perf_counter()
    pages = read(content).blocks[-1].places[-1].place.page or 0
    assert (
        pages / (time.perf_counter() - started) > 20
    )  # 100 and more here; a busy machine is slower
