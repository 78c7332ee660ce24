"""Places in a text: spans of characters, and sentences.

Offsets are Unicode code points into one text, end exclusive, so that `text[start:end]` is
always exactly the quoted words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from firsthand.errors import SpanError


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """The characters from `start` up to, not including, `end`; never empty."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise SpanError(f"not a span: {self.start} to {self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The words at this span; raises `SpanError` where the text is too short."""
        if self.end > len(text):
            raise SpanError(f"{self.start} to {self.end} in a text of {len(text)} characters")
        return text[self.start : self.end]

    def contains(self, other: Span) -> bool:
        """Whether `other` lies wholly within this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end


def shifted(span: Span, by: int) -> Span:
    """The same span in a text that has `by` more characters before it."""
    return Span(span.start + by, span.end + by)


def trimmed(text: str, start: int, end: int) -> Span | None:
    """The span without the white space at its edges; None where nothing else is there."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None


# A full stop (or several), what may close behind it, and the space that follows.
_STOP = re.compile(
    r"(?<![.!?\u2026\u203c\u203d\u2047-\u2049\u3002])[.!?\u2026\u203c\u203d\u2047-\u2049\u3002]++"
    r"[\"'\u2019\u201d\u201c\u00bb\u203a)\]]*+(?=\s)"
)
_LAST_WORD = re.compile(r"[^\W_]+(?:\.[^\W_]+)*\Z")
# Words that seldom stand within a sentence with a capital, so "U.S. The" is two sentences.
_OPENERS = tuple([w] for w in "The He She It They In But And We A An This That".split())
_LONGEST_ABBREVIATION = 12
_ABBREVIATIONS = frozenset(
    "mr mrs ms mx dr prof sr jr st gen col maj lt sgt capt cmdr adm cpl pvt gov sen rep hon "
    "pres supt det insp rev fr amb atty jan feb mar apr jun jul aug sept sep oct nov dec vs "
    "etc no nos art para paras sec vol pp fig ed eds al cf ibid inc ltd corp co bros dept "
    "univ assn ave blvd approx mt ft e.g i.e viz ala ariz ark calif colo conn del fla ga "
    "ill ind kan ky la mass md mich minn miss mo mont neb nev okla ore pa tenn tex va vt "
    "wash wis wyo".split()
)


def sentences(text: str, span: Span) -> Iterator[Span]:
    """The sentences within `span`, in order, without the white space between them.

    One pass over the full stops. A stop ends a sentence unless a small letter follows, or it
    belongs to an abbreviation, an initial or an ellipsis that the sentence runs on from;
    whatever closes behind it (quotation marks, brackets) goes with it.
    """
    start = span.start
    for stop in _STOP.finditer(text, span.start, span.end):
        if _ends_sentence(text, stop, span.end):
            yield from _sentence(text, start, stop.end())
            start = stop.end()
    yield from _sentence(text, start, span.end)


def _sentence(text: str, start: int, end: int) -> Iterator[Span]:
    found = trimmed(text, start, end)
    if found is not None:
        yield found


def _ends_sentence(text: str, stop: re.Match[str], limit: int) -> bool:
    following = text[stop.end() : min(stop.end() + 40, limit)].lstrip()
    opener = following.lstrip("\"'\u2018\u201c\u201e\u00ab\u2039([")
    if opener[:1].islower():
        return False
    return stop[0] != "." or not _abbreviated(text, stop.start(), opener)


def _abbreviated(text: str, stop: int, following: str) -> bool:
    """Whether the full stop at `stop` belongs to the word before it."""
    word = _LAST_WORD.search(text[max(0, stop - _LONGEST_ABBREVIATION) : stop])
    if word is None:
        return False
    if len(word[0]) == 1:
        return (word[0].isupper() and word[0] != "I") or word[0] in "vp"
    if "." in word[0]:
        return following.split(maxsplit=1)[:1] not in _OPENERS
    return word[0].lower() in _ABBREVIATIONS
