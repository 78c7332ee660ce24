"""How wide words are, near enough, so that they end where their column does.

Widths are those of Helvetica, which the picture asks for with its metric twins (Arial,
Liberation Sans), in thousandths of the size; other scripts are taken to be as wide as they get.
"""

from __future__ import annotations

import unicodedata
from typing import Final

_CLASSES: Final = {
    222: "ijl'‘’|",
    278: " .,:;!/\\ft[]I·-()",
    333: "r",
    500: "cksvxyzJ",
    722: "ABCDHKNRUwGOQV&",
    900: "mMW%@—…",
}
_WIDTHS: Final = {char: width for width, chars in _CLASSES.items() for char in chars}
_ROOM: Final = 1.04
"""A little more than is measured: fonts differ."""


def width(words: str, size: float, *, bold: bool = False) -> float:
    """Room that words take, in the units of the size."""
    return sum(map(_width, words)) / 1000 * size * _ROOM * (1.06 if bold else 1.0)


def _width(char: str) -> int:
    if char in _WIDTHS:
        return _WIDTHS[char]
    if unicodedata.combining(char):
        return 0
    if unicodedata.east_asian_width(char) in "WF":
        return 1000
    return 560 if char < "\u0250" else 700


def cut(words: str, room: float, size: float, *, bold: bool = False) -> str:
    """As much as there is room for, ending in an ellipsis where something is left out."""
    if width(words, size, bold=bold) <= room:
        return words
    left = room - width("…", size, bold=bold)
    kept = 0
    for at, char in enumerate(words):
        left -= width(char, size, bold=bold)
        if left < 0:
            break
        kept = at + 1
    return words[:kept].rstrip(" ,;·–—") + "…"


def wrapped(words: str, room: float, size: float, most: int, *, bold: bool = False) -> list[str]:
    """The words on at most so many lines, the last one cut where they do not fit."""
    lines, left = list[str](), words.split()
    while left and len(lines) < most - 1:
        count = _fitting(left, room, size, bold)
        lines.append(cut(" ".join(left[:count]), room, size, bold=bold))
        left = left[count:]
    return [*lines, cut(" ".join(left), room, size, bold=bold)] if left else lines


def _fitting(words: list[str], room: float, size: float, bold: bool) -> int:
    """How many of the words stand on one line; one always does."""
    count = 1
    while count < len(words) and width(" ".join(words[: count + 1]), size, bold=bold) <= room:
        count += 1
    return count
