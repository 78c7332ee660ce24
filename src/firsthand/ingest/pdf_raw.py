"""pdfium's glyphs as typed values: the one place that speaks to pypdfium2.

pypdfium2 carries no types, and its raw calls take handles that must be closed in order. Every
call to it stands here, so that the rest of the PDF reader is plain, typed Python. pdfium is not
thread-safe: read PDFs in one thread of a process at a time.
"""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, NamedTuple

import pypdfium2 as pdfium  # type: ignore[import-untyped]
import pypdfium2.raw as raw  # type: ignore[import-untyped]

NAME_LIMIT = 256
SPACE = 0x20
HYPHENS = {0x2, 0xFFFE}  # what pdfium puts for a hyphen at a line's end
DROPPED = {0x0, 0xFFFF}

Handle = Any  # of a document, page, text or link, as pdfium hands it out
Box = tuple[float, float, float, float]


class Glyph(NamedTuple):
    """One character on a page, in points from the lower left; `turn` as in `Face`.

    `base` is the height of its baseline, or how far right that is where the text runs up or down.
    A named tuple rather than a dataclass: a page has thousands, and making one costs a third.
    """

    char: str
    left: float
    bottom: float
    right: float
    top: float
    base: float
    size: float
    bold: bool
    turn: int


@dataclass(frozen=True, slots=True)
class Face:
    """What all characters of one text object share; `turn` counts quarter turns, -1 is aslant."""

    size: float
    bold: bool
    turn: int


@dataclass(frozen=True, slots=True)
class LinkArea:
    """A rectangle of a page that leads to an address."""

    box: Box
    url: str


@dataclass(frozen=True, slots=True)
class RawPage:
    """A page as pdfium gives it, in the order of its content stream; `number` counts from 1.

    `drawn` says that something stands on it, be it a picture.
    """

    number: int
    width: float
    height: float
    glyphs: list[Glyph]
    links: list[LinkArea]
    drawn: bool = True


class PasswordError(Exception):
    """The file opens only with a password."""


class DamagedError(Exception):
    """pdfium cannot read the file, or a page of it."""


class RawDocument:
    """An open PDF; use `opened`, which closes it."""

    def __init__(self, handle: Handle) -> None:
        self._handle = handle

    def __len__(self) -> int:
        return len(self._handle)

    def metadata(self, key: str) -> str:
        """A value of the information dictionary, empty where it is not given."""
        return str(self._handle.get_metadata_value(key))

    def language(self) -> str:
        """The catalogue's /Lang, empty where it is not given."""
        buffer = (ctypes.c_ushort * NAME_LIMIT)()
        size = raw.FPDFCatalog_GetLanguage(self._handle, buffer, ctypes.sizeof(buffer))
        usable = 2 <= size <= ctypes.sizeof(buffer)
        return bytes(buffer)[: size - 2].decode("utf-16-le", "ignore") if usable else ""

    def page(self, index: int) -> RawPage:
        """One page with its glyphs; raises `DamagedError`."""
        try:
            page = self._handle[index]
        except pdfium.PdfiumError as error:
            raise DamagedError(str(error)) from error
        try:
            return _read_page(self._handle, page, index + 1)
        except pdfium.PdfiumError as error:
            raise DamagedError(str(error)) from error
        finally:
            page.close()


@contextmanager
def opened(content: bytes) -> Iterator[RawDocument]:
    """The document, closed at the end; raises `PasswordError` or `DamagedError`."""
    try:
        handle = pdfium.PdfDocument(content)
    except pdfium.PdfiumError as error:
        protected = error.err_code in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY)
        raise (PasswordError if protected else DamagedError)(str(error)) from error
    try:
        yield RawDocument(handle)
    finally:
        handle.close()


def _read_page(document: Handle, page: Handle, number: int) -> RawPage:
    width, height = page.get_size()
    text = page.get_textpage()
    try:
        glyphs = list(_paired(_glyphs(text.raw, text.count_chars())))
    finally:
        text.close()
    drawn = bool(glyphs) or raw.FPDFPage_CountObjects(page) > 0
    return RawPage(number, width, height, glyphs, list(_links(document, page)), drawn)


