"""What the source is to what happened: HURIDOCS' source connection to information, by the words.

A role word of the source says it, or the words by which the source would know ("was beaten": to
whom it was done; "saw": who witnessed it). An accused is one who answers an accusation against
itself. Where no words say anything it is unknown, which is the default.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from firsthand.evidence.basis.lists import words
from firsthand.evidence.basis.roles import WORD, has_role, role_pattern, role_words
from firsthand.evidence.basis.who import described
from firsthand.evidence.telling import Telling
from firsthand.evidence.values import Basis, BasisKind, By, Connected, Connection
from firsthand.text import Span

_DONE = re.compile(
    r"(?P<verb>[a-z]+)(?:\s+[a-z]+)?\s+(?P<me>me|us|him|her|them|my\s+\w+)\Z"
    r"|\b(?:was|were|been|being|got|is|are|am|be)\s+(?:\w+\s+){0,2}(?P<passive>[a-z]+)\Z"
    r"|\b(?P<underwent>suffered|endured|survived|underwent)\b"
)
"""What was done to somebody: passives, and actives with that person as object. "I locked the
door" is a deed of its own and makes nobody a victim."""
_COUNTED = re.compile(r"\s+of\s+(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+)\b")
_POSSESSED = re.compile(r"(?:['’]s?|\b(?:[Hh]is|[Hh]er|[Tt]heir|[Mm]y))\s+(?:[\w-]+\s+){0,2}\Z")
_OF_SOMEBODY = re.compile(r"\s+(?:of|to)\s")
_TITLE = re.compile(r"\s+[A-Z]")
_OWN_ACT = re.compile(
    r"\s*(?:to\s+)?(?:(?:all|any|the|these|those|such)\s+)*(?:(?!\w+thing\b|suffering|being|having|feeling)(?P<ing>[a-z]{3,}ing)\b|that\s+(?:he|she|it|they|its|his|her|their)\b"
    r"|(?:he|she|it|they)\s)"
)
_NEAR = 25
_ROLES = (
    ("lawyer", Connection.LAWYER),
    ("medical", Connection.MEDICAL),
    ("reporter", Connection.REPORTER),
    ("ngo", Connection.NGO),
)
_STATED = (
    ("accused", Connection.PERPETRATOR),
    ("victim", Connection.VICTIM),
    ("witness", Connection.WITNESS),
)
_OUTSIDE = (("official", Connection.THIRD_PARTY), ("expert", Connection.THIRD_PARTY))
_UNSAID = re.compile(r"\b(?:from|who|whom|whose|which|(?:seen|obtained|reviewed)\s+by)\b")
"""Where what the source is ends, and what is told of it begins."""
_BEFORE = re.compile(
    r"(?i)\b(?:former(?:ly)?|ex|once|retired|ousted|exiled?|defect(?:or|ed|s|ors)?|fled|escaped|deserted|left)\b"
)
"""Words that put a role behind its bearer: "a former officer", "a defector from the army"."""
_BESIDE = 40
_NO_ANSWER = re.compile(r"(?i)\b(?:respond|repl(?:y|ied)|reached|comment)")


def connection_of(telling: Telling, basis: Basis) -> Connected:
    """How the source is connected, with the words that show it; unknown where none do."""
    for found in _connections(telling, basis):
        return found
    return Connected()


def _connections(telling: Telling, basis: Basis) -> Iterator[Connected]:
    """What the words show, the nearest to the act first."""
    if basis.kind is BasisKind.EXPERIENCED and _was_done_to_it(telling, basis):
        yield Connected(Connection.VICTIM, basis.spans)
    known = " ; ".join(_UNSAID.split(part, maxsplit=1)[0] for part in described(telling))
    yield from _answers(telling, known)
    roles = [*_relatives(telling, known), *_by_role(telling, known, _ROLES), *_outlets(telling)]
    yield from sorted(roles, key=lambda c: c.spans)
    if basis.kind is BasisKind.SAW:
        yield Connected(Connection.WITNESS, basis.spans)
    yield from _by_role(telling, known, _STATED)
    if not _NO_ANSWER.search(telling.words(telling.attribution.cue)):
        yield from _outside(telling)


