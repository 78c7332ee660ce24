"""Make the artefact: int8 graph, role head, tuning on the held-out articles, config, checksums.

python -m training.export POLNEAR/train BASE_FOLDER CHECKPOINT.pt ARTEFACT [--fp32]
"""

from __future__ import annotations

import argparse
import hashlib
import json
from pathlib import Path

import torch

from firsthand.reading.model.decode import REACH, Ints, Tuning
from firsthand.reading.model.network import heads_in
from firsthand.reading.model.windows import inputs_of, windows_of
from training import data
from training.artefact import decoding_of, heads_of, onnx_answer, save_heads
from training.evaluate import found_in, load, see
from training.graph import BITS, loud_columns, model_of
from training.tune import reliability, tuned

CALIBRATION = 12  # articles to see the range of values on


def folder_hash(folder: Path) -> str:
    """One SHA-256 over the names and bytes of all files below."""
    total = hashlib.sha256()
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        total.update(f"{path.relative_to(folder)}\0".encode() + path.read_bytes())
    return total.hexdigest()


def some_windows(articles: list[data.Article], base: Path) -> list[tuple[Ints, Ints]]:
    """Windows of these articles, to see which columns are loud."""
    read = [data.read_words(a, base) for a in articles]
    return [inputs_of(r, w)[:2] for r in read for w in windows_of(r, Tuning().limit)]


def make(args: argparse.Namespace) -> None:
    """Write the artefact and print how it did on the held-out articles."""
    torch.set_num_threads(1)
    args.out.mkdir(parents=True, exist_ok=True)
    network = load(args.checkpoint)
    fit, held = data.split(data.articles(args.folder))
    loud = None if args.fp32 else loud_columns(network, some_windows(fit[:CALIBRATION], args.base))
    model = model_of(network, loud).SerializeToString()
    (args.out / "model.onnx").write_bytes(model)
    save_heads(heads_of(network), args.out / "heads.npz")
    data.tokenizer(args.base / "tokenizer.json").save(
        str(args.out / "tokenizer.json"), pretty=False
    )
    heads, answer = heads_in(args.out / "heads.npz"), onnx_answer(model)
    seen = [see(a, args.base, answer, Tuning().limit) for a in held]
    tuning = tuned(seen, heads)
    found = [(f, s.article) for s in seen for f in found_in(s, heads, tuning)]
    config = {
        "labels": ["none", "source", "content"],
        "cue_labels": ["none", "begins", "goes on"],
        "kinds": "0 small, 1 Capital, 2 ALL CAPITALS; plus 3 between quotation marks",
        "reach": REACH,
        "weight_bits": None if args.fp32 else BITS,
        "decoding": decoding_of(tuning),
        "reliability_held_out": reliability(found),
        "sizes": {s: getattr(network.sizes, s) for s in network.sizes.__slots__},
        "trained_on": {"corpus": "PolNeAR 1.0 train", "sha256": folder_hash(args.folder)},
        "held_out": sorted(a.name for a in held),
        "checkpoint_sha256": hashlib.sha256(args.checkpoint.read_bytes()).hexdigest(),
        "model_sha256": hashlib.sha256(model).hexdigest(),
    }
    text = json.dumps(config, indent=1, ensure_ascii=False)
    (args.out / "config.json").write_text(text + "\n", encoding="utf-8")
    print(json.dumps(config["reliability_held_out"]), len(model), "bytes")


def main() -> None:
    p = argparse.ArgumentParser(description=__doc__)
    for name in ("folder", "base", "checkpoint", "out"):
        p.add_argument(name, type=Path)
    p.add_argument("--fp32", action="store_true")
    make(p.parse_args())


if __name__ == "__main__":
    main()
