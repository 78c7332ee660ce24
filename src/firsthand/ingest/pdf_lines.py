"""Glyphs to lines: what stands on one baseline, with its words, note marks and links.

The order of the content stream is kept, for it is nearly always the reading order, columns
included; only baselines and gaps decide where a line ends.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from firsthand.ingest.draft import Anchor, Mark
from firsthand.ingest.pdf_columns import by_column
from firsthand.ingest.pdf_raw import Box, Glyph, LinkArea, RawPage

WORD_GAP = 0.3  # of the font's size, and more: a space that pdfium did not see
CELL_GAP = 1.8  # of the font's size, and more: another cell or column
RAISED = 0.12  # of the line's size: how far a note's mark stands above the baseline
SMALL = 0.85  # of the line's size, and less: the size of a note's mark
NOTE_SIGNS = "*†‡§"
SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page, upright, in points; `cells` are where wide gaps part its words.

    A `Mark` of a line names the number it shows; `pdf_notes` turns it into a note's id.
    """

    page: int
    words: str
    box: Box
    base: float
    size: float
    bold: bool
    cells: tuple[tuple[int, float, float], ...] = ()
    marks: tuple[Mark, ...] = ()
    anchors: tuple[Anchor, ...] = ()

    @property
    def left(self) -> float:
        return self.box[0]

    @property
    def right(self) -> float:
        return self.box[2]


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a page in reading order; `turn` quarter turns made the page upright."""

    number: int
    width: float
    height: float
    turn: int
    lines: tuple[Line, ...]
    aslant: bool = False

    def original(self, box: Box) -> Box:
        """A box of the upright page, as it lies on the page of the file."""
        left, bottom, right, top = box
        if self.turn == 1:
            return (self.height - top, left, self.height - bottom, right)
        if self.turn == 2:
            return (self.width - right, self.height - top, self.width - left, self.height - bottom)
        if self.turn == 3:
            return (bottom, self.width - right, top, self.width - left)
        return box


def page_lines(page: RawPage) -> Page:
    """The page set upright and cut into lines; text aslant to the rest is left out."""
    turn = Counter(glyph.turn for glyph in page.glyphs).most_common(1)
    main = max(turn[0][0], 0) if turn else 0
    upright = [_upright(g, main, page) for g in page.glyphs if g.turn == main]
    rows = by_column(list(_baselines(upright)))
    lines = [_line(page.number, glyphs, page.links, main) for glyphs in rows]
    width, height = (page.height, page.width) if main % 2 else (page.width, page.height)
    kept = tuple(line for line in lines if line.words)
    return Page(page.number, width, height, main, kept, len(upright) < len(page.glyphs))


def _upright(glyph: Glyph, turn: int, page: RawPage) -> Glyph:
    if turn == 0:
        return glyph
    w, h = page.width, page.height
    left, bottom, right, top = glyph.left, glyph.bottom, glyph.right, glyph.top
    if turn == 1:
        box, base = (bottom, w - right, top, w - left), w - glyph.base
    elif turn == 2:
        box, base = (w - right, h - top, w - left, h - bottom), h - glyph.base
    else:
        box, base = (h - top, left, h - bottom, right), glyph.base
    left, bottom, right, top = box
    return glyph._replace(left=left, bottom=bottom, right=right, top=top, base=base)


def _baselines(glyphs: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    """Runs of glyphs on one baseline; raised and lowered ones stay with their neighbours."""
    line: list[Glyph] = []
    main: Glyph | None = None
    for glyph in glyphs:
        if main is not None and not _same_line(main, line[-1], glyph):
            yield line
            line, main = [], None
        line.append(glyph)
        if main is None or glyph.size > main.size * 1.05:
            main = glyph
    if line:
        yield line


def _same_line(main: Glyph, last: Glyph, glyph: Glyph) -> bool:
    size = max(main.size, glyph.size, 0.1)
    off = abs(glyph.base - main.base)
    if off <= 0.2 * size:
        return True
    return off <= 0.65 * size and -0.3 * size <= glyph.left - last.right <= 0.6 * size


def _line(number: int, glyphs: list[Glyph], links: list[LinkArea], turn: int) -> Line:
    size = Counter(round(g.size, 1) for g in glyphs if not g.char.isspace()).most_common(1)
    main = size[0][0] if size else glyphs[0].size
    base = next((g.base for g in glyphs if round(g.size, 1) == main), glyphs[0].base)
    words, kept, cells = _spell(glyphs)
    letters = [g.bold for g in glyphs if g.char.isalnum()]
    areas = links if turn == 0 else []
    return Line(
        number,
        words,
        _around(glyphs),
        base,
        main,
        bool(letters) and sum(letters) >= 0.95 * len(letters),
        cells,
        tuple(_marks(kept, base, main)),
        tuple(_anchors(kept, areas)),
    )


def _around(glyphs: list[Glyph]) -> Box:
    seen = [g for g in glyphs if not g.char.isspace()] or glyphs
    left, bottom = min(g.left for g in seen), min(g.bottom for g in seen)
    return (left, bottom, max(g.right for g in seen), max(g.top for g in seen))


Kept = list[Glyph | None]


def _spell(glyphs: list[Glyph]) -> tuple[str, Kept, tuple[tuple[int, float, float], ...]]:
    """The words with single spaces, the glyph of each character, and the cells."""
    words: list[str] = []
    kept: Kept = []
    cells: list[tuple[int, float, float]] = []
    last: Glyph | None = None
    spaced = False
    for glyph in glyphs:
        if glyph.char.isspace():
            spaced = True
            continue
        gap = _gap(last, glyph) if last else 0.0
        if last is None or gap > CELL_GAP:
            cells.append((len(words) + bool(words), glyph.left, glyph.right))
        if last is not None and (spaced or gap > WORD_GAP):
            words.append(" ")
            kept.append(None)
        cells[-1] = (*cells[-1][:2], glyph.right)
        words.append(glyph.char)
        kept.append(glyph)
        last, spaced = glyph, False
    return "".join(words), kept, tuple(cells)


def _gap(last: Glyph, glyph: Glyph) -> float:
    """The empty room between two characters, either way round, in sizes of the larger font."""
    room = max(glyph.left - last.right, last.left - glyph.right)
    return room / max(last.size, glyph.size, 0.1)


def _marks(kept: Kept, base: float, size: float) -> Iterator[Mark]:
    """Runs of small raised digits or note signs; a mark's note is the digits themselves."""
    shown = [_mark_char(glyph, base, size) for glyph in kept]
    for present, run in groupby(enumerate(shown), key=lambda item: bool(item[1])):
        items = list(run)
        if present:
            yield Mark(items[0][0], items[-1][0] + 1, "".join(char for _, char in items))


def _mark_char(glyph: Glyph | None, base: float, size: float) -> str:
    """The digit or sign if this is one of a note's mark, else nothing."""
    if glyph is None:
        return ""
    plain = glyph.char.translate(SUPERSCRIPTS)
    if plain != glyph.char:
        return plain
    shown = plain in NOTE_SIGNS or (plain.isascii() and plain.isdigit())
    raised = glyph.size <= SMALL * size and glyph.base - base >= RAISED * size
    return plain if shown and raised else ""


def _anchors(kept: Kept, links: list[LinkArea]) -> Iterator[Anchor]:
    if not links:
        return
    urls = [(index, _url_at(glyph, links)) for index, glyph in enumerate(kept) if glyph]
    for url, run in groupby(urls, key=lambda item: item[1]):
        at = [index for index, _ in run]
        if url:
            yield Anchor(at[0], at[-1] + 1, url)


def _url_at(glyph: Glyph, links: list[LinkArea]) -> str | None:
    x, y = (glyph.left + glyph.right) / 2, (glyph.bottom + glyph.top) / 2
    for link in links:
        if link.box[0] <= x <= link.box[2] and link.box[1] <= y <= link.box[3]:
            return link.url
    return None
