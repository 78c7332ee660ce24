"""Examples side by side: what the network reads in one step, and what it should answer."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from firsthand.reading.model.decode import near
from training.data import Cue, Example

MASK = 103


@dataclass(frozen=True, slots=True)
class Batch:
    """Examples side by side, padded to the longest."""

    ids: Tensor
    kinds: Tensor
    real: Tensor
    rows: Tensor  # of each word, its row in the flattened answer
    cue_tags: Tensor  # of each word: 0 none, 1 begins a cue, 2 goes on with one
    parts: Tensor  # of each word: is it in any source, in any content
    examples: Sequence[Example]
    offsets: Sequence[int]  # of each example, its first row


def batch_of(examples: Sequence[Example]) -> Batch:
    """One batch of examples."""
    width = max(len(e.ids) for e in examples)
    shape = (len(examples), width)
    ids, kinds, real = (np.zeros(shape, np.int64) for _ in range(3))
    rows, tags, parts = [], [], []
    for i, e in enumerate(examples):
        ids[i, : len(e.ids)], kinds[i, : len(e.ids)], real[i, : len(e.ids)] = e.ids, e.kinds, 1
        rows.append(e.places + i * width)
        tag, part = np.zeros(len(e.places), np.int64), np.zeros((len(e.places), 2), np.float32)
        for cue in e.cues:
            tag[cue.start : cue.end] = 2
            tag[cue.start] = 1
            part[cue.roles == 1, 0] = 1
            part[cue.roles == 2, 1] = 1
        tags.append(tag)
        parts.append(part)
    flat = [torch.from_numpy(np.concatenate(x)) for x in (rows, tags, parts)]
    whole = [torch.from_numpy(x) for x in (ids, kinds, real)]
    return Batch(*whole, *flat, examples, [i * width for i in range(len(examples))])


def masked(batch: Batch, share: float) -> Batch:
    """The batch with a share of its word pieces hidden, so that no name is learnt by heart."""
    hidden = (torch.rand(batch.ids.shape) < share) & (batch.ids > MASK)
    batch.ids[hidden] = MASK
    return batch


def role_inputs(
    batch: Batch, cues: Sequence[tuple[int, Cue]], answer: Tensor
) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
    """What the role head reads for (example, cue) pairs, and the labels it should give."""
    found = [near(batch.examples[i].block, c.start, c.end) for i, c in cues]
    width = max(high - low for low, high, _ in found)
    rows, distance, labels, real = (np.zeros((len(cues), width), np.int64) for _ in range(4))
    at_cue = []
    for n, ((i, cue), (low, high, bucket)) in enumerate(zip(cues, found, strict=True)):
        places = batch.examples[i].places + batch.offsets[i]
        rows[n, : high - low], distance[n, : high - low] = places[low:high], bucket
        labels[n, : high - low], real[n, : high - low] = cue.roles[low:high], 1
        at_cue.append(answer[torch.from_numpy(places[cue.start : cue.end])].mean(0))
    tensors = [torch.from_numpy(x) for x in (rows, distance, labels, real)]
    return answer[tensors[0]], torch.stack(at_cue), tensors[1], tensors[3].float(), tensors[2]


def chosen_cues(batch: Batch, tags: Tensor, chance: random.Random) -> list[tuple[int, Cue]]:
    """Gold cues, some of them with shifted edges, and words wrongly thought to be cues."""
    chosen: list[tuple[int, Cue]] = []
    likely = (tags.softmax(-1)[:, 1] > 0.15).numpy()
    at = 0
    for i, e in enumerate(batch.examples):
        free = np.ones(len(e.places), dtype=bool)
        for cue in e.cues:
            free[max(0, cue.start - 1) : cue.end + 1] = False
            chosen.append((i, shifted(cue, chance) if chance.random() < 0.2 else cue))
        wrong = np.flatnonzero(free & likely[at : at + len(e.places)])
        at += len(e.places)
        for w in wrong[:3]:
            chosen.append((i, Cue(int(w), int(w) + 1, np.zeros(len(e.places), np.int64))))
    return chosen


def shifted(cue: Cue, chance: random.Random) -> Cue:
    """The cue with an edge moved by a word, where something is left of it."""
    start, end = cue.start + chance.choice([-1, 0, 1]), cue.end + chance.choice([-1, 0, 1])
    start, end = max(0, start), min(len(cue.roles), end)
    return Cue(start, end, cue.roles) if start < end else cue


def batches_of(examples: list[Example], size: int, chance: random.Random) -> list[list[Example]]:
    """Examples of like length together, `size` ids a batch, in random order."""
    examples.sort(key=lambda e: len(e.ids) + chance.random() * 8)
    batches: list[list[Example]] = [[]]
    for e in examples:
        if batches[-1] and (len(batches[-1]) + 1) * len(e.ids) > size:
            batches.append([])
        batches[-1].append(e)
    chance.shuffle(batches)
    return batches
