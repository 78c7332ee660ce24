"""The trained network as it runs: an ONNX graph, the role head, and the numbers for decoding.

A network is a versioned folder in `firsthand/weights`: `model.onnx` (int8), `heads.npz`,
`tokenizer.json`, `config.json`, `CARD.md`. Nothing is downloaded; one thread is used, since jobs
are processes.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from firsthand.reading.model.decode import Floats, Heads, Tuning
from firsthand.reading.model.runtime import onnxruntime
from firsthand.reading.model.windows import Window, Words, inputs_of

LATEST = "reader-2"


@dataclass(frozen=True, slots=True)
class Answer:
    """What the network says of each word of a window: one row a word in each array."""

    cues: Floats  # cues and roles, for `decode`
    people: Floats  # names, nouns of people, and what they may stand for, for `sources`


@dataclass(frozen=True, slots=True)
class Network:
    """A loaded network: what it takes to go from words to what is said of each."""

    name: str
    tokenizer: Tokenizer
    session: onnxruntime.InferenceSession
    heads: Heads
    tuning: Tuning

    @property
    def people(self) -> int:
        """How many numbers the branch for people gives a word."""
        return int(self.session.get_outputs()[1].shape[1])

    def answer(self, words: Words, window: Window) -> Answer:
        """The network's answer for each word of a window."""
        ids, kinds, places = inputs_of(words, window)
        given = {"ids": ids, "kinds": kinds, "places": places}
        return Answer(*self.session.run(["answer", "people"], given))


@cache
def load(name: str = LATEST) -> Network:
    """The network of this name, loaded once a process (some 0.2 s)."""
    with as_file(files("firsthand").joinpath("weights", name)) as folder:
        config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
        tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        tokenizer.no_padding()
        tokenizer.no_truncation()
        session = session_of(folder / "model.onnx")
        return Network(name, tokenizer, session, heads_in(folder / "heads.npz"), _tuning(config))


def session_of(model: Path | bytes) -> onnxruntime.InferenceSession:
    """A graph, from a file or its bytes, ready to run on one thread."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])


def _tuning(config: dict[str, dict[str, object]]) -> Tuning:
    numbers = config["decoding"]
    return Tuning(**{**numbers, "weights": tuple(numbers["weights"])})  # type: ignore[arg-type]


def heads_in(path: Path) -> Heads:
    """The role head's weights, kept in half precision, as fp32."""
    with np.load(path) as file:
        arrays = {name: file[name].astype(np.float32) for name in file.files}
    names = sorted({n.rpartition(".")[0] for n in arrays if n.startswith("mixing")})
    mixing = tuple(
        (int(n.split(".")[1]), arrays[f"{n}.weight"], arrays[f"{n}.bias"]) for n in names
    )
    return Heads(arrays["distance"], mixing, arrays["label"], arrays["label_bias"])
