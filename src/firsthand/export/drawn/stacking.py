"""Cards under each other, each as near as can be to the height at which it would like to stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(slots=True)
class _Block:
    """Cards that touch: how many, where their sum of wishes puts the first, and their length."""

    count: int
    wish: float
    length: float


def stacked(wishes: Sequence[float], heights: Sequence[float], gap: float) -> list[float]:
    """The top of each card: least squares from the wished tops, in order, none overlapping.

    Blocks that would overlap are merged (pool adjacent violators; Ayer et al., 1955).
    """
    blocks = list[_Block]()
    for wish, height in zip(wishes, heights, strict=True):
        blocks.append(_Block(1, wish, height + gap))
        while len(blocks) > 1 and blocks[-2].wish + blocks[-2].length > blocks[-1].wish:
            last = blocks.pop()
            blocks[-1] = _merged(blocks[-1], last)
    return _tops(blocks, heights, gap)


def _merged(one: _Block, other: _Block) -> _Block:
    count = one.count + other.count
    wish = (one.wish * one.count + (other.wish - one.length) * other.count) / count
    return _Block(count, wish, one.length + other.length)


def _tops(blocks: Sequence[_Block], heights: Sequence[float], gap: float) -> list[float]:
    tops, at = list[float](), 0
    for block in blocks:
        y = block.wish
        for height in heights[at : at + block.count]:
            tops.append(y)
            y += height + gap
        at += block.count
    return tops
