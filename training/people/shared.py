"""The states of the layers that the branch shares with the reader: they never change."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from numpy.typing import NDArray
from onnx import TensorProto, helper
from torch import Tensor

from firsthand.reading.model.network import session_of
from firsthand.reading.model.windows import Ints, Window, inputs_of
from training.people.branch import Branch
from training.people.data import Cut


@dataclass(frozen=True, slots=True)
class States:
    """What the shared layers say of the word pieces of each window, and where its words begin."""

    windows: tuple[Window, ...]
    pieces: tuple[NDArray[np.float16], ...]
    places: tuple[Ints, ...]


def untouched(ids: Ints) -> Ints:
    """Hides no word piece."""
    return ids


@dataclass(frozen=True, slots=True)
class Shared:
    """The reader's graph, up to the layer from which the branch forks."""

    session: onnxruntime.InferenceSession
    output: str

    @classmethod
    def of(cls, folder: Path, fork: int) -> Shared:
        model, output = onnx.load(str(folder / "model.onnx")), f"layer{fork - 1}.norm2"
        model.graph.output.append(helper.make_tensor_value_info(output, TensorProto.FLOAT, None))
        return cls(session_of(model.SerializeToString()), output)

    def states(self, cut: Cut, hide: Callable[[Ints], Ints] = untouched) -> States:
        """A text's states; `hide` may mask word pieces."""
        pieces, starts = [], []
        for window in cut.windows:
            ids, kinds, places = inputs_of(cut.words, window)
            given = {"ids": hide(ids), "kinds": kinds, "places": places}
            pieces.append(self.session.run([self.output], given)[0][0].astype(np.float16))
            starts.append(places)
        return States(cut.windows, tuple(pieces), tuple(starts))


def words_out(branch: Branch, batch: Sequence[States]) -> list[Tensor]:
    """What the branch says of every word of each text; a word in two windows is its owner's."""
    x, real = _padded([p for states in batch for p in states.pieces])
    with torch.autocast("cpu", dtype=torch.bfloat16, enabled=branch.training):
        out = branch(x, real).float()
    rows = iter(out)
    return [torch.cat(list(_own(states, rows))) for states in batch]


def _padded(pieces: Sequence[NDArray[np.float16]]) -> tuple[Tensor, Tensor]:
    """All windows in one, and which of it is no padding."""
    width = max(len(p) for p in pieces)
    x = torch.zeros(len(pieces), width, pieces[0].shape[1])
    real = torch.zeros(len(pieces), width)
    for number, piece in enumerate(pieces):
        x[number, : len(piece)] = torch.from_numpy(piece.astype(np.float32))
        real[number, : len(piece)] = 1
    return x, real


def _own(states: States, rows: Iterator[Tensor]) -> Iterator[Tensor]:
    """Of each of a text's windows the words that are its own."""
    for window, places in zip(states.windows, states.places, strict=True):
        own = slice(window.own_low - window.low, window.own_high - window.low)
        yield next(rows)[torch.from_numpy(places[own])]
