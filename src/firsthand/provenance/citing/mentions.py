"""Where a report names an outlet or a document that it has something from.

Five forms, the surest first: a link, a credit at the end, a footnote, the channel or the source
of a statement, a known outlet's full name anywhere in the running text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from firsthand.evidence.values import RelayKind
from firsthand.ingest.report import BlockKind
from firsthand.provenance.citing.houses import Houses
from firsthand.provenance.citing.naming import bare, is_own, key, relay_kind
from firsthand.provenance.filed import FiledReport, FiledStatement
from firsthand.sources.source import SourceKind
from firsthand.text import Span, sentences


class Form(IntEnum):
    """How a mention stands in its report, the surest first."""

    LINK = 0
    NOTE = 1
    CREDIT = 2
    VIA = 3
    SOURCE = 4
    TEXT = 5


@dataclass(frozen=True, slots=True)
class Mention:
    """A name that a report leans on. `around` are the words by which it is told what is meant.

    `name` is "" where an address alone is given; `source` is the speaker of the statement.
    """

    name: str
    span: Span
    kind: RelayKind
    form: Form
    around: Span
    source: str | None = None
    url: str | None = None
    own: bool = False


_IMAGE = re.compile(
    r"\b(?:photo(?:graph|s)?|pictures?|images?|video|graphic|illustration|source)\b", re.I
)
_CREDIT = re.compile(
    r"(?:\breporting (?:by|from)"
    r"|\b(?:first|originally|previously) (?:appeared|published|ran)(?: (?:in|by|on))?"
    r"|\brepublished (?:from|by|with)|\bcourtesy of|\bvia|\bsource:|\bmaterial from"
    r"|\bcontributed by)"
    r"\s+(?:permission (?:of|from) )?(?:the )?",
    re.IGNORECASE,
)
_CREDIT_NAME = re.compile(r"([A-Z][\w&’'-]*(?:\s+(?:of|and|for|[A-Z][\w&’'-]*))*)")
_RUN = re.compile(r"(?<![\w’'-])[A-Z][\w&-]*(?:(?:\s+(?:of|for|and|the))?\s+[A-Z][\w&-]*)*")
_NAME = re.compile(r"[^\W_a-z][\w&’'.-]*(?:\s+(?:of|for|and|the|de|del|la|[^\W_a-z][\w&’'.-]*))*")
_DOCUMENT = re.compile(
    r"\b(?P<what>inquiry|investigation|report|study|survey|audit|ruling|judgment|memo|memorandum"
    r"|briefing|dossier|review|finding|findings)\s+(?:by|of|from)\s+(?:the\s+)?"
    r"(?P<who>[A-Z][\w&-]*(?:\s+(?:of|for|and|[A-Z][\w&-]*))*)"
)
_SIGNED = frozenset({BlockKind.BYLINE, BlockKind.DATELINE})
_PARTED = re.compile(r"[^\s;,/|&()–—][^;,/|&()–—\n]{1,60}")
_SENT = re.compile(r" to [A-Z]")
"""A letter's way, "Lind to Harbour Watch", which is no name."""
_AROUND = 1500
_CITED_TEXT = frozenset(
    {BlockKind.PARAGRAPH, BlockKind.KEY_POINT, BlockKind.FOOTNOTE, BlockKind.CAPTION}
)


def mentions_in(r: FiledReport, houses: Houses) -> Iterator[Mention]:
    """All mentions of a report, in no order."""
    yield from _links(r, houses)
    yield from _credits(r, houses)
    yield from _agencies(r, houses)
    yield from _notes(r, houses)
    for s in r.statements:
        yield from _vias(r, s)
    yield from _sources(r, houses)
    yield from _text(r, houses)
    yield from _documents(r, houses)


def _links(r: FiledReport, houses: Houses) -> Iterator[Mention]:
    text = [b.span for b in r.blocks if b.kind in _CITED_TEXT]
    for link in r.links:
        block = next((b for b in text if b.contains(link.words)), None)
        if block is not None and link.url.startswith(("http://", "https://")):
            name = houses.find(r.words(link.words)) or ""
            around = _sentence(r, block, link.words)
            yield Mention(name, link.words, RelayKind.OUTLET, Form.LINK, around, url=link.url)


def _credits(r: FiledReport, houses: Houses) -> Iterator[Mention]:
    for block in r.blocks:
        words = r.words(block.span)
        if block.kind not in (BlockKind.CREDIT, BlockKind.PARAGRAPH) or len(words) > 300:
            continue
        if block.kind is BlockKind.CREDIT and _IMAGE.search(words):
            continue
        for found in _CREDIT.finditer(words):
            named = _CREDIT_NAME.match(words, found.end())
            if named and (relay_kind(bare(named[0])) or houses.find(named[0])):
                at = block.span.start
                span = Span(at + named.start(), at + named.end())
                yield Mention(bare(named[0]), span, RelayKind.OUTLET, Form.CREDIT, block.span)


