"""The outlets and bodies that a report names, so that a short name leads to the fuller one.

A report that writes "the Lantern" names the Quellmouth Lantern somewhere, "HRW" stands in brackets
behind the name that it shortens, and "the newspaper" is the one named last. One pass a report.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from firsthand.evidence.channel.names import (
    CAPITALS,
    Kind,
    joins_two,
    kind_of,
    may_have_kind,
    shorter,
)
from firsthand.evidence.values import RelayKind
from firsthand.text import Span

_INITIALS = re.compile(
    r"(?P<name>[A-Z][\w'’-]+(?: (?:of|for|and|the|to|[A-Z][\w'’-]+)){1,7})"
    r" \((?P<short>[A-Z]{2,8})\)"
)
_OPENING = re.compile(
    r"(?:According to|Speaking to|Talking to|Quoting|Citing|In|At|From|By|For|On|After|When|While"
    r"|But|And|As)"
    r" (?:the |The )?(?=[A-Z])"
)
_DESCRIBED = re.compile(
    r"\b(?:[Pp]ublished by|newspaper|broadcaster|website|news (?:site|agency|service|outlet)"
    r"|magazine|radio station|tabloid)"
    r" (?P<after>[A-Z][\w'’-]*(?: [A-Z][\w'’-]*){0,3})"
)


@dataclass(frozen=True, slots=True)
class Known:
    """What one report names: places and names in order, and what its short names stand for."""

    starts: tuple[int, ...]
    names: tuple[tuple[str, Kind], ...]
    initials: dict[str, str]
    described: frozenset[str]
    ends: dict[str, tuple[str, ...]]

    def fuller(self, name: str, outlet: str | None) -> str:
        """The longest form that the report uses of a name which ends with these words."""
        if name in self.initials:
            return self.initials[name]
        if outlet and outlet.endswith(" " + name):
            return outlet
        longer = (n for n in self.ends.get(name.split()[-1], ()) if n.endswith(" " + name))
        return next(longer, name)

    def last(self, before: int, kind: RelayKind) -> str | None:
        """The name of that kind which stands nearest before a place, authorities aside."""
        for at in range(bisect_left(self.starts, before) - 1, -1, -1):
            name, of = self.names[at]
            if of.kind is kind and not of.authority:
                return name
        return None

    def kind(self, name: str, outlet: str | None) -> Kind | None:
        """What a name is by its own words, or by what the report calls it."""
        if found := kind_of(name):
            return found
        said = name in self.described or name == outlet
        return Kind(RelayKind.OUTLET) if said else None


@lru_cache(maxsize=8)
def known(text: str) -> Known:
    """The names of outlets and bodies in a text; the last few texts are kept."""
    named = list(_named(text))
    ends: dict[str, dict[str, None]] = {}
    for _, name, _ in named:
        ends.setdefault(name.split()[-1], {})[name] = None
    return Known(
        tuple(start for start, _, _ in named),
        tuple((name, kind) for _, name, kind in named),
        {m["short"]: m["name"].removeprefix("The ") for m in _INITIALS.finditer(text)},
        frozenset(m["after"] for m in _DESCRIBED.finditer(text)),
        {word: tuple(names) for word, names in ends.items()},
    )


def _bare(text: str, start: int, end: int) -> Span:
    """A run of capitals without the word that opens its sentence: "According to the Gazette"."""
    opening = _OPENING.match(text, start, end)
    return Span(opening.end() if opening and opening.end() < end else start, end)


def _named(text: str) -> Iterator[tuple[int, str, Kind]]:
    """The longest beginning that says its kind, of each run of capitals."""
    for found in CAPITALS.finditer(text):
        if not may_have_kind(found["name"]):
            continue
        for span in shorter(text, _bare(text, *found.span("name"))):
            name = span.of(text)
            kind = None if joins_two(name) else kind_of(name)
            if kind:
                yield span.start, name, kind
                break
