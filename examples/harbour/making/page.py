"""Sets a document as a PDF: running header, page number, notes at the foot of the page.

The layout is done by hand rather than with a template, because a note must stand on the page of its
mark. Paragraphs are never split, so that every quotation lies on one page.
"""

from dataclasses import dataclass, field
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

from .source import MARK, Block, Document, note_marks

MARGIN, TOP, FOOT, GUTTER = 68.0, 770.0, 70.0, 20.0
BODY = ParagraphStyle("body", fontName="Times-Roman", fontSize=10.8, leading=14.6, spaceAfter=7)
NOTE = ParagraphStyle("note", parent=BODY, fontSize=8.4, leading=10.6, spaceAfter=2)
SMALL = ParagraphStyle("small", parent=BODY, fontSize=9.2, leading=12, textColor="#444444")
STYLES = {
    "headline": ParagraphStyle(
        "headline", fontName="Times-Bold", fontSize=19, leading=23, spaceAfter=9
    ),
    "subheading": ParagraphStyle(
        "subheading", fontName="Helvetica-Bold", fontSize=10.8, leading=16, spaceAfter=3
    ),
    "key_point": ParagraphStyle(
        "key_point", parent=BODY, leftIndent=14, bulletIndent=2, spaceAfter=4
    ),
    "byline": ParagraphStyle("byline", parent=SMALL, fontName="Helvetica", spaceAfter=3),
    "dateline": ParagraphStyle("dateline", parent=SMALL, fontName="Helvetica", spaceAfter=10),
    "credit": SMALL,
    "boilerplate": ParagraphStyle("boilerplate", parent=SMALL, fontName="Times-Italic"),
}


@dataclass(slots=True)
class Sheet:
    """The page being filled: where the next line goes and which notes wait for the foot."""

    canvas: Canvas
    document: Document
    columns: int
    foot: float = FOOT
    number: int = 1
    column: int = 0
    y: float = TOP
    start: float = TOP
    notes: list[Paragraph] = field(default_factory=list)

    @property
    def width(self) -> float:
        """The width of one column."""
        room: float = A4[0] - 2 * MARGIN - GUTTER * (self.columns - 1)
        return room / self.columns

    @property
    def left(self) -> float:
        """The left edge of the present column."""
        return MARGIN + float(self.column) * (self.width + GUTTER)


def make_pdf(document: Document, path: Path) -> None:
    """Write the document as a PDF whose bytes depend on its text alone."""
    facts = document.facts
    canvas = Canvas(str(path), pagesize=A4, invariant=1, lang=facts["language"])
    canvas.setTitle(facts["title"])
    canvas.setAuthor(facts["author"])
    canvas.setSubject(facts["subject"])
    sheet = Sheet(canvas, document, int(facts.get("columns", "1")), float(facts.get("foot", FOOT)))
    for block in document.blocks:
        _place(sheet, block)
    _end_page(sheet)
    canvas.save()


def _place(sheet: Sheet, block: Block) -> None:
    wide = block.kind in ("headline", "byline", "dateline")
    width = A4[0] - 2 * MARGIN if wide else sheet.width
    text = _paragraph(block)
    notes = [_note(sheet.document, mark) for mark in note_marks(block.text)]
    room = text.wrap(width, TOP)[1] + (70 if block.kind == "subheading" else 0)
    if sheet.y - room < sheet.foot + _height(sheet.notes + notes):
        _next_column(sheet)
    sheet.notes += notes
    _draw(sheet, text, width)
    if wide:
        sheet.start = sheet.y


def _paragraph(block: Block) -> Paragraph:
    bullet = "•" if block.kind == "key_point" else None
    return Paragraph(_markup(block.text), STYLES.get(block.kind, BODY), bulletText=bullet)


def _note(document: Document, mark: str) -> Paragraph:
    return Paragraph(f"<super>{mark}</super> {_markup(document.notes[mark])}", NOTE)


def _markup(text: str) -> str:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;")
    return MARK.sub(r'<super size="7">\1</super>', escaped)


def _height(notes: list[Paragraph]) -> float:
    width = A4[0] - 2 * MARGIN
    height: float = sum(note.wrap(width, TOP)[1] + NOTE.spaceAfter for note in notes)
    return height + (16 if notes else 0)


def _draw(sheet: Sheet, text: Paragraph, width: float) -> None:
    height = text.wrap(width, TOP)[1]
    text.drawOn(sheet.canvas, sheet.left, sheet.y - height)
    sheet.y -= height + text.style.spaceAfter


def _next_column(sheet: Sheet) -> None:
    if sheet.column + 1 < sheet.columns:
        sheet.column, sheet.y = sheet.column + 1, sheet.start
        return
    _end_page(sheet)
    sheet.number, sheet.column, sheet.y, sheet.start = sheet.number + 1, 0, TOP, TOP
    sheet.notes = []


def _end_page(sheet: Sheet) -> None:
    _running_lines(sheet)
    y = FOOT + _height(sheet.notes)
    if sheet.notes:
        sheet.canvas.line(MARGIN, y - 6, MARGIN + 120, y - 6)
    y -= 12
    for note in sheet.notes:
        y -= note.height + NOTE.spaceAfter
        note.drawOn(sheet.canvas, MARGIN, y)
    sheet.canvas.showPage()


def _running_lines(sheet: Sheet) -> None:
    canvas, right = sheet.canvas, A4[0] - MARGIN
    canvas.setFont("Helvetica", 8)
    canvas.drawString(MARGIN, 800, sheet.document.facts["running"])
    canvas.drawRightString(right, 40, f"page {sheet.number}")
    canvas.line(MARGIN, 794, right, 794)
