"""When the source was last there, by the words, against the time it speaks of.

One who left in 2008 and speaks of 2018 may know it from others: the two years are shown side by
side and nothing is concluded from them, no gap is held against anyone. Only years that stand in
the text count; the date of publication does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from firsthand.evidence.telling import Telling
from firsthand.evidence.values import Presence
from firsthand.ingest.report import BlockKind
from firsthand.sources.source import ProfileField
from firsthand.text import Span

_YEAR = re.compile(
    r"(?<![\w$€£#,.:/-])(?:19|20)\d\d(?![\w%/:]|[.,]\d|-\w)"
    r"(?!\s+(?:people|men|women|children|soldiers|troops|workers|prisoners|dollars|euros|pounds|miles|km|met(?:er|re)s"
    r"|tons|tonnes|kilomet(?:er|re)s|homes|families|years|days|others|more)\b)"
)
_DATED_EVENT = re.compile(
    r"\b(?P<year>(?:19|20)\d\d)\s+(?P<name>(?:[A-Z][\w-]+\s+){0,3}(?:Olympics|Games|Cup|Championships?|"
    r"[Ee]lections?|[Pp]rotests|[Uu]prising|[Cc]oup|[Ww]ar|[Ss]ummit|[Ff]amine|[Mm]assacre|[Rr]evolution))\b"
)
_LEFT = re.compile(
    r"(?i)\b(?:left|leaving|fled|fleeing|escaped|escaping|defected|defecting|emigrated|quit|resigned|retired|deserted"
    r"|moved\s+abroad|went\s+into\s+exile|got\s+out)\b[^.;:“”\"]{0,60}?\b(?:in|until|since|by)\s+(?:early\s+|late\s+|mid-)?"
    r"(?:[A-Z][a-z]+\s+)?(?P<year>(?:19|20)\d\d)\b|\buntil\s+(?:[A-Z][a-z]+\s+)?(?P<until>(?:19|20)\d\d)\b"
)
_I_LEFT = re.compile(rf"\bI\s+(?:then\s+|finally\s+)?(?:{_LEFT.pattern.removeprefix('(?i)')})")
_RELATIVE = re.compile(r",?\s*who\b[^.;:“\"]{0,140}")
_PARAGRAPHS_BEFORE = 2


def presence_of(telling: Telling) -> Presence | None:
    """The last stated presence and a later year that is spoken of; None if either is unstated."""
    leaving = list(_leavings(telling))
    if not leaving:
        return None
    year, last = max(leaving, key=lambda found: found[0])
    spoken = _spoken_of(telling, [span for _, span in leaving])
    if spoken is None or int(spoken.of(telling.text)) <= year:
        return None
    return Presence(last, year, spoken, int(spoken.of(telling.text)))


def _leavings(telling: Telling) -> Iterator[tuple[int, Span]]:
    """When the source left, by its profile, by the words on it here, and by its own."""
    for fact in telling.source.profile if telling.source else ():
        year = _YEAR.search(fact.value) or _YEAR.search(fact.span.of(telling.text))
        if fact.field is ProfileField.LEFT and year:
            yield int(year[0]), fact.span
    for pattern, spans in ((_LEFT, list(_of_source(telling))), (_I_LEFT, telling.content)):
        for found in telling.found(pattern, spans):
            yield int(found["year"] or found["until"]), Span(*found.span())


def _of_source(telling: Telling) -> Iterator[Span]:
    """The source's words, and a relative clause right behind them."""
    for span in telling.attribution.source:
        behind = _RELATIVE.match(telling.text, span.end, telling.sentence.end)
        yield Span(span.start, behind.end() if behind else span.end)


def _spoken_of(telling: Telling, known: Sequence[Span]) -> Span | None:
    """The year spoken of: in the content, else the sentence, else the nearest in the paragraphs."""
    for spans in (telling.content, telling.frame):
        if years := list(_years(telling, spans, known)):
            return max(years, key=lambda span: span.of(telling.text))
    event = _event(telling)
    if event is not None:
        return event
    at = telling.content[0].start
    near = _years(telling, _paragraphs(telling, at), known)
    return min(near, key=lambda span: (abs(span.start - at), span), default=None)


def _event(telling: Telling) -> Span | None:
    """The year of an event that the sentence names without it: "the 2018 Winter Olympics"."""
    known = _events(telling.text)
    said = telling.sentence.of(telling.text).lower() if known else ""
    return next((span for name, span in known if name in said), None)


@lru_cache(maxsize=8)
def _events(text: str) -> tuple[tuple[str, Span], ...]:
    """The events that a report names with a year, and where the year stands; the first of each."""
    found: dict[str, Span] = {}
    for event in _DATED_EVENT.finditer(text):
        found.setdefault(event["name"].lower(), Span(*event.span("year")))
    return tuple(found.items())


def _years(telling: Telling, spans: Sequence[Span], known: Sequence[Span]) -> Iterator[Span]:
    """The years in some words, but for those in which the source left."""
    for found in telling.found(_YEAR, spans):
        span = Span(*found.span())
        if not any(k.overlaps(span) for k in known):
            yield span


def _paragraphs(telling: Telling, at: int) -> list[Span]:
    """The paragraph that holds this place, and the two before it."""
    blocks = telling.report.blocks
    opened = [b.span for b in blocks if b.kind is BlockKind.PARAGRAPH and b.span.start <= at]
    return opened[-1 - _PARAGRAPHS_BEFORE :]
