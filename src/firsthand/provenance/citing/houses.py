"""Under which names the reports of a case can be cited.

A report's outlet as it was read comes first. Where none was, its own page is asked: who says
"Published by", whose bulletin the dateline is, an author that is an outlet or a body, at last the
name of the file where that holds an outlet that the case names in full.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from firsthand.evidence.values import RelayKind
from firsthand.ingest.report import BlockKind, ReportKind
from firsthand.provenance.citing.naming import acronym, alike, bare, key, relay_kind
from firsthand.provenance.filed import FiledReport
from firsthand.sources.source import SourceKind

_PUBLISHED_BY = re.compile(
    r"\b(?:[Pp]ublished|[Ii]ssued|[Rr]eleased) by (?:the )?"
    r"([A-Z][\w&’' -]*?)(?= on\b| at\b|[,.;]|$)"
)
_AGENCY = re.compile(r"\(([A-Z][A-Za-z&-]{1,11})\)\s*[-–—]*\s*$")
_ALONE = re.compile(r"\A\(([A-Z][\w.&’' -]{2,40})\)\Z")
_OPENING = re.compile(
    r"\A[A-Z][\w’'. -]{1,30}(?:[,(] ?[\w’'. ]{1,24}\)?){1,5}"
    r"(?:, |\s\()([A-Z]{2,8})\)?\s[-–—]{1,2}\s"
)
_BY = re.compile(r"\A[Bb][Yy] ")
_SIGNED = re.compile(r", ([A-Z]{2,6})\Z")
_HEADS = frozenset({BlockKind.HEADLINE, BlockKind.SUBHEADING})
_NO_OUTLET = re.compile(
    r"\b(?:statement|release|communiqu[eé]|bulletin no|notice)\b", re.IGNORECASE
)
_PARTS = re.compile(r"\s+[/|·•–—]\s+|,\s+")
_REPORTING = re.compile(r"^\(?[Rr]eporting by (?:the )?([A-Z]{2,8})\b")
_WORD = re.compile(r"[^\W_]+")
_LONGEST = 7
"""Words of an outlet's name in the name of a file."""


@dataclass(slots=True)
class Houses:
    """The outlets of a case: each report's, and all names by which they go."""

    of: dict[str, str] = field(default_factory=dict)
    by_key: dict[tuple[str, ...], str] = field(default_factory=dict)
    by_word: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def find(self, name: str) -> str | None:
        """The one outlet of the case that a name means; None where none does, or several may."""
        wanted = key(bare(name))
        return self.meant(wanted) if wanted else None

    def meant(self, wanted: tuple[str, ...]) -> str | None:
        """The same for the words of a name."""
        if wanted in self.by_key:
            return self.by_key[wanted]
        near = self.by_word.get(wanted[0], set()) | self.by_word.get(wanted[-1], set())
        scored = [(s, n) for n in near if (s := alike(" ".join(wanted), n))]
        best = {n for s, n in scored if s == max(scored)[0]}
        return best.pop() if len(best) == 1 else None

    def add(self, name: str) -> None:
        """Makes an outlet known under its full name."""
        words = key(name)
        if words and words not in self.by_key:
            self.by_key[words] = name
            for word in {words[0], words[-1], acronym(words)} - {""}:
                self.by_word[word].add(name)


def houses_of(reports: Sequence[FiledReport]) -> Houses:
    """The outlets of some reports; the order of the reports changes nothing."""
    said = {r.id: on_page(r) for r in reports}
    known = _known(reports)
    for names in said.values():
        for name in in_full(names):
            known.add(name)
    houses = Houses()
    for r in sorted(reports, key=lambda r: r.id):
        house = house_of(r, said[r.id], known)
        if house:
            houses.of[r.id] = house
    for name in sorted(set(houses.of.values())):
        houses.add(name)
    return houses


def in_full(said: Iterable[tuple[int, str]]) -> list[str]:
    """What of a page's own names has several words."""
    return [name for _, name in said if len(key(name)) > 1]


