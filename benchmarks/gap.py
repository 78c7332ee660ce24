"""GAP (Webster et al., 2018): a pronoun, two names given; which of them, if either, is meant?

Scored as its authors do: each name is a yes or no, F1 over all, and apart for "he" and "she".
Baseline: the nearest name before the pronoun.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from firsthand import Options, read_text
from firsthand.reading.model import reader as model
from firsthand.reading.model.sight import Sight
from firsthand.reading.page import Page, page_of
from firsthand.sources.entities import Entities
from firsthand.sources.mentions import mentions_of
from firsthand.sources.naming import Naming
from firsthand.sources.pairs import Pairs, load
from firsthand.sources.pronouns import weighed
from firsthand.text import Span

_SHE = frozenset("she her hers herself".split())


@dataclass(frozen=True, slots=True)
class Snippet:
    """A text, a pronoun and two names in it, and whether each name is whom the pronoun means."""

    name: str
    text: str
    pronoun: Span
    names: tuple[Span, Span]
    meant: tuple[bool, bool]


@dataclass(frozen=True, slots=True)
class Answer:
    """What was answered for a snippet."""

    snippet: Snippet
    meant: tuple[bool, bool]


def snippets(path: Path) -> Iterator[Snippet]:
    """The snippets of a file of GAP, in order."""
    with path.open(encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            pronoun, a, b = (_span(row, column) for column in ("Pronoun", "A", "B"))
            meant = row["A-coref"].upper() == "TRUE", row["B-coref"].upper() == "TRUE"
            yield Snippet(row["ID"], row["Text"], pronoun, (a, b), meant)


def _span(row: dict[str, str], column: str) -> Span:
    start = int(row[f"{column}-offset"])
    return Span(start, start + len(row[column]))


def nearest(snippet: Snippet) -> tuple[bool, bool]:
    """The baseline: the nearest name before the pronoun, else the nearest behind it."""
    gap = [snippet.pronoun.start - name.start for name in snippet.names]
    order = sorted(range(2), key=lambda n: (gap[n] < 0, abs(gap[n])))
    return order[0] == 0, order[0] == 1


def answered(snippet: Snippet, pairs: Pairs | None = None) -> tuple[bool, bool]:
    """What the sources stage says: the better of the two names, unless nobody is likelier."""
    page = page_of(read_text(snippet.text, options=Options(any_language=True)).report)
    return _answered(snippet, page, model.read_words(page)[1], pairs or load())


def _answered(snippet: Snippet, page: Page, sight: Sight, pairs: Pairs) -> tuple[bool, bool]:
    mentions = mentions_of(page, sight, snippet.names)
    entities = Entities(mentions, Naming(mentions))
    numbers = [next(n for n, m in enumerate(mentions.all) if m.span == s) for s in snippet.names]
    asked = mentions.within(snippet.pronoun)
    if not asked:
        return False, False
    best, alone = weighed(entities, pairs, asked[0])
    shares = {c.entity: c.share for c in best}
    two = [shares.get(entities.of[n], 0.0) for n in numbers]
    likely = max(two) > alone
    return likely and two[0] >= two[1], likely and two[1] > two[0]


def f1(answers: Iterable[Answer], *, she: bool | None = None) -> float:
    """F1 over the names, of all snippets or those of one pronoun."""
    right = wrong = missed = 0
    for answer in answers:
        word = answer.snippet.pronoun.of(answer.snippet.text).lower()
        if she is not None and (word in _SHE) != she:
            continue
        for gold, said in zip(answer.snippet.meant, answer.meant, strict=True):
            right += gold and said
            wrong += said and not gold
            missed += gold and not said
    return 2 * right / max(1, 2 * right + wrong + missed)


def measure(path: Path) -> tuple[list[Answer], list[Answer]]:
    """The answers of Firsthand and of the baseline on one file."""
    known = list(snippets(path))
    ours = [Answer(s, answered(s)) for s in known]
    return ours, [Answer(s, nearest(s)) for s in known]
