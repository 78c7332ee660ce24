"""Train the reader on PolNeAR; the checkpoint with averaged weights is what gets exported.

python -m training.train POLNEAR/train BASE_FOLDER OUT.pt [--passes 6] [--seed 1] ...
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import torch
import torch.nn.functional as F  # noqa: N812
from torch import Tensor

from firsthand.reading.model.windows import Words, windows_of
from training import data
from training.batches import Batch, batch_of, batches_of, chosen_cues, masked, role_inputs
from training.data import Article, Example
from training.model import Network, Sizes, load_base


def loss_of(
    network: Network, batch: Batch, chance: random.Random
) -> tuple[Tensor, dict[str, float]]:
    """The loss, summed over its parts per cue; and the parts."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        answer = network.encode(batch.ids, batch.kinds, batch.real)
    answer = answer.float().flatten(0, 1)
    own = answer[batch.rows]
    count = max(8, sum(len(e.cues) for e in batch.examples))
    cue = F.cross_entropy(own[:, :3], batch.cue_tags, reduction="sum") / count
    aux = F.binary_cross_entropy_with_logits(own[:, 3:5], batch.parts, reduction="sum") / count
    chosen = chosen_cues(batch, own[:, :3].detach(), chance)
    role = torch.zeros(())
    if chosen:
        *read, real, labels = role_inputs(batch, chosen, answer[:, 5:])
        logits = network.roles(*read, real)
        each = F.cross_entropy(logits.transpose(1, 2), labels, reduction="none") * real
        role = each.sum() / count
    total = (cue + 0.3 * role + 0.1 * aux) / 10
    return total, {"cue": cue.item(), "role": role.item(), "aux": aux.item()}


def examples_of(
    known: Sequence[tuple[Article, list[Words]]], limits: tuple[int, int], chance: random.Random
) -> Iterator[Example]:
    """One pass over the articles, cut anew, with another style of quotation marks now and then."""
    for article, variants in known:
        words = variants[0] if chance.random() < 0.8 else chance.choice(variants)
        cues = data.labelled(article, words)
        for window in windows_of(words, chance.randint(*limits)):
            yield data.example(words, window, cues)


def groups(network: Network, rate: float, head_rate: float, decay: float) -> list[dict]:
    """Parameters with their rates: lower layers learn more slowly, word embeddings not at all."""
    network.word.weight.requires_grad_(False)
    heads = [network.project, network.distance, network.mixing, network.label]
    found = [{"params": [p for h in heads for p in h.parameters()], "lr": head_rate}]
    for depth, layer in enumerate(reversed(network.layers)):
        found.append({"params": list(layer.parameters()), "lr": rate * decay**depth})
    low = [network.position, network.kind, network.norm]
    lowest = rate * decay ** len(network.layers)
    return [*found, {"params": [p for h in low for p in h.parameters()], "lr": lowest}]


def scheduled(step: int, steps: int) -> float:
    """The share of the full rate: up over the first 8 %, then down to 2 % in a straight line."""
    share = step / steps
    return min(share / 0.08 + 0.01, 1.0, 0.02 + 0.98 * (1 - share) / 0.92)


def articles_for(args: argparse.Namespace) -> list[tuple[Article, list[Words]]]:
    """What to train on: each article read in three styles of quotation marks."""
    fit, held = data.split(data.articles(args.folder))
    fit += held if args.all else []
    if args.second:
        mine = {a.name for a in fit}
        fit += [a for n in (1, 2) for a in data.articles(args.folder, n) if a.name in mine]
    return [
        (a, [data.read_words(v, args.base) for v in (a, data.straight(a), data.curly(a))])
        for a in fit[: args.few]
    ]


def network_for(args: argparse.Namespace) -> Network:
    """MiniLM with fresh heads, or the network to go on from."""
    network = Network(Sizes(layers=args.layers, role=args.role), args.drop)
    load_base(network, args.base)
    if args.begin:
        network.load_state_dict(torch.load(args.begin, weights_only=False)["weights"])
    return network


