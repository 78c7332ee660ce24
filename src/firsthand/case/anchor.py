"""Where words of a text stand in another reading of it: by quote and by position.

The two selectors of the W3C Web Annotation Data Model (2017), TextQuoteSelector (the exact
words, with what stands before and behind them) and TextPositionSelector (where they stood). The
position finds them in an unchanged text; the quote finds them when the text has moved.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import takewhile
from operator import eq
from typing import Final

from firsthand.case.ground import Ground, plain
from firsthand.text import Span

_AROUND: Final = 64
"""Characters of surroundings on either side: a line of print."""
_ENOUGH: Final = 24
"""Characters of words and agreeing surroundings, short of which "he" may be anybody."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """Both selectors: the words, up to a line on either side of them, and where they stood."""

    exact: str
    prefix: str
    suffix: str
    at: Span


@dataclass(frozen=True, slots=True)
class _Found:
    """An occurrence: how much of the surroundings agrees, and how far off it is."""

    span: Span
    agreeing: int
    away: int

    @property
    def rank(self) -> tuple[int, int]:
        """The lower the better."""
        return -self.agreeing, self.away


def anchor_of(text: str, span: Span) -> Anchor:
    """The anchor of some words; raises `SpanError` where the text is too short."""
    before = text[max(0, span.start - _AROUND) : span.start]
    return Anchor(span.of(text), before, text[span.end : span.end + _AROUND], span)


def place(anchor: Anchor, text: str) -> Span | None:
    """Where the words stand now; None where they are not found, or where it would be a guess."""
    return place_on(anchor, Ground.of(text), anchor.at.start)


def place_on(anchor: Anchor, ground: Ground, near: int) -> Span | None:
    """As `place`, on a text made ready once, with the words expected at `near`.

    The same words within the same surroundings at that place are taken at once. Else every
    occurrence counts: the one whose surroundings agree most wins, then the nearest. Two that
    are equal in both are not told apart, and a few letters among other words are not taken for
    the same words.
    """
    if _stands_at(anchor, ground.text, near):
        return Span(near, near + len(anchor.exact))
    return _only_best(_credible(anchor, ground, near))


def _stands_at(anchor: Anchor, text: str, at: int) -> bool:
    start = at - len(anchor.prefix)
    around = anchor.prefix + anchor.exact + anchor.suffix
    return start >= 0 and text.startswith(around, start)


def _credible(anchor: Anchor, ground: Ground, near: int) -> Iterator[_Found]:
    exact, prefix, suffix = map(plain, (anchor.exact, anchor.prefix, anchor.suffix))
    backwards, everything = prefix[::-1], len(prefix) + len(suffix)
    for at in ground.occurrences(exact):
        end = at + len(exact)
        before = ground.plain[max(0, at - len(prefix)) : at][::-1]
        behind = ground.plain[end : end + len(suffix)]
        agreeing = _shared(before, backwards) + _shared(behind, suffix)
        if agreeing == everything or agreeing + len(exact) >= _ENOUGH:
            span = ground.span(at, end)
            yield _Found(span, agreeing, abs(span.start - near))


def _shared(one: str, other: str) -> int:
    return sum(1 for _ in takewhile(bool, map(eq, one, other)))


def _only_best(found: Iterable[_Found]) -> Span | None:
    ranked = sorted(found, key=lambda f: f.rank)[:2]
    if not ranked or (len(ranked) == 2 and ranked[0].rank == ranked[1].rank):
        return None
    return ranked[0].span
