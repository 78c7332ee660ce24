"""What earlier runs answer to snippets, for a run to learn from: their mean is better than each."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch

from firsthand.reading.model.decode import Floats
from training.people.branch import Branch
from training.people.data import Sample
from training.people.linking import Linking
from training.people.shared import States, words_out


def answer(teachers: Sequence[Branch], sample: Sample, states: States) -> Floats:
    """The share of each place of the snippet's names, and of nobody, on average of the teachers."""
    with torch.inference_mode():
        shares = [_answer(teacher, sample, states) for teacher in teachers]
    mean: Floats = np.mean(shares, axis=0)
    return mean


def _answer(teacher: Branch, sample: Sample, states: States) -> Floats:
    said = words_out(teacher, [states])[0]
    logits = Linking.of(teacher, sample, said).logits(sample.asked[0])
    share: Floats = logits.softmax(0).numpy()
    return share
