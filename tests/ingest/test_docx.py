"""Reading Word documents: what becomes a block, which kind is certain, and what is refused."""

from __future__ import annotations

import itertools
import struct

import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.errors import (
    EmptyReport,
    EncryptedReport,
    FirsthandError,
    MalformedReport,
    NoTextLayer,
    TooLarge,
    UnknownFormat,
)
from firsthand.ingest.docx import read_docx
from firsthand.ingest.docx_notes import letters, roman
from firsthand.ingest.draft import Draft
from firsthand.ingest.report import BlockKind
from tests.ingest.docx_docs import (
    link,
    note_body,
    notes,
    paragraphs,
    raw,
    refer,
    saved,
    with_part,
    zipped,
)

MAIN = "word/document.xml"


def read(content: bytes) -> Draft:
    draft = read_docx(content, "report.docx")
    check(draft)
    return draft


def words(draft: Draft, *kinds: BlockKind | None) -> list[str]:
    return [block.words for block in draft.blocks if not kinds or block.kind in kinds]


def check(draft: Draft) -> None:
    for block in draft.blocks:
        assert block.words == " ".join(block.words.split()) != ""
        (place,) = block.places
        assert (place.start, place.end) == (0, len(block.words))
        spans = [(x.start, x.end) for x in block.marks]
        spans += [(x.start, x.end) for x in block.anchors]
        assert all(0 <= start < end <= len(block.words) for start, end in spans)
        ordered = sorted(block.marks, key=lambda mark: mark.start)
        assert all(a.end <= b.start for a, b in itertools.pairwise(ordered))
    ids = [block.note for block in draft.blocks if block.note]
    assert len(ids) == len(set(ids))
    assert {mark.note for block in draft.blocks for mark in block.marks} <= set(ids)


def test_styles_say_what_is_headline_subheading_caption_and_pull_quote() -> None:
    def build(document: Document) -> None:
        document.add_paragraph("Lamps out on the ferry", style="Title")
        document.add_paragraph("The keeper saw nothing.")
        document.add_paragraph("At the weir", style="Heading 2")
        document.add_paragraph("A quoted passage.", style="Quote")
        document.add_paragraph("“Nobody counted us.”", style="Intense Quote")
        document.add_paragraph("The pier at Oskerholm.", style="Caption")
        document.add_paragraph("A point in a list.", style="List Bullet")

    assert [block.kind for block in read(saved(build)).blocks] == [
        BlockKind.HEADLINE,
        None,
        BlockKind.SUBHEADING,
        None,
        BlockKind.PULL_QUOTE,
        BlockKind.CAPTION,
        None,
    ]


def test_a_first_heading_is_the_headline_where_there_is_no_title() -> None:
    def build(document: Document) -> None:
        document.add_paragraph("Lamps out on the ferry", style="Heading 1")
        document.add_paragraph("At the weir", style="Heading 1")

    kinds = [block.kind for block in read(saved(build)).blocks]
    assert kinds == [BlockKind.HEADLINE, BlockKind.SUBHEADING]


def test_a_heading_after_other_words_stays_a_subheading() -> None:
    def build(document: Document) -> None:
        document.add_paragraph("The keeper saw nothing.")
        document.add_paragraph("At the weir", style="Heading 1")

    assert read(saved(build)).blocks[1].kind is BlockKind.SUBHEADING


def test_a_style_based_on_a_heading_is_one() -> None:
    def build(document: Document) -> None:
        document.add_paragraph("The keeper saw nothing.")
        style = document.styles.add_style("Chapter of ours", 1)
        style.base_style = document.styles["Heading 2"]
        document.add_paragraph("At the weir", style="Chapter of ours")

    assert read(saved(build)).blocks[1].kind is BlockKind.SUBHEADING


