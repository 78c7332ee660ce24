"""Train the branch on GUM and GAP, on the reader's own states, which stay as they are.

python -m training.people.train DATA READER_FOLDER OUT.pt [--passes 6] [--seed 1] ...
"""

from __future__ import annotations

import argparse
import random
import time
from pathlib import Path

import numpy as np
import torch

from training.people.beginning import begin_as
from training.people.branch import Branch
from training.people.losses import label_loss, link_loss
from training.people.material import Batch, Material, material_for
from training.people.shared import words_out


def branch_for(args: argparse.Namespace) -> Branch:
    """The reader's upper layers with fresh heads, or the branch to go on from."""
    branch = Branch(args.layers, args.drop)
    begin_as(branch, args.reader, args.fork)
    if args.begin:
        branch.load_state_dict(torch.load(args.begin, weights_only=False)["branch"])
    return branch.train()


def groups(branch: Branch, rate: float, head_rate: float) -> list[dict]:
    """Parameters with their rates: heads learn faster than layers."""
    named = list(branch.named_parameters())
    body = [p for n, p in named if n.startswith("layers")]
    heads = [p for n, p in named if not n.startswith("layers")]
    return [{"params": body, "lr": rate}, {"params": heads, "lr": head_rate}]


def scheduled(step: int, steps: int) -> float:
    """The share of the full rate: up over the first 100 steps, then down to 2 %."""
    return min(1.0, step / 100) * max(0.02, 1 - step / steps)


class Run:
    """One training run: the branch and its optimiser."""

    def __init__(self, args: argparse.Namespace, material: Material) -> None:
        self.args, self.material = args, material
        self.steps = material.steps * args.passes
        self.branch, self.begun = branch_for(args), time.time()
        rates = groups(self.branch, args.rate, 3e-4 if args.begin else 1e-3)
        self.optimiser = torch.optim.AdamW(rates, weight_decay=0.01)
        schedule = torch.optim.lr_scheduler.LambdaLR
        self.schedule = schedule(self.optimiser, lambda s: scheduled(s, self.steps))

    def learn(self, batch: Batch) -> dict[str, float]:
        """One step; the parts of its loss."""
        samples, states = zip(*batch, strict=True)
        said = list(zip(samples, words_out(self.branch, states), strict=True))
        tag = torch.stack([label_loss(s, out) for s, out in said]).mean()
        taught = self.material.taught
        link = torch.stack([link_loss(self.branch, s, out, taught) for s, out in said]).mean()
        self.optimiser.zero_grad()
        (tag + link).backward()
        torch.nn.utils.clip_grad_norm_(self.branch.parameters(), 1.0)
        self.optimiser.step()
        self.schedule.step()
        is_document = len(batch) == 1
        return {"names": tag.item(), "gum": link.item()} if is_document else {"gap": link.item()}

    def learn_pass(self, number: int, chance: random.Random) -> None:
        """One pass, and a line about it."""
        parts: dict[str, list[float]] = {"names": [], "gum": [], "gap": []}
        for batch in self.material.one_pass(chance):
            for part, loss in self.learn(batch).items():
                parts[part].append(loss)
        shown = " ".join(f"{part} {np.mean(losses):.3f}" for part, losses in parts.items())
        print(f"pass {number}: {time.time() - self.begun:.0f}s {shown}", flush=True)

    def save(self) -> None:
        torch.save({"branch": self.branch.state_dict(), "args": vars(self.args)}, self.args.out)


def train(args: argparse.Namespace) -> None:
    """The whole run."""
    torch.set_num_threads(1)
    torch.manual_seed(args.seed)
    chance = random.Random(args.seed)  # noqa: S311
    run = Run(args, material_for(args))
    print(vars(args), run.steps, "steps", flush=True)
    for number in range(1, args.passes + 1):
        run.learn_pass(number, chance)
        run.save()


def arguments() -> argparse.Namespace:
    p = argparse.ArgumentParser(description=__doc__)
    for name in ("data", "reader", "out"):
        p.add_argument(name, type=Path)
    p.add_argument("--fold", type=int, default=-1, help="documents left out, for crossvalidate")
    p.add_argument("--folds", type=int, default=5)
    p.add_argument("--passes", type=int, default=6)
    p.add_argument("--rate", type=float, default=2e-4)
    p.add_argument("--fork", type=int, default=4, help="layers shared with the reader")
    p.add_argument("--layers", type=int, default=2, help="layers of its own")
    p.add_argument("--limit", type=int, default=128, help="window size")
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--drop", type=float, default=0.1)
    p.add_argument("--silver", type=Path, help="snippets made by training.people.silver")
    p.add_argument("--most", type=int, default=2500, help="silver snippets a pass")
    p.add_argument("--unlabelled", type=Path, help="snippets that the teachers answer")
    p.add_argument("--teachers", type=Path, nargs="*", default=[], help="checkpoints")
    p.add_argument("--hide", type=float, default=0.0, help="share of snippets' pieces hidden")
    p.add_argument("--begin", type=Path, help="a checkpoint to go on from")
    p.add_argument("--names", type=float, default=0.5, help="share of snippets with other names")
    found = p.parse_args()
    if found.unlabelled and not found.teachers:
        p.error("--unlabelled needs --teachers")
    return found


if __name__ == "__main__":
    train(arguments())
