"""What a user sees of the sample reports, to the letter; `make golden` writes it anew.

A golden file changes only with a change that means to change what is seen; the diff of the file
shows what that is.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from firsthand.ingest.load import Received
from firsthand.pipeline import read_received
from tests.conftest import REPORTS

HERE = Path(__file__).parent


@pytest.mark.parametrize("path", sorted(REPORTS.iterdir()), ids=lambda path: path.name)
def test_the_picture_of_each_sample_report_is_as_it_was(
    path: Path, request: pytest.FixtureRequest
) -> None:
    golden = HERE / f"{path.stem}.txt"
    seen = f"{read_received(Received(path.read_bytes(), path.name))}\n"
    if request.config.getoption("--make-golden"):
        golden.write_text(seen, encoding="utf-8")
    assert seen == golden.read_text(encoding="utf-8")
