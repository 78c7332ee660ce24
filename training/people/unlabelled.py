"""Snippets whose pronoun nobody has led to a name: real ones of the news, for teachers to answer.

python -m training.people.unlabelled DATA OUT.tsv MOST
"""

from __future__ import annotations

import random
import sys
from bisect import bisect_right
from collections.abc import Iterator
from pathlib import Path

from benchmarks.gap import Snippet
from firsthand.sources.features import Form
from firsthand.text import Span, shifted
from training.people.news import News, texts
from training.people.snippets import UNLABELLED, write

_MOST_WORDS = 100
_SKIPPED = 0.4  # of the pronouns, so that more articles have a part


def snippets(news: News, chance: random.Random) -> Iterator[Snippet]:
    for mention in news.mentions.all:
        if mention.form not in (Form.HE, Form.SHE) or chance.random() < _SKIPPED:
            continue
        whole = _around(news, mention.span, chance.choice([1, 2, 3]))
        pair = _two(news, whole, chance) if whole else []
        if whole and pair:
            pronoun, a, b = (shifted(s, -whole.start) for s in (mention.span, *pair))
            yield Snippet("", whole.of(news.text), pronoun, (a, b), (False, False))


def _around(news: News, pronoun: Span, back: int) -> Span | None:
    """The pronoun's sentence and so many before it, unless they are too long."""
    at = max(0, bisect_right(news.sentences, pronoun.start, key=lambda s: s.start) - 1)
    whole = Span(news.sentences[max(0, at - back)].start, news.sentences[at].end)
    fits = whole.contains(pronoun) and len(whole.of(news.text).split()) <= _MOST_WORDS
    return whole if fits else None


def _two(news: News, whole: Span, chance: random.Random) -> list[Span]:
    """The first names of two people of the snippet, drawn by lot; none, where there is but one."""
    near = news.people_in(whole)
    bearers = list({news.bearer(n) for n in near})
    if len(bearers) < 2:
        return []
    chance.shuffle(bearers)
    return [news.span(next(n for n in near if news.bearer(n) == b)) for b in bearers[:2]]


def main() -> None:
    data, out, most = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
    chance = random.Random(6)  # noqa: S311
    every = list(texts(data))
    chance.shuffle(every)
    made = (s for text in every for s in snippets(News.of(text), chance))
    print(write(out, UNLABELLED, made, most))


if __name__ == "__main__":
    main()
