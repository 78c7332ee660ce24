"""How sure a rule is: the share of its proposals that annotators of PolNeAR also made.

``scores.toml`` holds the shares, measured on the train part by ``training/score_patterns.py``.
PolNeAR's annotators left out what is said within quotations and within other reported words, so
such an attribution takes the score of the same rule outside; patterns that come from a
document's form (turns, statements, notes), which news has none of, take a value set by hand.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

_WITHIN = ("nested.", "inner.")


@cache
def _measured() -> dict[str, float]:
    raw = tomllib.loads(files(__package__).joinpath("scores.toml").read_text(encoding="utf-8"))
    measured = {name: float(row["precision"]) for name, row in raw["measured"].items()}
    return {**measured, **{name: float(value) for name, value in raw["by_hand"].items()}}


def score_of(pattern: str) -> float:
    """The probability that a person would call what this pattern proposes an attribution."""
    for prefix in _WITHIN:
        pattern = pattern.removeprefix(prefix)
    scores = _measured()
    return scores[pattern] if pattern in scores else scores["other"]
