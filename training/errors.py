"""Which attributions were missed and which are false, by kind, and a sample of both to read.

    python -m training.errors POLNEAR/dev PREDICTIONS.jsonl [--sample 60] [--seed 1]

Kinds are told by what stands where the attribution should have its like.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from training.data import Article, Gold, articles
from training.tune import chars, shares_half


@dataclass(frozen=True, slots=True)
class Error:
    """One missed or false attribution, why, and the words around it."""

    side: str
    kind: str
    shown: str


def agrees(one: Gold, other: Gold) -> bool:
    content = shares_half(chars(one.content), chars(other.content))
    return content and (not one.source or shares_half(chars(one.source), chars(other.source)))


def kind_of(one: Gold, others: Sequence[Gold]) -> str:
    """What stands where `one` should have its like."""
    same = [o for o in others if chars(o.cue) & chars(one.cue)]
    if not same:
        covered = any(shares_half(chars(one.content), chars(o.content)) for o in others)
        return "cue elsewhere, content found" if covered else "cue not found"
    content = any(shares_half(chars(one.content), chars(o.content)) for o in same)
    return "wrong source" if content else "wrong content"


def errors(article: Article, found: Sequence[Gold]) -> Iterator[Error]:
    """The errors of one article."""
    for one in article.gold:
        if not any(agrees(one, f) for f in found):
            yield Error("missed", kind_of(one, found), show(article.text, one))
    for one in found:
        if not any(agrees(g, one) for g in article.gold):
            yield Error("false", kind_of(one, article.gold), show(article.text, one))


def show(text: str, one: Gold) -> str:
    """The three roles, and the line they stand in."""
    roles = (" … ".join(text[a:b] for a, b in r) for r in (one.source, one.cue, one.content))
    start = max(0, one.cue[0][0] - 90)
    around = text[start : one.cue[-1][1] + 90].replace("\n", "¶")
    return "[{}] <{}> {{{}}}".format(*roles).replace("\n", "¶")[:330] + f"\n      | {around}"


def predictions(path: Path) -> dict[str, list[Gold]]:
    """The attributions of each article."""
    lines = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())
    return {
        d["id"]: [
            Gold(*(tuple((s, e) for s, e in a[r]) for r in ("source", "cue", "content")))
            for a in d["attributions"]
        ]
        for d in lines
    }


def main() -> None:
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("folder", type=Path)
    p.add_argument("predictions", type=Path)
    p.add_argument("--sample", type=int, default=60)
    p.add_argument("--seed", type=int, default=1)
    args = p.parse_args()
    found = predictions(args.predictions)
    all_ = [e for a in articles(args.folder) for e in errors(a, found.get(a.name, []))]
    chance = random.Random(args.seed)  # noqa: S311
    for side in ("missed", "false"):
        mine = [e for e in all_ if e.side == side]
        print(side, len(mine), Counter(e.kind for e in mine).most_common())
        for e in chance.sample(mine, min(args.sample, len(mine))):
            print(f"  ({e.kind}) {e.shown}")


if __name__ == "__main__":
    main()
