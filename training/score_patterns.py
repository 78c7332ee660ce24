"""Measure how often each rule is right, and write `src/firsthand/reading/rules/scores.toml`.

    python -m training.score_patterns POLNEAR/train

The articles and the measure are the benchmark's own (`benchmarks.polnear`, `benchmarks.spans`):
a proposal is right where the one-to-one matching of the linked score pairs it with an
annotation. Patterns seen fewer than `FEWEST` times are left to "other", whose precision is that
of all of them together; within quotations and reported words they are left to the same rule
outside.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from benchmarks.polnear import Article, articles
from benchmarks.spans import matching
from benchmarks.systems import attributed
from firsthand.ingest.load import Received, load
from firsthand.ingest.report import ReportKind
from firsthand.reading.rules.reader import RulesReader

FEWEST = 20
NESTED, INNER = "nested.", "inner."
BY_HAND = {
    "alone": 0.5,
    "signed": 0.9,
    "turn": 0.95,
    "statement": 0.9,
    "note": 0.7,
    "relay": 0.6,
    "silence": 0.45,
}  # 17 of 38 in PolNeAR train, which marks few
SCORES = Path(__file__).parents[1] / "src/firsthand/reading/rules/scores.toml"
_HEAD = """\
# The share of each rule's proposals that annotators of PolNeAR (train part) made too, under the
# one-to-one matching of the benchmark's linked score, and of how many. Written by
# training/score_patterns.py. The values under [by_hand] are set there by hand, for patterns that
# news has none of or that PolNeAR's guidelines leave out.
#
# PolNeAR's annotators mark little within reported words, so that "nested." is low by their
# guidelines, and nothing within quotations, so that "inner." is not measured at all.
"""
_BORROWED = """\
# Of these there were fewer than {fewest}: they take the score of the same rule outside.
# {names}
"""


def measure(folder: Path) -> tuple[Counter[str], Counter[str]]:
    """How often each pattern proposed something, and how often it was right."""
    proposed: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for article in articles(folder):
        made, matched = _patterns(article)
        proposed.update(made)
        right.update(matched)
    return proposed, right


def _patterns(article: Article) -> tuple[list[str], list[str]]:
    """The patterns of all that is proposed in an article, and of what an annotator made too."""
    content = article.text.encode("utf-8", "surrogatepass")
    received = Received(content, article.name, text=article.text)
    report = load(received, kind=ReportKind.NEWS, any_language=True)
    found = RulesReader().read(report).attributions
    made = [attribution.pattern for attribution in found]
    said = attributed(report.text, found)
    return made, [made[j] for j in matching(article.gold, said).values()]


def as_toml(proposed: Counter[str], right: Counter[str]) -> str:
    """The file's text: what was measured, and what is set by hand."""
    counted = sorted(p for p in proposed if p not in BY_HAND and not p.startswith(INNER))
    rare = [p for p in counted if proposed[p] < FEWEST]
    borrowed = [p for p in rare if p.startswith(NESTED)]
    rest = [p for p in rare if p not in borrowed]
    lines = [_HEAD, "[measured]"]
    lines += [_row(p, right[p], proposed[p]) for p in counted if p not in rare]
    lines += [_row("other", sum(right[p] for p in rest), sum(proposed[p] for p in rest)), ""]
    lines += [_BORROWED.format(fewest=FEWEST, names="\n# ".join(borrowed))] if borrowed else []
    return "\n".join([*lines, "[by_hand]", *(f"{k} = {v}" for k, v in BY_HAND.items()), ""])


def _row(pattern: str, right: int, count: int) -> str:
    return f'"{pattern}" = {{ precision = {right / max(1, count):.3f}, count = {count} }}'


def main() -> None:
    """Measure on the folder given, print and write the scores."""
    text = as_toml(*measure(Path(sys.argv[1])))
    SCORES.write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
