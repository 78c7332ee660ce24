"""The branch: two layers of its own on the reader's fourth, tags of names, and a pair score."""

from __future__ import annotations

from pathlib import Path

import torch
import torch.nn.functional as F  # noqa: N812
from torch import Tensor, nn

from firsthand.sources.features import N_RELATIONS, ROWS
from firsthand.sources.pairs import NAME_TAGS, NOUN_TAGS, WIDE
from training.model import Layer, Sizes, dropped

_TAGS = NAME_TAGS + NOUN_TAGS


class Branch(nn.Module):
    """From the shared layers' states to what each word says of people."""

    def __init__(self, layers: int = 2, drop: float = 0.1) -> None:
        super().__init__()
        sizes, self.drop = Sizes(), drop
        self.layers = nn.ModuleList(Layer(sizes) for _ in range(layers))
        self.project = nn.Linear(sizes.width, _TAGS + 4 * WIDE + N_RELATIONS)
        self.table = nn.Embedding(ROWS, WIDE)
        nn.init.normal_(self.table.weight, std=0.05)
        self.mix = nn.Linear(WIDE, WIDE)
        self.score = nn.Linear(WIDE, 1)
        self.alone = nn.Linear(WIDE, 1)

    def forward(self, x: Tensor, real: Tensor) -> Tensor:
        mask = (1.0 - real[:, None, None, :].float()) * -1e4
        for layer in self.layers:
            x = layer(x, mask, self.drop)
        return self.project(dropped(x, self.drop if self.training else 0.0))

    def pairs(self, of: Tensor, others: Tensor, rows: Tensor) -> tuple[Tensor, Tensor]:
        """The logits that a mention (k) stands for each of the others (n, k), and for none (1).

        `rows` (n, features) are those of the table; `firsthand.sources.pairs` in numpy.
        """
        p, _, u, _ = of[_TAGS:-N_RELATIONS].split(WIDE, -1)
        _, a, _, v = others[:, _TAGS:-N_RELATIONS].split(WIDE, -1)
        hidden = self.mix(p * a) + u + v + self.table(rows).sum(-2)
        hidden = F.dropout(F.relu(hidden), self.drop, self.training)
        return self.score(hidden).squeeze(-1), self.alone(F.relu(u))


def load(path: Path) -> tuple[Branch, dict]:
    """A checkpoint's branch, ready to answer, and the options that it was trained with."""
    kept = torch.load(path, weights_only=False)
    branch = Branch(kept["args"]["layers"])
    branch.load_state_dict(kept["branch"])
    return branch.eval(), kept["args"]
