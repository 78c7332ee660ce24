"""Attributions as sets of characters, and how two lists of them are compared.

The measures are those under which the peers' published figures were taken (PolNeAR; Newell,
Margolin and Ruths, LREC 2018, made exact here):

    char     per role, over non-space characters; the union of a role's spans in an article
    exact    per role, over distinct spans; equal if they cover the same letters and digits
    linked   one-to-one maximum matching of attributions: Jaccard of content at least 0.5 and,
             where the gold has a source, Jaccard of source at least 0.5
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

ROLES = ("source", "cue", "content")
_AT_LEAST = 0.5

Spans = Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Roles:
    """One attribution: the characters of each role, without white space."""

    source: frozenset[int]
    cue: frozenset[int]
    content: frozenset[int]

    def of(self, role: str) -> frozenset[int]:
        return {"source": self.source, "cue": self.cue, "content": self.content}[role]


@dataclass(frozen=True, slots=True)
class Counts:
    """Found among the gold and the gold's number; right among the proposed and their number."""

    found: int = 0
    gold: int = 0
    right: int = 0
    proposed: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.found + other.found,
            self.gold + other.gold,
            self.right + other.right,
            self.proposed + other.proposed,
        )

    @property
    def precision(self) -> float:
        return self.right / self.proposed if self.proposed else 0.0

    @property
    def recall(self) -> float:
        return self.found / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def roles(text: str, source: Spans, cue: Spans, content: Spans) -> Roles:
    """An attribution's characters in a text."""
    return Roles(*(_solid(text, spans) for spans in (source, cue, content)))


def _solid(text: str, spans: Spans) -> frozenset[int]:
    return frozenset(i for s, e in spans for i in range(s, e) if not text[i].isspace())


def compare(text: str, gold: Sequence[Roles], proposed: Sequence[Roles]) -> dict[str, Counts]:
    """All measures of one article, by name: ``linked``, ``content char``, ``cue exact`` ..."""
    matched = len(matching(gold, proposed))
    made = {"linked": Counts(matched, len(gold), matched, len(proposed))}
    for role in ROLES:
        made[f"{role} char"] = _shared(_union(gold, role), _union(proposed, role))
        made[f"{role} exact"] = _shared(
            _distinct(text, gold, role), _distinct(text, proposed, role)
        )
    return made


def total(articles: Iterable[dict[str, Counts]]) -> dict[str, Counts]:
    """The sums over articles, from which micro-averages are taken."""
    sums: dict[str, Counts] = {}
    for article in articles:
        for name, counts in article.items():
            sums[name] = sums.get(name, Counts()) + counts
    return sums


def _shared(gold: set[object], proposed: set[object]) -> Counts:
    both = len(gold & proposed)
    return Counts(both, len(gold), both, len(proposed))


def _union(attributions: Sequence[Roles], role: str) -> set[object]:
    return set[object]().union(*(a.of(role) for a in attributions))


def _distinct(text: str, attributions: Sequence[Roles], role: str) -> set[object]:
    spans = (a.of(role) for a in attributions)
    return {frozenset(i for i in span if text[i].isalnum()) or span for span in spans if span}


def matching(gold: Sequence[Roles], proposed: Sequence[Roles]) -> dict[int, int]:
    """The maximum matching, gold to proposed (augmenting paths; Berge 1957)."""
    taken: dict[int, int] = {}
    rows = [[j for j, p in enumerate(proposed) if _same(g, p)] for g in gold]
    for i in range(len(gold)):
        _augment(i, rows, taken, set())
    return {i: j for j, i in taken.items()}


def _augment(i: int, rows: list[list[int]], taken: dict[int, int], seen: set[int]) -> bool:
    for j in rows[i]:
        if j not in seen:
            seen.add(j)
            if j not in taken or _augment(taken[j], rows, taken, seen):
                taken[j] = i
                return True
    return False


def _same(gold: Roles, proposed: Roles) -> bool:
    same_content = _jaccard(gold.content, proposed.content) >= _AT_LEAST
    return same_content and (not gold.source or _jaccard(gold.source, proposed.source) >= _AT_LEAST)


def _jaccard(a: frozenset[int], b: frozenset[int]) -> float:
    both = len(a & b)
    return both / (len(a) + len(b) - both) if both else 0.0
