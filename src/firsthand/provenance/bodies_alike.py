"""Organisations and outlets across reports: one body under its full name, a part, its letters.

"The Lantern" is the Quellmouth Lantern where the case knows one Lantern; "LPS" is the Lauvrian
Press Service where a report says so in brackets, or where it is the only one with these letters.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from firsthand.evidence.values import RelayKind
from firsthand.provenance.filed import FiledReport
from firsthand.sources.names import parts
from firsthand.sources.nouns import Noun, meaning
from firsthand.sources.source import SourceKind

_CUT: Final = re.compile(r"[,“\"(;:]| (?:who|which|that) ")
_HEAD: Final = re.compile(
    r"^(?:the )?(?:(?:news )?(?:site|agency|outlet|website|newspaper|paper|magazine|station"
    r"|broadcaster|channel|group|organi[sz]ation) )+(?=[A-Z])"
)
_LETTERS: Final = re.compile(
    r"(?P<full>(?:\b[A-Z][\w’'-]+ (?:(?:of|for|the|and) ){0,2}){2,8})\((?P<short>[A-Z]{2,8})\)"
)
_BODIES: Final = (RelayKind.OUTLET, RelayKind.ORGANISATION)
Body = tuple[str, ...]


@lru_cache(maxsize=65536)
def body_of(name: str) -> Body:
    """The words of a body's name without what leads to it or follows; empty if it has none."""
    bare = _HEAD.sub("", _CUT.split(name.strip())[0])
    return parts(bare) if any(c.isupper() or c.isdigit() for c in bare) else ()


def is_generic(body: Body) -> bool:
    """Whether its words would do for many bodies ("Port Authority", "Ministry of Health")."""
    return all((found := meaning(w)) is not None and found.noun is Noun.ORGANISATION for w in body)


@dataclass(slots=True)
class Bodies:
    """The bodies that a case names, and for each short name the one full name behind it."""

    _by_part: dict[str, set[Body]] = field(default_factory=lambda: defaultdict(set))
    _by_letters: dict[str, set[Body]] = field(default_factory=lambda: defaultdict(set))
    _said: dict[str, set[Body]] = field(default_factory=lambda: defaultdict(set))

    @classmethod
    def of(cls, reports: Iterable[FiledReport]) -> Bodies:
        """Of everything in the reports that is a body."""
        known = cls()
        for report in reports:
            known.add(report)
        return known

    def add(self, report: FiledReport) -> None:
        """Everything in one report that is a body."""
        for name in bodies_in(report):
            self._add(body_of(name))
        if "(" in report.text:
            self._read(report.text)

    def _add(self, body: Body) -> None:
        if len(body) > 1:
            self._by_letters["".join(w[0] for w in body)].add(body)
            for word in body:
                self._by_part[word].add(body)

    def _read(self, text: str) -> None:
        for found in _LETTERS.finditer(text):
            body, short = body_of(found["full"]), found["short"].lower()
            letters = [w[0] for w in body]
            if short[0] in letters:
                said = body[letters.index(short[0]) :]
                if "".join(w[0] for w in said) == short:
                    self._said[short].add(said)
                    self._add(said)

    def full(self, body: Body) -> Body:
        """The full name behind a short one, where the case knows only one; else itself."""
        if len(body) != 1:
            return body
        for index in (self._said, self._by_letters, self._by_part):
            found = index.get(body[0], ())
            if len(found) == 1:
                return next(iter(found))
        return body

    def is_said(self, body: Body) -> bool:
        """Whether a report itself says what the letters stand for."""
        return len(body) == 1 and len(self._said.get(body[0], ())) == 1


def bodies_in(report: FiledReport) -> Iterator[str]:
    """The names of bodies in a report, its own outlet's first."""
    if report.outlet:
        yield report.outlet
    yield from (s.name for s in report.sources if s.kind is SourceKind.ORGANISATION)
    yield from (r.name for s in report.statements for r in s.via if r.kind in _BODIES)
