"""The words of a page as plain lists.

Names are read word by word, and to take single numbers out of an array is several times slower
than out of a list.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from firsthand.reading.model.decode import Floats
from firsthand.reading.model.windows import Words


@dataclass(frozen=True, slots=True)
class Listed:
    """One entry a word; `best` is its tag, `shares` what each tag has of it."""

    forms: Sequence[str]
    block: Sequence[int]
    start: Sequence[int]
    end: Sequence[int]
    best: Sequence[int]
    shares: Sequence[Sequence[float]]

    @classmethod
    def of(cls, tags: Floats, words: Words, forms: Sequence[str]) -> Listed:
        """The page as the network saw it; `tags` are logits."""
        weights = np.exp(tags - tags.max(axis=1, keepdims=True)) if len(forms) else tags
        shares = weights / weights.sum(axis=1, keepdims=True)
        places = (words.block.tolist(), words.start.tolist(), words.end.tolist())
        return cls(forms, *places, tags.argmax(axis=1).tolist(), shares.tolist())
