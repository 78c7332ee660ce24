"""The words of a source without the capital that a sentence or a headline gives its first word.

"Rower who stayed", "Four of the nine", "NURSE" are no names: the same words further down the line
would be small. A word that names people or counts them is taken so; "Baker", of whom the page
gives the full name, has been led to that name before.
"""

from __future__ import annotations

import re
from typing import Final

from firsthand.sources.names import TITLES
from firsthand.sources.nouns import PEOPLE, is_in, meaning
from firsthand.sources.phrase import phrase_of
from firsthand.text import Span

_OPENS: Final = re.compile(r"(?:\A|\n|[.!?:|]\s+)[“\"‘'\s]*\Z")
_TITLED: Final = re.compile(rf"\b(?:{'|'.join(sorted(TITLES))})\.\s+\Z", re.IGNORECASE)
_BEFORE: Final = 16
_FIRST: Final = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_PARTS: Final = re.compile(r"-")


def as_said(text: str, span: Span) -> str:
    """The words at a span, with the capital of their first word as it would be in the middle."""
    words = " ".join(span.of(text).split())
    first = _FIRST.match(words)
    before = text[max(0, span.start - _BEFORE) : span.start]
    if first is None or not _OPENS.search(before) or _TITLED.search(before):
        return words
    said = first[0].lower() + words[first.end() :]
    return said if _is_common(first[0].lower(), said) else words


def _is_common(small: str, said: str) -> bool:
    """Whether a word counts people, or names them and heads the words; of "ex-con" its end does."""
    found, phrase = meaning(_PARTS.split(small)[-1]), phrase_of(said)
    heads = phrase is not None and phrase.head_token.start == 0
    people = found is not None and found.noun in PEOPLE and heads
    return people or is_in(small, "quantities") or is_in(small, "indefinite")
