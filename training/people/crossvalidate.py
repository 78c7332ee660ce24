"""Speakers in GUM by cross-validation: each document judged by a branch that never saw it.

python -m training.people.crossvalidate DATA READER FOLD0.pt FOLD1.pt ... (made by `train --fold`)

Prints a row for each kind of source, with the nearest name before the verb as baseline, and an
interval of 95 % by bootstrap over documents.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch

from benchmarks import gum, speakers
from benchmarks.bootstrap import interval
from benchmarks.speakers import Verdict
from firsthand.reading.model.network import load as load_reader
from firsthand.reading.model.sight import Sight
from firsthand.reading.model.windows import windows_of, words_of
from firsthand.reading.page import Page
from firsthand.sources.pairs import Pairs
from training.people.branch import Branch, load
from training.people.data import Cut
from training.people.export import heads_of
from training.people.shared import Shared, words_out


def sight_of(page: Page, branch: Branch, shared: Shared) -> Sight:
    """What this branch sees of a page, cut into words and windows as at run time."""
    network = load_reader()
    quoted = sorted((s.start, s.end) for q in page.quotations for s in q.spans)
    places = [(b.span.start, b.span.end) for b in page.blocks]
    words = words_of(page.text, places, quoted, network.tokenizer)
    cut = Cut(page.text, words, tuple(windows_of(words, network.tuning.limit)))
    with torch.inference_mode():
        said = words_out(branch, [shared.states(cut)])[0]
    return Sight(words, said.numpy())


def judged(folder: Path, reader: Path, checkpoints: Sequence[Path]) -> Iterator[Verdict]:
    """The verdicts on all documents, each from the fold that left it out."""
    loaded = [load(c) for c in checkpoints]
    shared = Shared.of(reader, loaded[0][1]["fork"])
    for number, document in enumerate(gum.documents(folder / "gum")):
        fold = number % len(loaded)
        branch, options = loaded[fold]
        if options["fold"] not in (-1, fold):
            raise SystemExit(f"{document.name} was trained on")
        page = speakers.page_for(document)
        sight, pairs = sight_of(page, branch, shared), Pairs(**heads_of(branch))
        yield from speakers.verdicts(document, page, sight, pairs)


def by_document(verdicts: Sequence[Verdict]) -> list[list[bool]]:
    """Which verdicts are right, a list a document."""
    by = dict[str, list[bool]]()
    for v in verdicts:
        by.setdefault(v.document, []).append(v.right)
    return list(by.values())


def show(name: str, verdicts: Sequence[Verdict]) -> None:
    if not verdicts:
        return
    right, base = (np.mean([getattr(v, a) for v in verdicts]) for a in ("right", "baseline"))
    low, high = interval(by_document(verdicts), lambda drawn: sum(drawn) / len(drawn))
    found = f"{right:.3f} ({low:.3f} to {high:.3f})"
    print(f"{name:28} {found}  nearest name {base:.3f}  {len(verdicts)}")


def main() -> None:
    torch.set_num_threads(1)
    folder, reader, *checkpoints = (Path(p) for p in sys.argv[1:])
    found = list(judged(folder, reader, checkpoints))
    show("all", found)
    show("third person and names", [v for v in found if speakers.is_third(v.case)])
    for form in ("name", "noun", "he", "she", "they", "i", "you"):
        show(form, [v for v in found if v.case.form == form])
    for genre in ("news", "interview", "speech", "court"):
        show(genre, [v for v in found if f"_{genre}_" in v.document])


if __name__ == "__main__":
    main()
