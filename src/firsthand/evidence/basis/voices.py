"""In which words of a content "I" is the source, and in which "he" or "she" can be.

A quotation is the source's own voice, and so is a turn or what stands behind a colon; what it
quotes in turn is somebody else's. Outside of quotation marks the report speaks: there "I" is its
author, and the source is a third person (reported speech with backshift).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from firsthand.evidence.telling import Telling
from firsthand.text import Span, trimmed

_DOUBLE = re.compile(r"[\"“”„«»]")
_SINGLE = re.compile(r"(?<!\w)['‘](?=\w)[^'‘’]{1,300}(?:['’](?=\w)[^'‘’]{1,300}){0,9}['’](?!\w)")
_OPENS = re.compile(r"\s*(?P<mark>[\"“„«]|['‘](?=\w))")
_COLON = re.compile(r":\s*[\"“„‘']?\s*\Z|\n\s*\Z")
_FIRST = re.compile(r"(?:I|[Ww]e|[Mm]e|[Uu]s)\Z")
_SAYS_I = re.compile(r"\b(?:I|[Mm]e|[Mm]y|[Ww]e|[Uu]s|[Oo]ur)\b")
_LETTER = re.compile(r"[^\W\d_]")
_FAR = 120
"""Characters between a cue and the colon behind which its quotation begins."""


@dataclass(frozen=True, slots=True)
class Voices:
    """`own` are the words in which the source is "I", `told` those in which it is "she"."""

    own: tuple[Span, ...]
    told: tuple[Span, ...]


def voices_of(telling: Telling) -> Voices:
    """The content, parted by who is "I" in it."""
    own: list[Span] = []
    told: list[Span] = []
    direct = _speaks(telling)
    for span in telling.content:
        direct = (
            direct
            or bool(_OPENS.match(telling.text, span.start, span.end))
            or (_in_quotation(telling, span))
        )
        inside, outside = _parted(telling.text, span, direct)
        own += _unnested(telling.text, inside)
        told += outside
    return Voices(tuple(own), tuple(told))


def _speaks(telling: Telling) -> bool:
    """Whether the form alone makes the content the source's own words."""
    cue, source = telling.words(telling.attribution.cue), telling.words(telling.attribution.source)
    if not _LETTER.search(cue) or _FIRST.fullmatch(source):
        return True
    end, start = telling.attribution.cue[-1].end, telling.content[0].start
    between = telling.text[end:start] if end <= start <= end + _FAR else ""
    return bool(_COLON.search(between)) or cue.rstrip().endswith(":")


def _in_quotation(telling: Telling, span: Span) -> bool:
    """Whether the content lies in a quotation that its cue does not lie in."""
    cue = telling.attribution.cue
    return any(q.contains(span) and not any(q.overlaps(c) for c in cue) for q in telling.quoted)


def _parted(text: str, span: Span, direct: bool) -> tuple[list[Span], list[Span]]:
    """The source's voice and the report's: by the outer quotation marks."""
    opens = _OPENS.match(text, span.start, span.end)
    marks = [m.start() for m in _DOUBLE.finditer(text, span.start, span.end)]
    if direct and opens is None:
        closes = marks[:1] if len(marks) % 2 else []
        inner = marks[1:] if closes else marks
        return _between(text, span, inner, outside=True), []
    if direct:
        return [span], []
    inside = _between(text, span, marks, outside=False)
    if not any(_SAYS_I.search(text, s.start, s.end) for s in inside):
        return [], [span]
    return inside, _between(text, span, marks, outside=True)


def _between(text: str, span: Span, marks: list[int], *, outside: bool) -> list[Span]:
    """What stands outside, or inside, of marks that open and close in turn."""
    edges = [span.start, *marks, span.end]
    pairs = list(pairwise(edges))[0 if outside else 1 :: 2]
    return [s for a, b in pairs if (s := trimmed(text, a, b))]


def _unnested(text: str, spans: list[Span]) -> Iterator[Span]:
    """The source's voice without what it quotes in single marks."""
    for span in spans:
        at = span.start
        opens = _OPENS.match(text, span.start, span.end)
        nested = _SINGLE if opens is None or opens["mark"] not in "'‘" else None
        for found in nested.finditer(text, span.start, span.end) if nested else ():
            yield from _piece(text, at, found.start())
            at = found.end()
        yield from _piece(text, at, span.end)


def _piece(text: str, start: int, end: int) -> Iterator[Span]:
    if found := trimmed(text, start, end):
        yield found