def house_of(r: FiledReport, said: list[tuple[int, str]], known: Houses) -> str | None:
    """A report's outlet, by what its page says and which outlets the case names."""
    return _best(said, known) or _asking(r, known) or _by_file(r, known)


def _best(said: list[tuple[int, str]], known: Houses) -> str | None:
    """The first name that the page gives, written out where an acronym stands for it."""
    return next((known.find(name) or name for _, name in said), None)


def on_page(r: FiledReport) -> list[tuple[int, str]]:
    """What a page says of its outlet, the surest first."""
    return sorted(_on_page(r))


def _on_page(r: FiledReport) -> Iterator[tuple[int, str]]:
    if r.outlet and bare(r.outlet):
        yield 0, bare(r.outlet)
    author = bare(_BY.sub("", r.author or ""))
    if relay_kind(author):
        yield 2, author
    for block in r.blocks:
        words = r.words(block.span)
        if block.kind in _HEADS:
            yield from ((4, n) for n in _ALONE.findall(words) if relay_kind(bare(n)))
        if block.kind is BlockKind.PARAGRAPH:
            yield from ((3, n) for n in _OPENING.findall(words[:160]))
        elif block.kind is BlockKind.BYLINE:
            yield from ((6, n) for n in _SIGNED.findall(words) if _comes_again(r, n))
        elif block.kind is BlockKind.DATELINE:
            yield from ((1, bare(n)) for n in _PUBLISHED_BY.findall(words))
            yield from ((3, n) for n in _AGENCY.findall(words))
            yield from ((4, name) for name in map(_shouted, _PARTS.split(words)) if name)
        elif block.kind is BlockKind.CREDIT:
            yield from ((5, n) for n in _REPORTING.findall(words))


def _comes_again(r: FiledReport, letters: str) -> bool:
    """Whether letters behind a name stand elsewhere too: an agency's do, a degree's do not."""
    return len(re.findall(rf"\b{letters}\b", r.text)) > 1


def _shouted(words: str) -> str | None:
    """A name in a running head, "QUELLMOUTH LANTERN", as it is written elsewhere."""
    name = bare(words.title() if words.isupper() else words)
    named = relay_kind(name) and len(key(name)) > 1 and not _NO_OUTLET.search(words)
    return name if named else None


def _known(reports: Iterable[FiledReport]) -> Houses:
    """All outlets and reporting bodies that the case names in full."""
    known = Houses()
    for name in sorted({n for r in reports for n in named_in(r)}, key=lambda n: (-len(key(n)), n)):
        known.add(name)
    return known


def named_in(r: FiledReport) -> Iterator[str]:
    """The outlets and reporting bodies that a report names in full."""
    for s in r.statements:
        for relay in s.via:
            name = bare(relay.name)
            if relay.kind in (RelayKind.OUTLET, RelayKind.ORGANISATION) and len(key(name)) > 1:
                yield name
    for source in r.sources:
        if source.kind in (SourceKind.ORGANISATION, SourceKind.DOCUMENT):
            name = bare(source.name)
            if len(key(name)) > 1 and relay_kind(name):
                yield name
    for block in r.blocks:
        if block.kind is BlockKind.CREDIT:
            name = bare(r.words(block.span).rpartition(": ")[2].rpartition(" / ")[2])
            if len(key(name)) > 1 and relay_kind(name):
                yield name


def _asking(r: FiledReport, known: Houses) -> str | None:
    """An outlet that has turns of its own in a transcript: it asks."""
    if r.kind is not ReportKind.TRANSCRIPT:
        return None
    return next((name for s in r.sources if (name := known.find(s.name))), None)


def _by_file(r: FiledReport, known: Houses) -> str | None:
    """An outlet of several words whose words stand in a row in the file's name."""
    stem = r.file.replace("\\", "/").rpartition("/")[2]
    words = [w.lower() for w in _WORD.findall(stem)]
    runs = (
        tuple(words[i:j])
        for i in range(len(words))
        for j in range(min(len(words), i + _LONGEST), i + 1, -1)
    )
    return next((known.by_key[run] for run in runs if run in known.by_key), None)
