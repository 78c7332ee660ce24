"""Sentences about the speaking itself: "An officer sat beside him", "She spoke under oath".

They stand beside the statement, or in a part on method, and name or point to the one who speaks.
All of a text are found in one pass and kept, so that a statement looks only at those of its source.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from firsthand.evidence.language.prose import OPENING, listed, phrases
from firsthand.evidence.values import Circumstance, CircumstanceKind
from firsthand.sources.source import Source, SourceKind
from firsthand.text import Span, sentences

WORDS = "circumstances"
_LISTS = {
    CircumstanceKind.MINDER_PRESENT: ("aside_minder_present",),
    CircumstanceKind.STATE_TELEVISION: ("aside_state_television",),
    CircumstanceKind.CUSTODY: ("aside_custody",),
    CircumstanceKind.ARRANGED_BY: ("arranged_by",),
    CircumstanceKind.INTERPRETER: ("aside_interpreter",),
    CircumstanceKind.PAYMENT: ("payment",),
    CircumstanceKind.GROUP_INTERVIEW: ("group_interview",),
    CircumstanceKind.OATH: ("aside_oath",),
    CircumstanceKind.INTERVIEW: ("aside_interview",),
}
_POINTS = re.compile(
    r"\b(?:he|she|they|him|her|them|whom"
    r"|the (?:interview|conversation|recording|broadcast|statement))\b",
    re.IGNORECASE,
)
_WITH_NAME = re.compile(r"\b(?:interview|conversation) with [A-Z]")
_EDGE = re.compile(r"\b")
_LETTERS = re.compile(r"[a-z]+")
PERSONS = (SourceKind.NAMED_PERSON, SourceKind.UNNAMED_PERSON, SourceKind.GROUP)


def kinds_pattern(lists: Mapping[CircumstanceKind, tuple[str, ...]]) -> re.Pattern[str]:
    """One pattern with a group for each kind."""
    found = ((k, phrases(WORDS, *names).pattern) for k, names in lists.items())
    groups = "|".join(f"(?P<{k}>{pattern.removeprefix(OPENING)})" for k, pattern in found)
    return re.compile(f"{OPENING}(?:{groups})", re.IGNORECASE)


_ASIDES = kinds_pattern(_LISTS)


def circumstance(match: re.Match[str]) -> Circumstance:
    """The circumstance of a match of such a pattern."""
    return Circumstance(CircumstanceKind(str(match.lastgroup)), Span(*match.span()))


@dataclass(frozen=True, slots=True)
class Aside:
    """A circumstance told by a sentence of its own, and the sentence before it on its line."""

    circumstance: Circumstance
    sentence: Span
    before: Span | None


@lru_cache(maxsize=8)
def asides(text: str) -> tuple[Aside, ...]:
    """All of a text, in order."""
    return tuple(
        Aside(circumstance(match), sentence, before)
        for sentence, before in _cut(text)
        for match in _ASIDES.finditer(text, sentence.start, sentence.end)
        if _has_sign(sentence.of(text))
    )


def _has_sign(sentence: str) -> bool:
    return not listed(WORDS, "aside_signs").isdisjoint(_LETTERS.findall(sentence.lower()))


def _cut(text: str) -> Iterator[tuple[Span, Span | None]]:
    """The sentences line by line, each with the one before it; of lines that tell any."""
    at = 0
    for line in text.splitlines(keepends=True):
        before: Span | None = None
        told = _ASIDES.search(text, at, at + len(line)) is not None
        for sentence in sentences(text, Span(at, at + len(line))) if told else ():
            yield sentence, before
            before = sentence
        at += len(line)


@lru_cache(maxsize=512)
def asides_of(text: str, source: Source) -> tuple[Aside, ...]:
    """Those that speak of a source: by name, or by a pronoun after a sentence that mentions it."""
    return tuple(a for a in asides(text) if source.kind in PERSONS and _is_of(text, a, source))


def _is_of(text: str, aside: Aside, source: Source) -> bool:
    if mentioned(text, aside.sentence, source):
        return True
    words = aside.sentence.of(text)
    if aside.before is None or _WITH_NAME.search(words) or not _POINTS.search(words):
        return False
    return mentioned(text, aside.before, source)


def mentioned(text: str, sentence: Span, source: Source) -> bool:
    """Whether a sentence holds a mention of a source, or the last word of its name."""
    at = bisect_right(source.mentions, sentence.start, key=lambda m: m.end)
    if at < len(source.mentions) and source.mentions[at].overlaps(sentence):
        return True
    last = name_word(source)
    return last is not None and next(ends_of(last, sentence.of(text)), None) is not None


def ends_of(word: str, text: str) -> Iterator[int]:
    """Where a word ends in a text, each time that it stands there whole.

    A pattern made for the word would have to be compiled for every source.
    """
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        whole = _EDGE.match(text, at) and _EDGE.match(text, end)
        if whole:
            yield end
        at = text.find(word, end if whole else at + 1)


def name_word(source: Source) -> str | None:
    """The last word of a person's name; None for a description ("sister of Aske")."""
    if source.kind is not SourceKind.NAMED_PERSON:
        return None
    words = source.name.split(",")[0].split("(")[0].split()
    return words[-1] if words and words[-1][0].isupper() and len(words[-1]) > 2 else None
