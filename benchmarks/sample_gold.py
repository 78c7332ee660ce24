"""The sample case's gold: quotations in `gold.json`, anchored in a report as it was read."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.spans import Roles, roles
from firsthand import Report

CASE = Path(__file__).parent.parent / "examples" / "harbour"


class NotAnchored(Exception):
    """A quotation of the gold that is not in the report's text, or more than once."""


@dataclass(frozen=True, slots=True)
class GoldReport:
    """One report of the sample, as `gold.json` has it."""

    path: Path
    data: dict[str, Any]


def reports() -> Iterator[GoldReport]:
    """The sample's reports, in order."""
    gold = json.loads((CASE / "gold.json").read_text(encoding="utf-8"))
    for report in gold["reports"]:
        yield GoldReport(CASE / "reports" / report["file"], report)


def attributions(gold: GoldReport, report: Report) -> list[Roles]:
    """The gold attributions as characters of the report's text."""
    return [
        roles(report.text, *(
            [anchored(report.text, quote) for quote in a[role]]
            for role in ("source", "cue", "content")
        ))
        for a in gold.data["attributions"]
    ]  # fmt: skip


def anchored(text: str, quote: str | dict[str, str]) -> tuple[int, int]:
    """Where a quotation stands; white space counts as one space, at a prefix's seam as none."""
    exact, prefix = (quote, "") if isinstance(quote, str) else (quote["exact"], quote["prefix"])
    words = _spaced(exact)
    pattern = rf"{_spaced(prefix)}\s*(?P<quote>{words})" if prefix else rf"(?P<quote>{words})"
    found = list(re.finditer(pattern, text))
    if len(found) != 1:
        raise NotAnchored(f"{len(found)} times: {exact[:80]!r} after {prefix[-40:]!r}")
    return found[0].span("quote")


def _spaced(words: str) -> str:
    return r"\s+".join(re.escape(word) for word in words.split())
