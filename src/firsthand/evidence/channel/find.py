"""From the words of a channel to a relay: the fuller name in the report, the kind, when, where."""

from __future__ import annotations

import re
from collections.abc import Iterator

from firsthand.evidence.channel.known import Known, known
from firsthand.evidence.channel.names import (
    Kind,
    Phrase,
    any_of,
    joins_two,
    phrase_at,
    shorter,
    words_of,
)
from firsthand.evidence.channel.phrases import PERSON, Trigger
from firsthand.evidence.telling import Telling
from firsthand.evidence.values import Relay, RelayKind
from firsthand.text import Span

_SPACE = re.compile(r"[\s,]{1,3}")
_AND = re.compile(r"\s*,?\s+and\s+")
_OWN = ("this", "our")
_AGAIN = {RelayKind.OUTLET: "again_outlet", RelayKind.ORGANISATION: "again_rights"}
_NEEDS_ONE_NAMED = frozenset("agency network station channel".split())
_ACCOUNT = re.compile(
    r"\s+(?:an?|the|his|her|their|its|this|that)\s+(?:[\w-]+\s+)?"
    r"(?:account|interview|statement|version|testimony|description|copy)\b"
)
_DATE = (
    rf"(?:(?:on|in|late|early|last|this)\s+){{0,2}}(?i:{any_of('dates')}|yesterday|today|week|month|year)"
    r"(?:\s+\d{1,2}(?!\d))?(?:,?\s+\d{4})?"
)
_WHEN = re.compile(rf"\s+(?P<date>(?!in\s+[A-Z]){_DATE}|in\s+(?:{_DATE}))\b")
_WHERE = re.compile(
    rf"\s+(?:in|from)\s+(?P<place>(?!(?i:{any_of('dates')})\b)[^\W\d_a-z][\w’'-]*"
    rf"(?:\s+(?!(?i:{any_of('dates')})\b)[^\W\d_a-z][\w’'-]*){{0,2}})"
)
_ALL = frozenset({"according", "carried", "citing"})
_WITH_PERSONS = frozenset({"person", "carried", "according"})


def named(telling: Telling, trigger: Trigger) -> Iterator[Relay]:
    """The relays that follow a trigger: "told the Lantern and the Mail" has two."""
    start = _after(_SPACE, telling, trigger.span.end)
    while found := _one(telling, trigger.list, start):
        yield found
        joined = _AND.match(telling.text, found.span.end, telling.sentence.end)
        if joined is None:
            return
        start = joined.end()


def _after(pattern: re.Pattern[str], telling: Telling, start: int) -> int:
    found = pattern.match(telling.text, start, telling.sentence.end)
    return found.end() if found else start


def _one(telling: Telling, list_: str, start: int) -> Relay | None:
    person = (
        PERSON.match(telling.text, start, telling.sentence.end) if list_ in _WITH_PERSONS else None
    )
    if person:
        return _made(
            telling, person[0].removeprefix("the "), RelayKind.PERSON, Span(*person.span())
        )
    phrase = phrase_at(telling.text, start, telling.sentence.end)
    return relay_of(telling, phrase, "shown" if list_ == "person" else list_) if phrase else None


def relay_of(telling: Telling, phrase: Phrase, list_: str) -> Relay | None:
    """The longest beginning of a phrase that names a relay which fits the trigger."""
    ends = shorter(telling.text, phrase.name)
    for name in ends[:1] if list_ == "shown" else ends:
        part = Phrase(phrase.article, name)
        found = None if joins_two(name.of(telling.text)) else _identified(telling, part)
        if found and _fits(telling, list_, *found, name.end):
            return _made(telling, found[0], found[1].kind, part.span(telling.text))
    return None


def _fits(telling: Telling, list_: str, name: str, kind: Kind, end: int) -> bool:
    """Whether a relay of this kind can stand with this trigger."""
    if list_ == "gave" and not _ACCOUNT.match(telling.text, end, telling.sentence.end):
        return False
    if list_ == "shown":
        return kind.kind is RelayKind.OUTLET and not name.startswith(("a ", "an "))
    return list_ in _ALL or not kind.authority


def _identified(telling: Telling, phrase: Phrase) -> tuple[str, Kind] | None:
    """The name and kind of a phrase: as the report's fuller name has it."""
    name = " ".join(phrase.name.of(telling.text).split())
    named = known(telling.text)
    if name.islower():
        return _again(telling, phrase, name, named)
    outlet = telling.report.outlet
    fuller = named.fuller(name, outlet)
    kind = named.kind(fuller, outlet) or named.kind(name, outlet)
    alone = fuller == name and name.lower() in words_of("outlet_ends") and name != outlet
    return (fuller, kind) if kind and not (alone and not phrase.article) else None


def _again(telling: Telling, phrase: Phrase, name: str, named: Known) -> tuple[str, Kind] | None:
    """Words without a name: "this newspaper", "the paper" (the one named last), "a newspaper"."""
    for kind, words in _AGAIN.items():
        if name.split()[-1] in words_of(words) and " " not in name:
            return _one_before(telling, phrase, name, kind, named)
    kind_ = named.kind(name, None)
    return (
        (f"{phrase.article} {name}" if phrase.article in ("a", "an") else name, kind_)
        if kind_
        else None
    )


def _one_before(
    telling: Telling, phrase: Phrase, name: str, kind: RelayKind, named: Known
) -> tuple[str, Kind] | None:
    if phrase.article in _OWN:
        return telling.report.outlet or f"{phrase.article} {name}", Kind(kind)
    if phrase.article in ("a", "an"):
        return (f"{phrase.article} {name}", Kind(kind)) if kind is RelayKind.OUTLET else None
    if phrase.article != "the":
        return None
    before = named.last(phrase.name.start, kind)
    if before is None:
        found = kind is RelayKind.OUTLET and name not in _NEEDS_ONE_NAMED
        return (name, Kind(kind)) if found else None
    return named.fuller(before, telling.report.outlet), Kind(kind)


def _made(telling: Telling, name: str, kind: RelayKind, span: Span) -> Relay:
    """The relay with the date and place that the same phrase states, in either order."""
    date, place, at = None, None, span.end
    for _ in range(2):
        where = _WHERE.match(telling.text, at, telling.sentence.end)
        when = None if where else _WHEN.match(telling.text, at, telling.sentence.end)
        if where and place is None:
            place, at = Span(*where.span("place")), where.end()
        elif when and date is None:
            date, at = Span(*when.span("date")), when.end()
    return Relay(name, kind, span, date, place)
