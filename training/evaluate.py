"""Read articles with trained weights, and write predictions for the scorer.

python -m training.evaluate POLNEAR/dev ARTEFACT_OR_CHECKPOINT BASE_FOLDER OUT.jsonl
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch

from firsthand.reading.model.decode import Floats, Heads, Ints, Reading, Tuning, readings
from firsthand.reading.model.places import Place, tidy, whole_quotations
from firsthand.reading.model.windows import Window, Words, inputs_of, windows_of
from firsthand.reading.quotes import quotations
from firsthand.text import Span
from training import data
from training.artefact import load_artefact
from training.forms import forms
from training.model import Network

FORM_SCORE = 0.9  # set by hand
Answer = Callable[[Ints, Ints, Ints], Floats]


@dataclass(frozen=True, slots=True)
class Seen:
    """An article and what the network says of the words of each of its windows."""

    article: data.Article
    words: Words
    windows: list[tuple[Window, Floats]]


@dataclass(frozen=True, slots=True)
class Found:
    """One attribution as places of characters."""

    source: list[Place]
    cue: list[Place]
    content: list[Place]
    score: float
    evidence: Floats


def load(path: Path) -> Network:
    """The network of a checkpoint."""
    saved = torch.load(path, weights_only=False)
    network = Network(saved["sizes"])
    network.load_state_dict(saved["weights"])
    return network.eval()


def torch_answer(network: Network) -> Answer:
    """The network as a function of one window, in fp32."""

    def answer(ids: Ints, kinds: Ints, places: Ints) -> Floats:
        with torch.inference_mode():
            i, k = torch.from_numpy(ids)[None], torch.from_numpy(kinds)[None]
            said: Floats = network.encode(i, k, torch.ones_like(i))[0].numpy()[places]
            return said

    return answer


def see(article: data.Article, base: Path, answer: Answer, limit: int) -> Seen:
    """What the network says of an article."""
    words = data.read_words(article, base)
    windows = [(w, answer(*inputs_of(words, w))) for w in windows_of(words, limit)]
    return Seen(article, words, windows)


def found_in(seen: Seen, heads: Heads, tuning: Tuning) -> list[Found]:
    """The attributions of an article, all stages of decoding."""
    blocks = [Span(*b) for b in seen.article.blocks]
    quoted = [[(s.start, s.end) for s in q.spans] for q in quotations(seen.article.text, blocks)]
    made = (_found(seen, w, r, quoted, tuning) for w, r in _readings(seen, heads, tuning))
    found = [f for f in made if f.content and f.score >= tuning.threshold]
    return [*found, *(f for f in _by_form(seen.article) if not _has(found, f))]


def _by_form(article: data.Article) -> Iterator[Found]:
    for form in forms(article.text, article.blocks):
        content = tidy(article.text, [form.content])
        yield Found([form.source], [form.cue], content, FORM_SCORE, np.zeros(0, np.float32))


def _has(found: Sequence[Found], form: Found) -> bool:
    """Whether the network gave the form's source or cue a role already."""
    taken = [p for f in found for p in (*f.source, *f.cue)]
    return any(a < d and c < b for a, b in taken for c, d in (*form.source, *form.cue))


def _readings(seen: Seen, heads: Heads, tuning: Tuning) -> Iterator[tuple[Window, Reading]]:
    for window, answer in seen.windows:
        own = (window.own_low - window.low, window.own_high - window.low)
        block = seen.words.block[window.low : window.high]
        yield from ((window, r) for r in readings(heads, tuning, answer, block, own))


def _found(
    seen: Seen, window: Window, reading: Reading, quoted: Sequence[Sequence[Place]], tuning: Tuning
) -> Found:
    def place(run: tuple[int, int]) -> Place:
        low, high = run[0] + window.low, run[1] + window.low
        return int(seen.words.start[low]), int(seen.words.end[high - 1])

    text = seen.article.text
    cue = [place(reading.cue)]
    source = [place(reading.source)] if reading.source else []
    content = whole_quotations(text, [place(c) for c in reading.content], [*cue, *source], quoted)
    score = 1 / (1 + np.exp(-np.dot(reading.evidence, tuning.weights)))
    return Found(source, cue, tidy(text, content), float(score), reading.evidence)


def main() -> None:
    """Predictions for a folder of articles."""
    p = argparse.ArgumentParser(description=__doc__)
    for name in ("folder", "weights", "base", "out"):
        p.add_argument(name, type=Path)
    args = p.parse_args()
    torch.set_num_threads(1)
    answer, heads, tuning = load_artefact(args.weights)
    with args.out.open("w", encoding="utf-8") as out:
        for article in data.articles(args.folder):
            found = found_in(see(article, args.base, answer, tuning.limit), heads, tuning)
            roles = [{"source": f.source, "cue": f.cue, "content": f.content} for f in found]
            out.write(json.dumps({"id": article.name, "attributions": roles}) + "\n")


if __name__ == "__main__":
    main()
