"""The age that a report gives of somebody: "38", "aged 38", "in his forties"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from firsthand.sources.apposition import fits
from firsthand.sources.source import ProfileFact, ProfileField
from firsthand.text import Span

_ALONE: Final = re.compile(r"(?:(?:aged?|who is|is)\s+)?(?P<age>1?\d{1,2})(?:\s+years?\s+old)?\Z")
_WITHIN: Final = re.compile(
    r"\baged?\s(?P<age>1?\d{1,2})\b(?!\s*(?:%|per))"
    r"|\bin (?:his|her|their) (?P<about>(?:(?:early|mid|late)[ -])?(?:\d0s|twenties|thirties"
    r"|forties|fifties|sixties|seventies|eighties|nineties|teens))\b"
)
_IS: Final = re.compile(
    r"(?:who\s+)?(?:is|turned)\s+(?P<age>1?\d{1,2})(?:\s+years\s+old)?(?=\s*(?:\Z|and\b))"
)


def age_alone(text: str, span: Span) -> Iterator[ProfileFact]:
    """The age where it stands for itself between commas or in brackets."""
    yield from _fact(_ALONE.match(text[: span.end], span.start))


def age_within(text: str, span: Span) -> Iterator[ProfileFact]:
    """The age behind a noun: "a docker aged 38", "a man in his forties"."""
    found = _WITHIN.search(text, span.start, span.end)
    before = text[span.start : found.start()].strip() if found else ""
    if not before or fits(before):
        yield from _fact(found)


def age_said(text: str, span: Span) -> Iterator[ProfileFact]:
    """The age as a clause gives it: "who is 38"."""
    yield from _fact(_IS.match(text[: span.end], span.start))


def _fact(found: re.Match[str] | None) -> Iterator[ProfileFact]:
    if found:
        group = "age" if found["age"] else "about"
        yield ProfileFact(ProfileField.AGE, found[group], Span(*found.span()))
