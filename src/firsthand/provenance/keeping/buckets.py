"""Which units have which key: arrays for those that were there, and a little beside them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

import numpy as np

from firsthand.provenance.wording.keys import Keys
from firsthand.provenance.wording.pairing import COMMON
from firsthand.provenance.wording.table import U64, Rows

_LEAST = 1 << 16
"""Keys that lie beside the arrays at least, before the arrays are made anew with them."""


class Buckets:
    """Keys with their units, sorted by key for whoever asks a key, and by unit.

    Three million keys lie here at ten thousand reports, which are 48 bytes each as arrays, and
    several times as much in dictionaries. `rows` of the keys are units.
    """

    def __init__(self, keys: Keys) -> None:
        self._settle(keys)

    def _settle(self, keys: Keys) -> None:
        by_key, by_unit = (np.argsort(x, kind="stable") for x in (keys.keys, keys.rows))
        self._keys, self._units = keys.keys[by_key], keys.rows[by_key]
        self._own, self._owners = keys.keys[by_unit], keys.rows[by_unit]
        self._beside: dict[int, list[int]] = defaultdict(list)
        self._own_beside: dict[int, list[int]] = {}
        self._count = 0

    def add(self, unit: int, keys: Sequence[int]) -> None:
        """A new unit with all its keys, each as often as it has it."""
        self._own_beside[unit] = list(keys)
        for key in keys:
            self._beside[key].append(unit)
        self._count += len(keys)
        if self._count > max(_LEAST, len(self._keys) // 4):
            self._settle(self._everything())

    def _everything(self) -> Keys:
        more = [(key, unit) for unit, keys in self._own_beside.items() for key in keys]
        keys = np.array([key for key, _ in more], dtype=np.uint64)
        units = np.array([unit for _, unit in more], dtype=np.int64)
        return Keys(np.concatenate([self._keys, keys]), np.concatenate([self._units, units]))

    def of(self, unit: int) -> list[int]:
        """The keys of a unit."""
        if unit in self._own_beside:
            return self._own_beside[unit]
        ends = np.searchsorted(self._owners, [unit, unit + 1])
        own: list[int] = self._own[ends[0] : ends[1]].tolist()
        return own

    def among(self, asked: Iterable[int]) -> Keys:
        """Some keys with all their units, but for those that one unit has or too many."""
        keys = np.array(sorted(asked), dtype=np.uint64)
        beside = [self._beside.get(key, ()) for key in keys.tolist()]
        first, end = (np.searchsorted(self._keys, keys, side) for side in ("left", "right"))
        sizes = end - first + np.array([len(b) for b in beside], dtype=np.int64)
        kept = np.flatnonzero((sizes > 1) & (sizes <= COMMON))
        places = _ranges(first[kept], end[kept])
        more = [(key, u) for at in kept.tolist() for key in (keys[at],) for u in beside[at]]
        return Keys(
            np.concatenate([self._keys[places], np.array([k for k, _ in more], dtype=np.uint64)]),
            np.concatenate([self._units[places], np.array([u for _, u in more], dtype=np.int64)]),
        )


def _ranges(first: Rows, end: Rows) -> Rows:
    """All places from each first to before its end."""
    sizes = end - first
    within = np.arange(sizes.sum()) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    places: Rows = np.repeat(first, sizes) + within
    return places


def packed(one: Rows, other: Rows) -> U64:
    """Two units as one number, whichever comes first."""
    low, high = np.minimum(one, other), np.maximum(one, other)
    return (low.astype(np.uint64) << np.uint64(32)) | high.astype(np.uint64)
