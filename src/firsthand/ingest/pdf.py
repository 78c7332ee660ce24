"""PDF to a draft: pages to lines, lines to blocks, blocks to words with places and notes.

A PDF has no paragraphs, only characters at places; what is read here from sizes and gaps is
given a kind only where that is plain, and `classify` decides the rest by the words. pdfium is
not thread-safe: call `read_pdf` from one thread of a process at a time.
"""

from __future__ import annotations

import re
from itertools import chain

from firsthand.errors import EmptyReport, EncryptedReport, MalformedReport, NoTextLayer, TooLarge
from firsthand.ingest.draft import Draft, Metadata
from firsthand.ingest.limits import MAX_CHARACTERS, MAX_PAGES
from firsthand.ingest.pdf_blocks import Group, blocks
from firsthand.ingest.pdf_heads import run_over, with_heads
from firsthand.ingest.pdf_join import draft_block
from firsthand.ingest.pdf_lines import Line, Page, page_lines
from firsthand.ingest.pdf_margins import Sheet, without_margins
from firsthand.ingest.pdf_measure import Measure, measure
from firsthand.ingest.pdf_notes import endnotes, footnotes, notes_of, with_ids
from firsthand.ingest.pdf_raw import DamagedError, PasswordError, RawDocument, opened
from firsthand.ingest.report import BlockKind

_NO_TITLE = re.compile(
    r"microsoft (?:word|powerpoint|excel)\b.*|untitled.*|document\d*|\(?anonymous\)?"
    r"|\(?unspecified\)?|[^\s]+\.\w{2,5}|.*\.(?:docx?|pdf|odt|rtf|indd|qxd|tex|html?|txt)",
    re.IGNORECASE,
)


def read_pdf(content: bytes, name: str) -> Draft:
    """The blocks of a PDF in reading order; not thread-safe, for pdfium is not.

    Raises `EmptyReport`, `EncryptedReport`, `MalformedReport`, `NoTextLayer` or `TooLarge`.
    """
    if not content:
        raise EmptyReport(name, "the file has 0 bytes; get it again from where it came")
    try:
        with opened(content) as document:
            return _read(document, name)
    except PasswordError as error:
        raise EncryptedReport(name, "it asks for a password; save a copy without one") from error
    except DamagedError as error:
        raise MalformedReport(name, "the PDF is damaged; get it again, or repair it") from error


def _read(document: RawDocument, name: str) -> Draft:
    if len(document) > MAX_PAGES:
        reason = f"it has {len(document)} pages, more than {MAX_PAGES}; split it"
        raise TooLarge(name, reason)
    pages, warnings = _pages(document, name)
    groups, sized = _groups(pages)
    known, ids = sized.words, notes_of(groups)
    by_number = {page.number: page for page in pages}
    made = [draft_block(x, at, by_number, ids, known) for at, x in enumerate(groups, 1)]
    return Draft(tuple(made), _metadata(document), None, warnings)


def _pages(document: RawDocument, name: str) -> tuple[list[Page], tuple[str, ...]]:
    """All pages, and what was lost; raises where there is no text at all."""
    pages: list[Page] = []
    pictures: list[int] = []
    damaged: list[int] = []
    count = 0
    for index in range(len(document)):
        try:
            page = document.page(index)
        except DamagedError:
            damaged.append(index + 1)
            continue
        pages.append(page_lines(page))
        count += len(page.glyphs)
        if count > MAX_CHARACTERS:
            raise TooLarge(name, f"it has more than {MAX_CHARACTERS} characters; split it")
        if page.drawn and not pages[-1].lines:
            pictures.append(index + 1)
    if not any(page.lines for page in pages):
        _refuse(name, pictures, damaged)
    aslant = [page.number for page in pages if page.aslant]
    return pages, _warnings(pictures, damaged, aslant)


def _refuse(name: str, pictures: list[int], damaged: list[int]) -> None:
    if pictures:
        raise NoTextLayer(name, "its pages are pictures without text; run OCR first")
    if damaged:
        raise MalformedReport(name, "none of its pages can be read; get it again, or repair it")
    raise EmptyReport(name, "its pages are blank; check that it is the right file")


def _warnings(pictures: list[int], damaged: list[int], aslant: list[int]) -> tuple[str, ...]:
    said = (
        (pictures, "pictures without text, not read (run OCR first)"),
        (damaged, "damaged, not read"),
        (aslant, "words that run sideways or aslant, not read"),
    )
    return tuple(f"{_named(numbers)}: {what}" for numbers, what in said if numbers)


def _named(numbers: list[int]) -> str:
    shown = ", ".join(map(str, numbers[:20])) + (" and more" if len(numbers) > 20 else "")
    return f"page {shown}" if len(numbers) == 1 else f"pages {shown}"


def _groups(pages: list[Page]) -> tuple[list[Group], Measure]:
    """All blocks of the document in reading order, with what its lines measure."""
    sheets = without_margins(pages)
    sized = measure([line for sheet in sheets for line in sheet.lines])
    bodies, notes = _parted(sheets, sized)
    flat = list(chain.from_iterable(bodies))
    headed = with_heads(flat, sized, _first(flat, pages)) if flat else []
    bodies = _by_page_ends(run_over(_by_page(headed, pages)))
    ordered = [_ordered(*parts) for parts in zip(sheets, bodies, notes, strict=True)]
    return with_ids(list(chain.from_iterable(ordered))), sized


def _parted(sheets: list[Sheet], sized: Measure) -> tuple[list[list[Group]], list[list[Group]]]:
    bodies: list[list[Group]] = []
    notes: list[list[Group]] = []
    before: Group | None = None
    for sheet in sheets:
        parted = footnotes(list(sheet.lines), sized, before)
        bodies.append(blocks(parted.lines, sized))
        notes.append(parted.notes)
        before = parted.notes[-1] if parted.notes else None
    return bodies, notes


def _first(groups: list[Group], pages: list[Page]) -> Page:
    """The page on which the text begins; a cover that is a picture comes before it."""
    number = groups[0].first.page
    return next(page for page in pages if page.number == number)


def _by_page(groups: list[Group], pages: list[Page]) -> list[list[Group]]:
    found: dict[int, list[Group]] = {page.number: [] for page in pages}
    for group in groups:
        found[group.first.page].append(group)
    return list(found.values())


def _by_page_ends(bodies: list[list[Group]]) -> list[list[Group]]:
    """The same lists with endnotes named, which the whole document's order decides."""
    named = iter(endnotes(list(chain.from_iterable(bodies))))
    return [[next(named) for _ in body] for body in bodies]


def _ordered(sheet: Sheet, body: list[Group], notes: list[Group]) -> list[Group]:
    head, foot = map(_boilerplate, (sheet.head, sheet.foot))
    return [*head, *body, *notes, *foot]


def _boilerplate(lines: tuple[Line, ...]) -> list[Group]:
    return [Group((line,), BlockKind.BOILERPLATE) for line in lines]


def _metadata(document: RawDocument) -> Metadata:
    """Title, author and language; the day the file was made is no date of publication."""
    title = " ".join(document.metadata("Title").split())
    author = " ".join(document.metadata("Author").split())
    known = title and not _NO_TITLE.fullmatch(title)
    byline = author if author and not _NO_TITLE.fullmatch(author) else None
    return Metadata(title if known else None, byline, None, None, document.language() or None)
