"""Reads a text of the sample case: a few `key: value` lines, a blank line, then a block a line.

A block is `kind: words`; a note is `footnote 3: words`; `^3^` in a block stands for its note mark.
"""

import re
from dataclasses import dataclass
from pathlib import Path

MARK = re.compile(r"\^(\d+)\^")


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a document: its kind by the design's words, and its text with note marks."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Document:
    """A document as written: what is told of it, its blocks in order, its notes by mark."""

    facts: dict[str, str]
    blocks: tuple[Block, ...]
    notes: dict[str, str]


def read_source(path: Path) -> Document:
    """Read one source file."""
    head, _, body = path.read_text(encoding="utf-8").partition("\n\n")
    facts = dict(line.split(": ", 1) for line in head.splitlines())
    pairs = [line.split(": ", 1) for line in body.splitlines() if line]
    notes = {kind.split()[1]: text for kind, text in pairs if kind.startswith("footnote ")}
    blocks = tuple(Block(kind, text) for kind, text in pairs if not kind.startswith("footnote "))
    return Document(facts, blocks, notes)


def note_marks(text: str) -> list[str]:
    """The marks that stand in a block, in order."""
    return MARK.findall(text)