def _outside(telling: Telling) -> Iterator[Connected]:
    """An office or expertise that the source has now; one it left or fled from says nothing."""
    parts = (_UNSAID.split(part, maxsplit=1)[0] for part in described(telling))
    now = " ; ".join(part for part in parts if not _BEFORE.search(part))
    for found in _by_role(telling, now, _OUTSIDE):
        near = telling.text[max(0, found.spans[0].start - _BESIDE) : found.spans[0].end]
        if not _BEFORE.search(near):
            yield found


def _was_done_to_it(telling: Telling, basis: Basis) -> bool:
    """Whether what it went through was done to it, rather than by it."""
    if basis.by is By.REPORT:
        return True
    found = _DONE.search(telling.words(basis.spans).lower())
    if found and found["me"]:
        return found["verb"] in words("done_to") | words("hurt_body")
    if found and found["underwent"]:
        return True
    return found is not None and found["passive"] in words("suffered")


def _by_role(
    telling: Telling, known: str, roles: tuple[tuple[str, Connection], ...]
) -> Iterator[Connected]:
    for name, connection in roles:
        if has_role(known, name):
            for span in _places(telling, name):
                yield Connected(connection, (span,))


def _places(telling: Telling, name: str) -> Iterator[Span]:
    """Where a word of the list stands: in the source's words here, or in what is known of it."""
    source = telling.source
    facts = tuple(f.span for f in source.profile) if source else ()
    for places in (telling.attribution.source, facts, source.mentions if source else ()):
        for found in telling.found(role_pattern(name), places):
            yield Span(*found.span())


def _relatives(telling: Telling, known: str) -> Iterator[Connected]:
    """As in "his sister", "the father of Ole", "relatives": of somebody, and no title or number."""
    for span in _places(telling, "relative") if has_role(known, "relative") else ():
        before = telling.text[max(0, span.start - _NEAR) : span.start]
        behind = telling.text[span.end : span.end + _NEAR]
        is_of = _POSSESSED.search(before) or _OF_SOMEBODY.match(behind)
        bare = span.of(telling.text).lower() in role_words("relatives")
        if (
            (is_of or bare)
            and not _COUNTED.match(behind)
            and not (_TITLE.match(behind) and not is_of)
        ):
            yield Connected(Connection.RELATIVE_OR_COLLEAGUE, (span,))


def _outlets(telling: Telling) -> Iterator[Connected]:
    """A newspaper by its name, or the report's own outlet, as in the turns of an interview."""
    source = telling.attribution.source
    for found in telling.found(role_pattern("outlets"), source):
        before = telling.text[source[0].start : found.start()]
        beside = telling.text[found.start() : found.end() + _NEAR].split()
        if role_words("no_outlets").isdisjoint(beside) and not _UNSAID.search(before):
            yield Connected(Connection.REPORTER, (Span(*found.span()),))
    label = set(WORD.findall(telling.words(source).lower()))
    if label and label <= set(WORD.findall((telling.report.outlet or "").lower())):
        yield Connected(Connection.REPORTER, source)


def _answers(telling: Telling, known: str) -> Iterator[Connected]:
    """An answer to an accusation against itself: "denied any role", "admitted shooting"."""
    first, cue = telling.content[0], telling.attribution.cue
    own = _OWN_ACT.match(telling.text, first.start, first.end)
    for found in telling.found(role_pattern("confessions"), cue):
        if own and own["ing"]:
            yield Connected(Connection.PERPETRATOR, (Span(*found.span()),))
    for found in telling.found(role_pattern("denials"), cue):
        speaks = "spokes" in known.lower()
        office = found[0].lower().startswith("den") and has_role(known, "official") and not speaks
        if own or office or telling.first(role_pattern("charges"), (first,)):
            yield Connected(Connection.PERPETRATOR, (Span(*found.span()),))
