"""The branch as nodes on the reader's graph."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper
from torch import Tensor, nn

from training.graph import LOUD, Graph, array
from training.people.branch import Branch


def joined(
    model: onnx.ModelProto, branch: Branch, loud: dict[str, np.ndarray], fork: int
) -> onnx.ModelProto:
    """The reader's graph with this branch on it in place of an earlier one."""
    without_branch(model)
    g = _nodes(branch, loud, fork)
    model.graph.node.extend(g.nodes)
    model.graph.initializer.extend(g.weights)
    shape = ["words", branch.project.out_features]
    output = helper.make_tensor_value_info("people", TensorProto.FLOAT, shape)
    model.graph.output.append(output)
    onnx.checker.check_model(model)
    return model


def without_branch(model: onnx.ModelProto) -> None:
    """Takes an earlier branch off, so that a shipped reader can be given a new one."""
    for held in (model.graph.node, model.graph.initializer, model.graph.output):
        kept = [part for part in held if not part.name.startswith("people")]
        del held[:]
        held.extend(kept)


def _nodes(branch: Branch, loud: dict[str, np.ndarray], fork: int) -> Graph:
    """The layers on the states of the layer before the fork, then what each word says."""
    g, x = Graph(True, loud), f"layer{fork - 1}.norm2"
    for number, layer in enumerate(branch.layers, fork):
        x = g.layer(layer, x, f"people{number}")
    single = g.node("Squeeze", [x, "axes"], "people.single")
    x = g.node("Gather", [single, "places"], "people.words")
    weight = g.weight("people.w", array(branch.project.weight).T)
    x = g.node("MatMul", [x, weight], "people.project")
    g.node("Add", [x, g.weight("people.b", array(branch.project.bias))], "people")
    return g


def loud_columns(branch: Branch, states: Iterable[np.ndarray], fork: int) -> dict[str, np.ndarray]:
    """The columns with the largest values in the input of each of the branch's dense layers."""
    most: dict[str, Tensor] = {}
    hooks = [
        getattr(layer, part).register_forward_pre_hook(_noting(most, f"people{number}.{part}"))
        for number, layer in enumerate(branch.layers, fork)
        for part in ("qkv", "out", "up", "down")
    ]
    with torch.inference_mode():
        for state in states:
            x = torch.from_numpy(state.astype(np.float32))[None]
            branch(x, torch.ones(x.shape[:2]))
    for hook in hooks:
        hook.remove()
    return {name: top.topk(LOUD).indices.sort().values.numpy() for name, top in most.items()}


def _noting(most: dict[str, Tensor], name: str) -> Callable[[nn.Module, tuple[Tensor]], None]:
    """A hook that keeps the largest values of a dense layer's input."""

    def note(_: nn.Module, given: tuple[Tensor]) -> None:
        top = given[0][0].abs().amax(0)
        most[name] = torch.maximum(most[name], top) if name in most else top

    return note
