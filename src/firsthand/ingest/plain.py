"""Plain text: the decoded file is the text; blocks are places in it.

A block is a line, or a run of lines where the file is wrapped at a column. Lines end in LF,
CR LF or CR alone; other separators (U+2028, form feed) are white space within a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from firsthand.ingest.draft import Draft, DraftBlock, place_all
from firsthand.ingest.labels import OPENS_TURN
from firsthand.ingest.report import Place
from firsthand.ingest.signs import BULLET
from firsthand.text import trimmed

_LINE = re.compile(r"[^\r\n]+")
_WRAP_COLUMNS = range(45, 111)


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    number: int
    follows: bool
    """Whether it stands right under another line, with none empty between."""


def read_plain(text: str) -> Draft:
    """The draft of a plain text; `text` stays as it is."""
    lines = list(_lines(text))
    wrapped = _is_wrapped(lines)
    blocks = (_block(text, run, n) for n, run in enumerate(_runs(text, lines, wrapped), 1))
    return Draft(blocks=tuple(b for b in blocks if b), text=text)


def _lines(text: str) -> Iterator[_Line]:
    number, before, at = 1, False, 0
    for found in _LINE.finditer(text):
        breaks = _breaks(text, at, found.start())
        number, at = number + breaks, found.end()
        words = trimmed(text, found.start(), found.end())
        if words:
            yield _Line(words.start, found.end(), number, before and breaks == 1)
        before = words is not None


def _breaks(text: str, start: int, end: int) -> int:
    pairs = text.count("\r\n", start, end)
    return text.count("\n", start, end) + text.count("\r", start, end) - pairs


def _is_wrapped(lines: list[_Line]) -> bool:
    """Whether lines break at a column: those with one under them are of one length."""
    lengths = [b4.end - b4.start for b4, line in pairwise(lines) if line.follows]
    return len(lengths) >= 3 and int(median(lengths)) in _WRAP_COLUMNS and max(lengths) < 140


def _runs(text: str, lines: list[_Line], wrapped: bool) -> Iterator[list[_Line]]:
    run: list[_Line] = []
    for line in lines:
        if run and not (wrapped and line.follows and not _opens(text, line)):
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def _opens(text: str, line: _Line) -> bool:
    """Whether a line opens a block of its own: a list's item or a speaker's turn."""
    turn = OPENS_TURN.match(text, line.start, min(line.end + 1, line.start + 300))
    speaks = turn is not None and (turn["mark"] == ":" or turn["label"] in ("Q", "A"))
    return speaks or BULLET.match(text, line.start) is not None


def _block(text: str, run: list[_Line], number: int) -> DraftBlock | None:
    mark = run[0].start == 0 and text.startswith("\ufeff")
    words = trimmed(text, run[0].start + mark, run[-1].end)
    if words is None or not any(c.isalnum() for c in words.of(text)):
        return None
    place = Place(paragraph=number, line=run[0].number)
    kept = words.of(text)
    return DraftBlock(kept, None, place_all(kept, place), offset=words.start)
