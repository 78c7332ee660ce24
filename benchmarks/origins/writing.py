"""A page while it is written."""

from __future__ import annotations

import random
from dataclasses import dataclass, field

from benchmarks.origins.sketch import Sketch
from firsthand.ingest.report import BlockKind
from firsthand.provenance.filed import FiledBlock, FiledNote, FiledStatement
from firsthand.sources.source import ProfileFact
from firsthand.text import Span


@dataclass(slots=True)
class Writing:
    """A page while it is written; `text` grows, everything else points into it."""

    sketch: Sketch
    town: str
    chance: random.Random
    ids: tuple[str, ...]
    pieces: list[str] = field(default_factory=list)
    at: int = 0
    blocks: list[FiledBlock] = field(default_factory=list)
    mentions: dict[int, list[Span]] = field(default_factory=dict)
    names: dict[int, str] = field(default_factory=dict)
    facts: dict[int, list[ProfileFact]] = field(default_factory=dict)
    statements: list[FiledStatement] = field(default_factory=list)
    truth: dict[str, frozenset[str]] = field(default_factory=dict)
    notes: list[tuple[Span, str, str]] = field(default_factory=list)
    bodies: list[FiledNote] = field(default_factory=list)

    def put(self, text: str) -> Span:
        """Adds words and says where they stand."""
        self.pieces.append(text)
        self.at += len(text)
        return Span(self.at - len(text), self.at)

    def block(self, kind: BlockKind, start: int) -> None:
        """Closes the part of the page that began at `start`."""
        self.blocks.append(FiledBlock(kind, Span(start, self.at)))
        self.put("\n\n")
