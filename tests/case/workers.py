"""What other processes do to a case while a test looks on: started as programs of their own."""

from __future__ import annotations

import subprocess
import sys

from firsthand.case.casefile import Case
from firsthand.case.judgements import Judged, Verdict
from tests.case.made import record
from tests.conftest import ROOT


def started(*arguments: str | int) -> subprocess.Popen[bytes]:
    """One of the functions below, in a process of its own."""
    command = [sys.executable, "-m", "tests.case.workers", *map(str, arguments)]
    return subprocess.Popen(command, cwd=ROOT)


def add(place: str, first: int, count: int) -> None:
    """Adds reports by number."""
    with Case.open(place, author=f"adder {first}", wait=60) as case:
        for number in range(first, first + count):
            case.add(record(number))


def judge(place: str, name: str, count: int) -> None:
    """Accepts statements that nobody has reviewed, as they come in, until there were so many."""
    done = 0
    with Case.open(place, author=name, wait=60) as case:
        while done < count:
            for ref in case.unreviewed()[: count - done]:
                case.record_event(Judged(ref.report, ref.statement, Verdict.ACCEPT))
                done += 1


if __name__ == "__main__":
    what, place, *rest = sys.argv[1:]
    if what == "add":
        add(place, int(rest[0]), int(rest[1]))
    else:
        judge(place, rest[0], int(rest[1]))
