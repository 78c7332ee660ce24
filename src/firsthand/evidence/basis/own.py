"""What the source's own words say of how it would know: "I was in there", "she saw them".

In the source's own voice its clauses are those with "I" (and "we", where it is no office that
speaks). In reported speech they are those with the pronoun that agrees with the source, as the
subject of the content's clause, and with nobody else before it whom the pronoun could be.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from firsthand.evidence.basis.lists import ADVERBS
from firsthand.evidence.basis.objects import before_eyes, my_body, objects
from firsthand.evidence.basis.subjectless import without_subject
from firsthand.evidence.basis.verbs import Near, Shown, Verb, shown_by
from firsthand.evidence.basis.voices import Voices
from firsthand.evidence.basis.who import Who, another_person
from firsthand.evidence.telling import Telling
from firsthand.sources.source import SourceKind
from firsthand.text import Span, trimmed

_BE = r"was|were|am|is|are|been|being|got(?=\s+\w+(?:ed|en)\b)"
_CLAUSE = re.compile(
    r"(?<![\w'’])(?P<who>I|[Ww]e|[Hh]e|[Ss]he|[Tt]hey)"
    rf"(?P<aux>(?:(?:['’](?:ve|d|m|re|s)|\s+(?:{_BE}|have|has|had|could|{ADVERBS}))\b){{0,5}})"
    r"\s+[“\"‘']?(?P<verb>[A-Za-z-]+)"
)
_JOINED = re.compile(
    r"(?<![\w'’])(?P<who>I|[Hh]e|[Ss]he)\s+and\s+(?:[\w,’'-]+\s+){1,12}?"
    rf"(?P<aux>(?:was|were|had)(?:\s+(?:been|{ADVERBS}))?)\s+(?P<verb>[a-z]+)\b"
)
_AND_I = re.compile(
    r"(?<![\w'’])[Mm]y\s+(?:[a-z]+\s+){1,2}and\s+(?P<who>I)"
    rf"(?P<aux>(?:\s+(?:were|had|been|{ADVERBS})\b){{0,3}})\s+(?P<verb>[a-z]+)\b"
)
_NAMED = re.compile(
    r"\s*(?:[Tt]hat\s+)?(?P<who>(?:[A-Z][\w’'.-]+\s+){0,3}[A-Z][\w’'-]+)"
    rf"(?P<aux>(?:\s+(?:{_BE}|have|has|had|{ADVERBS})\b){{0,4}})\s+(?P<verb>[a-z]+)\b"
)
_NAME_WORD = re.compile(r"(?<!\w)[A-Z][\w-]+")
_HELPER = re.compile(r"[a-z]+")
_UNSURE = re.compile(
    r"(?i)\b(?:if|unless|whether|wish(?:ed)?|suppose|imagine|pretend(?:ed)?|than|though|until|said|says?|claim(?:ed|s)?"
    r"|alleged?s?|accused?|hope[ds]?|wonder(?:ed)?|believe[ds]?|whenever|think|thinks|thought)(?:\s+that)?\s+\Z"
)
_UNSURE_NEAR = 24
_OPENS = re.compile(r"(?i)(?:that|how)\Z")
_JOINS = re.compile(r"(?i)(?:\A|\b(?:and|but)\s+)(?:that|how|then|later|and|but)\Z|\b(?:and|but)\Z")
_SETTING = re.compile(
    r"(?i)(?:(?:that|how)\s+)?(?:in|on|at|after|before|during|when|while|as|since|by|last|one|two|three|late|early|around"
    r"|earlier|for|the\s+\w+\s+time|(?:it|this)\s+(?:was|is)\s+(?:the|her|his)\s+\w+\s+time)\b[^.;:“”\"?!]{0,80}\Z"
)
"""A setting before the clause: "that in May 2018, when he was 15, he was stopped"."""
_VERB_BEFORE = re.compile(
    r"\b(?:said|says|told|claimed|alleged|believed|thought|if|unless|until|whether)\b"
)
_I, _WE = frozenset({"i"}), frozenset({"i", "we"})
_ME, _US = frozenset({"me"}), frozenset({"me", "us"})
_MY = frozenset({"my"})
_AS_OWNER = {"he": "his", "she": "her"}
_AS_OBJECT = {"he": "him", "she": "her", "they": "them"}


def own_words(telling: Telling, voices: Voices, who: Who) -> Iterator[Shown]:
    """What the content shows, in any order."""
    for span in voices.own:
        yield from _clauses(telling.text, span, _I if who.is_office else _WE)
        yield from objects(telling.text, span, _ME if who.is_office else _US)
        yield from my_body(telling.text, span, _MY)
        yield from before_eyes(telling.text, span)
    for span in voices.told if who.pronouns else ():
        yield from _third_person(telling, span, who)


def _third_person(telling: Telling, span: Span, who: Who) -> Iterator[Shown]:
    """Reported speech: of one who speaks of others, only what it saw itself."""
    text = telling.text
    if not who.speaks_of_others:
        yield from _by_name(telling, span)
    if _names_source(telling, span):
        return
    for shown in _clauses(text, span, who.pronouns):
        saw_itself = shown.near is Near.SAW and "they" not in who.pronouns
        may_be = _is_subject(text, span, shown) and _is_alone(text, span, shown)
        if may_be and (saw_itself or not who.speaks_of_others):
            yield shown
    if not who.speaks_of_others:
        agreeing = frozenset(_AS_OBJECT[p] for p in who.pronouns)
        yield from (s for s in objects(text, span, agreeing) if _is_alone(text, span, s))
        owning = frozenset(_AS_OWNER[p] for p in who.pronouns if p in _AS_OWNER)
        yield from (s for s in my_body(text, span, owning) if _is_alone(text, span, s))
        yield from without_subject(telling, span)


def _by_name(telling: Telling, span: Span) -> Iterator[Shown]:
    """A content that opens with the source's own name: "Lem was beaten, she said"."""
    found = _NAMED.match(telling.text, span.start, span.end)
    if found and span == telling.content[0] and found["who"].split()[-1] == _surname(telling):
        helpers = frozenset(_HELPER.findall(found["aux"]))
        verb = Verb("he", helpers, found["verb"], telling.text, found.end(), span.end)
        if (near := shown_by(verb)) is not None:
            yield Shown(near, Span(*found.span()))


