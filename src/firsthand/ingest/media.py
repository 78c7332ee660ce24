"""Which format some bytes are, by the bytes; a file's name decides only between kinds of text."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import PurePath

from firsthand.errors import EncryptedReport, UnknownFormat


class Media(StrEnum):
    """The formats that are read, by their media types (IANA)."""

    HTML = "text/html"
    PDF = "application/pdf"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    PLAIN = "text/plain"
    MARKDOWN = "text/markdown"


SUFFIXES = {
    ".html": Media.HTML, ".htm": Media.HTML, ".xhtml": Media.HTML,
    ".pdf": Media.PDF, ".docx": Media.DOCX,
    ".txt": Media.PLAIN, ".text": Media.PLAIN,
    ".md": Media.MARKDOWN, ".markdown": Media.MARKDOWN,
}  # fmt: skip
"""The endings that are taken from a folder."""

_OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OTHERS = (
    (b"\x89PNG", "a picture"), (b"\xff\xd8\xff", "a picture"), (b"GIF8", "a picture"),
    (b"II*\0", "a picture"), (b"MM\0*", "a picture"), (b"\x7fELF", "a program"),
    (b"\x1f\x8b", "a compressed file"), (b"7z\xbc\xaf", "a compressed file"),
    (b"Rar!\x1a\x07", "a compressed file"), (b"BZh", "a compressed file"),
    (b"MZ\x90\0", "a program"),
    (b"{\\rtf", "an RTF file"),
)  # fmt: skip
_BLANK = b" \t\r\n\f\xef\xbb\xbf"
_BYTE_ORDER_MARKS = b"\xef\xbb\xbf\xff\xfe"
_MARKUP = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?>(?:<!--.{0,2000}?-->\s*)*)"
    rb"<(?:!doctype\s+html|html|head|body|article|main|div|p|h1|meta|title|section)\b",
    re.I | re.S,
)


def media_of(content: bytes, name: str, declared: str | None = None) -> Media:
    """The format of some bytes; `declared` is the media type that their carrier gives.

    Raises `UnknownFormat` where they are of none that is read.
    """
    if _is_pdf(content):
        return Media.PDF
    if content.startswith(b"PK\3\4"):
        return Media.DOCX
    _refuse(content, name)
    by_name = SUFFIXES.get(PurePath(name).suffix.lower())
    said = _type_of(declared)
    if said is Media.PLAIN and by_name in (None, Media.PLAIN):
        return said
    return _text_media(content, by_name if said in (None, Media.PLAIN) else said)


def _is_pdf(content: bytes) -> bool:
    """Whether it begins as a PDF, or does so behind bytes that are no text (PDF 1.7, annex H)."""
    at = content.find(b"%PDF-", 0, 1024)
    return at >= 0 and (not content[:at].strip(_BLANK) or b"\0" in content or b"%%EOF" in content)


def _type_of(declared: str | None) -> Media | None:
    bare = (declared or "").split(";")[0].strip().lower()
    bare = "text/html" if bare == "application/xhtml+xml" else bare
    return Media(bare) if bare in set(Media) else None


def _text_media(content: bytes, said: Media | None) -> Media:
    """Text of some sort: markup where it begins as markup, else what was said, else plain."""
    head = content[:4096].replace(b"\0", b"").lstrip(_BYTE_ORDER_MARKS)
    if _MARKUP.match(head) and said is not Media.MARKDOWN:
        return Media.HTML
    return said if said in (Media.HTML, Media.MARKDOWN) else Media.PLAIN


def _refuse(content: bytes, name: str) -> None:
    if content.startswith(_OLD_WORD):
        if "EncryptedPackage".encode("utf-16-le") in content:
            raise EncryptedReport(name, "the document asks for a password; save it without one")
        raise UnknownFormat(name, "it is an old Office file; save it as .docx")
    for magic, what in _OTHERS:
        if content.startswith(magic):
            raise UnknownFormat(name, f"it is {what}; give HTML, PDF, DOCX, Markdown or text")
