"""The README's commands do what it says."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^\$ (.+)$", README, re.M)


@pytest.fixture(scope="module")
def beside(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the examples beside it, as in the checkout; the commands run in it in order."""
    return with_examples(tmp_path_factory.mktemp("readme"))


def with_examples(folder: Path) -> Path:
    (folder / "examples").symlink_to(ROOT / "examples")
    return folder


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_of_the_readme_runs(command: str, beside: Path) -> None:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    subprocess.run(
        ["bash", "-euo", "pipefail", "-c", command],
        cwd=beside, check=True, capture_output=True, env={**os.environ, "PATH": path},
    )  # fmt: skip


def test_the_python_of_the_readme_runs(tmp_path: Path) -> None:
    beside = with_examples(tmp_path)
    code = "\n".join(re.findall(r"```python\n(.+?)```", README, re.S))
    done = subprocess.run([sys.executable, "-c", code], cwd=beside, check=True, capture_output=True)
    assert "Quellmouth Lantern" in done.stdout.decode()


def test_every_file_that_the_documents_point_to_is_there() -> None:
    for document in (ROOT / "README.md", *(ROOT / "docs").glob("*.md")):
        for target in re.findall(r"\]\(([^)#:]+)\)", document.read_text(encoding="utf-8")):
            assert (document.parent / target).exists(), f"{document.name}: {target}"
