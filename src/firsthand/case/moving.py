"""Anything with spans in it, led from one text of a document to another.

Types of every stage hold spans, and a new field must not be forgotten when people's decisions
move on; so this walks over whatever a frozen dataclass holds.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, field, fields, is_dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, TypeVar, cast, get_args, get_type_hints

from firsthand.case.anchor import anchor_of, place_on
from firsthand.case.ground import Ground
from firsthand.text import Span, shifted

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

_T = TypeVar("_T")
Pair = tuple[Span, Span]


class _Lost(Exception):
    """Words without which a value says nothing are not found."""


@dataclass(frozen=True, slots=True)
class Move:
    """From one text to another. `known` are words whose new place is found already.

    What lies within known words has its place within them; other words are expected as far off
    as their known neighbours are. `same` are the starts and the ends of the two texts as far as
    they are the same to the letter: most often only a part of a text changes.
    """

    before: str = field(repr=False)
    after: Ground
    same: tuple[Pair, ...] = ()
    known: tuple[Pair, ...] = ()

    @classmethod
    def of(cls, before: str, after: str) -> Move:
        """From a text to another one."""
        return cls(before, Ground.of(after), tuple(_ends(before, after)))

    def knowing(self, before: Span, now: Span) -> Move:
        """The same, with the place of some more words known."""
        return replace(self, known=(*self.known, (before, now)))

    def span(self, span: Span) -> Span | None:
        """Where the words stand now; None where they are not found, or it would be a guess."""
        for before, now in self.same:
            if before.contains(span):
                return shifted(span, now.start - before.start)
        for before, now in self.known:
            if before.contains(span):
                return _within(span, self.before, before, self.after.text, now)
        return place_on(anchor_of(self.before, span), self.after, span.start + self._shift(span))

    def _shift(self, span: Span) -> int:
        """How far the known words nearest to the span moved, else the ends of the text."""
        pairs = self.known or self.same
        shifts = ((_gap(before, span), now.start - before.start) for before, now in pairs)
        return min(shifts, default=(0, 0))[1]


def _gap(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)


def _ends(before: str, after: str) -> Iterator[Pair]:
    """The start that both texts have, and the end, which never share a character."""
    start = _shared(before, after)
    end = _shared(before[start:][::-1], after[start:][::-1])
    if start:
        yield Span(0, start), Span(0, start)
    if end:
        yield _last(before, end), _last(after, end)


def _last(text: str, length: int) -> Span:
    return Span(len(text) - length, len(text))


def _shared(one: str, other: str) -> int:
    """Characters at the start that are the same: halving, for a loop over them takes too long."""
    shortest = range(1, min(len(one), len(other)) + 1)
    return bisect_left(shortest, True, key=lambda n: one[:n] != other[:n])


def _within(span: Span, text: str, before: Span, new: str, now: Span) -> Span | None:
    """The same letters of the same words: white space between them may differ."""
    skipped, wanted = _letters(text[before.start : span.start]), _letters(span.of(text))
    letters = [i for i in range(now.start, now.end) if not new[i].isspace()]
    taken = letters[skipped : skipped + wanted]
    return Span(taken[0], taken[-1] + 1) if taken else None


def _letters(words: str) -> int:
    return sum(not c.isspace() for c in words)


def moved(value: _T, move: Move) -> _T | None:
    """The value with each span where its words stand now.

    From a tuple, what has lost its words is left out; an optional field that has is None. None
    for the whole value where a span is lost that it cannot be without.
    """
    try:
        return cast(_T, _walked(value, move))
    except _Lost:
        return None


def _walked(value: object, move: Move) -> object:
    if isinstance(value, Span):
        return _placed(value, move)
    if isinstance(value, tuple):
        return tuple(_kept(value, move))
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **dict(_fields(value, move)))
    return value


def _placed(span: Span, move: Move) -> Span:
    now = move.span(span)
    if now is None:
        raise _Lost
    return now


def _kept(values: Iterable[object], move: Move) -> Iterator[object]:
    for value in values:
        try:
            yield _walked(value, move)
        except _Lost:
            continue


def _fields(value: DataclassInstance, move: Move) -> Iterator[tuple[str, object]]:
    for name in (f.name for f in fields(value)):
        try:
            yield name, _walked(getattr(value, name), move)
        except _Lost:
            if name not in _optional(type(value)):
                raise
            yield name, None


@cache
def _optional(kind: Hashable) -> frozenset[str]:
    """The fields of a dataclass that may be None."""
    return frozenset(n for n, hint in get_type_hints(kind).items() if type(None) in get_args(hint))
