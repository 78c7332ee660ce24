"""docs/case-file.md is true: its commands run, in order, and print what it shows."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conftest import ROOT

DOC = (ROOT / "docs" / "case-file.md").read_text(encoding="utf-8")
STATUS = re.compile(r"\s+# exit status (\d+)$")


@dataclass(frozen=True, slots=True)
class Step:
    """A command, the exit status that the text gives, and what it shows of the output."""

    command: str
    status: int
    shown: str


@dataclass(frozen=True, slots=True)
class Done:
    """What a command printed, and its exit status."""

    status: int
    printed: str


def steps() -> list[Step]:
    found = []
    for block in re.findall(r"```console\n(.+?)```", DOC, re.S):
        for part in re.split(r"^\$ ", block, flags=re.M)[1:]:
            command, _, shown = part.partition("\n")
            status = STATUS.search(command)
            bare = STATUS.sub("", command)
            found.append(Step(bare, int(status[1]) if status else 0, shown))
    return found


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> list[Done]:
    """All commands in one shell, in a folder that has the examples beside it."""
    folder = tmp_path_factory.mktemp("case")
    (folder / "examples").symlink_to(ROOT / "examples")
    script = "\n".join(f"{step.command}\nprintf '\\036%s\\037' $?" for step in steps())
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    known = {"PATH": path, "FIRSTHAND_AUTHOR": "Ada", "COLUMNS": "100"}
    run = subprocess.run(
        ["bash", "-c", f"exec 2>&1\n{script}"],
        cwd=folder, capture_output=True, check=True, env={**os.environ, **known},
    )  # fmt: skip
    printed = run.stdout.decode().split("\037")[:-1]
    return [Done(int(status), text) for text, _, status in (p.partition("\036") for p in printed)]


@pytest.mark.parametrize(("number", "step"), list(enumerate(steps())), ids=lambda v: str(v)[:40])
def test_a_command_prints_what_the_document_shows(
    number: int, step: Step, done: list[Done]
) -> None:
    """An ellipsis stands for whatever is left out: part of a line, or whole lines."""
    assert done[number].status == step.status, done[number].printed
    parts = [re.escape(part) for part in step.shown.split("…")]
    assert re.fullmatch(".*?".join(parts), done[number].printed, re.S), done[number].printed
