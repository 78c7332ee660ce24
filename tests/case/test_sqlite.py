"""One file: under any name, with nothing left beside it, and readable where it may only be read."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from firsthand.case.casefile import Case
from firsthand.case.events import ExportFormat
from firsthand.errors import CaseNotFound, CaseReadOnly
from tests.case.provoked import line_of, looked, made, ordinary_user, written

_ODD = [
    "a?b#c%41.case", "?mode=memory", "file:x.case", ":memory:", "%00.case", "ü ü.case", "-x.case",
    "q'u\"ote.case", "new\nline.case", "a;b&c=d.case", "back\\slash.case",
]  # fmt: skip


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that everybody may look into, with a case in it."""
    path = Path(tempfile.mkdtemp())
    path.chmod(0o755)
    made(path / "a.case")
    (path / "a.case").chmod(0o644)
    yield path
    for inside in (path, *path.rglob("*")):
        inside.chmod(0o755)
    shutil.rmtree(path)


@pytest.mark.parametrize("name", _ODD)
def test_a_name_means_nothing_but_itself(tmp_path: Path, name: str) -> None:
    """No part of it is taken for an option, an escape or a database in memory."""
    made(tmp_path / name)
    assert written(tmp_path / name) == 2
    assert looked(tmp_path / name) == 2
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_one_may_look_while_one_writes_in_one_thread(tmp_path: Path) -> None:
    """As a review does, which writes after each thing that it shows."""
    made(tmp_path / "a.case")
    with Case.open(tmp_path / "a.case", author="Ada") as case:
        for line in case.log():
            assert case.export([], ExportFormat.JSON).number == line.entry.number + 1
        assert case.head().number == 2


def test_a_file_that_may_only_be_read_is_looked_at_and_never_written(folder: Path) -> None:
    case = folder / "a.case"
    case.chmod(0o444)
    folder.chmod(0o777)
    with ordinary_user():
        assert looked(case) == 1
        assert "may not write" in line_of(CaseReadOnly, lambda: written(case))
    assert list(folder.iterdir()) == [case]


def test_a_case_in_a_folder_that_may_only_be_read_is_looked_at_and_never_written(
    folder: Path,
) -> None:
    case = folder / "a.case"
    case.chmod(0o666)
    folder.chmod(0o555)
    with ordinary_user():
        assert looked(case) == 1
        line_of(CaseReadOnly, lambda: written(case))
        line_of(CaseNotFound, lambda: made(folder / "b.case"))


def test_a_file_that_may_not_be_read_says_so(folder: Path) -> None:
    (folder / "a.case").chmod(0)
    with ordinary_user():
        assert "denied" in line_of(CaseNotFound, lambda: looked(folder / "a.case"))


def test_what_another_user_is_writing_is_seen_by_one_who_may_only_read(folder: Path) -> None:
    with Case.open(folder / "a.case", author="Ada") as case:
        case.export([], ExportFormat.JSON)
        folder.chmod(0o555)
        for path in folder.iterdir():
            path.chmod(0o444)
        with ordinary_user():
            assert looked(folder / "a.case") == 2
        folder.chmod(0o755)


def _cut_short(folder: Path, *kept: str) -> Path:
    """A case whose writer was killed, in a folder that may only be read, with some files."""
    case = folder / "cut"
    case.mkdir()
    with Case.open(folder / "a.case", author="Ada") as opened:
        opened.export([], ExportFormat.JSON)
        for suffix in ("", *kept):
            shutil.copy(folder / f"a.case{suffix}", case / f"a.case{suffix}")
    case.chmod(0o555)
    return case / "a.case"


def test_what_a_killed_writer_left_beside_the_file_counts(folder: Path) -> None:
    case = _cut_short(folder, "-wal", "-shm")
    with ordinary_user():
        assert looked(case) == 2


def test_changes_that_cannot_be_read_are_never_passed_over(folder: Path) -> None:
    """Better no case than one that lacks its end."""
    case = _cut_short(folder, "-wal")
    with ordinary_user():
        assert "a.case-wal" in line_of(CaseReadOnly, lambda: looked(case))


@pytest.mark.parametrize("left", ["-shm", "-wal"])
def test_a_file_with_nothing_in_it_that_was_left_beside_does_no_harm(
    folder: Path, left: str
) -> None:
    (folder / f"a.case{left}").touch()
    folder.chmod(0o555)
    with ordinary_user():
        assert looked(folder / "a.case") == 1


def test_a_case_opened_to_be_looked_at_takes_no_change(tmp_path: Path) -> None:
    made(tmp_path / "a.case")
    with Case.open(tmp_path / "a.case", author="Ada", read_only=True) as case:
        line_of(CaseReadOnly, lambda: case.export([], ExportFormat.JSON))
        assert case.head().number == 1
