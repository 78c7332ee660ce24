"""What a user may name as a case, and what is said of everything else."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.case.where import LONGEST_NAME, case_at
from firsthand.errors import CaseError, CaseNotFound, NotACase
from tests.case.provoked import line_of, looked, made

_RAW = st.text(st.sampled_from("xyzXYZ189@/:?#%&= "), min_size=8)


def test_a_file_is_named_by_its_path() -> None:
    at = case_at("harbour.case")
    assert (at.name, at.path, at.url) == ("harbour.case", Path("harbour.case"), None)


@pytest.mark.parametrize("scheme", ["postgresql", "postgres"])
def test_a_database_is_named_by_its_address_without_the_password(scheme: str) -> None:
    at = case_at(f"{scheme}://ada:s%40cret@db.example:5433/harbour?sslmode=require")
    assert at.name == f"{scheme}://ada:***@db.example:5433/harbour"
    assert at.url is not None
    assert at.url.password == "s@cret"


@given(password=_RAW)
def test_a_password_is_never_shown_even_where_it_is_not_written_as_it_should_be(
    password: str,
) -> None:
    """A bare @ or / in it would make a part of it host and database."""
    try:
        said = case_at(f"postgresql://ada:{password}@db.example/harbour").name
    except CaseError as error:
        said = str(error)
    assert password not in said
    assert not set("xyzXYZ189") & set(said.replace("db.example", "")) - set("postgresql:/user")


@given(text=st.text())
def test_whatever_is_named_is_a_place_or_one_line(text: str) -> None:
    try:
        assert case_at(text).name.isprintable()
    except CaseError as error:
        assert str(error).isprintable()


@pytest.mark.parametrize(
    "address",
    [
        "postgresql://",
        "postgresql://host/database",
        "postgresql://ada:secret@host:port/database",
        "postgresql://ada:secret@host",
        "postgresql+psycopg://ada:secret@host/database",
        "mysql://ada:secret@host/database",
        "http://ada:secret@host/database",
        "://secret",
    ],
)
def test_an_address_that_is_none_of_a_case_says_how_one_is_written(address: str) -> None:
    line = line_of(CaseNotFound, lambda: case_at(address))
    assert "postgresql://user:password@host:5432/database" in line
    assert "secret" not in line


@pytest.mark.parametrize(
    "name", ["", "a\0b", "x" * (LONGEST_NAME + 1), os.fsdecode(b"\xff\xfe.case")]
)
def test_a_name_that_no_case_can_have_is_refused_before_anything_is_made(name: str) -> None:
    line_of(CaseNotFound, lambda: case_at(name))


def test_the_longest_name_is_one_that_works(tmp_path: Path) -> None:
    """Files with longer names lie beside it for a while."""
    path = tmp_path / ("x" * LONGEST_NAME)
    made(path)
    assert looked(path) == 1


def test_a_missing_file_says_how_a_case_is_made(tmp_path: Path) -> None:
    line = line_of(CaseNotFound, lambda: looked(tmp_path / "no.case"))
    assert "firsthand case new" in line


def test_a_folder_is_no_case(tmp_path: Path) -> None:
    assert "folder" in line_of(CaseNotFound, lambda: looked(tmp_path))


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    line_of(CaseNotFound, lambda: looked(tmp_path / "file" / "a.case"))


def test_a_link_that_leads_to_itself_is_no_case(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    line_of(CaseNotFound, lambda: looked(tmp_path / "a"))


def test_a_link_to_a_case_is_that_case(tmp_path: Path) -> None:
    made(tmp_path / "a.case")
    (tmp_path / "b.case").symlink_to(tmp_path / "a.case")
    assert looked(tmp_path / "b.case") == 1


def test_a_pipe_is_no_case_and_nothing_waits_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    line_of(NotACase, lambda: looked(tmp_path / "pipe"))


@pytest.mark.parametrize("content", [b"", b"A diary.\n" * 30, bytes(8192)])
def test_another_file_is_no_case_and_stays_as_it_is(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.case"
    path.write_bytes(content)
    line_of(NotACase, lambda: looked(path))
    assert path.read_bytes() == content
    assert list(tmp_path.iterdir()) == [path]


def test_another_program_s_sqlite_file_is_no_case(tmp_path: Path) -> None:
    made_elsewhere = sqlite3.connect(tmp_path / "a.case")
    made_elsewhere.execute("CREATE TABLE log (number INTEGER)")
    made_elsewhere.close()
    line_of(NotACase, lambda: looked(tmp_path / "a.case"))
