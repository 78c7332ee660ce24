"""From whom the source has it: "Aske had told him", "I read that", "people were told", "quoting X".

A statement that relays another is hearsay by its own words; who passed it on is kept, so that
one informant behind several sources can be seen. An order ("told me to sit") is not hearsay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from firsthand.evidence.basis.roles import has_role
from firsthand.evidence.basis.voices import Voices
from firsthand.evidence.basis.who import Who
from firsthand.evidence.telling import Telling
from firsthand.evidence.values import By
from firsthand.text import Span, trimmed


@dataclass(frozen=True, slots=True)
class Hearsay:
    """The words that say it was heard, who says so, and from whom, where they say."""

    by: By
    span: Span
    heard_from: Span | None = None


_LIKELY = re.compile(
    r"\b(?:told|tells?|informed|read|heard|learn(?:ed|t)|(?:call|(?:tele)?phon|text|messag)ed|rang|wrote)\b"
)
"""Looked for first, since it is quick and mostly not there."""
_NO_ORDER = r"(?!\s+(?:not\s+)?to\b|\s+off\b)"
_HAVE = r"(?:['’](?:d|ve)|\s+(?:had|have|has))?"
_BY = r"(?P<from>(?:(?!\s+that\b)[^.,;:—“”\"]){1,60})"
_TOLD = re.compile(
    r"(?<![\w’'])(?P<from>(?!(?:I|[Ww]e|if|when|that|and|but|then|how|what)\b)[\w’'-]+(?:\s+[\w’'-]+){0,5}?)"
    r"\s+(?<!\band )(?<!\bthen )(?<!\bhim )(?:(?:had|has|have|later|also|once)\s+){0,2}"
    rf"(?:told|tells(?!\s+us\b)|informed)\s+(?P<whom>me|us|him|her|them)\b{_NO_ORDER}"
)
_NO_INFORMANT = (
    r"(?!(?:I|[Ww]e|if|when|that|and|but|then|how|what|[Nn]o|[Nn]obody|[Ii]t|[Ee]very\w+|[Nn]othing"
    r"|[Ww]ho|[Tt]his|[Tt]hat)\b)"
)
_AND_TOLD = re.compile(
    rf"(?:(?<=[.!?“\"] )|(?<=[“\"]))(?P<from>{_NO_INFORMANT}[\w’'-]+(?:\s+[\w’'-]+){{0,2}}?)"
    r"\s+(?:\w+\s+){1,14}?and\s+(?:then\s+)?told\s+(?P<whom>me|us)\b" + _NO_ORDER
)
_CALLED_ME = re.compile(
    rf"(?<![\w’'-])(?P<from>{_NO_INFORMANT}[\w’'-]{{1,40}}(?:\s+[\w’'-]{{1,40}}){{0,3}}?)"
    r"\s+(?:called|phoned|rang|telephoned|texted|messaged|wrote\s+to)\s+(?P<whom>me|us)"
    r"(?=\s*[,.;:—]|\s+(?:on|at|from|in|to\s+(?:say|tell)|that|last|this|yesterday|and|when|early|late)\b)"
)
_SAYS = re.compile(
    rf"(?<![\w’'-]){_NO_INFORMANT}(?P<from>[Hh]e|[Ss]he|[Tt]hey|(?:[Mm]y|[Oo]ur|[Hh]is|[Hh]er)\s+[a-z]+"
    r"|[A-Z][a-z]{1,30})\s+says?\s+(?:that|they|we|he|she|it|my|his|her|the)\b"
)
"""What somebody says now, in the source's own words: "He says that they begged". What was said at
the act is told in the past."""
_WAS_TOLD = re.compile(
    rf"(?<![\w’'])(?P<who>I|[Ww]e|[Hh]e|[Ss]he|[Tt]hey){_HAVE}(?:['’](?:m|re)|\s+(?:am|are|was|were|been|often|also|later|only)){{1,3}}"
    rf"\s+(?:told|informed)\b{_NO_ORDER}(?:[^.,;:]{{0,30}}?\bby\s+{_BY})?"
)
_LEARNT = re.compile(
    rf"(?<![\w’'])(?P<who>I|[Hh]e|[Ss]he|[Tt]hey){_HAVE}(?:\s+(?:also|first|only|later|just))?\s+"
    r"(?:read\s+(?:that|about|it|this|in)\b|heard\s+(?:that|about|of|from)\b|learn(?:ed|t)\s+(?:that|about|of)\b"
    r"|learn(?:ed|t)(?=\s+from\s+[^.,;:]{1,60}\s+(?:that|how)\b)"
    r"|heard\s+(?:[\w’'-]+\s+){0,4}?(?:stories|tales|rumou?rs|reports|accounts)\b"
    rf"|heard\s+(?:[A-Z][\w’'-]+\s+){{1,3}}(?:was|were|had|is|would)\b)(?:\s+from\s+{_BY})?"
)
_RELAYS = re.compile(
    r"\s*(?:that\s+)?(?P<from>(?:[Tt]he\s+)?[\w’'-]{3,40}(?:,?\s+(?!(?:that|who)\b)[\w’'.-]+){0,9}?),?"
    r"\s+(?:(?:had|have|has)\s+(?:said|told|confirmed|admitted|revealed)|told\s+(?:\w+\s+){1,3}(?:that|she|he|they))\b"
)
_SAID = re.compile(r"\b(?:said|told)\b")
_OPENING = 160
"""Characters of a content in which its main verb stands."""
_WERE_TOLD = re.compile(r"(?i)\b(?:was|were|been|being)\s+(?:also\s+|later\s+)?(?:told|informed)\b")
_TO = re.compile(r"(?:not\s+)?to\b")
_BASED = re.compile(
    r"(?i)\bbased\s+on\s+(?:\w+\s+){0,3}?(?:conversations|interviews|testimon(?:y|ies)|accounts?|information\s+from"
    r"|what\s+(?:I|we|he|she|they)(?:[’']ve)?\s+(?:(?:have|had|has|was|were|been)\s+){0,2}(?:heard|told|learn(?:ed|t)|read))\b"
)
_HEARD_THAT = re.compile(r"(?i)(?:\w+\s+){0,2}heard(?P<that>\s+that)?\Z")
_THAT = re.compile(r"that\b")
_CITING = re.compile(
    r"(?i)\b(?:quoting|citing|cites|cited|quoted|relaying|on\s+the\s+word\s+of)\s+(?!(?:by|as|in)\b)"
    r"(?P<from>[^,.;:—“”\"]{1,90})"
)
_ACCORDING = re.compile(r"(?i)\baccording\s+to\s+(?P<from>[^,.;:—“”\"]{1,90})")
_NO_NAME = re.compile(
    r"\s+(?:and|of|conducted|faced|against|as\s+saying|said|says|reported|reports|in|on)\b"
)
_NAME = re.compile(r"(?:[A-Z][\w’'.-]+\s+){1,3}[A-Z]")
_SPEAKERS = (
    "official",
    "reporter",
    "witness",
    "relative",
    "medical",
    "lawyer",
    "ngo",
    "informants",
)
_SAME = {"me": "i", "us": "we", "him": "he", "her": "she", "them": "they"}
_NO_SUBJECT = re.compile(
    r"(?i)\A(?:to|and|or|of|in|by|as|for|nobody|no\s+one|what|which)\b|\b(?:not|never)\b|n['’]t\b"
)
_PRONOUNS = frozenset({"he", "she", "they", "it", "we", "i", "you", "who"})
_I = frozenset({"i", "we"})


_PATTERNS = (_TOLD, _AND_TOLD, _CALLED_ME, _WAS_TOLD, _LEARNT)


def hearsay_of(telling: Telling, voices: Voices, who: Who) -> Iterator[Hearsay]:
    """What the source's words, then what the report's words say it was told."""
    for spans, mine in ((voices.own, _I), (voices.told, who.pronouns)):
        likely = mine and telling.first(_LIKELY, spans)
        for pattern in _PATTERNS if likely else ():
            for found in telling.found(pattern, spans):
                if _is_of(found, mine):
                    yield _hearsay(telling, found)
    for found in telling.found(_SAYS, voices.own):
        yield _hearsay(telling, found)
    yield from _relays(telling, voices)
    yield from () if who.is_office else _were_told(telling)
    yield from _citing(telling)


def _is_of(found: re.Match[str], mine: frozenset[str]) -> bool:
    """Whether the one who was told is the source, and did not tell it to itself."""
    if "whom" not in found.groupdict():
        return found["who"].lower() in mine
    subject = found["from"].lower()
    return _SAME[found["whom"]] in mine and subject not in mine and not _NO_SUBJECT.search(subject)


def _hearsay(telling: Telling, found: re.Match[str]) -> Hearsay:
    from_whom = trimmed(telling.text, *found.span("from")) if found["from"] else None
    return Hearsay(By.SOURCE, Span(*found.span()), from_whom)


def _relays(telling: Telling, voices: Voices) -> Iterator[Hearsay]:
    """A content that itself opens with what somebody told ("that the police have said ...")."""
    first = telling.content[0]
    near = Span(first.start, min(first.end, first.start + _OPENING))
    likely = first in voices.told and telling.first(_SAID, (near,))
    found = _RELAYS.match(telling.text, near.start, near.end) if likely else None
    if found and found["from"].lower() not in _PRONOUNS:
        yield _hearsay(telling, found)


def _were_told(telling: Telling) -> Iterator[Hearsay]:
    """As in "people on the quay were told that": the report says it of them."""
    first = telling.content[0]
    if _TO.match(telling.text, first.start, first.end):
        return
    for found in telling.found(_WERE_TOLD, telling.attribution.cue):
        yield Hearsay(By.REPORT, Span(*found.span()))
    for cue in telling.attribution.cue:
        heard = _HEARD_THAT.match(telling.text, cue.start, cue.end)
        if heard and (heard["that"] or _THAT.match(telling.text, first.start, first.end)):
            yield Hearsay(By.REPORT, cue)
    based = telling.first(_BASED, (*telling.content, *telling.frame, *telling.attribution.cue))
    if based is not None:
        yield Hearsay(
            By.SOURCE if any(c.overlaps(based) for c in telling.content) else By.REPORT, based
        )


def _citing(telling: Telling) -> Iterator[Hearsay]:
    """As in "the agency, quoting two guards, said": who is cited can speak, unlike a concern."""
    source = telling.attribution.source
    places = (*telling.attribution.cue, *telling.frame, *source)
    for found in (*telling.found(_CITING, places), *telling.found(_ACCORDING, telling.content)):
        cited = _cited(telling, found)
        if cited is not None and not any(cited.overlaps(s) for s in source):
            by = By.SOURCE if found.re is _ACCORDING else By.REPORT
            yield Hearsay(by, Span(found.start(), cited.end), cited)


def _cited(telling: Telling, found: re.Match[str]) -> Span | None:
    """The words for the one cited, where they name a speaker."""
    words = _NO_NAME.split(found["from"], maxsplit=1)[0]
    speaks = _NAME.search(words) or any(has_role(words, name) for name in _SPEAKERS)
    start = found.start("from")
    return trimmed(telling.text, start, start + len(words)) if speaks else None
