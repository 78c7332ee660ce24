"""Average checkpoints that come from the same beginning ("model soup").

    python -m training.average OUT.pt ONE.pt OTHER.pt ...

Checkpoints trained on from the same weights lie in one basin: their mean is better than each.
"""

from __future__ import annotations

import sys
from pathlib import Path

import torch


def average(paths: list[Path]) -> dict[str, object]:
    """One checkpoint with the mean of all weights."""
    saved = [torch.load(p, weights_only=False) for p in paths]
    first = saved[0]["weights"]
    mean = {k: sum(s["weights"][k] for s in saved) / len(saved) for k in first}
    return {"weights": mean, "sizes": saved[0]["sizes"]}


if __name__ == "__main__":
    torch.save(average([Path(p) for p in sys.argv[2:]]), sys.argv[1])
