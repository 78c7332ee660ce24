"""GUM as CoNLL-U: each document's text, its words with their heads, and its entity mentions.

GUM (Zeldes, 2017) marks in `Entity=` every mention of every entity, nested, with its type and the
entity's number; mentions of one number are one entity. Texts are put together from the words and
`SpaceAfter`, sentences with a space, paragraphs (`newpar`) with an empty line between them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_BRACKET = re.compile(r"\((\d+)-([a-z]+)-(?:[^()|]|\([^()]*\))*?(\))?(?=\(|$|\d+\))|(\d+)\)")


@dataclass(frozen=True, slots=True)
class Token:
    """A word: its characters in the text, and its grammar. `head` is an index, -1 at a root."""

    start: int
    end: int
    lemma: str
    tag: str
    relation: str
    head: int
    sentence: int


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name an entity, from token `first` to `last`, both included."""

    entity: int
    kind: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class GumDocument:
    """One document of GUM."""

    name: str
    genre: str
    text: str
    tokens: tuple[Token, ...]
    mentions: tuple[Mention, ...]


def documents(folder: Path) -> Iterator[GumDocument]:
    """The documents in a folder of GUM, by name."""
    for path in sorted(folder.glob("*.conllu")):
        yield _Parser(path.stem).parsed(path.read_text(encoding="utf-8"))


class _Parser:
    def __init__(self, name: str) -> None:
        self.name = name
        self.text = ""
        self.tokens: list[Token] = []
        self.mentions: list[Mention] = []
        self.open: dict[int, list[tuple[str, int]]] = {}
        self.glue = ""
        self.sentence = -1

    def parsed(self, content: str) -> GumDocument:
        for block in content.split("\n\n"):
            self._sentence(block.split("\n"))
        genre = self.name.split("_")[1]
        order = sorted(self.mentions, key=lambda m: (m.first, -m.last))
        return GumDocument(self.name, genre, self.text, tuple(self.tokens), tuple(order))

    def _sentence(self, lines: list[str]) -> None:
        if any(line.startswith("# newpar") for line in lines) and self.text:
            self.glue = "\n\n"
        base, self.sentence, until = len(self.tokens), self.sentence + 1, 0
        for cells in (line.split("\t") for line in lines if line and line[0] != "#"):
            number, _, last = cells[0].partition("-")
            if "." in number:
                continue
            if last:
                until = int(last)
                self._write(cells[1], cells[9])
            else:
                self._token(cells, base, inside=int(number) <= until)

    def _write(self, form: str, misc: str) -> None:
        self.text += self.glue + form
        self.glue = "" if "SpaceAfter=No" in misc else " "

    def _token(self, cells: list[str], base: int, *, inside: bool) -> None:
        form, misc = cells[1], cells[9]
        if inside:  # of a contraction, already written: its own place in it, where it has one
            at = self.text.rfind(form, max(0, len(self.text) - 24))
            start = at if at >= 0 else len(self.text) - 1
            end = start + len(form) if at >= 0 else len(self.text)
        else:
            self._write(form, misc)
            start, end = len(self.text) - len(form), len(self.text)
        head = base + int(cells[6]) - 1 if cells[6] not in ("0", "_") else -1
        self.tokens.append(Token(start, end, cells[2], cells[4], cells[7], head, self.sentence))
        self._entities(misc)

    def _entities(self, misc: str) -> None:
        found = next((p[7:] for p in misc.split("|") if p.startswith("Entity=")), "")
        at = len(self.tokens) - 1
        for opens, kind, closes, ends in _BRACKET.findall(found):
            if opens and closes:
                self.mentions.append(Mention(int(opens), kind, at, at))
            elif opens:
                self.open.setdefault(int(opens), []).append((kind, at))
            elif self.open.get(int(ends)):
                kind, first = self.open[int(ends)].pop()
                self.mentions.append(Mention(int(ends), kind, first, at))
