"""What a run is trained on: GUM, snippets with ever new names, and teachers' answers."""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks import gap
from benchmarks.gap import Snippet
from firsthand.reading.model.decode import Floats
from training.people import teach
from training.people.branch import load
from training.people.reading import Hiding, Reading, Ready
from training.people.renaming import pool_of, renamed

_SIZE = 12  # snippets a batch; a document is a batch of its own
_AGAIN = 3  # times that a document comes in a pass
Batch = list[Ready]


@dataclass(frozen=True, slots=True)
class Renaming:
    """Gives a share of the snippets other names."""

    share: float
    pool: Sequence[str]

    def drawn(self, snippet: Snippet, chance: random.Random) -> Snippet:
        return renamed(snippet, self.pool, chance) if chance.random() < self.share else snippet


@dataclass(frozen=True, slots=True)
class Material:
    """Documents and snippets, all of them in every pass; of the `made` ones only so many."""

    reading: Reading
    documents: list[Ready]
    snippets: list[Snippet]
    made: list[Snippet]
    most: int
    renaming: Renaming
    hiding: Hiding
    taught: Mapping[str, Floats]

    @property
    def steps(self) -> int:
        """Batches a pass."""
        snippets = len(self.snippets) + min(self.most, len(self.made))
        return (snippets + _SIZE - 1) // _SIZE + len(self.documents) * _AGAIN

    def one_pass(self, chance: random.Random) -> list[Batch]:
        """All batches of a pass, in an order drawn by lot."""
        some = chance.sample(self.made, min(self.most, len(self.made)))
        drawn = (self.renaming.drawn(s, chance) for s in [*self.snippets, *some])
        ready = [self.reading.snippet(s, self.hiding) for s in drawn]
        chance.shuffle(ready)
        batches = [ready[i : i + _SIZE] for i in range(0, len(ready), _SIZE)]
        batches += [[d] for d in self.documents * _AGAIN]
        chance.shuffle(batches)
        return batches


def material_for(args: argparse.Namespace) -> Material:
    """What the options ask for."""
    reading = Reading.of(args.reader, args.fork, args.limit)
    documents = reading.documents(args.data / "gum")
    fit = [d for n, d in enumerate(documents) if args.fold < 0 or n % args.folds != args.fold]
    ready = [reading.ready(d) for d in fit]
    snippets = list(gap.snippets(args.data / "gap" / "gap-development.tsv"))
    made = list(gap.snippets(args.silver)) if args.silver else []
    asked = list(gap.snippets(args.unlabelled)) if args.unlabelled else []
    taught = taught_by(args.teachers, reading, [*snippets, *made, *asked])
    snippets += asked
    renaming = Renaming(args.names, pool_of(snippets))
    hiding = Hiding(args.hide, np.random.RandomState(args.seed))
    return Material(reading, ready, snippets, made, args.most, renaming, hiding, taught)


def taught_by(
    checkpoints: Sequence[Path], reading: Reading, snippets: Iterable[Snippet]
) -> dict[str, Floats]:
    """The teachers' answers by name of snippet; its names may change, not their places."""
    teachers = [load(path)[0] for path in checkpoints]
    if not teachers:
        return {}
    answers = {s.name: teach.answer(teachers, *reading.snippet(s)) for s in snippets}
    print(len(answers), "snippets answered", flush=True)
    return answers