def _names_source(telling: Telling, span: Span) -> bool:
    """Whether the content names the source, so that a pronoun in it is mostly somebody else."""
    name = _surname(telling)
    return bool(name) and name in _NAME_WORD.findall(telling.text, span.start, span.end)


def _surname(telling: Telling) -> str:
    source = telling.source
    if source is None or source.kind is not SourceKind.NAMED_PERSON:
        return ""
    names: list[str] = _NAME_WORD.findall(source.name)
    return names[-1] if names else ""


def _is_subject(text: str, span: Span, shown: Shown) -> bool:
    """Whether the pronoun opens the content, or a clause that "and" joins to its first."""
    before = trimmed(text, span.start, shown.span.start)
    if before is None:
        return True
    words = before.of(text)
    joins = _OPENS if text[shown.span.start] in "Tt" else _JOINS
    set_in = _SETTING.match(words) if joins is _JOINS else None
    return joins.search(words) is not None or (
        set_in is not None and not _VERB_BEFORE.search(words)
    )


def _is_alone(text: str, span: Span, shown: Shown) -> bool:
    """Whether nobody stands before the pronoun whom it could be as well."""
    return not another_person(text, trimmed(text, span.start, shown.span.start))


def _clauses(text: str, span: Span, subjects: frozenset[str]) -> Iterator[Shown]:
    """What the clauses with one of these subjects show."""
    for pattern in (_CLAUSE, _JOINED, _AND_I):
        for found in pattern.finditer(text, span.start, span.end):
            before = text[max(span.start, found.start() - _UNSURE_NEAR) : found.start()]
            if found["who"].lower() in subjects and not _UNSURE.search(before):
                near = shown_by(_verb(found, text, span.end))
                if near is not None:
                    yield Shown(near, Span(*found.span()))


def _verb(found: re.Match[str], text: str, end: int) -> Verb:
    helpers = frozenset(_HELPER.findall(found["aux"]))
    return Verb(found["who"].lower(), helpers, found["verb"].lower(), text, found.end(), end)
