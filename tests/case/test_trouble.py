"""What goes wrong in a store is one line that says what to do, and nothing is half-written."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy.exc import ArgumentError

from firsthand.case.casefile import Case
from firsthand.case.events import ExportFormat
from firsthand.case.trouble import translated
from firsthand.errors import CaseBusy, CaseDamaged, CaseError, NotACase
from tests.case.provoked import line_of, looked, made, written
from tests.conftest import ROOT

_PAGE = 4096
_UNTIL_FULL = """
import resource, sys
from firsthand.case.casefile import Case
from firsthand.case.events import ExportFormat
from firsthand.errors import CaseFull
most = int(sys.argv[2])
resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
number = 1
try:
    with Case.open(sys.argv[1], author="Ada") as case:
        while True:
            number = case.export([], ExportFormat.JSON).number
except CaseFull as error:
    print(number, error, sep="\\n")
"""
_NEW_WHEN_FULL = """
import resource, sys
from firsthand.case.casefile import Case
from firsthand.errors import CaseFull
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]),) * 2)
try:
    Case.new(sys.argv[1], author="Ada")
except CaseFull as error:
    print(error)
"""


def _run(program: str, *arguments: object) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", program, *map(str, arguments)],
        capture_output=True, check=True, cwd=ROOT, text=True,
    )  # fmt: skip
    assert done.stderr == ""
    return done.stdout.splitlines()


def test_a_case_that_another_program_writes_to_is_busy(case: Case, place: str) -> None:
    with case.store.writing():
        assert "try again" in line_of(CaseBusy, lambda: written(place, wait=0.1))
        assert looked(place) == 1
    assert written(place) == 2


@pytest.mark.parametrize("room", [0, 1000, 40_000, 150_000])
def test_where_no_room_is_left_what_was_finished_is_kept_and_nothing_else(
    tmp_path: Path, room: int
) -> None:
    made(tmp_path / "a.case")
    number, line = _run(_UNTIL_FULL, tmp_path / "a.case", room)
    assert "make room" in line
    with Case.open(tmp_path / "a.case", author="Ada") as case:
        seen = case.verify()
        assert (seen.events, seen.faults) == (int(number), ())
        assert case.export([], ExportFormat.JSON).number == int(number) + 1


@pytest.mark.parametrize("room", [0, 20_000, 100_000])
def test_where_there_is_no_room_for_a_new_case_none_is_begun(tmp_path: Path, room: int) -> None:
    (line,) = _run(_NEW_WHEN_FULL, tmp_path / "a.case", room)
    assert "make room" in line
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_was_cut_off_is_damaged(tmp_path: Path) -> None:
    made(tmp_path / "a.case")
    os.truncate(tmp_path / "a.case", 2 * _PAGE)
    line_of(CaseDamaged, lambda: looked(tmp_path / "a.case"))


def _everything(path: Path) -> None:
    with Case.open(path, author="Ada", wait=0.1) as case:
        list(case.log())
        case.reports()
        case.verify()
        case.export([], ExportFormat.JSON)


def test_whatever_page_is_damaged_it_is_one_line_or_does_no_harm(tmp_path: Path) -> None:
    """Never a trace, and never an error that SQLite has words for and the case has not."""
    path = tmp_path / "a.case"
    made(path)
    whole = path.read_bytes()
    found = set()
    for start in range(0, len(whole), _PAGE):
        junk = b"\xa5" * (_PAGE - 100)
        path.write_bytes(whole[: start + 100] + junk + whole[start + _PAGE :])
        try:
            _everything(path)
        except CaseError as error:
            assert str(error).isprintable()
            found.add(type(error))
    assert found <= {CaseDamaged, NotACase}
    assert CaseDamaged in found


def test_an_error_that_nobody_foresaw_is_quoted_without_what_the_case_holds() -> None:
    """Below its first line SQLAlchemy prints the statement with the values in it."""

    def fail() -> None:
        with translated("a.case"):
            raise ArgumentError("something new\n[parameters: ('a witness',)]")

    line = line_of(CaseError, fail)
    assert "something new" in line
    assert "witness" not in line
