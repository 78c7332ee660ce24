"""Quotation marks: which close which, and where one can open or close at all.

A straight mark and an apostrophe look alike at both ends: the characters beside them decide.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from firsthand.text import Span

MARK = re.compile(r"''|``|[\"\u201c\u201d\u201e\u201f\u00ab\u00bb\u2039\u203a\u2018\u2019\u201a'`]")
# What may close each mark that can open. Those that close themselves are told by their place.
CLOSERS = {
    "\u201c": '\u201d"',
    "\u201e": '\u201c\u201d\u201f"',
    "\u201f": '\u201d"',
    "\u201d": "\u201d",
    "\u00ab": "\u00bb",
    "\u00bb": "\u00ab\u00bb",
    "\u2039": "\u203a",
    "\u203a": "\u2039\u203a",
    '"': '"\u201d',
    "''": ("''",),
    "``": ("''", '"'),
    "\u2018": "\u2019'",
    "\u2019": "\u2019",
    "\u201a": "\u2018\u2019",
    "'": "'\u2019",
}
OPENING = "\u201c\u201e\u201f\u00ab\u2039\u2018\u201a`"
SINGLE = "\u2018\u2019\u201a'`"
_BEFORE_OPENING = "([{\u2014\u2013-/\u00a0"
_ELISION = re.compile(r"(?:\d0s|em|til|cause|tis|twas|n)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Open:
    """A mark that waits to be closed."""

    at: int
    mark: str


def may_open(text: str, stack: list[Open], mark: re.Match[str], block: Span) -> bool:
    """Whether a mark can open: known by its shape, or by space before it and a word behind."""
    if mark[0] not in CLOSERS or text[mark.end() : mark.end() + 1].isspace():
        return mark[0] == "\u00ab"
    before = text[mark.start() - 1] if mark.start() > block.start else " "
    if mark[0] in SINGLE:
        return _opens_single(text, mark, before, stack)
    return mark[0] in OPENING or before.isspace() or before in _BEFORE_OPENING


def _opens_single(text: str, mark: re.Match[str], before: str, stack: list[Open]) -> bool:
    """A single mark opens only where it cannot be an apostrophe, and never in another single."""
    if stack and stack[-1].mark in SINGLE:
        return False
    if not (before.isspace() or before in _BEFORE_OPENING or MARK.match(before)):
        return False
    return mark[0] not in "'\u2018" or not _ELISION.match(text, mark.end())


def may_close(text: str, opened: str, mark: re.Match[str]) -> bool:
    """Whether a mark can close: something stands before it, and it is no apostrophe."""
    before, after = text[mark.start() - 1], text[mark.end() : mark.end() + 1]
    if mark[0] in "'\u2019":
        possessive = before == "s" and text[mark.end() + 1 : mark.end() + 2].islower()
        return not before.isspace() and not after.isalnum() and not possessive
    return mark[0] != opened or not before.isspace() or not after.strip()
