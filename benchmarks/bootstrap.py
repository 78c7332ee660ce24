"""Intervals of 95 % by bootstrap: groups (documents) are drawn, not single items in them."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

import numpy as np

Item = TypeVar("Item")
_DRAWS = 1000


def interval(
    groups: Iterable[Sequence[Item]], figure: Callable[[Sequence[Item]], float]
) -> tuple[float, float]:
    """95 % of a figure over the items of groups, by 1,000 draws of as many groups."""
    known, chance = list(groups), random.Random(1)  # noqa: S311
    draws = (chance.choices(known, k=len(known)) for _ in range(_DRAWS))
    figures = [figure([item for group in drawn for item in group]) for drawn in draws]
    low, high = np.percentile(figures, [2.5, 97.5])
    return float(low), float(high)
