"""The command in this process, and a small case to run it on."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from typer.testing import CliRunner

from firsthand.cli.main import app
from tests.case.made import text_of

RUNNER = CliRunner()


@dataclass(frozen=True, slots=True)
class Done:
    """What a command wrote, and how it ended; `error` is the line that `main` would print."""

    code: int
    out: str
    err: str
    error: str

    @property
    def lines(self) -> list[str]:
        """The lines of the output."""
        return self.out.splitlines()

    @property
    def json(self) -> list[Any]:
        """The lines of the output, each as JSON."""
        return [json.loads(line) for line in self.lines]


def run(*arguments: str | Path, given: str = "") -> Done:
    """`firsthand` with these arguments; a fault that is no error of ours is raised."""
    done = RUNNER.invoke(app, [str(a) for a in arguments], input=given, env={"COLUMNS": "120"})
    error = done.exception
    if error is not None and not isinstance(error, SystemExit):
        from firsthand.errors import FirsthandError

        if not isinstance(error, FirsthandError):
            raise error
    said = str(error) if error is not None and not isinstance(error, SystemExit) else ""
    return Done(done.exit_code, done.stdout, done.stderr, said)


def ok(*arguments: str | Path) -> Done:
    """The same, where it must end well."""
    done = run(*arguments)
    assert done.code == 0, (done.error, done.err, done.out)
    return done


def write_reports(folder: Path, numbers: Sequence[int]) -> list[Path]:
    """Made-up reports as files."""
    paths = [folder / f"report-{number}.txt" for number in numbers]
    for number, path in zip(numbers, paths, strict=True):
        path.write_text(text_of(number), encoding="utf-8")
    return paths


def statements(case: Path, report: str = "report-1.txt") -> list[Any]:
    """The statements of one report, as `list --statements --json` gives them."""
    found: str = ok("show", case, report, "--json").json[0]["id"]
    return [s for s in ok("list", case, "--statements", "--json").json if s["report"] == found]
