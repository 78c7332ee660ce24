"""What a document's own lines say of its set-up: body size, leading, right edges, vocabulary.

Nothing of this is fixed in points: a report in 8 points and one in 14 are read alike.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from firsthand.ingest.pdf_lines import Line

BODY_SHARE = 0.25  # of all characters: the largest size with so many is the body's
EDGE_SHARE = 0.2  # of a column's lines must reach a right edge for it to count
WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Measure:
    """Sizes and leadings in points; `bold` where most of the body is set in bold.

    `words` are those that stand unbroken somewhere in the document, in lower case.
    """

    body: float
    bold: bool
    leading: dict[float, float]
    words: frozenset[str]

    def gap(self, size: float) -> float:
        """The usual distance between two baselines of this size."""
        return self.leading.get(_step(size), 1.2 * size)


def measure(lines: list[Line]) -> Measure:
    """The measure of all lines that belong to the text."""
    body = _body(lines)
    bold = sum(len(x.words) if x.bold else -len(x.words) for x in lines if same_size(x.size, body))
    return Measure(body, bold > 0, _leading(lines), _words(lines))


def same_size(one: float, other: float) -> bool:
    """Whether two sizes may belong to one paragraph (fonts mixed in a line differ a little)."""
    return abs(one - other) <= 0.07 * max(one, other)


def _step(size: float) -> float:
    return round(size * 2) / 2


def _body(lines: Iterable[Line]) -> float:
    shares: Counter[float] = Counter()
    for line in lines:
        shares[_step(line.size)] += len(line.words)
    most = BODY_SHARE * shares.total()
    return max((size for size, share in shares.items() if share >= most), default=10.0) or 10.0


def _leading(lines: list[Line]) -> dict[float, float]:
    """The most common distance for each size; of equally common ones the smaller."""
    seen: dict[float, Counter[float]] = {}
    for one, two in pairwise(lines):
        distance = one.base - two.base
        alike = one.page == two.page and same_size(one.size, two.size)
        if alike and 0.8 * two.size < distance < 3 * two.size:
            seen.setdefault(_step(two.size), Counter())[_step(distance)] += 1
    return {
        size: min(distances, key=lambda d: (-distances[d], d)) for size, distances in seen.items()
    }


def _words(lines: Iterable[Line]) -> frozenset[str]:
    return frozenset(
        found.group().casefold()
        for line in lines
        for found in WORD.finditer(line.words.removesuffix("-"))
    )


def right_edges(lines: list[Line]) -> list[float]:
    """For each line of a page, how far right the lines of its column reach."""
    columns: dict[tuple[int, float], float] = {}
    for line in lines:
        if (key := _column(line)) not in columns:
            columns[key] = _column_edge(lines, line)
    return [max(columns[_column(line)], _near_edge(lines, at)) for at, line in enumerate(lines)]


def _column(line: Line) -> tuple[int, float]:
    return round(line.left), _step(line.size)


def _column_edge(lines: list[Line], line: Line) -> float:
    column = [x.right for x in lines if abs(x.left - line.left) <= 2 * line.size]
    reach = 4 * line.size
    enough = max(1.0, EDGE_SHARE * len(column))
    edges = [r for r in column if sum(r - reach <= other <= r for other in column) >= enough]
    return max(edges, default=line.right)


def _near_edge(lines: list[Line], at: int) -> float:
    near = lines[max(0, at - 2) : at + 3]
    return max(x.right for x in near if x is lines[at] or _alike(x, lines[at]))


def _alike(one: Line, other: Line) -> bool:
    return same_size(one.size, other.size) and abs(one.left - other.left) <= 2 * other.size
