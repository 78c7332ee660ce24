"""From what the network says of each word to attributions, in plain numpy.

Cues first; then, for each cue, a label for every word near it: attribution read as semantic role
labelling with the cue as predicate. Training reads with this file too.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

FLOOR = 1e-4  # no probability is taken to be lower
SURE = 0.05
REACH = 100  # words before and behind a cue that can belong to it
_EDGES = np.array([1, 2, 3, 4, 5, 7, 10, 15, 23, 36, 61])
BUCKETS = 2 * len(_EDGES) + 1
RELATIONS = 3  # in the cue's block, before it, behind it


@dataclass(frozen=True, slots=True)
class Heads:
    """The weights of the role head, and the numbers that decoding was tuned with."""

    distance: Floats  # (BUCKETS * RELATIONS, k)
    mixing: tuple[tuple[int, Floats, Floats], ...]  # dilation, (3 k, k), (k,)
    label: Floats  # (k, 3)
    label_bias: Floats  # (3,)


@dataclass(frozen=True, slots=True)
class Tuning:
    """The numbers that were tuned on the held-out articles."""

    begin: float = 0.15  # probability from which a word may begin a cue
    switch: float = 1.0  # what a change of label costs, in nats
    weights: tuple[float, ...] = (0.0,) * 8  # of `evidence`, for the score
    threshold: float = 0.5  # the score from which an attribution is given
    limit: int = 128  # ids in a window


@dataclass(frozen=True, slots=True)
class Reading:
    """One cue and its roles, as words of a window (from, to), and what the score is made of."""

    cue: tuple[int, int]
    source: tuple[int, int] | None
    content: tuple[tuple[int, int], ...]
    evidence: Floats


def near(block: Ints, start: int, end: int) -> tuple[int, int, Ints]:
    """The words near a cue (from, to), and for each the number of its distance embedding."""
    low, high = max(0, start - REACH), min(len(block), end + REACH)
    at = np.arange(low, high)
    before, behind = np.maximum(start - at, 0), np.maximum(at - end + 1, 0)
    size = np.searchsorted(_EDGES, before + behind, side="right")
    bucket = len(_EDGES) + np.where(before > 0, -size, size)
    relation = np.sign(block[low:high] - block[start]) % RELATIONS
    return low, high, bucket * RELATIONS + relation


def role_logits(
    heads: Heads, words: Floats, start: int, end: int, block: Ints
) -> tuple[int, Floats]:
    """The first word near the cue, and the logits (none, source, content) of all near it.

    `words` holds the role part of the network's answer, one row a word.
    """
    low, high, distance = near(block, start, end)
    k = heads.label.shape[0]
    cue = words[start:end].mean(axis=0)
    z = words[low:high, :k] * (1 + cue[2 * k :]) + cue[k : 2 * k] + heads.distance[distance]
    z = np.maximum(z, 0)
    for dilation, weight, bias in heads.mixing:
        wide = np.pad(z, ((dilation, dilation), (0, 0)))
        three = [wide[: len(z)], z, wide[2 * dilation :]]
        z = z + np.maximum(np.concatenate(three, axis=1) @ weight + bias, 0)
    return low, z @ heads.label + heads.label_bias


def readings(
    heads: Heads, tuning: Tuning, answer: Floats, block: Ints, own: tuple[int, int]
) -> Iterator[Reading]:
    """All cues of a window that begin within `own`, with the words that are their roles.

    `answer` holds the network's answer for the first piece of every word.
    """
    tags = _softmax(answer[:, :3])
    for start, end in cues(tags, tuning.begin):
        if own[0] <= start < own[1]:
            low, logits = role_logits(heads, answer[:, 5:], start, end, block)
            reading = _reading(tuning, tags, (start, end), low, _softmax(logits))
            if reading is not None:
                yield reading


def cues(tags: Floats, begin: float) -> Iterator[tuple[int, int]]:
    """Runs of words that are likely a cue: one that may begin it, and those that go on with it."""
    starts = tags[:, 1] > begin
    goes_on = (tags[:, 2] > tags[:, 0]) & (tags[:, 2] > tags[:, 1])
    at = 0
    while at < len(tags):
        if not (starts[at] or goes_on[at]):
            at += 1
            continue
        end = at + 1
        while end < len(tags) and goes_on[end]:
            end += 1
        yield at, end
        at = end


def _reading(
    tuning: Tuning, tags: Floats, cue: tuple[int, int], low: int, roles: Floats
) -> Reading | None:
    """The best labels around a cue; None where no content is among them."""
    real = likelihood(roles)
    logs = np.log(given_real(roles, real))
    start, end = cue[0] - low, cue[1] - low
    before, behind = best_path(logs[:start], tuning.switch), best_path(logs[end:], tuning.switch)
    labels = np.concatenate([before, np.zeros(end - start, np.int64), behind])
    content = tuple(_runs(labels == 2))
    if not content:
        return None
    sources = sorted(_runs(labels == 1, 1), key=lambda r: _gain(logs, r, 1))
    source = sources[-1] if sources else None
    evidence = _evidence(tags, cue, real, logs, labels, source)
    back = [(a + low, b + low) for a, b in content]
    return Reading(cue, source and (source[0] + low, source[1] + low), tuple(back), evidence)


def likelihood(roles: Floats) -> float:
    """How likely the cue has a content: the mean of the three words likeliest to be in it."""
    return float(np.sort(roles[:, 2])[-3:].mean())


def given_real(roles: Floats, real: float) -> Floats:
    """The labels' probabilities if the cue has a content, so that a doubtful one has edges too."""
    named = np.minimum(roles[:, 1:] / max(real, SURE), 1.0)
    named /= np.maximum(named.sum(axis=1, keepdims=True), 1.0)
    both = np.concatenate([1 - named.sum(axis=1, keepdims=True), named], axis=1)
    floored: Floats = np.maximum(both, FLOOR)
    return floored


