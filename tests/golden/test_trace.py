"""The trace of the sample case in a terminal, to the letter; `make golden` writes it anew."""

from __future__ import annotations

from pathlib import Path

import pytest

from firsthand.export import trace_terminal
from firsthand.export.terminal import plain_text
from tests.export.traces import untouched

GOLDEN = Path(__file__).parent / "trace.txt"


def test_the_trace_of_the_sample_is_as_it_was(request: pytest.FixtureRequest) -> None:
    seen = plain_text(trace_terminal.picture(untouched()), 120)
    if request.config.getoption("--make-golden"):
        GOLDEN.write_text(seen, encoding="utf-8")
    assert seen == GOLDEN.read_text(encoding="utf-8")