def _glyphs(text: Handle, count: int) -> Iterator[Glyph]:
    """Every character that stands on the page, and the spaces that pdfium sees between them.

    A space that pdfium adds stands where the character before it ends.
    """
    box, x, y = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    seen, face = 0, Face(0.0, False, 0)
    last: Glyph | None = None
    for index in range(count):
        code = raw.FPDFText_GetUnicode(text, index)
        if code <= SPACE and raw.FPDFText_IsGenerated(text, index) == 1:
            if last is not None and code == SPACE:
                yield last._replace(char=" ", left=last.right)
            continue
        item = raw.FPDFText_GetTextObject(text, index)
        if not item or not (char := _char(code)):
            continue
        if (address := ctypes.addressof(item.contents)) != seen:
            seen, face = address, _face(text, index)
        raw.FPDFText_GetLooseCharBox(text, index, box)
        raw.FPDFText_GetCharOrigin(text, index, x, y)
        base = x.value if face.turn % 2 == 1 else y.value
        where = (box.left, box.bottom, box.right, box.top)
        last = Glyph(char, *where, base, face.size, face.bold, face.turn)
        yield last


def _char(code: int) -> str:
    if code in HYPHENS:
        return "-"
    return "" if code in DROPPED or code > 0x10FFFF else chr(code)


def _paired(glyphs: Iterator[Glyph]) -> Iterator[Glyph]:
    """Surrogate halves become the one character they stand for; a lone half is dropped."""
    high: Glyph | None = None
    for glyph in glyphs:
        if "\ud800" <= glyph.char <= "\udbff":
            high = glyph
        elif "\udc00" <= glyph.char <= "\udfff":
            if high is not None:
                pair = (high.char + glyph.char).encode("utf-16", "surrogatepass").decode("utf-16")
                yield glyph._replace(char=pair, left=high.left)
            high = None
        else:
            yield glyph


def _face(text: Handle, index: int) -> Face:
    """Size in points as printed: a font's nominal size may be 1, and the matrix does the rest."""
    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(text, index, matrix)
    scale = math.hypot(matrix.c, matrix.d)
    quarter = math.atan2(matrix.b, matrix.a) / (math.pi / 2)
    turn = round(quarter) % 4 if abs(quarter - round(quarter)) < 0.1 else -1
    return Face(raw.FPDFText_GetFontSize(text, index) * scale, _bold(text, index), turn)


def _bold(text: Handle, index: int) -> bool:
    name, flags = ctypes.create_string_buffer(NAME_LIMIT), ctypes.c_int()
    raw.FPDFText_GetFontInfo(text, index, name, NAME_LIMIT, flags)
    if any(word in name.value.lower() for word in (b"bold", b"black", b"heavy", b"cmbx")):
        return True
    return bool(raw.FPDFText_GetFontWeight(text, index) >= 600)


def _links(document: Handle, page: Handle) -> Iterator[LinkArea]:
    position, link, rect = ctypes.c_int(0), raw.FPDF_LINK(), raw.FS_RECTF()
    while raw.FPDFLink_Enumerate(page, position, link):
        url = _url(document, link)
        if url and raw.FPDFLink_GetAnnotRect(link, rect):
            yield LinkArea((rect.left, rect.bottom, rect.right, rect.top), url)


def _url(document: Handle, link: Handle) -> str:
    action = raw.FPDFLink_GetAction(link)
    if not action or raw.FPDFAction_GetType(action) != raw.PDFACTION_URI:
        return ""
    size = raw.FPDFAction_GetURIPath(document, action, None, 0)
    buffer = ctypes.create_string_buffer(size)
    raw.FPDFAction_GetURIPath(document, action, buffer, size)
    return buffer.value.decode("utf-8", "replace").strip()
