"""What a clause says of its subject: "who was a clerk until 2019", "who works at the port"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from firsthand.sources.age import age_said
from firsthand.sources.apposition import apposition, profile_words
from firsthand.sources.moves import appointed, bounds_of_role, left
from firsthand.sources.roles import facts_of_phrase
from firsthand.sources.source import ProfileFact, ProfileField
from firsthand.sources.when import SPAN_OF_TIME
from firsthand.text import Span, trimmed

_LEAD: Final = re.compile(
    r"(?:(?:who|which|and|but|then|now|currently|also|still|once|formerly|previously|later|himself|herself"
    r"|had|long)\s+){0,4}",
    re.IGNORECASE,
)
_JOINS: Final = re.compile(r"\s(?:and|but)\s")
_IS: Final = re.compile(
    r"(?P<verb>is|are|was|were|(?:has|had) been|served as|works as|worked as|remains)\s+"
)
_OVER: Final = frozenset({"was", "were", "has been", "had been", "served as", "worked as"})
_WORK: Final = re.compile(
    r"(?:has |have )?(?P<verb>[a-z]+)"
    r"(?P<what>\s+(?!(?:there|here|hard|closely|together)\b)[^\W\d_][^,;:“”\"()]*)"
)
_STEADY: Final = re.compile(r"\b(?:now|currently)\b", re.IGNORECASE)
_PLACED: Final = re.compile(r"\s+(?:at|for|in|as|with|on|under)\s")
_DATED: Final = re.compile(r"\b(?:now|currently|once|formerly|previously|then)\b", re.IGNORECASE)
_PAST: Final = frozenset({"once", "formerly", "previously", "then"})
_TIMED: Final = re.compile(SPAN_OF_TIME)
_WORD: Final = re.compile(r"[^\W\d_]+")
_CUT: Final = re.compile(
    r"\s(?:and|but|like|because|when|until|till|since|while|that he|that she)\s"
)


def facts_of_clause(text: str, span: Span, *, relative: bool) -> Iterator[ProfileFact]:
    """What a relative clause, or the predicate of a mention, says of the one it speaks of."""
    start = span.start
    for join in (*_JOINS.finditer(text, span.start, span.end), None):
        yield from _part(text, start, span.end, relative=relative)
        if join is None:
            return
        start = join.end()


def _part(text: str, start: int, end: int, *, relative: bool) -> Iterator[ProfileFact]:
    lead = _LEAD.match(text, start, end)
    at = lead.end() if lead else start
    if at >= end:
        return
    yield from age_said(text, Span(at, end))
    yield from _now(text, Span(start, at), Span(at, end)) if at > start else ()
    yield from left(text, at, end)
    yield from appointed(text, at, end)
    yield from _being(text, start, at, end)
    steady = relative or bool(_STEADY.search(text, start, at))
    yield from _working(text, start, at, end, steady=steady)


def _now(text: str, lead: Span, rest: Span) -> Iterator[ProfileFact]:
    """A role with no verb: "now a teacher in Oslo", "formerly a clerk"."""
    dated = _DATED.search(text, lead.start, lead.end)
    if dated and apposition(rest.of(text), plural=False):
        yield from facts_of_phrase(text, rest, over=dated[0].lower() in _PAST)


def _being(text: str, start: int, at: int, end: int) -> Iterator[ProfileFact]:
    """What somebody is or was; the words begin with the clause ("who was a clerk")."""
    verb = _IS.match(text, at, end)
    rest = trimmed(text, verb.end(), _next_verb(text, verb.end(), end)) if verb else None
    if verb is None or rest is None or not _is_role(rest.of(text)):
        return
    over = verb["verb"] in _OVER and not re.search(r"\bsince\b", rest.of(text))
    for fact in facts_of_phrase(text, rest, over=over):
        role = fact.field in (ProfileField.ROLE, ProfileField.FORMER_ROLE)
        yield ProfileFact(fact.field, fact.value, Span(start, fact.span.end)) if role else fact
    yield from bounds_of_role(text, rest)


def _next_verb(text: str, start: int, end: int) -> int:
    """Where an "and" goes on with a verb: "was a clerk and left in 2019"."""
    for join in _JOINS.finditer(text, start, end):
        word = _WORD.match(text, join.end(), end)
        if word and (word[0] in profile_words("finite") or word[0].endswith("ed")):
            return join.start()
    return end


def _is_role(words: str) -> bool:
    untimed = _TIMED.split(words)[0].rstrip()
    return any(apposition(untimed, plural=plural) for plural in (False, True))


def _working(text: str, start: int, at: int, end: int, *, steady: bool) -> Iterator[ProfileFact]:
    """What somebody does: "works at the port", "has worked the night gang for six years"."""
    found = _WORK.match(text, at, end)
    if found is None:
        return
    perfect = found[0].startswith(("has ", "have "))
    placed = bool(_PLACED.match(found["what"])) or perfect
    present = found["verb"] in profile_words("works") and (steady or found["verb"] == "works")
    past = found["verb"] in profile_words("worked") and placed and (steady or perfect)
    if not (present or past) or (perfect and not past):
        return
    cut = _CUT.search(text, found.start("what"), found.end())
    stop = len(text[: cut.start() if cut else found.end()].rstrip().rstrip("."))
    field = ProfileField.FORMER_ROLE if past and not perfect else ProfileField.ROLE
    yield ProfileFact(field, text[at:stop], Span(start, stop))
    yield from bounds_of_role(text, Span(at, end))
