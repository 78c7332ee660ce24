"""Lines to blocks: where a paragraph ends, told by gaps, indents, sizes and early line ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from firsthand.ingest.pdf_lines import Line
from firsthand.ingest.pdf_measure import Measure, right_edges
from firsthand.ingest.report import BlockKind

WIDER = 1.22  # of the usual leading, and more: a new paragraph
INDENT = 0.8  # of the font's size, and more: an indent
LARGEST = 1.08  # of the body's size: larger lines are headings, whose lines end as they like
LABEL = re.compile(
    r"(?:[•●▪■◦‣·–—*o-]|\[\d{1,3}\]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)])\s", re.IGNORECASE
)
_END = re.compile(r"[.!?…:;][\"'”’»)\]]*$")


@dataclass(frozen=True, slots=True)
class Group:
    """Lines that make one block, with what is known of it; rows of a table are joined by bars."""

    lines: tuple[Line, ...]
    kind: BlockKind | None = None
    note: str | None = None

    @property
    def first(self) -> Line:
        return self.lines[0]

    @property
    def last(self) -> Line:
        return self.lines[-1]

    def as_kind(self, kind: BlockKind | None, note: str | None = None) -> Group:
        return replace(self, kind=kind, note=note)


def blocks(lines: list[Line], measure: Measure) -> list[Group]:
    """The lines of one page, without its margins and notes, cut into blocks."""
    edges = right_edges(lines)
    rows = table_rows(lines)
    return [
        Group(tuple(run)) if not row else _row(run)
        for row, run in _runs(lines, edges, rows, measure)
    ]


def _row(run: list[Line]) -> Group:
    return Group(tuple(run), BlockKind.TABLE)


def _runs(
    lines: list[Line], edges: list[float], rows: set[int], measure: Measure
) -> Iterator[tuple[bool, list[Line]]]:
    run: list[Line] = []
    for at, line in enumerate(lines):
        fresh = at in rows or at - 1 in rows or not run
        if run and (fresh or starts_block(run, line, edges[at - 1], measure)):
            yield at - 1 in rows, run
            run = []
        run.append(line)
    if run:
        yield len(lines) - 1 in rows, run


def starts_block(run: list[Line], line: Line, edge: float, measure: Measure) -> bool:
    """Whether `line` begins a block after the lines of `run`, whose column ends at `edge`."""
    last = run[-1]
    if not _same_face(last, line):
        return True
    distance = last.base - line.base
    if distance <= 0.3 * line.size:
        return not continues(Group(tuple(run)), line, edge)
    if distance > WIDER * max(measure.gap(line.size), line.size):
        return True
    if ends_hyphenated(last.words) and line.words[0].isalpha():
        return False
    if labelled(line) or _indented(run, line):
        return True
    return line.size <= LARGEST * measure.body and _ended_early(last, line, edge)


def labelled(line: Line) -> bool:
    """Whether the line begins with a bullet, a number with a point, or a raised number."""
    return bool(LABEL.match(line.words)) or bool(line.marks and line.marks[0].start == 0)


def _same_face(last: Line, line: Line) -> bool:
    return last.bold == line.bold and abs(last.size - line.size) <= 0.12 * last.size


def _indented(run: list[Line], line: Line) -> bool:
    """An indent after lines without one, or a way back out of a hanging indent."""
    step, last = INDENT * line.size, run[-1]
    if _centred(last, line):
        return False
    if len(run) == 1:
        return line.left > last.left + step and not labelled(last)
    return abs(line.left - last.left) > step


def _centred(one: Line, other: Line) -> bool:
    middle = abs((one.left + one.right) - (other.left + other.right)) / 2
    return middle <= 0.3 * other.size and abs(one.left - other.left) > 1


def _ended_early(last: Line, line: Line, edge: float) -> bool:
    """The next word would have had room: the line was ended on purpose."""
    if line.words[0].islower() or _centred(last, line):
        return False
    return not is_full(last, line, edge)


def is_full(last: Line, line: Line, edge: float) -> bool:
    """Whether the first word of `line` would not have fitted after `last`."""
    width = (line.right - line.left) / max(len(line.words), 1)
    word = len(line.words.split(" ", 1)[0]) + 1
    return last.right + width * word > edge - 0.5 * line.size


def continues(group: Group, line: Line, edge: float) -> bool:
    """Whether `line`, at the top of a page or column, goes on with the block that stood last."""
    last = group.last
    if group.kind is not None or not _same_face(last, line) or last.page > line.page:
        return False
    if labelled(line):
        return False
    if ends_hyphenated(last.words) or (line.words[0].islower() and last.words[-1] not in ":;"):
        return True
    return not ends_sentence(last) and (len(group.lines) > 1 or is_full(last, line, edge))


def ends_hyphenated(words: str) -> bool:
    """Whether a line's end splits a word, or may do so."""
    return len(words) > 1 and words[-1] in "-\u00ad\u2010" and words[-2].isalpha()


def ends_sentence(line: Line) -> bool:
    """Whether the line ends as sentences do, a note's mark at its end aside."""
    words = line.words
    for mark in reversed(line.marks):
        words = words[: mark.start].rstrip(" ,") if mark.end == len(words) else words
    return bool(_END.search(words))


def table_rows(lines: list[Line]) -> set[int]:
    """The lines that are rows of a table: at least two in a row with cells at the same places."""
    rows: set[int] = set()
    for at in range(1, len(lines)):
        if _aligned(lines[at - 1], lines[at]):
            rows |= {at - 1, at}
    return rows


def _aligned(one: Line, two: Line) -> bool:
    few = min(len(one.cells), len(two.cells))
    if few < 2 or (few == 2 and (labelled(one) or labelled(two))):
        return False
    return sum(any(_meets(a, b) for b in two.cells) for a in one.cells) >= 2


def _meets(a: tuple[int, float, float], b: tuple[int, float, float]) -> bool:
    return abs(a[1] - b[1]) <= 2 or abs(a[2] - b[2]) <= 2
