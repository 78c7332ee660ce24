"""Floors: what a figure must not fall below, on a corpus known by its hash.

`floors.json` has, by benchmark, the corpus's SHA-256 and a floor a measure. A figure below its
floor, a floor without a figure, or another corpus fails. Floors are raised by `--raise-floors`;
lowering one is an edit of the file that must add a line to its `lowered` list, with the reason:
`check` compares each floor with the highest it ever had.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FLOORS = Path(__file__).parent / "floors.json"
_SLACK = 0.005
"""How far below a measured figure its floor is set: no two machines round alike."""


@dataclass(frozen=True, slots=True)
class Figures:
    """One benchmark's figures, and the hash of the corpus they were taken on."""

    benchmark: str
    corpus: str
    values: Mapping[str, float]


def check(figures: Figures, floors: Mapping[str, Any] | None = None) -> Iterator[str]:
    """A line for each figure that does not hold; none if all do."""
    known = (floors if floors is not None else _read())[figures.benchmark]
    if known["corpus"] != figures.corpus:
        yield f"{figures.benchmark}: another corpus than that of the floors ({figures.corpus})"
    for measure, entry in known["floors"].items():
        value = figures.values.get(measure)
        if value is None or value < entry["floor"]:
            yield f"{figures.benchmark}, {measure}: {value} is below the floor of {entry['floor']}"
        yield from _silently_lowered(figures.benchmark, measure, entry)


def _silently_lowered(benchmark: str, measure: str, entry: Mapping[str, Any]) -> Iterator[str]:
    steps = entry["lowered"]
    stated = min(entry["highest"], steps[-1]["to"]) if steps else entry["highest"]
    if entry["floor"] < stated or any(not step["because"].strip() for step in entry["lowered"]):
        yield f"{benchmark}, {measure}: the floor was lowered without a reason"


def hash_of(files: Iterable[Path]) -> str:
    """One SHA-256 over the names and bytes of a corpus's files."""
    whole = hashlib.sha256()
    for file in files:
        whole.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return whole.hexdigest()


class AnotherCorpus(Exception):
    """Floors hold on one corpus; for another, its entry in floors.json is taken out by hand."""


def raise_floors(figures: Figures) -> None:
    """Sets each floor just under its figure, where that is higher; lowers none."""
    floors = _read()
    known = floors.setdefault(figures.benchmark, {"corpus": figures.corpus, "floors": {}})
    if known["corpus"] != figures.corpus:
        raise AnotherCorpus(figures.benchmark)
    for measure, value in figures.values.items():
        entry = known["floors"].setdefault(measure, {"floor": 0.0, "highest": 0.0, "lowered": []})
        raised = round(value - _SLACK, 3)
        if raised > entry["floor"]:
            entry |= {"floor": raised, "highest": max(raised, entry["highest"])}
    FLOORS.write_text(json.dumps(floors, indent=1) + "\n", encoding="utf-8")


def _read() -> dict[str, Any]:
    return dict(json.loads(FLOORS.read_text(encoding="utf-8"))) if FLOORS.exists() else {}
