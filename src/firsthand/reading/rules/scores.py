"""How sure a rule is: the share of its proposals that annotators of PolNeAR also made.

``scores.toml`` holds the shares, measured on the train part by ``training/score_patterns.py``.
What is said within other reported words (`nested.`) is measured apart. PolNeAR's annotators mark
nothing within quotations, so there (`inner.`) a rule takes its score outside. Patterns that come
from a document's form (turns, statements, notes), which news has none of, and the quotation that
stands `alone`, which annotators join to a speaker paragraphs away, take a value set by hand.
"""

from __future__ import annotations

from functools import cache

from firsthand.lists import word_lists_in


@cache
def _measured() -> dict[str, float]:
    raw = word_lists_in("firsthand.reading.rules", "scores.toml")
    measured = {name: float(row["precision"]) for name, row in raw["measured"].items()}
    return {**measured, **{name: float(value) for name, value in raw["by_hand"].items()}}


def score_of(pattern: str) -> float:
    """The probability that a person would call what this pattern proposes an attribution."""
    scores = _measured()
    outside = pattern.removeprefix("nested.").removeprefix("inner.")
    return next(scores[name] for name in (pattern, outside, "other") if name in scores)
