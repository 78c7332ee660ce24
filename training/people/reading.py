"""How texts become what the branch is given: samples, with the shared layers' states."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from benchmarks.gap import Snippet
from firsthand.reading.model.windows import Ints
from training.people import gum
from training.people.data import Cutter, Sample
from training.people.shared import Shared, States, untouched
from training.people.snippets import sample_of

_MASK = 103
Ready = tuple[Sample, States]


@dataclass(frozen=True, slots=True)
class Hiding:
    """Puts [MASK] for a share of the word pieces; [CLS] and [SEP] stay."""

    share: float
    chance: np.random.RandomState

    def __call__(self, ids: Ints) -> Ints:
        if not self.share:
            return ids
        drawn = self.chance.random_sample(len(ids)) < self.share
        return np.where(drawn & (ids > _MASK), _MASK, ids)


@dataclass(frozen=True, slots=True)
class Reading:
    """Reads documents of GUM and snippets with one reader."""

    cutter: Cutter
    shared: Shared

    @classmethod
    def of(cls, reader: Path, fork: int, limit: int) -> Reading:
        tokenizer = Tokenizer.from_file(str(reader / "tokenizer.json"))
        return cls(Cutter(tokenizer, limit), Shared.of(reader, fork))

    def documents(self, folder: Path) -> list[Sample]:
        """GUM without its states, since often not all are needed."""
        return gum.samples(folder, self.cutter)

    def ready(self, sample: Sample) -> Ready:
        return sample, self.shared.states(sample.cut)

    def snippet(self, snippet: Snippet, hide: Callable[[Ints], Ints] = untouched) -> Ready:
        sample = sample_of(snippet, self.cutter)
        return sample, self.shared.states(sample.cut, hide)
