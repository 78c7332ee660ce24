"""What a case tells of the outlets of its reports: whose a page is, and who is an outlet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from firsthand.provenance.citing.houses import houses_of
from firsthand.provenance.citing.naming import key
from firsthand.provenance.filed import FiledReport, FiledSource
from firsthand.sources.source import SourceKind

_LONG_WORD = 4
"""Letters of a word of an outlet's name by which alone it may go."""


def as_told(reports: Sequence[FiledReport]) -> list[FiledReport]:
    """The same reports with what the case tells of outlets.

    Where none was read, a report has the outlet that its page or file tells; and who bears the
    name of an outlet of the case is the body that it is, and no person.
    """
    of = houses_of(reports).of
    told = [with_outlet(r, of.get(r.id)) for r in reports]
    outlets = Named()
    for r in told:
        outlets.add(r.outlet)
    return [with_bodies(r, outlets) for r in told]


def with_outlet(r: FiledReport, house: str | None) -> FiledReport:
    """The report with the outlet that was told, unless one was read."""
    return r if r.outlet or not house else replace(r, outlet=house, outlet_told=True)


class Named:
    """The outlets by the words of their names, and by each of the longer words alone."""

    def __init__(self) -> None:
        self._by_key: dict[tuple[str, ...], set[str]] = defaultdict(set)

    def add(self, outlet: str | None) -> set[tuple[str, ...]]:
        """Adds an outlet; the words by which it was not known before."""
        words, name = key(outlet) if outlet else (), outlet or ""
        every = {words, *((word,) for word in words if len(word) >= _LONG_WORD)} - {()}
        new = {one for one in every if name not in self._by_key[one]}
        for one in new:
            self._by_key[one].add(name)
        return new

    def means(self, name: str, text: str) -> bool:
        """Whether a name is an outlet's; one word alone is where the text gives all of its name."""
        found = self._by_key.get(key(name), ())
        return any(key(outlet) == key(name) or outlet in text for outlet in found)


def with_bodies(r: FiledReport, outlets: Named) -> FiledReport:
    """The report with those who bear the names of outlets as bodies."""
    wrong = {s.id for s in persons_named(r) if outlets.means(s.name, r.text)}
    if not wrong:
        return r
    body = SourceKind.ORGANISATION
    every = (replace(s, kind=body if s.id in wrong else s.kind) for s in r.sources)
    return replace(r, sources=tuple(every))


def persons_named(r: FiledReport) -> Iterator[FiledSource]:
    """The sources of a report that were read as named persons, and of whom it says nothing."""
    person = SourceKind.NAMED_PERSON
    return (s for s in r.sources if s.kind is person and not (s.profile and len(key(s.name)) == 1))
