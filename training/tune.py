"""Tune decoding on the held-out articles: what a change of label costs, score, threshold.

The score is a logistic regression on the evidence of each reading, fitted to whether the gold has
the attribution (content and source shared by half, as the benchmark's linked measure has it).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from firsthand.reading.model.decode import Floats, Heads, Tuning
from training.data import Article, Gold
from training.evaluate import Found, Seen, found_in

SWITCHES = (1.0, 1.5, 2.0)  # less or more costs exactness of the content
SLACK = 0.004  # of linked F1, given up for recall: near its best it hardly changes
FORGETTING = 1.0  # the weight of the ridge


def chars(places: Sequence[tuple[int, int]]) -> set[int]:
    return {i for start, end in places for i in range(start, end)}


def shares_half(one: set[int], other: set[int]) -> bool:
    return bool(one) and 2 * len(one & other) >= len(one | other)


def is_right(found: Found, gold: Sequence[Gold]) -> bool:
    """Whether the gold has this attribution."""
    content, source = chars(found.content), chars(found.source)
    return any(
        shares_half(content, chars(g.content))
        and (not g.source or shares_half(source, chars(g.source)))
        for g in gold
    )


def fitted(evidence: Floats, right: Floats) -> Floats:
    """The weights of a logistic regression, by Newton's method."""
    weights = np.zeros(evidence.shape[1])
    for _ in range(40):
        p = 1 / (1 + np.exp(-evidence @ weights))
        slope = evidence.T @ (p - right) + FORGETTING * weights
        bend = (evidence * (p * (1 - p))[:, None]).T @ evidence
        weights -= np.linalg.solve(bend + FORGETTING * np.eye(len(weights)), slope)
    return weights


def best_threshold(scores: Floats, right: Floats, gold: int) -> tuple[float, float]:
    """The best linked F1 (right ones counted singly), and the lowest threshold nearly as good."""
    order = np.argsort(-scores)
    hits = np.cumsum(right[order])
    f1 = 2 * hits / (np.arange(1, len(order) + 1) + gold)
    return float(f1.max()), float(scores[order][np.flatnonzero(f1 >= f1.max() - SLACK)[-1]])


def tuned(seen: Sequence[Seen], heads: Heads) -> Tuning:
    """The tuning with the best linked F1 on these articles."""
    gold = sum(len(s.article.gold) for s in seen)
    best = (-1.0, Tuning())
    for switch in SWITCHES:
        tuning = replace(Tuning(), switch=switch, threshold=0.0)
        made = ((f, s.article) for s in seen for f in found_in(s, heads, tuning))
        found = [(f, a) for f, a in made if len(f.evidence)]
        evidence = np.array([f.evidence for f, _ in found])
        right = np.array([is_right(f, a.gold) for f, a in found], dtype=float)
        weights = fitted(evidence, right)
        f1, threshold = best_threshold(1 / (1 + np.exp(-evidence @ weights)), right, gold)
        print(f"switch {switch}: linked F1 {f1:.4f} at {threshold:.3f}", flush=True)
        made = replace(tuning, weights=tuple(weights.tolist()), threshold=threshold)
        best = max(best, (f1, made), key=lambda b: b[0])
    return best[1]


def reliability(
    found: Sequence[tuple[Found, Article]], bins: int = 10
) -> list[tuple[float, float, int]]:
    """Mean score, share that is right, and number, by tenths of the score."""
    table = []
    for n in range(bins):
        inside = [
            (f, a)
            for f, a in found
            if n <= f.score * bins < n + 1 or (f.score == 1 == n + 1 - bins)
        ]
        if inside:
            right = sum(is_right(f, a.gold) for f, a in inside)
            mean = sum(f.score for f, _ in inside) / len(inside)
            table.append((mean, right / len(inside), len(inside)))
    return table
