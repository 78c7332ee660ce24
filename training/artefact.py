"""The artefact on disk: `model.onnx`, `heads.npz`, `tokenizer.json`, `config.json`."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

import numpy as np
from torch import Tensor

from firsthand.reading.model.decode import Floats, Heads, Ints, Tuning
from firsthand.reading.model.network import heads_in, session_of
from training.model import Network


def heads_of(network: Network) -> Heads:
    """The role head's weights as the decoder wants them."""
    mixing = tuple(
        (c.dilation[0], _array(c.weight.permute(2, 1, 0).flatten(0, 1)), _array(c.bias))
        for c in network.mixing
    )
    label = network.label
    return Heads(
        _array(network.distance.weight), mixing, _array(label.weight.T), _array(label.bias)
    )


def _array(value: Tensor) -> Floats:
    return np.ascontiguousarray(value.detach().float().numpy())


def save_heads(heads: Heads, path: Path) -> None:
    """The role head's weights as one file, in half precision."""
    arrays = {"distance": heads.distance, "label": heads.label, "label_bias": heads.label_bias}
    for n, (dilation, weight, bias) in enumerate(heads.mixing):
        arrays |= {f"mixing{n}.{dilation}.weight": weight, f"mixing{n}.{dilation}.bias": bias}
    np.savez(path, **{k: v.astype(np.float16) for k, v in arrays.items()})


def onnx_answer(model: bytes) -> Callable[[Ints, Ints, Ints], Floats]:
    """The graph as a function of one window."""
    ready = session_of(model)

    def answer(ids: Ints, kinds: Ints, places: Ints) -> Floats:
        said: Floats = ready.run(None, {"ids": ids, "kinds": kinds, "places": places})[0]
        return said

    return answer


def tuning_of(config: dict) -> Tuning:
    return Tuning(**{**config, "weights": tuple(config["weights"])})


def load_artefact(
    folder: Path,
) -> tuple[Callable[[Ints, Ints, Ints], Floats], Heads, Tuning]:
    """What reads with the artefact in `folder`."""
    config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    answer = onnx_answer((folder / "model.onnx").read_bytes())
    return answer, heads_in(folder / "heads.npz"), tuning_of(config["decoding"])


def decoding_of(tuning: Tuning) -> dict:
    return asdict(tuning)
