"""DOCX to a draft: the body in document order, a block a paragraph and a block a table's row.

Word's styles say what a title, a heading and a caption is; all else is left to `classify`. The
day the file was made is no date of publication, so no date is given.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from firsthand.errors import EmptyReport, NoTextLayer, UnknownFormat
from firsthand.ingest.docx_notes import Notes, notes_part
from firsthand.ingest.docx_package import NOT_WORD, Element, Package, opened
from firsthand.ingest.docx_runs import Seen, Story, attribute, child, local
from firsthand.ingest.docx_styles import Styles, styles_of
from firsthand.ingest.docx_words import Words
from firsthand.ingest.draft import Draft, DraftBlock, DraftPlace, Metadata
from firsthand.ingest.report import BlockKind, Place

WRAPPERS = {"sdt", "sdtContent", "customXml", "ins", "moveTo"}
_NO_TITLE = re.compile(r"microsoft word\b.*|untitled.*|document\d*|[^\s]+\.\w{2,5}", re.IGNORECASE)
_NO_AUTHOR = {"python-docx", "microsoft office user", "user", "unknown", "admin", "author"}


def read_docx(content: bytes, name: str) -> Draft:
    """The blocks of a Word document in order, its notes last.

    Raises `EmptyReport`, `EncryptedReport`, `MalformedReport`, `NoTextLayer`, `TooLarge` or
    `UnknownFormat`.
    """
    package = opened(content, name)
    with package.archive:
        root = package.xml(package.main)
        body = child(root, "body") if root is not None and local(root) == "document" else None
        if body is None:
            raise UnknownFormat(name, NOT_WORD)
        return _read(package, body)


def _read(package: Package, body: Element) -> Draft:
    reader = _reader(package, body)
    blocks = [*reader.blocks(body, "/w:document/w:body"), *reader.note_blocks(package)]
    if not blocks:
        _refuse(package)
    seen = reader.story.seen
    return Draft(tuple(_headed(blocks, reader)), _metadata(package), None, _warnings(seen))


def _refuse(package: Package) -> None:
    if any(part.startswith("word/media/") for part in package.parts):
        raise NoTextLayer(package.name, "it holds pictures without text; run OCR first")
    raise EmptyReport(package.name, "it holds no text; check that it is the right file")


def _reader(package: Package, body: Element) -> Reader:
    notes = {
        f"{kind}Reference": notes_part(package, kind, body) for kind in ("footnote", "endnote")
    }
    addresses = package.addresses(package.main)
    story = Story(addresses, lambda ref: notes[local(ref)].call(ref), Seen())
    styles = styles_of(package.xml(package.near("styles")))
    return Reader(package.main, story, styles, tuple(notes.values()))


@dataclass(slots=True)
class Reader:
    """Reads the blocks of a part, counting paragraphs as it goes."""

    part: str
    story: Story
    styles: Styles
    notes: tuple[Notes, ...]
    count: int = 0
    first_style: str = ""

    def blocks(self, parent: Element, path: str) -> Iterator[DraftBlock]:
        """The blocks of everything in `parent`, whose path in the part is `path`."""
        counts: Counter[str] = Counter()
        for item in parent:
            tag = local(item)
            counts[tag] += 1
            here = f"{path}/w:{tag}[{counts[tag]}]"
            if tag == "p":
                yield from self._paragraph(item, here)
            elif tag == "tbl":
                yield from self._table(item, here)
            elif tag in WRAPPERS:
                yield from self.blocks(item, here)

    def _paragraph(self, paragraph: Element, path: str) -> Iterator[DraftBlock]:
        self.count += 1
        words = Words()
        self.story.read(paragraph, words)
        kind = self.styles.kind(paragraph)
        if str(words):
            self.first_style = self.first_style or self.styles.name(paragraph) or "-"
            bulleted = self.styles.is_bulleted(paragraph)
            yield replace(self._block(words, kind, path), bullet=bulleted)
        yield from self._boxes(path)

    def _boxes(self, path: str) -> Iterator[DraftBlock]:
        boxes, self.story.boxes = self.story.boxes, []
        for box in boxes:
            yield from self.blocks(box, f"{path}//w:txbxContent")

    def _block(self, words: Words, kind: BlockKind | None, path: str) -> DraftBlock:
        text = str(words)
        place = Place(paragraph=self.count, path=f"{self.part}:{path}")
        marks, anchors = tuple(words.marks), tuple(words.anchors)
        return DraftBlock(text, kind, (DraftPlace(0, len(text), place),), marks, anchors)

    def _table(self, table: Element, path: str) -> Iterator[DraftBlock]:
        """A block a row; a table of one column is a frame around paragraphs, no table."""
        rows = [row for row in table if local(row) == "tr"]
        framed = all(len(_cells(row)) <= 1 for row in rows)
        for at, row in enumerate(rows, 1):
            here = f"{path}/w:tr[{at}]"
            if framed:
                for cell in _cells(row):
                    yield from self.blocks(cell, f"{here}/w:tc[1]")
            elif child(row, "trPr", "del") is None:
                yield from self._row(row, here)
            else:
                self.story.seen.deleted += 1

    def _row(self, row: Element, path: str) -> Iterator[DraftBlock]:
        self.count += 1
        words = Words()
        for at, cell in enumerate(_cells(row)):
            if at:
                words.add(" | ")
            self._cell(cell, words)
        if str(words).strip(" |"):
            yield self._block(words, BlockKind.TABLE, path)
        yield from self._boxes(path)

    def _cell(self, cell: Element, words: Words) -> None:
        """All paragraphs of a cell, those of a table within it too, one after the other."""
        for item in cell:
            if local(item) == "p":
                self.story.read(item, words)
                words.add(" ")
            elif local(item) in WRAPPERS or local(item) in ("tbl", "tr", "tc"):
                self._cell(item, words)

    def note_blocks(self, package: Package) -> Iterator[DraftBlock]:
        """The notes in order, each with its number in front."""
        for notes in self.notes:
            self.part = notes.part
            self.story.addresses = package.addresses(notes.part) if notes.part else {}
            for body in tuple(notes.called.values()):
                self.story.number = body.number
                self.story.fields = []
                blocks = list(self.blocks(body.element, body.path))
                yield from _named(blocks, body.name, body.number)


def _cells(row: Element) -> list[Element]:
    """The cells of a row, without those that only go on with the cell above."""
    return [cell for cell in _inside(row) if not _goes_on(cell)]


def _inside(row: Element) -> Iterator[Element]:
    for item in row:
        if local(item) == "tc":
            yield item
        elif local(item) in WRAPPERS:
            yield from _inside(item)


def _goes_on(cell: Element) -> bool:
    merged = child(cell, "tcPr", "vMerge")
    return merged is not None and attribute(merged, "val") != "restart"


def _named(blocks: list[DraftBlock], note: str, number: str) -> Iterator[DraftBlock]:
    """The blocks of one note; the first carries its id, and its number if it does not show it."""
    for at, block in enumerate(blocks):
        first = block if at else _numbered(block, number)
        yield replace(first, kind=BlockKind.FOOTNOTE, note=None if at else note)


def _numbered(block: DraftBlock, number: str) -> DraftBlock:
    if block.words == number or block.words.startswith(f"{number} "):
        return block
    by = len(number) + 1
    return replace(
        block,
        words=f"{number} {block.words}",
        places=tuple(replace(x, start=0, end=x.end + by) for x in block.places),
        marks=tuple(replace(x, start=x.start + by, end=x.end + by) for x in block.marks),
        anchors=tuple(replace(x, start=x.start + by, end=x.end + by) for x in block.anchors),
    )


def _headed(blocks: list[DraftBlock], reader: Reader) -> Iterator[DraftBlock]:
    """One headline at most: the first title, or a first-level heading that begins the text."""
    titled = any(block.kind is BlockKind.HEADLINE for block in blocks)
    due = titled
    for at, block in enumerate(blocks):
        if block.kind is BlockKind.HEADLINE:
            yield block if due else replace(block, kind=BlockKind.SUBHEADING)
            due = False
        elif not titled and at == 0 and reader.first_style == "heading 1":
            yield replace(block, kind=BlockKind.HEADLINE)
        else:
            yield block


def _warnings(seen: Seen) -> tuple[str, ...]:
    said = (
        (seen.inserted + seen.deleted, "tracked changes: inserted text is read, deleted is not"),
        (len(seen.comments), _counted(len(seen.comments), "comment") + ", not read"),
        (seen.hidden, "hidden text, not read"),
    )
    return tuple(words for count, words in said if count)


def _counted(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"


def _metadata(package: Package) -> Metadata:
    core = package.xml("docProps/core.xml")
    said = (
        {local(item): " ".join((item.text or "").split()) for item in core}
        if core is not None
        else {}
    )
    title, author = said.get("title", ""), said.get("creator", "")
    return Metadata(
        title=title if title and not _NO_TITLE.fullmatch(title) else None,
        byline=author if author and author.casefold() not in _NO_AUTHOR else None,
        language=said.get("language") or None,
    )
