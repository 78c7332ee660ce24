"""From the sketch of a report to the report: its text, and what a perfect reader finds in it."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Mapping
from dataclasses import dataclass, replace

from benchmarks.origins.sketch import Sketch, Telling
from benchmarks.origins.stating import stated
from benchmarks.origins.writing import Writing
from firsthand.evidence.values import Relay, RelayKind
from firsthand.ingest.report import BlockKind, ReportKind
from firsthand.provenance.filed import (
    FiledNote,
    FiledReport,
    FiledSource,
    FiledStatement,
)
from firsthand.text import Span

DAY_ZERO = dt.date(2023, 3, 1)


@dataclass(frozen=True, slots=True)
class Page:
    """A report, and the truth of it: who each source is, at whom each statement arose.

    `claims` are the statements of the allegation. `spans` gives where their content stands.
    """

    report: FiledReport
    people: Mapping[str, frozenset[str]]
    origins: Mapping[str, frozenset[str]]


def page(sketch: Sketch, town: str, published: dt.date | None, chance: random.Random,
         known: Mapping[int, str], name: str) -> Page:  # fmt: skip
    """The report under the id `name`; `known` are the ids of those made before it."""
    ids = tuple(f"{chance.getrandbits(64):016x}" for _ in sketch.voices)
    writing = Writing(sketch, town, chance, ids)
    _headed(writing, published)
    for part in sketch.body:
        _paragraph(writing, part)
    _footed(writing)
    text = "".join(writing.pieces).rstrip()
    report = _report(writing, text, published, known, name)
    people = {ids[at]: sketch.voices[at].people for at in writing.mentions}
    return Page(report, people, writing.truth)


def _report(writing: Writing, text: str, published: dt.date | None,
            known: Mapping[int, str], name: str) -> FiledReport:  # fmt: skip
    sketch = writing.sketch
    return FiledReport(
        id=name,
        file=f"{name}.txt",
        kind=ReportKind.FOOTNOTED_REPORT if sketch.is_footnoted else ReportKind.NEWS,
        title=sketch.title,
        outlet=sketch.outlet,
        author=sketch.author,
        published=published,
        text=text,
        blocks=tuple(writing.blocks),
        sources=tuple(_source(writing, at) for at in sorted(writing.mentions)),
        statements=tuple(writing.statements),
        notes=tuple(writing.bodies),
        copy_of=None if sketch.copy_of is None else known.get(sketch.copy_of),
        version_of=None if sketch.version_of is None else known.get(sketch.version_of),
        retracted=sketch.retracted,
    )


def _source(writing: Writing, at: int) -> FiledSource:
    kind = writing.sketch.voices[at].kind
    facts = tuple(writing.facts.get(at, ()))
    return FiledSource(writing.ids[at], writing.names[at], kind, facts, tuple(writing.mentions[at]))


def _headed(writing: Writing, published: dt.date | None) -> None:
    """Headline, byline and date line, as far as there are any."""
    sketch = writing.sketch
    start = writing.at
    writing.put(sketch.title)
    writing.block(BlockKind.HEADLINE, start)
    if sketch.author:
        start = writing.at
        writing.put(f"By {sketch.author}")
        writing.block(BlockKind.BYLINE, start)
    if published and writing.chance.random() < 0.5:
        start = writing.at
        writing.put(f"{published.day} {published:%B %Y}")
        writing.block(BlockKind.DATELINE, start)


def _footed(writing: Writing) -> None:
    """Notes, credit and closing line."""
    for number, (mark, note, code) in enumerate(writing.notes, 1):
        start = writing.at
        body = writing.put(f"{number} {note}")
        writing.block(BlockKind.FOOTNOTE, start)
        writing.bodies.append(FiledNote(mark, body))
        _coded(writing, number - 1, body, code)
    for kind, line in (
        (BlockKind.CREDIT, writing.sketch.credit),
        (BlockKind.BOILERPLATE, writing.sketch.closing),
    ):
        if line:
            start = writing.at
            writing.put(line)
            writing.block(kind, start)


def _coded(writing: Writing, at: int, body: Span, note: str) -> None:
    """The statement that a note belongs to came by that interview."""
    found = [n for n, s in enumerate(writing.statements) if s.id == note]
    code = " ".join("".join(writing.pieces)[body.start : body.end].split()[1:])
    start = code.find("Interview ") if "Interview " in code else code.find("interview ")
    words = " ".join(code[start:].split()[:2]).rstrip(",")
    offset = body.start + len(str(at + 1)) + 1 + start
    relay = Relay(words, RelayKind.OCCASION, Span(offset, offset + len(words)))
    for n in found:
        old = writing.statements[n]
        writing.statements[n] = _with_via(old, relay)


def _with_via(old: FiledStatement, relay: Relay) -> FiledStatement:
    return replace(old, via=(*old.via, relay))


def _paragraph(writing: Writing, part: tuple[str | Telling, ...]) -> None:
    start = writing.at
    for number, line in enumerate(part):
        if number:
            writing.put(" ")
        if isinstance(line, str):
            writing.put(line)
        else:
            stated(writing, line)
    writing.block(BlockKind.PARAGRAPH, start)
