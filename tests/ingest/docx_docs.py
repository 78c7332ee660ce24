"""Word documents of fictional sentences, built on the fly for the tests."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.text.paragraph import Paragraph

RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."


def saved(build: Callable[[Document], None]) -> bytes:
    """The bytes of a document that `build` filled."""
    document = docx.Document()
    document.core_properties.author = ""
    build(document)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def paragraphs(*words: str) -> bytes:
    """A document of plain paragraphs."""

    def build(document: Document) -> None:
        for text in words:
            document.add_paragraph(text)

    return saved(build)


def raw(document: Document, xml: str) -> None:
    """Put a paragraph, table or the like, given as XML with the prefix w, at the body's end."""
    opening, rest = xml.split(">", 1) if not xml.split(">", 1)[0].endswith("/") else (xml[:-2], "")
    document.element.body.insert(
        len(document.element.body) - 1, parse_xml(f"{opening} {nsdecls('w', 'r')}>{rest}")
    )


def link(document: Document, paragraph: Paragraph, words: str, url: str) -> None:
    """Add words that lead to an address."""
    key = document.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    paragraph._p.append(
        parse_xml(
            f'<w:hyperlink {nsdecls("w", "r")} r:id="{key}"><w:r><w:t>{words}</w:t></w:r>'
            "</w:hyperlink>"
        )
    )


def notes(document: Document, kind: str, *bodies: str) -> None:
    """Add a part of footnotes or endnotes; each body is the XML of its paragraphs."""
    inside = "".join(
        f'<w:{kind} w:id="{at}">{body}</w:{kind}>' for at, body in enumerate(bodies, 1)
    )
    separator = (
        f'<w:{kind} w:id="0" w:type="separator"><w:p><w:r><w:t>x</w:t></w:r></w:p></w:{kind}>'
    )
    xml = f"<w:{kind}s {nsdecls('w', 'r')}>{separator}{inside}</w:{kind}s>"
    name, package = PackURI(f"/word/{kind}s.xml"), document.part.package
    part = Part(name, f"{WORD}{kind}s+xml", xml.encode(), package)
    document.part.relate_to(part, f"{RELATIONS}{kind}s")


def note_body(words: str, kind: str = "footnote") -> str:
    """The XML of a note of one paragraph."""
    return f"<w:p><w:r><w:{kind}Ref/></w:r><w:r><w:t> {words}</w:t></w:r></w:p>"


def refer(paragraph: Paragraph, key: int, kind: str = "footnote") -> None:
    """Add a reference to a note."""
    paragraph.add_run()._r.append(parse_xml(f'<w:{kind}Reference {nsdecls("w")} w:id="{key}"/>'))


def zipped(**parts: bytes) -> bytes:
    """A zip file; `__` in a name stands for a slash, `_dot_` for a point."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_dot_", "."), content)
    return buffer.getvalue()


def with_part(content: bytes, name: str, part: bytes) -> bytes:
    """The same package with one part put in or exchanged."""
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for entry in old.infolist():
            if entry.filename != name:
                new.writestr(entry, old.read(entry))
        new.writestr(name, part)
    return buffer.getvalue()
