"""The encoder as an ONNX graph, written node by node: fp32, or int8 with the scales in place.

Inputs `ids`, `kinds` (as many as there are word pieces) and `places` (of the words' first pieces);
output `answer`, one row a word. One window at a time, so nothing is padded and a window's answer
depends on nothing but its words.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from torch import Tensor, nn

from training.model import Layer, Network

BITS = 7  # of the weights: processors without VNNI overflow with 8
LOUD = 4
POSITIONS = 192  # ids in the longest window that can be read


@dataclass
class Graph:
    """Nodes and weights in the making."""

    int8: bool
    loud: dict[str, np.ndarray]  # of each dense layer, the columns of its input kept in fp32
    nodes: list[onnx.NodeProto] = field(default_factory=list)
    weights: list[onnx.TensorProto] = field(default_factory=list)

    def weight(self, name: str, value: np.ndarray) -> str:
        self.weights.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def node(
        self, kind: str, inputs: list[str], name: str, outputs: int = 1, **attributes: object
    ) -> str:
        own = kind in {
            "DynamicQuantizeMatMul",
            "MultiHeadAttention",
            "SkipLayerNormalization",
            "BiasGelu",
        }
        names = [name] if outputs == 1 else [f"{name}{i}" for i in range(outputs)]
        domain = "com.microsoft" if own else ""
        self.nodes.append(helper.make_node(kind, inputs, names, name, domain=domain, **attributes))
        return name

    def table(self, part: nn.Embedding, ids: str, name: str) -> str:
        """Rows of an embedding; in int8 with a scale a row."""
        rows = array(part.weight)
        if not self.int8:
            return self.node("Gather", [self.weight(f"{name}.w", rows), ids], name)
        scale = np.abs(rows).max(axis=1, keepdims=True) / 127 + 1e-12
        small = np.round(rows / scale).astype(np.int8)
        got = self.node("Gather", [self.weight(f"{name}.w", small), ids], f"{name}.small")
        size = self.node(
            "Gather", [self.weight(f"{name}.s", scale.astype(np.float32)), ids], f"{name}.size"
        )
        wide = self.node("Cast", [got], f"{name}.wide", to=TensorProto.FLOAT)
        return self.node("Mul", [wide, size], name)

    def linear(self, part: nn.Linear, x: str, name: str, bias: bool = True) -> str:
        """A dense layer; in int8 with a scale a column, its input quantised as it comes."""
        weight = array(part.weight).T
        added = self.weight(f"{name}.b", array(part.bias)) if bias else ""
        if not self.int8:
            dense = self.weight(f"{name}.w", weight)
            got = self.node("MatMul", [x, dense], name + (".mm" if bias else ""))
            return self.node("Add", [got, added], name) if bias else got
        quiet, rest = self.without_loud(weight, x, name)
        scale = np.abs(weight).max(axis=0) / (2 ** (BITS - 1) - 1)
        small = np.round(weight / scale).astype(np.int8)
        given = [quiet, self.weight(f"{name}.w", small)]
        given.append(self.weight(f"{name}.s", scale.astype(np.float32)))
        given.append(self.weight(f"{name}.z", np.zeros(len(scale), np.int8)))
        got = self.node("DynamicQuantizeMatMul", [*given, *([added] if bias else [])], f"{name}.q")
        return self.node("Add", [got, rest], name)

    def without_loud(self, weight: np.ndarray, x: str, name: str) -> tuple[str, str]:
        """The input with its loudest columns silenced, and what those give, in fp32.

        A few columns reach far beyond the others and would leave them hardly any steps of int8.
        """
        columns = self.loud[name]
        mask = np.ones(len(weight), np.float32)
        mask[columns] = 0
        quiet = self.node("Mul", [x, self.weight(f"{name}.mask", mask)], f"{name}.quiet")
        index = self.weight(f"{name}.loud", columns.astype(np.int64))
        loud = self.node("Gather", [x, index], f"{name}.few", axis=2)
        return quiet, self.node(
            "MatMul", [loud, self.weight(f"{name}.fp32", weight[columns])], f"{name}.rest"
        )

    def layer(self, part: Layer, x: str, at: str) -> str:
        three = self.linear(part.qkv, x, f"{at}.qkv")
        self.node("Split", [three], f"{at}.q", outputs=3, axis=2, num_outputs=3)
        mixed = self.node(
            "MultiHeadAttention",
            [f"{at}.q{i}" for i in range(3)],
            f"{at}.mixed",
            num_heads=part.heads,
        )
        out = self.linear(part.out, mixed, f"{at}.out", bias=False)
        x = self.normed(part.norm1, part.out, out, x, f"{at}.norm1")
        up = self.linear(part.up, x, f"{at}.up", bias=False)
        up = self.node(
            "BiasGelu", [up, self.weight(f"{at}.up.b", array(part.up.bias))], f"{at}.gelu"
        )
        down = self.linear(part.down, up, f"{at}.down", bias=False)
        return self.normed(part.norm2, part.down, down, x, f"{at}.norm2")

    def normed(self, norm: nn.LayerNorm, dense: nn.Linear, x: str, skip: str, name: str) -> str:
        scale = [
            self.weight(f"{name}.{n}", array(v)) for n, v in (("g", norm.weight), ("o", norm.bias))
        ]
        bias = self.weight(f"{name}.bias", array(dense.bias))
        return self.node("SkipLayerNormalization", [x, skip, *scale, bias], name, epsilon=norm.eps)


def array(value: Tensor) -> np.ndarray:
    return value.detach().float().numpy()


def loud_columns(network: Network, examples: list[tuple[np.ndarray, np.ndarray]]) -> dict:
    """The columns with the largest values in the input of each dense layer, over some windows."""
    most: dict[str, Tensor] = {}
    hooks = []
    for i, layer in enumerate(network.layers):
        for part in ("qkv", "out", "up", "down"):

            def note(_: nn.Module, given: tuple[Tensor], name: str = f"layer{i}.{part}") -> None:
                top = given[0][0].abs().amax(0)
                most[name] = torch.maximum(most[name], top) if name in most else top

            hooks.append(getattr(layer, part).register_forward_pre_hook(note))
    with torch.inference_mode():
        for ids, kinds in examples:
            i, k = torch.from_numpy(ids)[None], torch.from_numpy(kinds)[None]
            network.encode(i, k, torch.ones_like(i))
    for hook in hooks:
        hook.remove()
    return {name: top.topk(LOUD).indices.sort().values.numpy() for name, top in most.items()}


def model_of(network: Network, loud: dict[str, np.ndarray] | None) -> onnx.ModelProto:
    """The whole graph: int8 with these loud columns, or fp32."""
    g = Graph(loud is not None, loud or {})
    word = g.table(network.word, "ids", "word")
    kind = g.node("Gather", [g.weight("kind.w", array(network.kind.weight)), "kinds"], "kind")
    count = g.node("Shape", ["ids"], "count")
    zero, axes = g.weight("zero", np.array([0])), g.weight("axes", np.array([0]))
    table = g.weight("position.w", array(network.position.weight)[:POSITIONS])
    position = g.node("Slice", [table, zero, count, axes], "position")
    x = g.node("Add", [g.node("Add", [word, kind], "sum1"), position], "sum2")
    norm = [
        g.weight("norm.g", array(network.norm.weight)),
        g.weight("norm.o", array(network.norm.bias)),
    ]
    x = g.node("LayerNormalization", [x, *norm], "normed", epsilon=network.norm.eps)
    x = g.node("Unsqueeze", [x, axes], "batch")
    for i, layer in enumerate(network.layers):
        x = g.layer(layer, x, f"layer{i}")
    x = g.node("Gather", [g.node("Squeeze", [x, axes], "single"), "places"], "words")
    weight = g.weight("project.w", array(network.project.weight).T)
    x = g.node("MatMul", [x, weight], "project")
    g.node("Add", [x, g.weight("project.b", array(network.project.bias))], "answer")
    return _model(g, network.project.out_features)


def _model(g: Graph, width: int) -> onnx.ModelProto:
    def info(name: str, kind: int, shape: list[str | int]) -> onnx.ValueInfoProto:
        return helper.make_tensor_value_info(name, kind, shape)

    inputs = [info(n, TensorProto.INT64, ["pieces"]) for n in ("ids", "kinds")]
    inputs.append(info("places", TensorProto.INT64, ["words"]))
    answer = [info("answer", TensorProto.FLOAT, ["words", width])]
    graph = helper.make_graph(g.nodes, "reader", inputs, answer, g.weights)
    opsets = [helper.make_opsetid("", 18), helper.make_opsetid("com.microsoft", 1)]
    model = helper.make_model(graph, opset_imports=opsets, ir_version=9)
    onnx.checker.check_model(model)
    return model
