"""Reports made by hand, and attributions as words: what the tests of reading compare."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from firsthand.ingest.report import Block, BlockKind, Note, Original, Report, ReportKind
from firsthand.reading.rules.reader import RulesReader
from firsthand.text import Span


@dataclass(frozen=True, slots=True)
class Said:
    """An attribution by its words."""

    source: str
    cue: str
    content: tuple[str, ...]
    kind: str
    pattern: str


def report_of(
    *parts: str | tuple[BlockKind, str],
    kind: ReportKind = ReportKind.NEWS,
    notes: Sequence[tuple[str, str]] = (),
) -> Report:
    """A report of these blocks; `notes` are pairs of the mark's words and the body's."""
    text, blocks = "", []
    for part in parts:
        block, words = part if isinstance(part, tuple) else (BlockKind.PARAGRAPH, part)
        if words:
            blocks.append(Block(block, Span(len(text), len(text) + len(words)), ()))
        text += words + "\n\n"
    found = tuple(Note(_span(text, mark), _span(text, body)) for mark, body in notes)
    data = text.encode("utf-8", "surrogatepass")
    when = dt.datetime(2024, 5, 1, tzinfo=dt.UTC)
    original = Original(data, hashlib.sha256(data).hexdigest(), "text/plain", "test", when)
    return Report(original, kind, text, tuple(blocks), notes=found)


def _span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def said_in(report: Report) -> list[Said]:
    """What the rules read in a report."""
    return [
        Said(
            " ".join(s.of(report.text) for s in a.source),
            " ".join(s.of(report.text) for s in a.cue),
            tuple(s.of(report.text) for s in a.content),
            a.kind.value,
            a.pattern,
        )
        for a in RulesReader().read(report).attributions
    ]


def said(*paragraphs: str) -> list[tuple[str, str, tuple[str, ...]]]:
    """Source, cue and content of each attribution in these paragraphs of news."""
    return [(a.source, a.cue, a.content) for a in said_in(report_of(*paragraphs))]
