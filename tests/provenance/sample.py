"""The sample case as provenance sees it, read once with the trained reader."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import firsthand
from firsthand.provenance.filed import FiledReport
from firsthand.provenance.filing import filed_of
from tests.conftest import REPORTS


@cache
def sample() -> tuple[FiledReport, ...]:
    """The eleven reports, each under its file name."""
    paths = sorted(REPORTS.iterdir())
    return tuple(filed_of(firsthand.read(path).record, path.name) for path in paths)


@cache
def gold() -> dict[str, Any]:
    """What a careful person finds in them."""
    found: dict[str, Any] = json.loads((REPORTS.parent / "gold.json").read_text(encoding="utf-8"))
    return found


def flat(words: str) -> str:
    """Words with runs of white space as one space."""
    return " ".join(words.split())
