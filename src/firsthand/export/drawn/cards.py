"""What is written in each place of the picture, line by line, and how high that makes it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from firsthand.export.drawn.channels import ChannelNode
from firsthand.export.drawn.reports import ReportRow
from firsthand.export.drawn.sources import SourceNode
from firsthand.export.drawn.width import cut, width, wrapped

SOURCE: Final = 226.0
CHANNEL: Final = 230.0
REPORT: Final = 316.0
INDENT: Final = 20.0
"""Widths of the columns, and how far a copy stands in."""

_PAD: Final = 7.0
_SIZES: Final = {"name": 13.0, "small": 11.5, "loud": 11.5, "mark": 11.5}
_HEIGHT: Final = {"name": 16.0, "small": 14.5, "loud": 14.5, "mark": 14.5}


@dataclass(frozen=True, slots=True)
class Line:
    """Words on their base line, from the top of the card; `role` is how they look.

    `bold` stands before them, in strong letters.
    """

    y: float
    role: str
    words: str
    bold: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """The lines of one place, its height, and the height at which each way of a channel joins."""

    lines: tuple[Line, ...]
    height: float
    ways: tuple[float, ...] = ()


class _Writing:
    """Lines that are set under each other."""

    def __init__(self, room: float) -> None:
        self.room = room
        self.y = _PAD
        self.lines: list[Line] = []

    def put(self, role: str, words: str, most: int = 1, bold: str = "") -> None:
        """Words on as many lines as they need, up to some."""
        size, strong = _SIZES[role], role in ("name", "loud", "mark")
        before = width(bold + "  ", size, bold=True) if bold else 0.0
        if bold:
            self._line(role, cut(words, self.room - before, size), bold)
            return
        for line in wrapped(words, self.room, size, most, bold=strong):
            self._line(role, line)

    def _line(self, role: str, words: str, bold: str = "") -> None:
        self.y += _HEIGHT[role]
        self.lines.append(Line(self.y - 3.5, role, words, bold))

    def card(self, ways: tuple[float, ...] = ()) -> Card:
        """What was written."""
        return Card(tuple(self.lines), self.y + _PAD, ways)


def of_source(node: SourceNode) -> Card:
    """The name, then what they are."""
    w = _Writing(SOURCE - 34)
    w.put("name", node.name, 2)
    w.put("small", node.about, 2)
    return w.card()


def of_channel(node: ChannelNode) -> Card:
    """The name, what it is one of, and its ways."""
    w = _Writing(CHANNEL - 20)
    w.put("name", node.name, 2)
    if node.about:
        w.put("small" if node.is_absent else "mark", node.about)
    return w.card(tuple(_ways(w, node)))


def _ways(w: _Writing, node: ChannelNode) -> Iterator[float]:
    for way in node.ways:
        w.y += 4
        top = w.y
        if way.loud:
            w.put("loud", f"! {way.loud}", 2)
        if way.words:
            w.put("small", way.words, 2)
        if way.together:
            w.put("mark", way.together)
        yield (top + w.y) / 2


def of_row(row: ReportRow, *, dense: bool) -> Card:
    """Number, day and outlet; the title; what it leans on; what must not be overlooked.

    Where it has to be `dense`, the title stands on the first line as far as it fits.
    """
    w = _Writing(REPORT - 20 - INDENT * row.depth)
    if row.is_bundle:
        w.put("small", "", bold=row.label)
        w.put("small", f"{row.head} · {row.title}", 3)
    else:
        w.put("small", f"{row.head} · {row.title}" if dense else row.head, bold=row.label)
        w.put("name", "" if dense else row.title, 2)
    if row.told:
        w.put("small", row.told, 2)
    if row.warning:
        w.put("loud", f"! {row.warning}")
    return w.card()
