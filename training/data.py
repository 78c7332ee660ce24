"""PolNeAR as training data: articles, their attributions, and examples with a label a word."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from firsthand.reading.model.windows import Ints, Place, Window, Words, inputs_of, words_of
from firsthand.reading.quotes import quotations
from firsthand.text import Span

HELD_OUT = 60  # articles of train kept for thresholds and calibration
_ENTITY = re.compile(r"(T\d+)\t(?:Source|Cue|Content) (\d+ \d+(?:;\d+ \d+)*)(?:\t|$)")
_EVENT = re.compile(r"E\d+\t(.+)")
_ROLE = re.compile(r"([A-Za-z]+)\d*:(T\d+)")
_STRAIGHT = str.maketrans("“”‘’", "\"\"''")
_OPENS = re.compile(r"(?:(?<=\s)|(?<=\()|^)[\"'](?=\S)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Gold:
    """One annotated attribution: places of characters a role."""

    source: tuple[Place, ...]
    cue: tuple[Place, ...]
    content: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """A text, its blocks (one a line), what stands between quotation marks, and its gold."""

    name: str
    text: str
    gold: tuple[Gold, ...]

    @property
    def blocks(self) -> list[Place]:
        return [m.span() for m in re.finditer(r"[^\n]*\S[^\n]*", self.text)]

    @property
    def quoted(self) -> list[Place]:
        blocks = [Span(a, b) for a, b in self.blocks]
        return [(s.start, s.end) for q in quotations(self.text, blocks) for s in q.spans]


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue's words in a window (from, to), and the label of every word: 0, 1 source, 2 content."""

    start: int
    end: int
    roles: Ints


@dataclass(frozen=True, slots=True)
class Example:
    """A window as the model reads it, with its labels."""

    ids: Ints
    kinds: Ints
    places: Ints
    block: Ints
    cues: tuple[Cue, ...]


def articles(folder: Path, annotator: int = 0) -> list[Article]:
    """The articles of a folder, as the annotator with this number saw them."""
    return list(_articles(folder, annotator))


def _articles(folder: Path, annotator: int) -> Iterator[Article]:
    for path in sorted((folder / "text").glob("*.txt")):
        files = sorted((folder / "attributions").glob(f"{path.stem}_*.ann"))
        files = [f for f in files if "_" not in f.stem[len(path.stem) + 1 :]]
        if annotator < len(files):
            with path.open(encoding="utf-8", newline="") as file:
                text = file.read()
            yield Article(path.stem, text, tuple(gold_of(files[annotator].read_text("utf-8"))))


def gold_of(annotations: str) -> Iterator[Gold]:
    """The attributions of one brat file; malformed lines are skipped."""
    spans: dict[str, list[Place]] = {}
    for line in annotations.split("\n"):
        if entity := _ENTITY.match(line):
            numbers = [int(n) for n in re.findall(r"\d+", entity[2])]
            spans[entity[1]] = sorted(zip(numbers[::2], numbers[1::2], strict=True))
        elif event := _EVENT.match(line):
            roles: dict[str, set[Place]] = {"Source": set(), "Cue": set(), "Content": set()}
            for role, name in _ROLE.findall(event[1]):
                if role in roles:
                    roles[role].update(spans.get(name, []))
            if roles["Cue"] and roles["Content"]:
                yield Gold(*(tuple(sorted(r)) for r in roles.values()))


def split(known: list[Article], seed: int = 13) -> tuple[list[Article], list[Article]]:
    """Articles to train on, and those held out."""
    shuffled = random.Random(seed).sample(known, len(known))  # noqa: S311
    return shuffled[HELD_OUT:], shuffled[:HELD_OUT]


@cache
def tokenizer(path: Path) -> Tokenizer:
    """The base model's tokenizer, without padding or truncation."""
    loaded = Tokenizer.from_file(str(path))
    loaded.no_padding()
    loaded.no_truncation()
    return loaded


def straight(article: Article) -> Article:
    """The same article with straight quotation marks; no offset moves."""
    return replace(article, text=article.text.translate(_STRAIGHT))


def curly(article: Article) -> Article:
    """The same article with curly quotation marks; no offset moves."""
    text = article.text.translate(_STRAIGHT)
    text = _OPENS.sub(lambda m: "“" if m[0] == '"' else "‘", text)
    return replace(article, text=text.replace('"', "”").replace("'", "’"))


def read_words(article: Article, base: Path) -> Words:
    """The article's words."""
    return words_of(
        article.text, article.blocks, article.quoted, tokenizer(base / "tokenizer.json")
    )


def covered(words: Words, places: tuple[Place, ...]) -> Ints:
    """Whether each word lies (by its middle) in one of the places, as 0 or 1."""
    middle = (words.start + words.end - 1) // 2
    return sum(
        (np.int64(1) * ((middle >= a) & (middle < b)) for a, b in places),
        np.zeros(len(words), np.int64),
    ).clip(0, 1)


def labelled(article: Article, words: Words) -> list[Cue]:
    """The gold of an article by words: every cue with the roles it gives to all words."""
    found = []
    for gold in article.gold:
        cue = np.flatnonzero(covered(words, gold.cue))
        if len(cue):
            roles = np.maximum(covered(words, gold.source), 2 * covered(words, gold.content))
            roles[cue] = 0
            found.append(Cue(int(cue[0]), int(cue[-1]) + 1, roles))
    return found


def example(words: Words, window: Window, cues: list[Cue]) -> Example:
    """A window with the cues that are its own, counted from the window's first word."""
    ids, kinds, places = inputs_of(words, window)
    mine = tuple(
        Cue(c.start - window.low, c.end - window.low, c.roles[window.low : window.high])
        for c in cues
        if window.own_low <= c.start < window.own_high and c.end <= window.high
    )
    return Example(ids, kinds, places, words.block[window.low : window.high], mine)
