"""Quotations: what stands between quotation marks, in all styles, balanced or not.

The marks of a block are read once, left to right, with a stack of open ones. A mark that is
never closed reaches no further than its own block, unless the next paragraph opens with a mark
again: that is how English prints one quotation of several paragraphs, and it is one
`Quotation` of several spans here. Only the outermost quotation is given; what it quotes in
turn is found by reading its inside.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from firsthand.reading.attribution import AttributionKind
from firsthand.text import Span, trimmed

_MARK = re.compile(
    r"''|``|[\"\u201c\u201d\u201e\u201f\u00ab\u00bb\u2039\u203a\u2018\u2019\u201a'`]"
)
# What may close each mark that can open. Those that close themselves are told by their place.
_CLOSERS = {
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
_OPENING = "\u201c\u201e\u201f\u00ab\u2039\u2018\u201a`"
_SINGLE = "\u2018\u2019\u201a'`"
_BEFORE_OPENING = "([{\u2014\u2013-/\u00a0"
_ELISION = re.compile(r"(?:\d0s|em|til|cause|tis|twas|n)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Quotation:
    """One quotation with its marks; `spans` is one span a block, `closed` if its mark is there."""

    spans: tuple[Span, ...]
    closed: bool


@dataclass(frozen=True, slots=True)
class _Open:
    """A mark that waits to be closed."""

    at: int
    mark: str


def quotations(text: str, blocks: Iterable[Span]) -> Iterator[Quotation]:
    """The outermost quotations of `blocks`, which follow each other, in order."""
    running: tuple[Span, ...] = ()
    for block in blocks:
        closed, left_open = _in_block(text, block)
        if running and not _opens_with_mark(text, block):
            yield from _unfinished(text, running)
            running = ()
        for span in closed:
            yield Quotation((*running, span), closed=True)
            running = ()
        running = (*running, left_open) if left_open else running
    yield from _unfinished(text, running)


def _unfinished(text: str, running: tuple[Span, ...]) -> Iterator[Quotation]:
    """A quotation that is never closed: kept where its mark can be nothing but an opening."""
    if not running:
        return
    first = running[0].start
    if len(running) > 1 or text[first] in _OPENING or first == 0 or text[first - 1] == "\n":
        yield Quotation(running, closed=False)


def _opens_with_mark(text: str, block: Span) -> bool:
    inner = trimmed(text, block.start, block.end)
    mark = inner and _MARK.match(text, inner.start, inner.end)
    return bool(mark and mark[0] not in _SINGLE)


def _in_block(text: str, block: Span) -> tuple[list[Span], Span | None]:
    """The outermost closed quotations of a block, and the one it leaves open, if any."""
    stack: list[_Open] = []
    closed: list[Span] = []
    for mark in _MARK.finditer(text, block.start, block.end):
        if not _close(text, stack, closed, mark, block) and _may_open(text, stack, mark, block):
            stack.append(_Open(mark.start(), mark[0]))
    outer = list(_outermost(closed))
    left = _left_open(text, stack, outer, block)
    return [s for s in outer if left is None or s.start < left.start], left


def _close(
    text: str, stack: list[_Open], closed: list[Span], mark: re.Match[str], block: Span
) -> bool:
    """Close what `mark` closes: the innermost open mark, or the one around a stray single."""
    if _is_stray_single(stack, mark[0]):
        stack.pop()
    if (
        not stack
        or mark[0] not in _CLOSERS[stack[-1].mark]
        or not _may_close(text, stack[-1].mark, mark)
    ):
        return _starts_anew(text, stack, mark, block)
    closed.append(Span(stack.pop().at, mark.end()))
    return True


def _is_stray_single(stack: list[_Open], mark: str) -> bool:
    """Whether a single mark is open that cannot be meant, since `mark` closes the one around it."""
    if len(stack) < 2 or stack[-1].mark not in _SINGLE or mark in _CLOSERS[stack[-1].mark]:
        return False
    return mark in _CLOSERS[stack[-2].mark]


def _starts_anew(text: str, stack: list[_Open], mark: re.Match[str], block: Span) -> bool:
    """A straight mark that opens while one is open: the earlier one was never closed."""
    if not stack or mark[0] != stack[-1].mark or mark[0] not in _CLOSERS[mark[0]]:
        return False
    if not _may_open(text, stack[:-1][-1:], mark, block):
        return False
    stack[-1] = _Open(mark.start(), mark[0])
    return True


def _outermost(closed: list[Span]) -> Iterator[Span]:
    reached = -1
    for span in sorted(closed):
        if span.start >= reached:
            yield span
            reached = span.end


def _left_open(text: str, stack: list[_Open], closed: list[Span], block: Span) -> Span | None:
    """The quotation that runs on over the block's end: the last unclosed double mark.

    One that a whole double quotation follows was forgotten rather than left open.
    """
    double = next((o for o in reversed(stack) if o.mark not in _SINGLE), None)
    last = next((s for s in reversed(closed) if text[s.start] not in _SINGLE), None)
    if double is None or (last is not None and last.start > double.at):
        return None
    return trimmed(text, double.at, block.end)


def _may_open(text: str, stack: list[_Open], mark: re.Match[str], block: Span) -> bool:
    """Whether a mark can open: known by its shape, or by space before it and a word behind."""
    if mark[0] not in _CLOSERS or text[mark.end() : mark.end() + 1].isspace():
        return mark[0] == "\u00ab"
    before = text[mark.start() - 1] if mark.start() > block.start else " "
    if mark[0] in _SINGLE:
        return _opens_single(text, mark, before, stack)
    return mark[0] in _OPENING or before.isspace() or before in _BEFORE_OPENING


def _opens_single(text: str, mark: re.Match[str], before: str, stack: list[_Open]) -> bool:
    """A single mark opens only where it cannot be an apostrophe, and never in another single."""
    if stack and stack[-1].mark in _SINGLE:
        return False
    if not (before.isspace() or before in _BEFORE_OPENING or _MARK.match(before)):
        return False
    return mark[0] not in "'\u2018" or not _ELISION.match(text, mark.end())


def _may_close(text: str, opened: str, mark: re.Match[str]) -> bool:
    """Whether a mark can close: something stands before it, and it is no apostrophe."""
    before, after = text[mark.start() - 1], text[mark.end() : mark.end() + 1]
    if mark[0] in "'\u2019":
        possessive = before == "s" and text[mark.end() + 1 : mark.end() + 2].islower()
        return not before.isspace() and not after.isalnum() and not possessive
    return mark[0] != opened or not before.isspace() or not after.strip()


def kind_of(text: str, content: Sequence[Span], quoted: Sequence[Span]) -> AttributionKind:
    """Direct if (nearly) all letters of the content lie in `quoted`, mixed if some do.

    `quoted` is sorted and does not overlap; 95 % is the share that PolNeAR's scorer uses too.
    """
    inside = sum(_letters(text, part) for span in content for part in _common(span, quoted))
    if not inside:
        return AttributionKind.INDIRECT
    letters = sum(_letters(text, span) for span in content)
    return AttributionKind.DIRECT if inside >= 0.95 * letters else AttributionKind.MIXED


def _letters(text: str, span: Span) -> int:
    return sum(c.isalnum() for c in text[span.start : span.end])


def _common(span: Span, quoted: Sequence[Span]) -> Iterator[Span]:
    index = max(0, bisect_right(quoted, span.start, key=lambda q: q.start) - 1)
    for other in islice(quoted, index, None):
        if other.start >= span.end:
            return
        if other.overlaps(span):
            yield Span(max(other.start, span.start), min(other.end, span.end))
