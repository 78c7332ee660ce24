"""What a rule proposes, before the reader puts it in order and scores it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from firsthand.reading.attribution import Override
from firsthand.text import Span, trimmed


@dataclass(frozen=True, slots=True)
class Proposal:
    """The three roles as spans, and the name of the rule, under which its precision is kept.

    `quoted` are the quotations that tell whether it is direct, where they are not the report's:
    what a speaker tells in turn is judged by the marks within the speaker's own words. `score` is
    None for a rule, which has one by its pattern. `override` is there where a rule changed what a
    model gave.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    pattern: str
    quoted: tuple[Span, ...] | None = None
    score: float | None = None
    override: Override | None = None


def tidy(text: str, spans: Iterable[Span]) -> tuple[Span, ...]:
    """Spans in order, without white space at their edges; those that meet or overlap are one."""
    tidied: list[Span] = []
    for span in sorted(spans):
        found = trimmed(text, span.start, span.end)
        if found is None:
            continue
        if tidied and _meet(text, tidied[-1], found):
            before = tidied.pop()
            found = Span(before.start, max(before.end, found.end))
        tidied.append(found)
    return tuple(tidied)


def _meet(text: str, one: Span, other: Span) -> bool:
    """Whether nothing but spaces stands between two spans; a line break keeps them apart."""
    gap = text[one.end : other.start]
    return not gap.strip() and "\n" not in gap and len(gap.splitlines()) < 2
