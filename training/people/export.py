"""Put the branch on the reader's graph: python -m training.people.export DATA READER CHECKPOINT OUT

The reader's own nodes and weights are taken over bit by bit, so attributions stay as they are; the
graph gains the branch's layers (int8, like the others) and a second output, `people`.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
from pathlib import Path

import numpy as np
import onnx
import torch

from firsthand.sources.features import N_RELATIONS
from firsthand.sources.pairs import NAME_TAGS, NOUN_TAGS, WIDE
from training.graph import array
from training.people import data
from training.people.branch import Branch, load
from training.people.graph import joined, loud_columns
from training.people.reading import Reading

CALIBRATION = 12  # documents to see the range of values on


def heads_of(branch: Branch) -> dict[str, np.ndarray]:
    """The pair head's weights by their names at run time."""
    weights = {
        "table": branch.table.weight,
        "mix": branch.mix.weight.T,
        "mix_bias": branch.mix.bias,
        "score": branch.score.weight[0],
        "score_bias": branch.score.bias,
        "alone": branch.alone.weight[0],
        "alone_bias": branch.alone.bias,
    }
    return {name: array(weight) for name, weight in weights.items()}


def some_states(args: argparse.Namespace, options: dict) -> list[np.ndarray]:
    """The shared layers' states of some documents, to see which columns are loud."""
    reading = Reading.of(args.reader, options["fork"], options["limit"])
    some = reading.documents(args.data / "gum")[::5][:CALIBRATION]
    return [piece for d in some for piece in reading.ready(d)[1].pieces]


def people_of(checkpoint: Path, fork: int) -> dict[str, object]:
    """What the config says of the branch."""
    return {
        "names": ["none", *(f"{x} {n}" for n in data.NAMES for x in ("begins", "goes on"))],
        "heads": ["none", *data.HEADS],
        "columns": [NAME_TAGS, NOUN_TAGS, WIDE, WIDE, WIDE, WIDE, N_RELATIONS],
        "fork": fork,
        "checkpoint_sha256": hashlib.sha256(checkpoint.read_bytes()).hexdigest(),
    }


def write(args: argparse.Namespace, model: bytes, branch: Branch, people: dict) -> None:
    """The whole folder: new graph, pair head and config, the rest as it was."""
    args.out.mkdir(parents=True, exist_ok=True)
    (args.out / "model.onnx").write_bytes(model)
    heads = {name: weight.astype(np.float16) for name, weight in heads_of(branch).items()}
    np.savez(args.out / "people.npz", **heads)
    for name in ("heads.npz", "tokenizer.json"):
        if args.reader != args.out:
            shutil.copyfile(args.reader / name, args.out / name)
    config = json.loads((args.reader / "config.json").read_text(encoding="utf-8"))
    config |= {"model_sha256": hashlib.sha256(model).hexdigest(), "people": people}
    text = json.dumps(config, indent=1, ensure_ascii=False)
    (args.out / "config.json").write_text(text + "\n", encoding="utf-8")


def main() -> None:
    p = argparse.ArgumentParser(description=__doc__)
    for name in ("data", "reader", "checkpoint", "out"):
        p.add_argument(name, type=Path)
    args = p.parse_args()
    torch.set_num_threads(1)
    branch, options = load(args.checkpoint)
    fork = options["fork"]
    loud = loud_columns(branch, some_states(args, options), fork)
    reader = onnx.load(str(args.reader / "model.onnx"))
    model = joined(reader, branch, loud, fork).SerializeToString()
    write(args, model, branch, people_of(args.checkpoint, fork))
    print(len(model), "bytes")


if __name__ == "__main__":
    main()
