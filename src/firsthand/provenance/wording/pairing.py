"""Pairs of units worth comparing, from the keys that they share.

What makes this near-linear is that a crowded key gives few pairs: up to `FEW` units each is
paired with each; beyond, each only with the first `LEADERS` of them (the earliest reports) and the
one before it, so that copies of one wire still hang together. A key that more than `COMMON` units
have is a common turn of phrase and makes none: units are distinct, so no wire is lost by it that
hundreds carry word for word. A band counts half: two of them make a pair.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import numpy as np

from firsthand.provenance.wording.keys import BAND, Keys
from firsthand.provenance.wording.table import U64, Rows

FEW = 8
LEADERS = 2
COMMON = 64
ENOUGH = 2
_AT_ONCE = 2_000_000
"""Keys whose pairs are in memory at once."""
_HALF = np.uint64(32)


def pairs(keys: Keys) -> tuple[Rows, Rows]:
    """Pairs of rows (lower row first) that share keys enough, each once, in order.

    Rows must be numbered by rank, the earliest report lowest: the lowest lead.
    """
    found, weights = weighed(keys)
    return split(found[weights >= ENOUGH])


def weighed(keys: Keys) -> tuple[U64, Rows]:
    """All pairs of rows that share a key, packed in one number each, and how much they share."""
    order = np.lexsort((keys.rows, keys.keys))
    return _merged([_folded(*part) for part in _parts(keys, order)])


def split(packed: U64) -> tuple[Rows, Rows]:
    """The lower and the upper row of packed pairs."""
    low = (packed & np.uint64(0xFFFFFFFF)).astype(np.int64)
    return (packed >> _HALF).astype(np.int64), low


def _parts(keys: Keys, order: Rows) -> Iterator[tuple[U64, Rows]]:
    """Packed pairs with their weights, for some of the keys at a time."""
    sorted_keys, rows = keys.keys[order], keys.rows[order]
    begins = np.flatnonzero(np.concatenate([[True], sorted_keys[1:] != sorted_keys[:-1]]))
    sizes = np.diff(np.append(begins, len(rows)))
    shared = (sizes > 1) & (sizes <= COMMON)
    begins, sizes = begins[shared], sizes[shared]
    bounds = np.searchsorted(np.cumsum(sizes), np.arange(0, sizes.sum(), _AT_ONCE), "left")
    for at, until in pairwise([*bounds.tolist(), len(begins)]):
        is_band = (sorted_keys[begins[at:until]] & BAND) > 0
        yield _of_buckets(rows, begins[at:until], sizes[at:until], np.where(is_band, 1, 2))


def _of_buckets(rows: Rows, begins: Rows, sizes: Rows, weight: Rows) -> tuple[U64, Rows]:
    """Each row with the few before it, or with those that lead its bucket."""
    of = np.repeat(np.arange(len(begins)), sizes)
    at = np.arange(len(of)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    me, size, begin = rows[begins[of] + at], sizes[of], begins[of]
    packed, weights = [], []
    for back in range(1, FEW):
        near = (at >= back) & ((size <= FEW) | (back == 1))
        packed.append(_packed(rows[begin[near] + at[near] - back], me[near]))
        weights.append(weight[of[near]])
    for lead in range(LEADERS):
        far = (at > lead + 1) & (size > FEW)
        packed.append(_packed(rows[begin[far] + lead], me[far]))
        weights.append(weight[of[far]])
    return np.concatenate(packed), np.concatenate(weights)


def _packed(lower: Rows, upper: Rows) -> U64:
    return (lower.astype(np.uint64) << _HALF) | upper.astype(np.uint64)


def _folded(packed: U64, weights: Rows) -> tuple[U64, Rows]:
    """Each pair once, with the sum of its weights; no unit is paired with itself."""
    other = (packed >> _HALF) != (packed & np.uint64(0xFFFFFFFF))
    found, place = np.unique(packed[other], return_inverse=True)
    return found, np.bincount(place, weights[other], len(found)).astype(np.int64)


def _merged(parts: list[tuple[U64, Rows]]) -> tuple[U64, Rows]:
    if not parts:
        return np.empty(0, np.uint64), np.empty(0, np.int64)
    return _folded(np.concatenate([p for p, _ in parts]), np.concatenate([w for _, w in parts]))
