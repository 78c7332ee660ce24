"""What tests of the case's commands need: a case with two reports, made once and copied."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.cli.in_process import ok, write_reports


@pytest.fixture(scope="session")
def _made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("case")
    case, reports = folder / "boats.case", write_reports(folder, [1, 2])
    ok("case", "new", case, "--author", "Ada")
    ok("add", case, *reports, "--reader", "rules", "--author", "Ada")
    return case


@pytest.fixture
def boats(_made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A case of two reports, kept by Ada; whoever acts now is Bo."""
    monkeypatch.setenv("FIRSTHAND_AUTHOR", "Bo")
    shutil.copy(_made, tmp_path / "boats.case")
    return tmp_path / "boats.case"
