"""A branch begins as the reader's own upper layers: they already read the shared states."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor

from training.model import Layer
from training.people.branch import Branch


def begin_as(branch: Branch, reader: Path, fork: int) -> None:
    """The branch's layers as those of the reader's int8 graph from `fork` on."""
    model = onnx.load(str(reader / "model.onnx"))
    held = {i.name: numpy_helper.to_array(i) for i in model.graph.initializer}
    with torch.no_grad():
        for number, layer in enumerate(branch.layers, fork):
            _fill(layer, held, f"layer{number}")


def _fill(layer: Layer, held: Mapping[str, np.ndarray], at: str) -> None:
    """One layer; in the graph a norm holds the bias of the dense layer before it."""
    for part in ("qkv", "out", "up", "down"):
        getattr(layer, part).weight.copy_(_dense(held, f"{at}.{part}"))
    layer.qkv.bias.copy_(_tensor(held[f"{at}.qkv.b"]))
    layer.up.bias.copy_(_tensor(held[f"{at}.up.b"]))
    for norm, dense in (("norm1", "out"), ("norm2", "down")):
        getattr(layer, norm).weight.copy_(_tensor(held[f"{at}.{norm}.g"]))
        getattr(layer, norm).bias.copy_(_tensor(held[f"{at}.{norm}.o"]))
        getattr(layer, dense).bias.copy_(_tensor(held[f"{at}.{norm}.bias"]))


def _dense(held: Mapping[str, np.ndarray], name: str) -> Tensor:
    """A weight out of int8, its loud columns as they were kept."""
    weight = held[f"{name}.w"].astype(np.float32) * held[f"{name}.s"]
    weight[held[f"{name}.loud"]] = held[f"{name}.fp32"]
    return _tensor(weight.T)


def _tensor(value: np.ndarray) -> Tensor:
    return torch.from_numpy(value.copy())
