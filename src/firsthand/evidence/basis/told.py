"""What the report says of how the source would know: "one of them", "who watched from the stairs".

Only words that put this source at this act count. A role, a former role, being a survivor or a
defector, having lived or worked there put nobody at an act (docs/labelling.md).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from firsthand.evidence.basis.examined import examined_by
from firsthand.evidence.basis.lists import words
from firsthand.evidence.basis.roles import role_pattern
from firsthand.evidence.basis.verbs import Near, Shown
from firsthand.evidence.telling import Telling
from firsthand.text import Span

_AFTER = 140
"""Characters behind the source's words in which its relative clause may stand."""
_RELATIVE = re.compile(r",?\s*\(?(?:who|which|an?\s+eye-?witness|a\s+witness)\b[^.;:“\"]{0,140}")
_AMONG = re.compile(
    r"(?i)\b(?:one|two|three|four|five|some|several|another)\s+of\s+(?:them|those|the\s+(?:men|women|detainees|prisoners"
    r"|victims|captives|hostages|inmates|wounded|injured|passengers))\b"
)
_BEFELL = re.compile(r"(?i)\b(?:are|is|was|were|been|being)\s+(?:\w+ly\s+)?(?P<verb>[a-z]+)\b")
_WAS = r"(?:was|were|had\s+been|has\s+been|is|are)"
_INSIDE = re.compile(
    rf"(?i)\bwho\s+(?P<mark>{_WAS}\s+(?:(?:also|himself|herself)\s+)?(?:inside\b|(?:locked|held|detained|trapped"
    r"|imprisoned|kept|shut)\s+(?:up\s+)?(?:there|inside|in\s+(?:it|there)|with\s+(?:him|her|them)|alongside)\b"
    r"|among\s+(?:those\s+(?P<verb>[a-z]+ed|held|shot|hit|beaten|hurt|taken|caught)|the\s+(?:wounded|injured|detained|detainees|hostages))\b"
    r"|one\s+of\s+(?:them|those)\b)"
    r"|took\s+part\s+in\s+(?:it|the\s+(?:raid|attack|operation|killing|shooting|beating|assault))\b)"
)
_SAW = re.compile(
    r"(?i)\bwho\s+(?:(?:also|then|himself|herself|personally)\s+)?(?P<mark>"
    r"watched\s+(?:from|as|through|it|them|him|her|the|two|a)\b(?!\s+(?:video|videos|footage|broadcast|news|game|match|debate)\b|\s+\w+\s+(?:debate|broadcast|speech|game|match|show)\b)"
    r"|saw\s+(?:it|them|him|her|the|two|three|what|how)\b(?!\s+(?:video|videos|footage|photos?|need|documents?)\b)"
    r"|witnessed\s+\w+|heard\s+(?:(?:the|a|two|his|her|their)\s+)?(?:shots?|screams?|gunfire|explosions?|blasts?|cries|shouts|bang|shooting)\b"
    r"|filmed\s+\w+|photographed\s+(?:it|them|him|her|the)\b"
    rf"|{_WAS}\s+(?:there\b(?!\s+(?:for|to)\b)|present\b|(?:at|on)\s+the\s+scene\b|in\s+the\s+(?:room|crowd|courtroom)\b))"
)
_CALLED = re.compile(
    r"(?i)\b(?:prosecution|defen[cs]e|character|state|key|star|court|material)\s+\Z"
)


def told_of_source(telling: Telling) -> Iterator[Shown]:
    """What the report's words on the source show."""
    places = list(_places(telling))
    yield from _one_of_them(telling)
    for pattern, near in ((_INSIDE, Near.BEFELL), (_SAW, Near.SAW)):
        if (found := telling.first(pattern, places)) is not None:
            yield Shown(near, found)
    yield from examined_by(telling, places)
    yield from _witness(telling, places)


def _places(telling: Telling) -> Iterator[Span]:
    """The source's words, and a relative clause right behind them, up to cue or content."""
    roles = (*telling.attribution.cue, *telling.content)
    for span in telling.attribution.source:
        end = min(telling.sentence.end, span.end + _AFTER)
        behind = _RELATIVE.match(telling.text, span.end, end)
        stops = [r.start for r in roles if r.start >= span.end]
        yield Span(span.start, min([behind.end(), *stops]) if behind else span.end)


def _one_of_them(telling: Telling) -> Iterator[Shown]:
    """As in "they were locked in, one of them said": what stands before says what befell them."""
    source = telling.attribution.source
    for found in telling.found(_AMONG, source):
        before = [s for s in telling.content if s.end <= source[0].start]
        if any(m["verb"].lower() in words("suffered") for m in telling.found(_BEFELL, before)):
            yield Shown(Near.BEFELL, Span(*found.span()))


def _witness(telling: Telling, places: list[Span]) -> Iterator[Shown]:
    """The report's word "witness" for one who was there; not for one whom a court calls."""
    unlike = [Span(*m.span()) for m in telling.found(role_pattern("no_witness"), places)]
    for found in telling.found(role_pattern("witness"), places):
        span = Span(*found.span())
        before = telling.text[max(0, span.start - 14) : span.start]
        if not any(u.overlaps(span) for u in unlike) and not _CALLED.search(before):
            yield Shown(Near.SAW, span)
