"""How well one mention may stand for another: the pair head of the network, in plain numpy.

The score is a small network's on what the words say of themselves (the branch's answer) and on
how the two stand to each other (`features`), as in mention-ranking coreference (Lee et al., 2017,
without its span search: mentions are found by name, noun and pronoun).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files

import numpy as np

from firsthand.reading.model.decode import Floats, Ints
from firsthand.reading.model.network import LATEST
from firsthand.sources.features import Seen, pair_rows

NAME_TAGS = 7  # none, then begins and goes on: person, organisation, place
NOUN_TAGS = 3  # none, person, organisation
WIDE = 64


@dataclass(frozen=True, slots=True)
class Pairs:
    """The pair head's weights."""

    table: Floats
    mix: Floats
    mix_bias: Floats
    score: Floats
    score_bias: Floats
    alone: Floats
    alone_bias: Floats

    def scores(self, said: Floats, seen: Seen, of: int, others: Ints) -> tuple[Floats, float]:
        """The logits that `of` stands for each of `others`, and that it stands for none.

        `said` has a row a mention: what the branch says of its words, tags left out.
        """
        p, u = said[of, :WIDE], said[of, 2 * WIDE : 3 * WIDE]
        a, v = said[others, WIDE : 2 * WIDE], said[others, 3 * WIDE :]
        rows = self.table[pair_rows(seen, of, others)].sum(axis=1)
        hidden = np.maximum((a * p) @ self.mix + self.mix_bias + u + v + rows, 0)
        none = float(np.maximum(u, 0) @ self.alone + self.alone_bias[0])
        found: Floats = hidden @ self.score + self.score_bias[0]
        return found, none


@cache
def load(name: str = LATEST) -> Pairs:
    """The pair head of the network of this name, loaded once a process."""
    with (
        as_file(files("firsthand").joinpath("weights", name)) as folder,
        np.load(folder / "people.npz") as kept,
    ):
        return Pairs(**{n: kept[n].astype(np.float32) for n in kept.files})
