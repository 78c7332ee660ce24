"""What is measured: Firsthand and its peer, each from texts to attributions, with its time."""

from __future__ import annotations

import json
import os
import subprocess
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import firsthand
from benchmarks.spans import Roles, roles
from firsthand.ingest.load import Received
from firsthand.pipeline import Options, ReaderName, read_received
from firsthand.pipeline import reader as named

PEER_PYTHON = Path(__file__).parent.parent / ".venv-bench" / "bin" / "python"


@dataclass(frozen=True, slots=True)
class Document:
    """A text under a name."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Run:
    """What a system proposed for each document, in order, and its processor time in seconds."""

    system: str
    proposed: tuple[tuple[Roles, ...], ...]
    seconds: float
    note: str = ""


def roles_of(reading: firsthand.Reading) -> tuple[Roles, ...]:
    """A reading's attributions as characters."""
    return attributed(reading.report.text, reading.attributions)


def attributed(text: str, attributions: Iterable[firsthand.Attribution]) -> tuple[Roles, ...]:
    """Attributions as characters of their text."""
    return tuple(
        roles(text, *(
            [(s.start, s.end) for s in spans] for spans in (a.source, a.cue, a.content)
        ))
        for a in attributions
    )  # fmt: skip


def run_firsthand(documents: Sequence[Document], reader: ReaderName) -> Run:
    """From bytes to attributions, every stage included; one document first, to warm up."""
    options = Options(reader=reader)
    received = [Received(d.text.encode(), f"{d.name}.txt") for d in documents]
    read_received(received[0], options)
    started = time.process_time()
    readings = [read_received(r, options) for r in received]
    seconds = time.process_time() - started
    return Run(f"firsthand ({named(reader).name})", tuple(map(roles_of, readings)), seconds)


def run_textacy(documents: Sequence[Document]) -> Run:
    """Runs textacy 0.13, direct quotations by paragraph, in the environment of the peers."""
    lines = (json.dumps({"id": d.name, "text": d.text}) for d in documents)
    environment = {**os.environ, "OMP_NUM_THREADS": "1"}
    done = subprocess.run(
        [PEER_PYTHON, Path(__file__).parent / "peers" / "textacy_quotes.py"],
        input="\n".join(lines), capture_output=True, text=True, check=True, env=environment,
    )  # fmt: skip
    *found, end = map(json.loads, done.stdout.splitlines())
    proposed = tuple(_peer_roles(d, f) for d, f in zip(documents, found, strict=True))
    note = f"failed on {end['failed']} paragraphs" if end["failed"] else ""
    return Run("textacy 0.13, by paragraph", proposed, end["seconds"], note)


def _peer_roles(
    document: Document, found: dict[str, list[dict[str, list[list[int]]]]]
) -> tuple[Roles, ...]:
    return tuple(
        roles(document.text, *(_pairs(a[role]) for role in ("source", "cue", "content")))
        for a in found["attributions"]
    )


def _pairs(spans: Iterable[Sequence[int]]) -> list[tuple[int, int]]:
    return [(s[0], s[1]) for s in spans]
