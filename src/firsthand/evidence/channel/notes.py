"""What the notes of a report pass on: "Interview NH-07", at the end of the sentence they belong to.

In reports of the UN and of NGOs a note says on which occasion the words were spoken. Its mark
covers its own sentence; a note that names the source also covers what the same source says
earlier in the paragraph, since one note serves a passage.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from firsthand.evidence.channel.names import kind_of, phrase_at, shorter
from firsthand.evidence.channel.occasions import block
from firsthand.evidence.telling import Telling
from firsthand.evidence.values import Relay, RelayKind
from firsthand.ingest.report import Note
from firsthand.text import Span

_NUMBER = re.compile(r"\W{0,4}\d{0,4}\W{0,4}")
_OCCASION = re.compile(
    r"(?P<name>(?:[\w.&’'-]+ ){0,6}?(?i:interview|testimony|conversation|communication|hearing)s?"
    r"(?: (?:no\. ?)?[A-Z]{0,5}[-/]?\d[\w/-]*)?)(?=\W|\Z)"
)
_DOCUMENT = re.compile(
    r"(?P<name>(?i:letter|affidavit|e-?mail|memorandum|statement|deposition|submission))\b"
)
_DATE = re.compile(
    r"\b(?:\d{1,2} )?(?:January|February|March|April|May|June|July|August|September|October"
    r"|November|December)(?: \d{1,2},)? \d{4}\b"
)
_PLACE = re.compile(r", (?P<mark>[^\W\d_a-z][\w’'-]*(?: [^\W\d_a-z][\w’'-]*){0,2}),")
_LOOK = 300


def noted(telling: Telling) -> Iterator[Relay]:
    """What the notes at the statement's sentence pass on; else one below that names the source."""
    if not telling.report.notes:
        return
    end = max(telling.sentence.end, telling.content[-1].end if telling.content else 0) + 3
    marked = [n for n in telling.report.notes if telling.sentence.start < n.mark.start <= end]
    for note in marked or _below(telling, end):
        if relay := _relay(telling, note):
            yield relay


def _below(telling: Telling, end: int) -> list[Note]:
    """The next note of the paragraph, where it is of an occasion and names the source."""
    limit = block(telling).end
    later = [n for n in telling.report.notes if end < n.mark.start <= limit]
    first = min(later, key=lambda n: n.mark, default=None)
    return [first] if first and _is_of(telling, first) else []


def _is_of(telling: Telling, note: Note) -> bool:
    body = telling.report.words(Span(note.body.start, min(note.body.end, note.body.start + _LOOK)))
    name = telling.source.name.split(",")[0].split() if telling.source else []
    named = bool(name) and re.search(rf"\b{re.escape(name[-1])}\b", body) is not None
    return named and _OCCASION.search(body) is not None


def _relay(telling: Telling, note: Note) -> Relay | None:
    """An occasion, a document or an outlet that the note opens with; not the source itself."""
    if any(s.overlaps(note.body) for s in telling.attribution.source):
        return None
    text, end = telling.report.text, min(note.body.end, note.body.start + _LOOK)
    number = _NUMBER.match(text, note.body.start, end)
    start = number.end() if number else note.body.start
    for pattern, kind in ((_OCCASION, RelayKind.OCCASION), (_DOCUMENT, RelayKind.DOCUMENT)):
        if found := pattern.match(text, start, end):
            name = Span(*found.span("name"))
            return Relay(name.of(text), kind, name, *_when(text, name.end, end))
    return _outlet(text, start, end)


def _outlet(text: str, start: int, end: int) -> Relay | None:
    phrase = phrase_at(text, start, end)
    for name in shorter(text, phrase.name) if phrase else ():
        kind = kind_of(name.of(text)) if name.of(text)[0].isupper() else None
        if kind and not kind.authority:
            return Relay(name.of(text), kind.kind, name, *_when(text, name.end, end))
    return None


def _when(text: str, start: int, end: int) -> tuple[Span | None, Span | None]:
    """The date and the place that a note gives."""
    date, place = _DATE.search(text, start, end), _PLACE.search(text, start, end)
    return (Span(*date.span()) if date else None, Span(*place.span("mark")) if place else None)
