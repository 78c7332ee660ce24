"""How a text becomes the model's input: blocks to word pieces, word pieces to windows.

Training cuts its articles with this file too. A block is a line or
paragraph (a span of characters). Every block is cut into word pieces on its own; whole blocks are
packed into windows of at most `limit` ids, `[CLS] block [SEP] block [SEP]`. A block that ends with
a colon stays with the next, which it announces. What is longer than a window is read in overlapping
parts, and each word belongs to the part in which it stands most central.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

CLS, SEP, COLON = 101, 102, 1024
CASES = 3  # small or none, Capital, ALL CAPITALS; three more for the same between quotation marks

Ints = NDArray[np.int64]
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Words:
    """A text's words (the tokenizer's: a run of letters and digits, or one other character).

    `ids` and `kinds` are those of all word pieces, `first` and `last` (exclusive) say which pieces
    are a word's, `start` and `end` which characters, `block` in which block it stands.
    """

    ids: Ints
    kinds: Ints
    first: Ints
    last: Ints
    start: Ints
    end: Ints
    block: Ints

    def __len__(self) -> int:
        return len(self.first)


@dataclass(frozen=True, slots=True)
class Window:
    """The words from `low` to `high`; cues that begin from `own_low` to `own_high` are its own."""

    low: int
    high: int
    own_low: int
    own_high: int


def words_of(
    text: str, blocks: Sequence[Place], quoted: Sequence[Place], tokenizer: Tokenizer
) -> Words:
    """The words of all blocks; `quoted` are the places between quotation marks, marks included."""
    inside = np.zeros(len(text) + 1, dtype=bool)
    for start, end in quoted:
        inside[start:end] = True
    pieces: list[tuple[int, int, int, int]] = []  # id, start, end, block
    whole: list[bool] = []  # whether the piece begins a word
    parts = tokenizer.encode_batch([text[a:b] for a, b in blocks], add_special_tokens=False)
    for block, ((at, _), part) in enumerate(zip(blocks, parts, strict=True)):
        pieces += [
            (i, at + s, at + e, block) for i, (s, e) in zip(part.ids, part.offsets, strict=True)
        ]
        whole += [not token.startswith("##") for token in part.tokens]
    if not pieces:
        none = np.zeros(0, dtype=np.int64)
        return Words(none, none, none, none, none, none, none)
    table = np.array(pieces, dtype=np.int64).reshape(-1, 4)
    case = np.array([_case(text[s:e]) for _, s, e, _ in pieces], dtype=np.int64)
    first = np.flatnonzero(np.array(whole, dtype=bool))
    last = np.append(first[1:], len(pieces))
    kinds = case + CASES * inside[table[:, 1]]
    return Words(
        table[:, 0], kinds, first, last, table[first, 1], table[last - 1, 2], table[first, 3]
    )


def _case(piece: str) -> int:
    if not piece[:1].isupper():
        return 0
    return 2 if len(piece) > 1 and piece.isupper() else 1


def windows_of(words: Words, limit: int) -> Iterator[Window]:
    """The words in windows of at most `limit` ids, cut between blocks where that can be."""
    low = 0
    for start, end in _units(words):
        if start > low and _size(words, low, end) > limit:
            yield Window(low, start, low, start)
            low = start
        if _size(words, start, end) > limit:
            yield from _parts(words, start, end, limit)
            low = end
    if low < len(words):
        yield Window(low, len(words), low, len(words))


def _units(words: Words) -> Iterator[Place]:
    """Words that stay together if they can: a block, or one that ends with a colon and the next."""
    edges = np.flatnonzero(np.diff(words.block)) + 1
    bound = (words.ids[words.last[edges - 1] - 1] == COLON).tolist()
    cuts = [e for e, keep in zip(edges.tolist(), bound, strict=True) if not keep]
    yield from zip([0, *cuts], [*cuts, len(words)], strict=True)


def _size(words: Words, low: int, high: int) -> int:
    """How many ids the window has: its pieces, one mark behind every block, one before all."""
    if low >= high:
        return 1
    blocks = len(np.unique(words.block[low:high]))
    return int(words.last[high - 1] - words.first[low]) + blocks + 1


def _parts(words: Words, low: int, high: int, limit: int) -> Iterator[Window]:
    """One long unit in parts that share half of their words with the next."""
    room = limit - _size(words, low, high) + int(words.last[high - 1] - words.first[low])
    begin, own = low, low
    while True:
        end = max(begin + 1, int(np.searchsorted(words.last, words.first[begin] + room, "right")))
        if end >= high:
            yield Window(begin, high, own, high)
            return
        following = min(max(begin + 1, (begin + end) // 2), end)
        border = (following + end) // 2
        yield Window(begin, end, own, border)
        begin, own = following, border


def inputs_of(words: Words, window: Window) -> tuple[Ints, Ints, Ints]:
    """The ids and kinds the model reads, and the place of each word's first piece in them."""
    ids, kinds, places = [CLS], [0], []
    for word in range(window.low, window.high):
        if word > window.low and words.block[word] != words.block[word - 1]:
            ids.append(SEP)
            kinds.append(0)
        places.append(len(ids))
        pieces = slice(words.first[word], words.last[word])
        ids += words.ids[pieces].tolist()
        kinds += words.kinds[pieces].tolist()
    return np.array([*ids, SEP]), np.array([*kinds, 0]), np.array(places)
