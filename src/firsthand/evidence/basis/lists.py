"""The word lists of `words/basis.toml`, read once, and the looking up of what follows a verb."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache
from typing import Any

from firsthand.lists import word_lists_in
from firsthand.text import Span

ADVERBS = (
    r"also|then|just|still|even|often|sometimes|already|all|both|each|myself|himself|herself|once|twice|later"
    r"|soon|finally|again|first|always|(?!hard|bare|near|alleged|supposed|like|probab|possib|certain)\w{2,14}ly"
)
"""What may stand between a pronoun and its verb and leaves it sure."""
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_NEAR = 60
_LONGEST = 4
"""Words of the longest phrase in the lists."""


def _raw() -> dict[str, Any]:
    return word_lists_in("firsthand.evidence", "words/basis.toml")


@cache
def words(name: str) -> frozenset[str]:
    """A list by its name ("seen.verbs"); "_" stands for the space within a phrase."""
    found: Any = _raw()
    for part in name.split("."):
        found = found[part]
    return frozenset(w.replace("_", " ") for w in found.split())


@cache
def needs(verb: str) -> frozenset[str]:
    """What must follow this verb for it to be an act; empty where anything may."""
    return words(f"needs.{verb}") if verb in _raw()["needs"] else frozenset()


def follows(text: str, at: int, end: int, phrases: Collection[str]) -> bool:
    """Whether one of these phrases stands right here; only commas may come between its words."""
    near = _following(text, at, end)
    return any(" ".join(near[:n]) in phrases for n in range(1, len(near) + 1))


def _following(text: str, at: int, end: int) -> list[str]:
    """The next words of the same clause, in small letters."""
    near: list[str] = []
    for found in _WORD.finditer(text, at, min(end, at + _NEAR)):
        if len(near) == _LONGEST or _breaks(text[at : found.start()]):
            break
        near.append(found[0].lower())
        at = found.end()
    return near


def _breaks(between: str) -> bool:
    return any(c in '.,;:!?—–"“”()' for c in between)


def any_of(text: str, span: Span, phrases: Collection[str]) -> bool:
    """Whether one of these words stands anywhere in a span."""
    return any(w[0].lower() in phrases for w in _WORD.finditer(text, span.start, span.end))
