"""How branches do on GAP validation, their answers averaged, with only the two names as mentions.

python -m training.people.evaluate DATA READER CHECKPOINT.pt ...
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import torch

from benchmarks.gap import Answer, Snippet, f1, snippets
from firsthand.reading.model.decode import Floats
from training.people import teach
from training.people.branch import Branch, load
from training.people.reading import Reading
from training.people.snippets import PRONOUN, occurrences


def answered(snippet: Snippet, branches: Sequence[Branch], reading: Reading) -> Answer:
    return judged(snippet, teach.answer(branches, *reading.snippet(snippet)))


def judged(snippet: Snippet, shares: Floats) -> Answer:
    """The likeliest of the first name, the second and nobody; a name's places count together."""
    whose = [who for who, _ in occurrences(snippet) if who != PRONOUN]
    names = [sum(s for w, s in zip(whose, shares[:-1], strict=True) if w == who) for who in (0, 1)]
    best = max(range(3), key=[*names, shares[-1]].__getitem__)
    return Answer(snippet, (best == 0, best == 1))


def main() -> None:
    torch.set_num_threads(1)
    folder, reader, *checkpoints = (Path(p) for p in sys.argv[1:])
    loaded = [load(c) for c in checkpoints]
    options = loaded[0][1]
    reading = Reading.of(reader, options["fork"], options["limit"])
    branches, path = [b for b, _ in loaded], folder / "gap" / "gap-validation.tsv"
    answers = [answered(s, branches, reading) for s in snippets(path)]
    his, her = f1(answers, she=False), f1(answers, she=True)
    print(f"GAP validation F1 {f1(answers):.3f} masculine {his:.3f} feminine {her:.3f}")


if __name__ == "__main__":
    main()
