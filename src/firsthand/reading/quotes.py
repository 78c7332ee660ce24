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
from firsthand.reading.marks import CLOSERS, MARK, OPENING, SINGLE, Open, may_close, may_open
from firsthand.reading.rules.speech import says_soon
from firsthand.text import Span, trimmed

_COMMA = re.compile(r",(?=\s)")


@dataclass(frozen=True, slots=True)
class Quotation:
    """One quotation with its marks; `spans` is one span a block."""

    spans: tuple[Span, ...]


def quotations(text: str, blocks: Iterable[Span]) -> Iterator[Quotation]:
    """The outermost quotations of `blocks`, which follow each other, in order."""
    running: tuple[Span, ...] = ()
    for block in blocks:
        closed, left_open = _in_block(text, block)
        if running and not _opens_with_mark(text, block):
            yield from _unfinished(text, running)
            running = ()
        for span in closed:
            yield Quotation((*running, span))
            running = ()
        running = (*running, left_open) if left_open else running
    yield from _unfinished(text, running)


def _unfinished(text: str, running: tuple[Span, ...]) -> Iterator[Quotation]:
    """A quotation that is never closed: kept where its mark can be nothing but an opening.

    One of a single paragraph ends before an inner ", she said": its closing mark was forgotten.
    """
    if len(running) > 1:
        yield Quotation(running)
    elif running and _surely_opens(text, running[0]):
        yield Quotation((_up_to_speaker(text, running[0]),))


def _surely_opens(text: str, span: Span) -> bool:
    """Whether a mark has white space or nothing before it, and a word right behind it."""
    if text[span.start] in OPENING:
        return True
    mark = MARK.match(text, span.start)
    behind = text[mark.end() : mark.end() + 1] if mark else ""
    return behind.isalnum() and (span.start == 0 or text[span.start - 1].isspace())


def _up_to_speaker(text: str, span: Span) -> Span:
    """The quotation up to and with the comma of an inner ", X said"."""
    for comma in _COMMA.finditer(text, span.start, span.end):
        if says_soon(text, comma.end(), span.end):
            return Span(span.start, comma.end())
    return span


def _opens_with_mark(text: str, block: Span) -> bool:
    inner = trimmed(text, block.start, block.end)
    mark = inner and MARK.match(text, inner.start, inner.end)
    return bool(mark and mark[0] not in SINGLE)


def _in_block(text: str, block: Span) -> tuple[list[Span], Span | None]:
    """The outermost closed quotations of a block, and the one it leaves open, if any."""
    stack: list[Open] = []
    closed: list[Span] = []
    for mark in MARK.finditer(text, block.start, block.end):
        if not _close(text, stack, closed, mark, block) and may_open(text, stack, mark, block):
            stack.append(Open(mark.start(), mark[0]))
    outer = list(_outermost(closed))
    left = _left_open(text, stack, outer, block)
    return [s for s in outer if left is None or s.start < left.start], left


def _close(
    text: str, stack: list[Open], closed: list[Span], mark: re.Match[str], block: Span
) -> bool:
    """Close what `mark` closes: the innermost open mark, or the one around a stray single."""
    if _is_stray_single(stack, mark[0]):
        stack.pop()
    if (
        not stack
        or mark[0] not in CLOSERS[stack[-1].mark]
        or not may_close(text, stack[-1].mark, mark)
    ):
        return _starts_anew(text, stack, mark, block)
    closed.append(Span(stack.pop().at, mark.end()))
    return True


def _is_stray_single(stack: list[Open], mark: str) -> bool:
    """Whether a single mark is open that cannot be meant, since `mark` closes the one around it."""
    if len(stack) < 2 or stack[-1].mark not in SINGLE or mark in CLOSERS[stack[-1].mark]:
        return False
    return mark in CLOSERS[stack[-2].mark]


def _starts_anew(text: str, stack: list[Open], mark: re.Match[str], block: Span) -> bool:
    """A straight mark that opens while one is open: the earlier one was never closed."""
    if not stack or mark[0] != stack[-1].mark or mark[0] not in CLOSERS[mark[0]]:
        return False
    if not may_open(text, stack[:-1][-1:], mark, block):
        return False
    stack[-1] = Open(mark.start(), mark[0])
    return True


def _outermost(closed: list[Span]) -> Iterator[Span]:
    reached = -1
    for span in sorted(closed):
        if span.start >= reached:
            yield span
            reached = span.end


def _left_open(text: str, stack: list[Open], closed: list[Span], block: Span) -> Span | None:
    """The quotation that runs on over the block's end: the last unclosed double mark.

    One that a whole double quotation follows was forgotten rather than left open.
    """
    double = next((o for o in reversed(stack) if o.mark not in SINGLE), None)
    last = next((s for s in reversed(closed) if text[s.start] not in SINGLE), None)
    if double is None or (last is not None and last.start > double.at):
        return None
    return trimmed(text, double.at, block.end)


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
