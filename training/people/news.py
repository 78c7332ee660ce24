"""The news that snippets are made of: articles of PolNeAR train and HRDsAttack train."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks import polnear
from firsthand import Options, ReaderName, read_text
from firsthand.reading.model import reader as model
from firsthand.reading.page import page_of
from firsthand.sources.mentions import Mentions, mentions_of
from firsthand.sources.name_runs import Names
from firsthand.sources.naming import Naming
from firsthand.text import Span, sentences


def texts(data: Path) -> Iterator[str]:
    for article in polnear.articles(data / "polnear" / "train"):
        yield article.text
    with (data / "hrdsattack" / "train.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)["text"]


@dataclass(frozen=True, slots=True)
class News:
    """An article: its sentences, its mentions, and which of them name people."""

    text: str
    sentences: list[Span]
    mentions: Mentions
    naming: Naming
    people: list[int]

    @classmethod
    def of(cls, text: str) -> News:
        """The article as an earlier reader sees it; who says what does not matter here."""
        options = Options(any_language=True, reader=ReaderName.RULES)
        page = page_of(read_text(text, options=options).report)
        mentions = mentions_of(page, model.read_words(page)[1])
        people = [n for n, m in enumerate(mentions.all) if m.name is Names.PERSON]
        marks = [s for b in page.blocks for s in sentences(page.text, b.span)]
        return cls(page.text, marks, mentions, Naming(mentions), people)

    def span(self, mention: int) -> Span:
        return self.mentions.all[mention].span

    def bearer(self, name: int) -> int:
        """The number of who bears a name."""
        return self.naming.of[name].bearer

    def sentence(self, span: Span) -> int | None:
        """The number of the sentence that holds a span."""
        return next((n for n, s in enumerate(self.sentences) if s.contains(span)), None)

    def people_in(self, span: Span) -> list[int]:
        return [n for n in self.people if span.contains(self.span(n))]
