"""The sample's sources and evidence against its gold, line by line.

`evidence.txt` lists every line on which the two differ; `make golden` writes it anew. A line that
comes or goes is a change of what is found, and shows in the diff of that file.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import sample_evidence, sample_gold
from benchmarks.sample_evidence import Line
from firsthand.evidence.values import FIRST_HAND

GOLDEN = Path(__file__).parent / "evidence.txt"


@pytest.fixture(scope="module")
def lines() -> list[Line]:
    return [line for gold in sample_gold.reports() for line in sample_evidence.lines(gold)]


def test_the_sample_agrees_with_its_gold_but_for_the_lines_that_are_listed(
    lines: list[Line], request: pytest.FixtureRequest
) -> None:
    """Who speaks, via, circumstances, basis, force and the rest, of every statement of the gold."""
    differ = "".join(f"{line}\n" for line in lines if not line.agrees)
    if request.config.getoption("--make-golden"):
        GOLDEN.write_text(differ, encoding="utf-8")
    assert differ == GOLDEN.read_text(encoding="utf-8")


def test_nothing_in_the_sample_is_first_hand_that_the_gold_does_not_call_so(
    lines: list[Line],
) -> None:
    """The worst error of the stage: to make a witness of somebody who is none."""
    first = {kind.value for kind in FIRST_HAND}
    bases = [line for line in lines if line.what == "basis"]
    assert [str(b) for b in bases if b.found in first and b.gold not in first] == []


def test_every_statement_in_custody_bears_that_mark(lines: list[Line]) -> None:
    """A statement made in custody is never shown without it."""
    told = [line for line in lines if line.what == "circumstances" and "custody" in line.gold]
    assert len(told) >= 3
    assert [str(line) for line in told if "custody" not in line.found] == []
