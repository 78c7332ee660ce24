"""The words around a mention that describe it: apposition, relative clause, predicate.

Only adjacent syntax counts: what follows a mention up to where its own clause goes on or another
name comes in, and the noun phrase right before a name. Nothing within quotation marks describes
whom the report mentions there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from firsthand.sources.apposition import apposition, fits
from firsthand.sources.kinds import kind_of
from firsthand.sources.nouns import is_person
from firsthand.sources.phrase import phrase_of
from firsthand.sources.source import SourceKind
from firsthand.text import Span, trimmed


class Part(StrEnum):
    """How words describe: as a noun phrase, as a clause, as a number, by what somebody is of."""

    PHRASE = "phrase"
    CLAUSE = "clause"
    PREDICATE = "predicate"
    AGE = "age"
    OF = "of"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some words that describe a source, and how they stand to its mention."""

    part: Part
    span: Span


_CUT: Final = re.compile(r",(?=\s)|[()]|\s[–—-]{1,2}\s|[–—]|[;:“”\"„«»\n]")
_HARD: Final = frozenset(';:“”"„«»\n')
_RELATIVE: Final = re.compile(r"(?:who|whose|which)\b", re.IGNORECASE)
_WITHIN: Final = re.compile(r"\s(?:who|whose|which|that)\s")
_CLAUSES: Final = re.compile(
    r"(?:speaking|asking|asked|requesting|wishing|using|identified|known|not authori[sz]ed"
    r"|not (?:his|her|their)|(?:his|her|their) names?|a pseudonym"
    r"|now|currently|once|formerly|then)\b"
)
_AGE: Final = re.compile(
    r"in (?:his|her|their) [\w ]{2,20}\Z|(?:aged?\s+)?1?\d{1,2}(?:\s+years?\s+old)?\Z"
)
_OF: Final = re.compile(r"(?:of|from|with|at|for)\s")
_LED: Final = re.compile(
    r"\b(?:of|by|with|to|for|from|in|on|at|against|about|between|than|and|as|after|before|under|over|or)\s+\Z"
)
_OWNED: Final = re.compile(r"(?P<noun>[^\W\d_]+)\s+(?:of|to)\s+\Z")
_LONGEST: Final = 700


def stretches(text: str, mention: Span, sentence: Span) -> Iterator[Stretch]:
    """What describes the mention within its sentence: inside it, behind it."""
    inner = [s for s in _segments(text, mention.start, mention.end) if s is not None]
    named = bool(inner) and _is_name(inner[0].of(text))
    for at, segment in enumerate(inner):
        if at == 0 or not (named and _is_name(segment.of(text))):
            yield from _inside(text, segment, first=at == 0)
    if not _belongs_to_another(text, mention, sentence):
        limit = min(sentence.end, mention.end + _LONGEST)
        yield from _behind(text, mention, limit, free=_is_free(text, mention, sentence))


def _is_name(words: str) -> bool:
    phrase = phrase_of(words)
    return phrase is not None and phrase.is_name


def _segments(text: str, start: int, end: int) -> Iterator[Span | None]:
    """What lies between commas, brackets and dashes; None where the description must end."""
    at = start
    for cut in _CUT.finditer(text, start, end):
        yield from _filled(text, at, cut.start())
        at = cut.end()
        if cut[0] in _HARD:
            yield None
    yield from _filled(text, at, end)


def _filled(text: str, start: int, end: int) -> Iterator[Span]:
    found = trimmed(text, start, end)
    if found:
        yield found


def _inside(text: str, segment: Span, *, first: bool) -> Iterator[Stretch]:
    """A part of the mention itself: its noun phrase, then what is said of it."""
    words = segment.of(text)
    if first:
        yield from _phrase(text, segment)
    elif part := _part(words):
        yield Stretch(part, segment)
    else:
        yield from _phrase(text, segment)


def _part(words: str) -> Part | None:
    if _AGE.match(words):
        return Part.AGE
    if _RELATIVE.match(words) or _CLAUSES.match(words):
        return Part.CLAUSE
    return Part.OF if _OF.match(words) else None


def _phrase(text: str, segment: Span) -> Iterator[Stretch]:
    """A noun phrase, and the relative clause at its end where that speaks of its head."""
    cut = _WITHIN.search(text, segment.start, segment.end)
    end = cut.start() if cut else segment.end
    yield Stretch(Part.PHRASE, Span(segment.start, end))
    if cut and fits(text[segment.start : end]):
        yield Stretch(Part.CLAUSE, Span(cut.start() + 1, segment.end))


def _behind(text: str, mention: Span, limit: int, *, free: bool) -> Iterator[Stretch]:
    """What stands behind the mention, as long as it describes it."""
    plural = kind_of(mention.of(text)) is SourceKind.GROUP
    if text[mention.end : mention.end + 1] in ("'", "’"):
        return
    for segment in _segments(text, mention.end, limit):
        if segment is None:
            return
        words = segment.of(text)
        part = _part(words)
        if part is Part.OF and not re.match(r"of\b|from\b|with\b", words):
            part = None
        if part:
            yield Stretch(part, segment)
        elif segment.start > mention.end + 1 and apposition(words, plural=plural):
            yield from _phrase(text, segment)
        else:
            if free:
                yield Stretch(Part.PREDICATE, segment)
            return


def _is_free(text: str, mention: Span, sentence: Span) -> bool:
    """Whether the mention may be a subject: no preposition before it."""
    return not _LED.search(text, max(sentence.start, mention.start - 12), mention.start)


def _belongs_to_another(text: str, mention: Span, sentence: Span) -> bool:
    """Whether the mention says whose somebody is ("a cousin of Aske, who..."): that one follows."""
    start = max(sentence.start, mention.start - 40)
    found = _OWNED.search(text, start, mention.start)
    return found is not None and is_person(found["noun"])
