"""The power cut: `firsthand add` killed at random moments loses nothing that it had finished."""

from __future__ import annotations

import json
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from firsthand.case.casefile import Case
from tests.case.made import text_of

KILLS, REPORTS, STORING = 50, 400, 0.5


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of small reports, so that most moments are moments of storing."""
    folder = tmp_path_factory.mktemp("reports")
    for number in range(REPORTS):
        folder.joinpath(f"report-{number:03}.txt").write_text(text_of(number), encoding="utf-8")
    return folder


def test_a_killed_add_loses_no_finished_report_and_leaves_the_case_whole(
    reports: Path, tmp_path: Path
) -> None:
    """Fifty kills; each run goes on where the one before was cut, and a full case begins anew."""
    chance, kills, said, number = random.Random(5), 0, set[str](), 0
    place = _new(tmp_path, number)
    while kills < KILLS:
        killed, stored = _add_and_kill(place, reports, chance.uniform(0.0, 0.6))
        kills += killed
        said |= stored
        _require_whole(place, said)
        if not killed:
            said, number = set(), number + 1
            place = _new(tmp_path, number)


def _new(folder: Path, number: int) -> Path:
    place = folder / f"{number}.case"
    Case.new(place, author="Ada").close()
    return place


def _add_and_kill(place: Path, reports: Path, seconds: float) -> tuple[bool, set[str]]:
    """Kills some time after a report is stored, or while it starts; gives what it had stored."""
    command = [sys.executable, "-m", "firsthand", "add", str(place), str(reports)]
    options = ["--reader", "rules", "--json", "--author", "Ada"]
    with subprocess.Popen(
        [*command, *options], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as run:
        assert run.stdout is not None
        first = run.stdout.readline() if seconds < STORING else b""
        time.sleep(seconds)
        run.send_signal(signal.SIGKILL)
        rest = run.stdout.read()
    return run.returncode == -signal.SIGKILL, set(_said(first + rest))


def _said(output: bytes) -> Iterator[str]:
    """The reports of the whole lines: one that is cut had not been said."""
    for line in output.split(b"\n")[:-1]:
        yield json.loads(line)["report"]


def _require_whole(place: Path, said: set[str]) -> None:
    """Opened as whoever comes next opens it: everything finished is there, with its reading."""
    with Case.open(place, author="Ada") as case:
        assert case.verify().faults == ()
        rows = {row.id: row for row in case.reports()}
        assert said <= rows.keys()
        assert all(row.statements for row in rows.values())
