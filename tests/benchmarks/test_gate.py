"""The gate: figures fall loudly, floors are lowered openly."""

from __future__ import annotations

from typing import Any

import pytest

from benchmarks.gate import Figures, check


def _floors(**entry: Any) -> dict[str, Any]:
    made = {"floor": 0.7, "highest": 0.7, "lowered": [], **entry}
    return {"made-up": {"corpus": "c", "floors": {"linked": made}}}


def _figures(value: float, corpus: str = "c") -> Figures:
    return Figures("made-up", corpus, {"linked": value})


def test_a_figure_at_its_floor_holds() -> None:
    assert list(check(_figures(0.7), _floors())) == []


@pytest.mark.parametrize(
    "figures", [_figures(0.699), _figures(0.8, "d"), Figures("made-up", "c", {})]
)
def test_a_lower_figure_a_missing_one_and_another_corpus_fail(figures: Figures) -> None:
    assert list(check(figures, _floors()))


def test_a_floor_lowered_without_a_word_fails() -> None:
    assert list(check(_figures(0.65), _floors(floor=0.6)))
    assert list(check(_figures(0.65), _floors(floor=0.6, lowered=[{"to": 0.6, "because": " "}])))


def test_a_floor_lowered_with_a_reason_holds() -> None:
    reason = {"to": 0.6, "because": "the gold was corrected"}
    assert list(check(_figures(0.65), _floors(floor=0.6, lowered=[reason]))) == []
