"""PDFs of fictional sentences, built on the fly for the tests."""

from __future__ import annotations

import io
from collections.abc import Callable

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    PageTemplate,
    Paragraph,
    SimpleDocTemplate,
    Table,
)

PAGE = (400.0, 600.0)
Draw = Callable[[Canvas], None]

BODY = ParagraphStyle("body", fontName="Times-Roman", fontSize=10, leading=12, spaceAfter=6)
INDENTED = ParagraphStyle("indented", BODY, spaceAfter=0, firstLineIndent=14)
TITLE = ParagraphStyle("title", fontName="Times-Bold", fontSize=18, leading=21, spaceAfter=12)
HEAD = ParagraphStyle("head", fontName="Times-Bold", fontSize=10, leading=12, spaceAfter=6)


def drawn(*pages: Draw, **facts: str) -> bytes:
    """A PDF of pages drawn by hand; `facts` are title, author and lang."""
    buffer = io.BytesIO()
    sheet = Canvas(buffer, pagesize=PAGE, lang=facts.get("lang"))
    sheet.setTitle(facts.get("title", ""))
    sheet.setAuthor(facts.get("author", ""))
    for page in pages:
        page(sheet)
        sheet.showPage()
    sheet.save()
    return buffer.getvalue()


def lines(*words: str, x: float = 50, y: float = 500, size: float = 10, lead: float = 12) -> Draw:
    """Draws lines of words one under the other."""

    def draw(sheet: Canvas) -> None:
        sheet.setFont("Times-Roman", size)
        for at, line in enumerate(words):
            sheet.drawString(x, y - at * lead, line)

    return draw


def together(*draws: Draw) -> Draw:
    """Draws several things on one page, in this order."""

    def draw(sheet: Canvas) -> None:
        for one in draws:
            one(sheet)

    return draw


def flowed(*parts: Flowable, running: str = "", columns: int = 1) -> bytes:
    """A PDF laid out by reportlab, with a running head and page numbers where asked for."""
    buffer = io.BytesIO()

    def edges(sheet: Canvas, _: BaseDocTemplate) -> None:
        if running:
            sheet.setFont("Times-Roman", 8)
            sheet.drawString(50, 570, f"{running} {sheet.getPageNumber()}")
            sheet.drawCentredString(200, 25, str(sheet.getPageNumber()))

    document = BaseDocTemplate(buffer, pagesize=PAGE)
    width = 300 / columns
    frames = [Frame(50 + at * (width + 10), 60, width, 480, 0, 0, 0, 0) for at in range(columns)]
    document.addPageTemplates([PageTemplate(frames=frames, onPage=edges)])
    document.build(list(parts))
    return buffer.getvalue()


def paragraph(words: str, style: ParagraphStyle = BODY) -> Paragraph:
    return Paragraph(words, style)


def table(*rows: list[str]) -> Table:
    return Table(list(rows), colWidths=[100] * len(rows[0]))


def encrypted() -> bytes:
    """A PDF that opens only with a password."""
    buffer = io.BytesIO()
    lock = StandardEncryption("open sesame", "owner", strength=128)
    SimpleDocTemplate(buffer, pagesize=PAGE, encrypt=lock).build([paragraph("Locked words.")])
    return buffer.getvalue()


def picture(sheet: Canvas) -> None:
    """A page that is a picture, as scanners make them."""
    sheet.rect(50, 50, 300, 500, fill=1)
