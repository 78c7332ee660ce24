"""The phrases of one sentence that name a channel: "told the Lantern", "quoting KCNA", "on TV".

Each is a trigger from ``words/relay.toml`` with the noun phrase after it. A trigger stands in the
frame, in the clause of the cue; what the source says of channels is content, and is not looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from firsthand.evidence.channel.names import LISTS, NAME, any_of
from firsthand.evidence.language.alternatives import alternatives
from firsthand.evidence.language.prose import word_file
from firsthand.evidence.telling import Telling
from firsthand.text import Span


class Rank(IntEnum):
    """How near the report a channel is: who reports, whom they cite, who was told, and so on."""

    REPORTED = 0
    CITED = 1
    TOLD = 2
    WRITTEN = 3
    NOTED = 4
    THROUGH = 5


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words after which a relay may be named: which list they are of, and where they stand."""

    list: str
    span: Span


_LISTS = ("according", "carried", "citing", "gave", "told", "before", "spoke", "person", "shown")


def _group(name: str) -> str:
    lines = [line.strip() for line in word_file(LISTS)[name].splitlines() if line.strip()]
    return f"(?P<{name}>{alternatives(lines)})"


_TRIGGERS = re.compile(
    rf"(?<![\w’'-])(?:{'|'.join(map(_group, _LISTS))})(?![\w’'-])".replace(" ", r"\s+").replace(
        "'s", "['’]s"
    ),
    re.IGNORECASE,
)
_TO = re.compile(r"\bto\b(?=\s+(?:the\s+)?[^\W\d_a-z])")
_DESCRIBES = re.compile(
    r"(?:\w+ )?(?:describ|recount|outlin|detail|explain|relat|confid)\w*\s[^.\"“”:;]*\Z",
    re.IGNORECASE,
)
_CUT = re.compile(r";|,\s+(?:while|whereas|but)\b", re.IGNORECASE)
_REPLIES = re.compile(
    r"\b(?:accord\w*|refer\w*|repl\w+|respond\w*|answer\w*|object\w*|request\w*|question\w*|link\w*|not|n[’']t|declin\w+|refus\w+)\b",
    re.IGNORECASE,
)
_REPORTS = r"(?P<verb>quoted|cited|reported|reports|quotes|cites)\b"
_REPORTED = re.compile(rf"\s{_REPORTS}")
_AFTER_NAME = re.compile(rf"\s+(?:has |had |have |also |later )?{_REPORTS}")
DOCUMENT = re.compile(
    rf"\b(?:in|from|by|wrote|writes|writing|sent|filed|filing|signed|published|shared)\s+"
    rf"(?P<mark>(?:(?:an?|his|her|their|its|my|this|that|the)\s+)(?:[\w’'-]+\s+){{0,3}}?"
    rf"(?:{any_of('documents')}))\b(?!\s+(?:of|from|by)\s+(?:support|thanks))",
    re.IGNORECASE,
)
_PERSONS = any_of("persons", cased=True)
PERSON = re.compile(rf"(?:(?:an?|the|his|her|their|its)\s+)?(?:[a-z-]+\s+){{0,2}}?(?:{_PERSONS})\b")
_FARTHEST = 2000
"""A sentence may have no end; so far from its cue nothing is said of it."""
_IN_SOURCE = ("carried", "citing")


def triggers(telling: Telling) -> Iterator[Trigger]:
    """The triggers of the cue's clause in the frame, in order, and a bare "to" behind the cue.

    What is told within a quotation by somebody else than who is quoted has its channel there.
    """
    if is_nested(telling):
        return
    for match in telling.found(_TRIGGERS, telling.frame):
        found = Trigger(str(match.lastgroup), Span(*match.span()))
        if _stands(telling, found):
            yield found
    yield from _addressed(telling)


def is_nested(telling: Telling) -> bool:
    """Whether the cue itself stands within a quotation."""
    return any(q.overlaps(c) for c in telling.attribution.cue for q in telling.quoted)


def _addressed(telling: Telling) -> Iterator[Trigger]:
    """A bare "to" behind the cue: "confirmed to the Lantern that", "described it to the Mail"."""
    cue = telling.attribution.cue
    if not cue:
        return
    start, text = cue[0].start, telling.text
    near = (
        Span(start, min(telling.sentence.end, cue[-1].end + 60))
        if start < telling.sentence.end
        else cue[0]
    )
    for match in telling.found(_TO, (near,)):
        place = match.start()
        allowed = _framed(telling, place) or _DESCRIBES.match(text, start, place)
        found = Trigger("spoke", Span(*match.span()))
        barred = _REPLIES.search(text, start, place) or parted(telling, found.span, cue[0])
        if allowed and not barred:
            yield found


def _framed(telling: Telling, place: int) -> bool:
    """Whether a place is in the frame, or opens the content, as "to X" does for some readers."""
    first = telling.content[0].start if telling.content else -1
    return place == first or any(f.start <= place < f.end for f in telling.frame)


def _stands(telling: Telling, found: Trigger) -> bool:
    """Whether a trigger belongs to this statement: to its own "told", and in its own clause."""
    cue = telling.attribution.cue
    if found.list == "told":
        return any(c.overlaps(found.span) for c in cue)
    if any(s.overlaps(found.span) for s in telling.attribution.source):
        return found.list in _IN_SOURCE
    if found.list in ("shown", "carried") and is_relative(telling):
        return False
    return not cue or not parted(telling, found.span, cue[0])


def is_relative(telling: Telling) -> bool:
    """Whether the cue is that of a relative clause: "the docker who told"."""
    source = telling.words(telling.attribution.source).lower()
    return source in ("who", "which", "that", "whom")


def parted(telling: Telling, one: Span, other: Span) -> bool:
    """Whether the frame between two places passes to another clause."""
    low, high = min(one.end, other.end), max(one.start, other.start)
    if high - low > _FARTHEST:
        return True
    pieces = ((max(f.start, low), min(f.end, high)) for f in telling.frame)
    return any(a < b and _CUT.search(telling.text, a, b) for a, b in pieces)


def reporting_names(telling: Telling) -> Iterator[Span]:
    """Names in the frame that themselves report or quote: "the newspaper quoted him as saying"."""
    if is_nested(telling) or not _reports(telling):
        return
    for match in telling.found(NAME, telling.frame):
        if _AFTER_NAME.match(telling.text, match.end(), telling.sentence.end):
            yield Span(match.start("name"), match.end("name"))


def _reports(telling: Telling) -> bool:
    """Whether a verb stands in the sentence by which a name can report; few have one."""
    start, end = telling.sentence.start, telling.sentence.end
    return _REPORTED.search(telling.text, start, end) is not None


def documents(telling: Telling) -> Iterator[Span]:
    """Documents of the clause in which the source writes: "in an open letter"."""
    for match in () if is_nested(telling) else telling.found(DOCUMENT, telling.frame):
        span = Span(*match.span("mark"))
        if not any(s.overlaps(span) for s in telling.attribution.source):
            yield span
