"""What the branch answers to a question: whom does a mention stand for?"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from firsthand.sources.features import Seen, pair_rows
from training.people.branch import Branch
from training.people.data import Question, Sample
from training.people.seen import seen_of


@dataclass(frozen=True, slots=True)
class Linking:
    """A sample's mentions as the branch sees them: a vector each, and their places."""

    branch: Branch
    vectors: Tensor
    seen: Seen

    @classmethod
    def of(cls, branch: Branch, sample: Sample, said: Tensor) -> Linking:
        """A mention's vector is the mean of its first word's and its head's, as at run time."""
        first, head = ([getattr(m, part) for m in sample.mentions] for part in ("first", "head"))
        return cls(branch, (said[first] + said[head]) / 2, seen_of(sample, said))

    def logits(self, question: Question) -> Tensor:
        """One for each candidate, the last for nobody."""
        rows = torch.from_numpy(pair_rows(self.seen, question.of, np.array(question.among)))
        of, others = self.vectors[question.of], self.vectors[list(question.among)]
        return torch.cat(self.branch.pairs(of, others, rows))
