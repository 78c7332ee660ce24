"""The sample case: behind each allegation of its gold, as many sources as the gold counts.

The gold's statements are led to those that the trained reader finds, by their words. Where the
reader's own mistakes lead to another interval, `OTHERWISE` names it and says why; what is held of
all is that the lower bound never lies above the gold's.
"""

from __future__ import annotations

from functools import cache
from typing import Any, Final

import pytest

from benchmarks.sample_gold import anchored
from firsthand.provenance.case import Key
from firsthand.provenance.filed import FiledReport
from firsthand.provenance.trace import Trace, trace_of
from tests.provenance.sample import gold, sample

OTHERWISE: Final = {
    "L1": ("3..4", "the reader leads the unnamed woman's “she” in 06 to Varnholt"),
    "L9": ("1..?", "09 and 11 give it to the agency, in whose report it is another statement"),
    "L10": ("1..?", "the reader leaves open who says “Nobody has laid a hand on me” in 11"),
    "L11": ("0..?", "the one who tells it is a radio station that the case does not have"),
    "L14": ("0..?", "the reader leaves open who says it in 10"),
}
READ_WRONG: Final = frozenset({"L1"})
"""Where the reader takes one person for another, the lower bound can be above the truth."""


@cache
def trace() -> Trace:
    return trace_of(sample())


@cache
def keys() -> dict[str, list[Key]]:
    """For each attribution of the gold, the statements read that have most of its words."""
    found: dict[str, list[Key]] = {}
    for report, data in zip(sample(), gold()["reports"], strict=True):
        for a in data["attributions"]:
            spans = [anchored(report.text, quote) for quote in a["content"]]
            found[f"{report.id[:2]}.{a['id'].rpartition('.')[2]}"] = _read(report, spans)
    return found


def _read(report: FiledReport, spans: list[tuple[int, int]]) -> list[Key]:
    best: list[tuple[float, Key]] = []
    for s in report.statements:
        mine = {i for span in s.content for i in range(span.start, span.end)}
        theirs = {i for start, end in spans for i in range(start, end)}
        best.append((len(mine & theirs) / len(mine | theirs), (report.id, s.id)))
    share, key = max(best, default=(0.0, ("", "")))
    return [key] if share >= 0.3 else []


def interval(allegation: dict[str, Any]) -> str:
    told = [a for a in allegation["statements"] if isinstance(a, str)]
    read = sorted({key for a in told for key in keys().get(a, [])})
    return str(trace().behind(read).interval)


def expected(allegation: dict[str, Any]) -> str:
    lower, upper = allegation["origins"]
    return f"{lower}..{'?' if upper is None else upper}"


@pytest.mark.parametrize("allegation", gold()["allegations"], ids=lambda a: a["id"])
def test_the_interval_is_the_golds(allegation: dict[str, Any]) -> None:
    found = OTHERWISE.get(allegation["id"], (expected(allegation), ""))[0]
    assert interval(allegation) == found, allegation["summary"]


@pytest.mark.parametrize("allegation", gold()["allegations"], ids=lambda a: a["id"])
def test_the_lower_bound_never_makes_corroboration_out_of_nothing(
    allegation: dict[str, Any],
) -> None:
    above = int(interval(allegation).split("..")[0]) > allegation["origins"][0]
    assert above == (allegation["id"] in READ_WRONG)
