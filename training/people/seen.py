"""What a sample's mentions show by their places: `firsthand.sources.mentions` for training."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import replace

import numpy as np
from torch import Tensor

from firsthand.sources.features import N_RELATIONS, Seen, case_of, is_led
from firsthand.text import Span, sentences
from training.people.data import Cut, Mention, Sample, blocks_of

_QUOTED = 3  # kinds of word pieces from which they stand between quotation marks
_OWNS = re.compile(r"['’]s?\b")


def seen_of(sample: Sample, said: Tensor) -> Seen:
    """The mentions' places, with the grammar that the branch itself sees now."""
    heads = [m.head for m in sample.mentions]
    relation = said[heads, -N_RELATIONS:].argmax(-1).detach().numpy()
    return replace(sample.seen, relation=relation)


def places_of(cut: Cut, mentions: Sequence[Mention]) -> Seen:
    """All but the grammar, which the branch is asked for at every step."""
    sentence, heads = _sentences(cut, mentions), [cut.word(m.head) for m in mentions]
    quoted = cut.words.kinds[cut.words.first] >= _QUOTED
    columns = (
        [m.head for m in mentions],
        sentence,
        _times(sentence),
        [int(m.form) for m in mentions],
        [case_of(word) for word in heads],
        [int(quoted[m.first]) for m in mentions],
        [int(m.first > 0 and is_led(cut.word(m.first - 1))) for m in mentions],
        [_owns(cut, m) for m in mentions],
        _times(heads),
        [0] * len(mentions),
    )
    return Seen(*(np.array(column, dtype=np.int64) for column in columns))


def _sentences(cut: Cut, mentions: Sequence[Mention]) -> list[int]:
    """The number of each mention's sentence."""
    blocks = [Span(a, b) for a, b in blocks_of(cut.text)]
    starts = [s.start for block in blocks for s in sentences(cut.text, block)]
    return [bisect_right(starts, int(cut.words.start[m.first])) for m in mentions]


def _times(values: Sequence[Hashable]) -> list[int]:
    """How often each value came before."""
    counts, times = Counter[Hashable](), []
    for value in values:
        times.append(counts[value])
        counts[value] += 1
    return times


def _owns(cut: Cut, mention: Mention) -> int:
    """Whether "'s" follows."""
    end = int(cut.words.end[mention.last - 1])
    return int(bool(_OWNS.match(cut.text[end : end + 3])))
