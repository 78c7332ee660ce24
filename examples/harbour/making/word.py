"""Writes a document as a Word file with Word's own styles and Word's own footnotes.

python-docx knows no footnotes, so their part is written here by hand. The zip is packed anew in
a fixed order with fixed times: the same text gives the same bytes.
"""

import io
import re
import zipfile
from datetime import datetime
from pathlib import Path

import docx
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from .source import MARK, Block, Document

NOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
STYLES = {
    "headline": "Title",
    "byline": "Subtitle",
    "dateline": "Subtitle",
    "subheading": "Heading 1",
    "key_point": "List Bullet",
    "caption": "Caption",
    "credit": "Caption",
}
TURN = re.compile(r"([A-Z]{3,}):(?= )")


def make_docx(document: Document, path: Path) -> None:
    """Write the document as a Word file whose bytes depend on its text alone."""
    word = docx.Document()
    _set_facts(word, document.facts)
    word.styles["Normal"].font.size = Pt(11)
    for block in document.blocks:
        _add_block(word, block)
    if document.notes:
        _add_notes(word, document.notes)
    packed = io.BytesIO()
    word.save(packed)
    path.write_bytes(_same_bytes(packed.getvalue()))


def _set_facts(word: WordDocument, facts: dict[str, str]) -> None:
    core = word.core_properties
    core.title, core.author, core.language = facts["title"], facts["author"], facts["language"]
    core.subject, core.comments, core.last_modified_by = facts["subject"], "", facts["author"]
    core.created = core.modified = datetime.fromisoformat(facts["date"])
    core.revision = 1


def _add_block(word: WordDocument, block: Block) -> None:
    paragraph = word.add_paragraph(style=STYLES.get(block.kind, "Normal"))
    turn = TURN.match(block.text)
    if turn:
        paragraph.add_run(turn.group()).bold = True
    _add_words(paragraph, block.text[turn.end() if turn else 0 :])
    if block.kind == "boilerplate":
        paragraph.runs[0].italic = True


def _add_words(paragraph: Paragraph, text: str) -> None:
    for index, piece in enumerate(MARK.split(text)):
        if index % 2:
            _add_mark(paragraph, piece)
        elif piece:
            paragraph.add_run(piece)


def _add_mark(paragraph: Paragraph, mark: str) -> None:
    run = paragraph.add_run()
    run.font.superscript = True
    reference = OxmlElement("w:footnoteReference")
    reference.set(qn("w:id"), mark)
    run._r.append(reference)


def _add_notes(word: WordDocument, notes: dict[str, str]) -> None:
    style = word.styles.add_style("footnote text", WD_STYLE_TYPE.PARAGRAPH)
    style.base_style, style.font.size = word.styles["Normal"], Pt(9)
    rows = [_separator(-1, "separator"), _separator(0, "continuationSeparator")]
    rows += [_note(mark, text, style.style_id) for mark, text in notes.items()]
    head = '<?xml version="1.0" encoding="UTF-8"?>'
    xml = f"{head}<w:footnotes {nsdecls('w')}>{''.join(rows)}</w:footnotes>"
    part = Part(PackURI("/word/footnotes.xml"), NOTES_TYPE, xml.encode(), word.part.package)
    word.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def _separator(number: int, kind: str) -> str:
    line = f"<w:p><w:r><w:{kind}/></w:r></w:p>"
    return f'<w:footnote w:type="{kind}" w:id="{number}">{line}</w:footnote>'


def _note(mark: str, text: str, style: str) -> str:
    words = text.replace("&", "&amp;").replace("<", "&lt;")
    sign = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>'
    body = f'<w:r><w:t xml:space="preserve"> {words}</w:t></w:r>'
    look = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
    return f'<w:footnote w:id="{mark}"><w:p>{look}{sign}{body}</w:p></w:footnote>'


def _same_bytes(packed: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(packed)) as old, zipfile.ZipFile(out, "w") as new:
        for name in sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            entry = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, old.read(name))
    return out.getvalue()
