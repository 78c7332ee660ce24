"""Average checkpoints of the branch that come from the same beginning, as `training.average` does.

python -m training.people.average OUT.pt ONE.pt OTHER.pt ...
"""

from __future__ import annotations

import sys
from pathlib import Path

import torch


def average(paths: list[Path]) -> dict[str, object]:
    """One checkpoint with the mean of all weights, and the first one's options."""
    saved = [torch.load(p, weights_only=False) for p in paths]
    first = saved[0]["branch"]
    mean = {k: sum(s["branch"][k] for s in saved) / len(saved) for k in first}
    return {"branch": mean, "args": saved[0]["args"]}


if __name__ == "__main__":
    torch.save(average([Path(p) for p in sys.argv[2:]]), sys.argv[1])