def test_paragraphs_and_tables_come_in_order_a_block_a_row() -> None:
    def build(document: Document) -> None:
        document.add_paragraph("Before.")
        table = document.add_table(2, 2)
        for row, texts in zip(table.rows, (("Month", "Boats"), ("May", "12")), strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
        document.add_paragraph("After.")

    draft = read(saved(build))
    assert words(draft) == ["Before.", "Month | Boats", "May | 12", "After."]
    assert words(draft, BlockKind.TABLE) == ["Month | Boats", "May | 12"]
    assert draft.blocks[2].places[0].place.path == f"{MAIN}:/w:document/w:body/w:tbl[1]/w:tr[2]"


def test_a_table_of_one_cell_is_a_frame_around_paragraphs() -> None:
    def build(document: Document) -> None:
        document.add_table(1, 1).cell(0, 0).text = "A box at the side."

    assert words(read(saved(build)), None) == ["A box at the side."]


def test_a_place_counts_paragraphs_and_gives_part_and_path() -> None:
    place = read(paragraphs("One.", "", "Three.")).blocks[1].places[0].place
    assert (place.paragraph, place.path) == (3, f"{MAIN}:/w:document/w:body/w:p[3]")


def test_a_link_stands_at_its_words() -> None:
    def build(document: Document) -> None:
        paragraph = document.add_paragraph("He wrote to ")
        link(document, paragraph, "the weir log", "https://example.org/log")
        paragraph.add_run(" that night.")

    (block,) = read(saved(build)).blocks
    assert block.words == "He wrote to the weir log that night."
    ((anchor,),) = (block.anchors,)
    assert (block.words[anchor.start : anchor.end], anchor.url) == (
        "the weir log",
        "https://example.org/log",
    )


def test_a_field_shows_its_result_and_leads_where_its_code_says() -> None:
    def build(document: Document) -> None:
        raw(
            document,
            '<w:p><w:r><w:t xml:space="preserve">See </w:t></w:r>'
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
            '<w:r><w:instrText> HYPERLINK "https://example.org/a" </w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>the log</w:t></w:r>'
            '<w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t>.</w:t></w:r></w:p>',
        )

    (block,) = read(saved(build)).blocks
    assert block.words == "See the log."
    assert [(a.start, a.end, a.url) for a in block.anchors] == [(4, 11, "https://example.org/a")]


def test_footnotes_and_endnotes_are_numbered_as_word_does_and_come_last() -> None:
    def build(document: Document) -> None:
        paragraph = document.add_paragraph("He saw a light")
        refer(paragraph, 2)
        paragraph.add_run(" and heard a bell")
        refer(paragraph, 1)
        refer(paragraph, 1, "endnote")
        notes(document, "footnote", note_body("Log of the weir."), note_body("The keeper."))
        notes(document, "endnote", note_body("The archive.", "endnote"))

    draft = read(saved(build))
    assert words(draft) == [
        "He saw a light1 and heard a bell2i",
        "1 The keeper.",
        "2 Log of the weir.",
        "i The archive.",
    ]
    assert [(m.start, m.end, m.note) for m in draft.blocks[0].marks] == [
        (14, 15, "fn-1"),
        (32, 33, "fn-2"),
        (33, 34, "en-1"),
    ]
    assert [block.note for block in draft.blocks[1:]] == ["fn-1", "fn-2", "en-1"]
    assert {block.kind for block in draft.blocks[1:]} == {BlockKind.FOOTNOTE}
    path = draft.blocks[1].places[0].place.path
    assert path == "word/footnotes.xml:/w:footnotes/w:footnote[3]/w:p[1]"


def test_a_note_of_two_paragraphs_carries_its_id_once() -> None:
    def build(document: Document) -> None:
        refer(document.add_paragraph("He saw a light."), 1)
        notes(document, "footnote", "<w:p><w:r><w:t>One.</w:t></w:r></w:p>" + note_body("Two."))

    draft = read(saved(build))
    assert [(b.words, b.note) for b in draft.blocks[1:]] == [("1 One.", "fn-1"), ("1 Two.", None)]


def test_a_note_with_a_sign_of_its_own_is_marked_by_it() -> None:
    def build(document: Document) -> None:
        paragraph = document.add_paragraph("He saw a light")
        paragraph._p.append(
            parse_xml(
                f"<w:r {nsdecls('w')}><w:footnoteReference w:id='1' w:customMarkFollows='1'/>"
                "<w:t>*</w:t></w:r>"
            )
        )
        notes(document, "footnote", "<w:p><w:r><w:t>* The keeper.</w:t></w:r></w:p>")

    draft = read(saved(build))
    assert draft.blocks[0].words == "He saw a light*"
    assert [(m.start, m.end) for m in draft.blocks[0].marks] == [(14, 15)]
    assert "* The keeper." in draft.blocks[1].words


def test_inserted_text_is_read_deleted_text_is_not_and_a_warning_says_so() -> None:
    def build(document: Document) -> None:
        raw(
            document,
            '<w:p><w:r><w:t xml:space="preserve">He saw </w:t></w:r>'
            '<w:del w:id="1"><w:r><w:delText>nothing</w:delText></w:r></w:del>'
            '<w:ins w:id="2"><w:r><w:t>a light</w:t></w:r></w:ins></w:p>',
        )

    draft = read(saved(build))
    assert words(draft) == ["He saw a light"]
    assert draft.warnings == ("tracked changes: inserted text is read, deleted is not",)


def test_hidden_text_and_comments_are_not_read_and_warnings_say_so() -> None:
    def build(document: Document) -> None:
        raw(
            document,
            "<w:p><w:r><w:t>Shown.</w:t></w:r>"
            "<w:r><w:rPr><w:vanish/></w:rPr><w:t>Hidden.</w:t></w:r>"
            '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t> Seen.</w:t></w:r>'
            '<w:r><w:commentReference w:id="4"/></w:r></w:p>',
        )

    draft = read(saved(build))
    assert words(draft) == ["Shown. Seen."]
    assert draft.warnings == ("1 comment, not read", "hidden text, not read")


def test_a_text_box_is_a_block_of_its_own_and_not_read_twice() -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>In the box.</w:t></w:r></w:p></w:txbxContent>"
    mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"

    def build(document: Document) -> None:
        raw(
            document,
            f'<w:p><w:r><w:t>Around it.</w:t></w:r><w:r><mc:AlternateContent xmlns:mc="{mc}">'
            f"<mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>"
            f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>",
        )

    assert words(read(saved(build))) == ["Around it.", "In the box."]


def test_title_author_and_language_are_read_and_no_date() -> None:
    def build(document: Document) -> None:
        facts = document.core_properties
        facts.title, facts.author, facts.language = "The weir", "I. Brandt", "en-GB"
        document.add_paragraph("Words.")

    found = read(saved(build)).metadata
    assert (found.title, found.byline, found.language) == ("The weir", "I. Brandt", "en-GB")
    assert found.published is None


def test_numerals_run_as_word_counts_them() -> None:
    assert [roman(n) for n in (1, 4, 9, 14, 40, 1999)] == ["i", "iv", "ix", "xiv", "xl", "mcmxcix"]
    assert [letters(n) for n in (1, 26, 27)] == ["a", "z", "aa"]


def test_nothing_at_all_is_an_empty_report() -> None:
    with pytest.raises(EmptyReport, match=r"^report\.docx: the file has 0 bytes"):
        read_docx(b"", "report.docx")


def test_a_document_without_words_is_an_empty_report() -> None:
    with pytest.raises(EmptyReport, match="no text"):
        read_docx(paragraphs("", "  "), "report.docx")


def test_pictures_alone_have_no_text_layer() -> None:
    with pytest.raises(NoTextLayer, match="OCR"):
        read_docx(with_part(paragraphs(""), "word/media/scan.png", b"x"), "report.docx")


def test_a_password_is_asked_for() -> None:
    locked = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")
    with pytest.raises(EncryptedReport, match="password"):
        read_docx(locked, "report.docx")


def test_an_old_word_document_is_to_be_saved_anew() -> None:
    with pytest.raises(UnknownFormat, match=r"save it as \.docx"):
        read_docx(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "report.doc")


@pytest.mark.parametrize(
    "content",
    [
        b"No zip at all.",
        zipped(a_dot_txt=b"words"),
        zipped(xl__workbook_dot_xml=b"<workbook/>"),
        zipped(word__document_dot_xml=b"<workbook/>"),
    ],
)
def test_what_is_no_word_document_is_of_an_unknown_format(content: bytes) -> None:
    with pytest.raises(UnknownFormat, match="not a Word document"):
        read_docx(content, "report.docx")


def test_a_damaged_document_is_malformed() -> None:
    good = paragraphs("Words.")
    for bad in (good[:-40], b"PK\x03\x04", with_part(good, MAIN, b"<w:document")):
        with pytest.raises(MalformedReport, match="damaged"):
            read_docx(bad, "report.docx")


def test_a_zip_bomb_is_too_large() -> None:
    bomb = with_part(paragraphs("Words."), "word/extra.xml", bytes(20_000_000))
    assert len(bomb) < 100_000
    with pytest.raises(TooLarge, match="zip bomb"):
        read_docx(bomb, "report.docx")


def test_a_zip_bomb_that_declares_little_is_damaged_and_not_unpacked() -> None:
    bomb = with_part(paragraphs("Words."), MAIN, bytes(70_000_000))
    at = bomb.rindex(MAIN.encode()) - 46  # the entry in the zip's directory
    lying = bomb[: at + 24] + struct.pack("<I", 1000) + bomb[at + 28 :]
    with pytest.raises(MalformedReport, match="damaged"):
        read_docx(lying, "report.docx")


def test_a_package_of_too_many_files_is_too_large() -> None:
    with pytest.raises(TooLarge, match="10001 files"):
        read_docx(zipped(**{f"f{n}": b"" for n in range(10_001)}), "report.docx")


def test_an_entity_reads_no_file_and_grows_no_text() -> None:
    xml = (
        '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd"><!ENTITY g "GROWN">]>'
        f"<w:document {nsdecls('w')}><w:body><w:p><w:r><w:t>Safe &f;&g;</w:t></w:r></w:p>"
        "</w:body></w:document>"
    )
    assert words(read(with_part(paragraphs("Words."), MAIN, xml.encode()))) == ["Safe"]


def test_a_paragraph_of_a_million_characters_is_read() -> None:
    assert len(read(paragraphs("weir " * 200_000)).blocks[0].words) == 999_999


PIECES = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=30)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.lists(st.tuples(PIECES, st.sampled_from(("text", "note", "link"))), max_size=6),
        max_size=4,
    )
)
def test_any_words_give_normal_words_with_everything_inside(
    rows: list[list[tuple[str, str]]],
) -> None:
    def build(document: Document) -> None:
        document.add_paragraph("First.")
        notes(document, "footnote", *[note_body("The log.")] * 24)
        key = 0
        for row in rows:
            paragraph = document.add_paragraph()
            for text, what in row:
                clean = "".join(c for c in text if c not in "\ufffe\uffff")
                if what == "link":
                    link(document, paragraph, "", "https://example.org/")
                    paragraph._p[-1][-1][-1].text = clean
                else:
                    paragraph.add_run(clean)
                if what == "note":
                    key += 1
                    refer(paragraph, key)

    draft = read(saved(build))
    kept = "".join(t for row in rows for t, _ in row)
    assert all(mark.note for block in draft.blocks for mark in block.marks)
    if any(what == "note" for row in rows for _, what in row):
        assert any(block.marks for block in draft.blocks)
    assert not kept.split() or len(draft.blocks) > 1 or not kept.replace("\u00ad", "").split()


SAMPLE = paragraphs(*["The keeper saw a light and heard a bell from the weir."] * 30)


@settings(max_examples=80, deadline=None)
@given(st.data())
def test_a_truncated_or_damaged_document_is_read_or_refused_in_one_line(
    data: st.DataObject,
) -> None:
    kept = len(SAMPLE) - data.draw(st.integers(0, len(SAMPLE)) | st.just(0), label="cut")
    content = bytearray(SAMPLE[:kept])
    for _ in range(data.draw(st.integers(0, 8), label="flips") if content else 0):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    try:
        check(read_docx(bytes(content), "report.docx"))
    except FirsthandError as error:
        assert str(error).startswith("report.docx")
        assert "\n" not in str(error)