def _agencies(r: FiledReport, houses: Houses) -> Iterator[Mention]:
    """An agency of the case in a byline or a dateline: "CTA; staff", "PORT BELARDE (CTA) -"."""
    for block in r.blocks:
        if block.kind in _SIGNED:
            for found in _PARTED.finditer(r.text, block.span.start, block.span.end):
                if key(name := bare(found[0])) in houses.by_key:
                    span = Span(*found.span())
                    yield Mention(name, span, RelayKind.OUTLET, Form.CREDIT, block.span)


def _notes(r: FiledReport, houses: Houses) -> Iterator[Mention]:
    """A note that begins with an outlet's name; what else it names is found in its text."""
    for note in r.notes:
        words = r.words(note.body)
        found = _RUN.search(words)
        name = bare(found[0]) if found and found.start() < 12 else ""
        if found and name and (relay_kind(name) is RelayKind.OUTLET or houses.find(name)):
            span = Span(note.body.start + found.start(), note.body.start + found.end())
            around = Span(note.body.start, note.body.end)
            yield Mention(name, span, relay_kind(name) or RelayKind.OUTLET, Form.NOTE, around)


_PASSED_ON = frozenset({RelayKind.OUTLET, RelayKind.ORGANISATION, RelayKind.DOCUMENT})


def _vias(r: FiledReport, s: FiledStatement) -> Iterator[Mention]:
    for relay in s.via:
        name = bare(relay.name)
        if relay.kind in _PASSED_ON and name and not (is_own(relay.name) or _SENT.search(name)):
            around = _hull(relay.span, s)
            yield Mention(name, relay.span, relay.kind, Form.VIA, around, s.source)


def _hull(span: Span, s: FiledStatement) -> Span:
    near = [c for c in s.content if abs(c.start - span.start) < 600] or [span]
    return Span(min(span.start, near[0].start), max(span.end, near[-1].end))


def _sources(r: FiledReport, houses: Houses) -> Iterator[Mention]:
    """Outlets and bodies that a report gives as the source of a statement."""
    by_id = {s.id: s for s in r.sources}
    for s in r.statements:
        source = by_id.get(s.source or "")
        if source is None or source.kind not in (SourceKind.ORGANISATION, SourceKind.DOCUMENT):
            continue
        name, own = bare(source.name), is_own(source.name)
        if not own and not _NAME.fullmatch(name):
            continue
        kind = relay_kind(name)
        if own or kind or houses.find(name):
            span = min(source.mentions, key=lambda m: abs(m.start - s.content[0].start))
            yield Mention(
                name, span, kind or RelayKind.OUTLET, Form.SOURCE, _hull(span, s), s.source, own=own
            )


def _text(r: FiledReport, houses: Houses) -> Iterator[Mention]:
    """Outlets of the case under a name of two words at least, wherever they stand."""
    for block in r.blocks:
        if block.kind in _CITED_TEXT:
            for found in _RUN.finditer(r.text, block.span.start, block.span.end):
                yield from _within(r, block.span, found, houses)


def _within(r: FiledReport, block: Span, found: re.Match[str], h: Houses) -> Iterator[Mention]:
    words = key(found[0])
    if len(words) < 2:
        return
    for size in range(min(len(words), 5), 1, -1):
        runs = (words[i : i + size] for i in range(len(words) - size + 1))
        name = next((h.by_key[run] for run in runs if run in h.by_key), None)
        if name:
            span = Span(*found.span())
            yield Mention(name, span, RelayKind.OUTLET, Form.TEXT, _sentence(r, block, span))
            return


def _documents(r: FiledReport, houses: Houses) -> Iterator[Mention]:
    """What somebody found, on paper that may be fetched: "an inquiry by the Rivers Board"."""
    for block in r.blocks:
        if block.kind not in _CITED_TEXT:
            continue
        for found in _DOCUMENT.finditer(r.text, block.span.start, block.span.end):
            span = Span(*found.span())
            around = _sentence(r, block.span, span)
            house = houses.find(found["who"])
            kind = RelayKind.OUTLET if house else RelayKind.DOCUMENT
            yield Mention(house or " ".join(found[0].split()), span, kind, Form.TEXT, around)


def _sentence(r: FiledReport, block: Span, span: Span) -> Span:
    """The sentence of a span with the one before, which may hold the name that is meant."""
    before = None
    for s in sentences(r.text, _window(block, span)):
        if s.end >= span.end:
            return Span((before or s).start, s.end)
        before = s
    return block


def _window(block: Span, span: Span) -> Span:
    """The part of a block that is looked at, so that many names in one long block stay cheap."""
    return Span(max(block.start, span.start - _AROUND), min(block.end, span.end + _AROUND))
