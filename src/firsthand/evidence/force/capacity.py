"""Whether the source speaks for an office or a body: a spokesperson, police, a court, a company.

What counts is the head of the noun phrase that names the source: "a minister" speaks for an office,
"a minister's wife", "a former minister" and "relatives of officers" do not.
Where the source was led to a fuller mention of it, its name and its role are looked at in that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from firsthand.evidence.language.prose import phrases
from firsthand.evidence.telling import Telling
from firsthand.evidence.values import Marked
from firsthand.sources.source import ProfileField, Source, SourceKind
from firsthand.text import Span, trimmed

_OFFICES = phrases("capacity", "offices")
_BODIES = phrases("capacity", "bodies")
_FORMER = phrases("capacity", "former")
_ENDS = phrases("capacity", "ends")
_PARTS = re.compile(r"[,;()–—]|\band\b|['’]s?(?=\s)")
_COMPOUND = re.compile(
    r"[\s-]+(?!(?:said|says|also|here|there|himself|herself|itself)\b)[^\W\d_A-Z]"
)


def capacity_of(telling: Telling) -> Marked:
    """Whether the source speaks in an official capacity, with the words that say so."""
    own = telling.attribution.source
    if telling.source is not None and telling.source.kind is SourceKind.ORGANISATION:
        return Marked(True, own or telling.source.mentions[:1])
    places = (*own, *(_introduced(telling.source) if telling.source else ()))
    found = next((s for p in places if (s := _office(telling.text, p)) is not None), None)
    return Marked(True, (found,)) if found else Marked()


@lru_cache(maxsize=256)
def _office(text: str, place: Span) -> Span | None:
    """The first of them; kept, as each statement of a source asks for the same words."""
    return next(_offices(text, place), None)


def _introduced(source: Source) -> Iterator[Span]:
    """The source's first mention, and what the report says is its role."""
    yield from source.mentions[:1]
    yield from (f.span for f in source.profile if f.field is ProfileField.ROLE)


def _offices(text: str, place: Span) -> Iterator[Span]:
    """The offices and bodies that head a part of the words for a source."""
    for part in _parts(text, place):
        if _FORMER.search(text, part.start, part.end) is None:
            for pattern in (_OFFICES, _BODIES):
                for found in pattern.finditer(text, part.start, part.end):
                    if not _COMPOUND.match(text, found.end(), part.end):
                        yield Span(*found.span())


def _parts(text: str, place: Span) -> Iterator[Span]:
    """The parts between commas and behind possessives, each up to its first preposition."""
    start, heading = place.start, True
    for cut in (*_PARTS.finditer(text, place.start, place.end), None):
        part = trimmed(text, start, cut.start() if cut else place.end)
        possessor = cut is not None and cut[0][0] in "'’"
        end = _ENDS.search(text, part.start, part.end) if part is not None else None
        if possessor and end is not None:
            heading = False
        if part is not None and heading and not possessor:
            head = trimmed(text, part.start, end.start() if end else part.end)
            heading = end is None
            if head is not None:
                yield head
        start = cut.end() if cut else place.end
        heading = heading or (cut is not None and cut[0] == ",")
