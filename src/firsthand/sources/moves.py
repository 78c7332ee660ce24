"""When somebody left, and when they took up what they do, as a clause about them tells it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from firsthand.sources.apposition import person_head
from firsthand.sources.kinds import kind_of
from firsthand.sources.phrase import phrase_of
from firsthand.sources.source import ProfileFact, ProfileField, SourceKind
from firsthand.sources.when import WHEN
from firsthand.text import Span

_LEFT: Final = re.compile(
    r"(?:(?:had|has|have|later|first|then|finally) )?(?P<verb>left|fled|defected|escaped"
    r"|emigrated|resigned|retired|quit|deserted|departed|stepped down"
    r"|was (?:dismissed|fired|sacked|laid off))\b"
)
_FLED: Final = frozenset({"fled", "defected", "escaped", "emigrated"})
_WHERE: Final = re.compile(
    r"\s(?:(?:from|to|out of|across) )?(?P<where>the (?:country|North|South|East|West|regime)"
    r"|(?:the )?[A-Z][^\W\d_]+(?: [A-Z][^\W\d_]+)*)"
)
_APPOINTED: Final = re.compile(
    r"took (?:up|over|office|command|charge|(?:the|his|her|their) (?:post|job|seat|oath|helm))\b"
    r"|assumed (?:office|command|the)\b|came to office\b"
    r"|(?:was|were) (?:appointed|elected|re-elected|promoted|sworn in|ordained|hired)\b"
    r"|(?P<to_be>became|(?:was|were) (?:named|made)|(?:has|have) been)\b|(?P<joined>joined)\b"
    r"|(?:has|have) (?:led|headed|run|commanded|worked|served|chaired|managed|directed)\b"
)
_WHEN: Final = re.compile(WHEN)
_UNTIL: Final = re.compile(rf"\b(?:until|till) (?=\S){WHEN}")
_BEGAN: Final = re.compile(rf"\bsince (?=\S){WHEN}")
_REACH: Final = 100


def left(text: str, start: int, end: int) -> Iterator[ProfileFact]:
    """That they left, by a clause that begins at `start`: "fled the country in 2008"."""
    verb = _LEFT.match(text, start, end)
    if verb is None:
        return
    when = _WHEN.search(text, verb.end(), min(end, verb.end() + _REACH))
    where = _WHERE.match(text, verb.end(), end) if verb["verb"] in _FLED else None
    found, group = (when, "when") if when else (where, "where")
    if found:
        yield ProfileFact(ProfileField.LEFT, found[group], Span(verb.start("verb"), found.end()))


def appointed(text: str, start: int, end: int) -> Iterator[ProfileFact]:
    """When they began: "took up his post in 2021", "has led the Guard since 2019"."""
    verb = _APPOINTED.match(text, start, end)
    if verb is None:
        return
    near = min(end, verb.end() + _REACH)
    when = (_BEGAN if verb[0].startswith("ha") else _WHEN).search(text, verb.end(), near)
    if when and _is_office(verb, text[verb.end() : when.start()]):
        yield ProfileFact(ProfileField.APPOINTED, when["when"], Span(verb.start(), when.end()))


def _is_office(verb: re.Match[str], what: str) -> bool:
    """Whether what they became is a role, and what they joined a body."""
    if verb["joined"]:
        return kind_of(what) is SourceKind.ORGANISATION
    phrase = phrase_of(what) if verb["to_be"] else None
    return not verb["to_be"] or (phrase is not None and person_head(phrase) is not None)


def bounds_of_role(text: str, span: Span) -> Iterator[ProfileFact]:
    """The end or the beginning of a role behind its noun: "until 2019", "since 2019"."""
    pairs = ((_UNTIL, ProfileField.LEFT), (_BEGAN, ProfileField.APPOINTED))
    for pattern, field in pairs:
        found = pattern.search(text, span.start, span.end)
        if found:
            yield ProfileFact(field, found["when"], Span(*found.span()))