class Run:
    """One training run: the network, its optimiser, and the running mean of its weights."""

    def __init__(self, args: argparse.Namespace, steps: int) -> None:
        self.args, self.steps, self.step, self.ids = args, steps, 0, 0
        self.network = network_for(args)
        rates = groups(self.network, args.rate, args.head_rate, args.decay)
        self.optimiser = torch.optim.AdamW(rates, weight_decay=0.01, fused=True)
        schedule = torch.optim.lr_scheduler.LambdaLR
        self.schedule = schedule(self.optimiser, lambda s: scheduled(s, steps))
        mean = torch.optim.swa_utils.get_ema_multi_avg_fn(0.988)
        self.mean = torch.optim.swa_utils.AveragedModel(self.network, multi_avg_fn=mean)
        self.begun, self.parts = time.time(), dict[str, float]()

    def learn(self, examples: list[Example], chance: random.Random) -> None:
        """One step."""
        batch = masked(batch_of(examples), self.args.mask)
        loss, now = loss_of(self.network, batch, chance)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.optimiser.step()
        self.optimiser.zero_grad()
        self.schedule.step()
        if self.step % 4 == 0:
            self.mean.update_parameters(self.network)
        self.step, self.ids = self.step + 1, self.ids + int(batch.real.sum())
        self.parts = {k: 0.97 * self.parts.get(k, v) + 0.03 * v for k, v in now.items()}

    def show(self) -> None:
        shown = " ".join(f"{k} {v:.3f}" for k, v in self.parts.items())
        spent = time.time() - self.begun
        speed = f"{self.ids / spent:.0f} ids/s"
        print(f"{self.step}/{self.steps} {spent:.0f}s {speed} {shown}", flush=True)

    def save(self) -> None:
        """The averaged weights."""
        whole = {"weights": self.mean.module.state_dict(), "sizes": self.network.sizes}
        torch.save(whole, self.args.out)


def train(args: argparse.Namespace) -> None:
    """The whole run."""
    torch.set_num_threads(1)
    torch.manual_seed(args.seed)
    chance = random.Random(args.seed)  # noqa: S311
    known = articles_for(args)

    def one_pass() -> list[list[Example]]:
        return batches_of(list(examples_of(known, args.limits, chance)), args.batch, chance)

    run = Run(args, int(len(one_pass()) * args.passes))
    print(vars(args), len(known), "articles", run.steps, "steps", flush=True)
    while run.step < run.steps:
        for examples in one_pass()[: run.steps - run.step]:
            run.learn(examples, chance)
            if run.step % 20 == 0:
                run.show()
        run.save()
    print(f"done {time.time() - run.begun:.0f}s", flush=True)


def arguments() -> argparse.Namespace:
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("folder", type=Path)
    p.add_argument("base", type=Path)
    p.add_argument("out", type=Path)
    p.add_argument("--passes", type=float, default=6)
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--batch", type=int, default=2048, help="word pieces a batch")
    p.add_argument("--limits", type=int, nargs=2, default=(112, 192), help="window sizes")
    p.add_argument("--rate", type=float, default=2e-4)
    p.add_argument("--head-rate", type=float, default=1e-3)
    p.add_argument("--decay", type=float, default=0.9, help="of the rate, a layer down")
    p.add_argument("--drop", type=float, default=0.1)
    p.add_argument("--mask", type=float, default=0.0, help="share of word pieces hidden")
    p.add_argument("--begin", type=Path, help="weights to go on from")
    p.add_argument("--layers", type=int, default=6)
    p.add_argument("--role", type=int, default=96)
    p.add_argument("--few", type=int, default=None, help="only so many articles, to try out")
    p.add_argument("--all", action="store_true", help="the held-out articles too")
    p.add_argument("--second", action="store_true", help="other annotators' versions too")
    return p.parse_args()


if __name__ == "__main__":
    train(arguments())
