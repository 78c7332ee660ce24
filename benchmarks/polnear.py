"""PolNeAR 1.0 as it lies on disk: `text/NAME.txt` and brat standoff `attributions/NAME_*.ann`.

A few lines are malformed: what does not match the pattern is left out. Of several annotators the
first by name is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.spans import ROLES, Roles, roles

_TEXT_BOUND = re.compile(r"^(T\d+)\t(\S+) (\d+ \d+(?:;\d+ \d+)*)(?:\t|$)")
_EVENT = re.compile(r"^E\d+\t(.+)$")
_ARGUMENT = re.compile(r"([^\s:]+):(\S+)")


@dataclass(frozen=True, slots=True)
class Article:
    """One article and its gold attributions."""

    name: str
    text: str
    gold: tuple[Roles, ...]


def articles(folder: Path) -> Iterator[Article]:
    """The articles of one part (`train`, `dev`), by name."""
    notes = sorted((folder / "attributions").glob("*.ann"))
    for path in sorted((folder / "text").glob("*.txt")):
        text = path.read_bytes().decode("utf-8")
        mine = next(n for n in notes if n.stem.rpartition("_")[0] == path.stem)
        yield Article(path.stem, text, tuple(_gold(text, mine.read_text(encoding="utf-8"))))


def _gold(text: str, annotation: str) -> Iterator[Roles]:
    lines = [line.rstrip("\r") for line in annotation.split("\n")]
    spans = {m[1]: _pairs(m[3]) for line in lines if (m := _TEXT_BOUND.match(line))}
    for line in lines:
        if event := _EVENT.match(line):
            found = _roles(_ARGUMENT.findall(event[1]), spans)
            if found["content"]:
                yield roles(text, **found)


def _pairs(offsets: str) -> list[tuple[int, int]]:
    return [(int(a), int(b)) for a, b in (pair.split() for pair in offsets.split(";"))]


def _roles(
    arguments: list[tuple[str, str]], spans: dict[str, list[tuple[int, int]]]
) -> dict[str, list[tuple[int, int]]]:
    found: dict[str, list[tuple[int, int]]] = {role: [] for role in ROLES}
    for name, reference in arguments:
        role = name.rstrip("0123456789").lower()
        if role in found:
            found[role] += spans.get(reference, [])
    return found
