"""Running heads, feet and page numbers: what is on the page but not part of the text.

Words at the same height on three pages (on both, where there are two), digits aside, belong to
the page and not to the text; so do bare page numbers and what stands level with them. They are
kept as boilerplate, so that a paragraph can run over the page break between them.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from firsthand.ingest.pdf_lines import Line, Page

EDGE = 0.14  # of the page's height, from its top and its foot: where running words stand
PAGES = 3  # as many must show the same words; both pages where there are two
HEIGHT_STEP = 6.0  # points within which two heights count as the same

_NUMBER = re.compile(
    r"[\W_]*(?:page\s*|p\.\s*)?(?:\d{1,4}|[ivxl]{1,7})(?:\s*(?:of|/)\s*\d{1,4})?[\W_]*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page parted into what runs along its edges and its own lines, both in order."""

    page: Page
    head: tuple[Line, ...]
    lines: tuple[Line, ...]
    foot: tuple[Line, ...]


def without_margins(pages: list[Page]) -> list[Sheet]:
    """Each page with its running head and foot apart from its lines."""
    shown = Counter(key for page in pages for key in {_key(line) for line in _edges(page)})
    enough = min(PAGES, max(len(pages), 2))
    return [_sheet(page, {key for key in shown if _near(key, shown) >= enough}) for page in pages]


def _edges(page: Page) -> list[Line]:
    return [line for line in page.lines if _edge(page, line)]


def _edge(page: Page, line: Line) -> int:
    """1 near the top of the page, -1 near its foot, 0 between."""
    if line.box[1] > (1 - EDGE) * page.height:
        return 1
    return -1 if line.box[3] < EDGE * page.height else 0


def _key(line: Line) -> tuple[str, int]:
    words = re.sub(r"\d+", "#", line.words.casefold())
    return words, round(line.base / HEIGHT_STEP)


def _near(key: tuple[str, int], shown: Counter[tuple[str, int]]) -> int:
    words, height = key
    return sum(shown[(words, height + step)] for step in (-1, 0, 1))


def _sheet(page: Page, common: set[tuple[str, int]]) -> Sheet:
    numbers = [line for line in _edges(page) if _numbers(page, line)]
    running = {
        id(line)
        for line in _edges(page)
        if _key(line) in common or any(_level(line, number) for number in numbers)
    }
    head = tuple(x for x in page.lines if id(x) in running and _edge(page, x) > 0)
    foot = tuple(x for x in page.lines if id(x) in running and _edge(page, x) < 0)
    return Sheet(page, head, _in_order(page, [x for x in page.lines if id(x) not in running]), foot)


def _in_order(page: Page, lines: list[Line]) -> tuple[Line, ...]:
    """The lines with a letterhead first and an imprint last, which many programs draw otherwise."""
    late = lines[_last_of_text(page, lines, 1) + 1 :]
    kept = lines[: len(lines) - len(late)]
    early = kept[: len(kept) - 1 - _last_of_text(page, kept[::-1], -1)]
    return (*late, *kept[len(early) :], *early)


def _last_of_text(page: Page, lines: list[Line], edge: int) -> int:
    """The index of the last line that is not at this edge of the page, beyond all other lines."""
    rest = [x for x in lines if _edge(page, x) != edge]
    beyond = all(
        (x.base - other.base) * edge > 0 for x in lines if _edge(page, x) == edge for other in rest
    )
    if not rest or not beyond:
        return len(lines) - 1
    return max(at for at, x in enumerate(lines) if _edge(page, x) != edge)


def _level(line: Line, number: Line) -> bool:
    """Whether a line is a page number, or stands level with one and so runs along the edge."""
    return abs(line.base - number.base) <= 2


def _numbers(page: Page, line: Line) -> bool:
    """A bare page number: nothing of the page stands beyond it but others of its kind."""
    if not _NUMBER.fullmatch(line.words):
        return False
    if _edge(page, line) < 0:
        return all(x.box[1] >= line.box[1] - 2 or _edge(page, x) < 0 for x in page.lines)
    return all(x.box[3] <= line.box[3] + 2 for x in page.lines)