def best_path(logs: Floats, switch: float) -> Ints:
    """The labels of the best path where to begin or end a content costs `switch` (Viterbi).

    Sources are short, often one word, so they begin and end at no cost.
    """
    best, back = [0.0, 0.0, 0.0], []
    for none, source, content in logs.tolist():
        out = 0 if best[0] >= best[1] else 1
        left = 2 if best[2] - switch > best[out] else out
        held = 2 if best[2] >= best[out] - switch else out
        change = best[left] - (switch if left == 2 else 0.0)
        stay = best[held] - (switch if held != 2 else 0.0)
        back.append((left, left, held))
        best = [change + none, change + source, stay + content]
    path = [best.index(max(best))] if len(logs) else []
    for came in reversed(back[1:]):
        path.append(came[path[-1]])
    return np.array(path[::-1], dtype=np.int64)


def _runs(flags: NDArray[np.bool_], gap: int = 0) -> list[tuple[int, int]]:
    """The runs of true flags, with those made one that stand at most `gap` words apart."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], flags, [False]]))).tolist()
    runs: list[tuple[int, int]] = []
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        if runs and start - runs[-1][1] <= gap:
            start = runs.pop()[0]
        runs.append((start, end))
    return runs


def _gain(logs: Floats, run: tuple[int, int], label: int) -> float:
    part = logs[run[0] : run[1]]
    return float((part[:, label] - part[:, 0]).sum())


def _evidence(
    tags: Floats,
    cue: tuple[int, int],
    real: float,
    logs: Floats,
    labels: Ints,
    source: tuple[int, int] | None,
) -> Floats:
    """What the score is made of: of cue and content the log odds, of each role how certain."""
    is_cue = float(1 - tags[cue[0], 0])
    content = float(logs[labels == 2, 2].mean())
    named = float(logs[source[0] : source[1], 1].mean()) if source else 0.0
    doubt = float(logs.max(axis=1).sum())
    whole = [_odds(is_cue), _odds(real), content, named, float(source is None), doubt]
    return np.array([1.0, *whole, float(np.log((labels == 2).sum()))], dtype=np.float32)


def _odds(p: float) -> float:
    p = min(max(p, FLOOR), 1 - FLOOR)
    return float(np.log(p / (1 - p)))


def _softmax(x: Floats) -> Floats:
    e = np.exp(x - x.max(axis=-1, keepdims=True))
    shares: Floats = e / e.sum(axis=-1, keepdims=True)
    return shares
