"""From what the user named to bytes: files, folders, standard input."""

from __future__ import annotations

import io
import os
from pathlib import Path
from types import SimpleNamespace

import pytest

from firsthand.errors import NotFound, RefusedAddress, TooLarge
from firsthand.ingest import limits
from firsthand.ingest.receive import is_url, named, receive


def write(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"She said so.")


def test_a_file_comes_with_its_bytes_and_the_name_given(tmp_path: Path) -> None:
    """Nothing is said of a file beyond its name."""
    write(tmp_path, "a.txt")
    received = receive(str(tmp_path / "a.txt"))
    assert (received.content, received.name) == (b"She said so.", str(tmp_path / "a.txt"))
    assert (received.media_type, received.charset) == (None, None)


def test_a_folder_stands_for_the_reports_in_it(tmp_path: Path) -> None:
    """In the order of their names, at any depth, without hidden files and other formats."""
    write(tmp_path, "b.TXT", "a.html", "deep/er/c.pdf", "d.docx", "e.md", "picture.png",
          ".hidden.txt", ".git/f.txt", "~$d.docx", "deep/.g/h.txt")  # fmt: skip
    found = [Path(name).relative_to(tmp_path).as_posix() for name in named([str(tmp_path)])]
    assert found == ["a.html", "b.TXT", "d.docx", "deep/er/c.pdf", "e.md"]


def test_a_folder_within_a_hidden_one_is_read_when_named(tmp_path: Path) -> None:
    """Only what lies hidden within the folder named is passed over."""
    write(tmp_path, ".case/a.txt")
    assert list(named([str(tmp_path / ".case")])) == [str(tmp_path / ".case/a.txt")]


def test_a_folder_without_reports_is_told(tmp_path: Path) -> None:
    """The line names the folder and what is looked for."""
    write(tmp_path, "picture.png")
    with pytest.raises(NotFound, match=r"no report in this folder .*\.docx.*\.txt"):
        list(named([str(tmp_path)]))


def test_other_names_stand_for_themselves(tmp_path: Path) -> None:
    """A file of any ending, a missing one, a URL and standard input are left for `receive`."""
    write(tmp_path, "a.dat")
    names = [str(tmp_path / "a.dat"), "missing.txt", "https://a.example/b", "-", "", "x" * 5000]
    assert list(named(names)) == names


@pytest.mark.parametrize("name", ["missing.txt", "missing/a.txt", "x" * 5000, "a\0b", ""])
def test_what_cannot_be_opened_gives_one_line(name: str) -> None:
    """The operating system's reason stands in the line."""
    with pytest.raises(NotFound):
        receive(name)


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    """`receive` is given one document."""
    with pytest.raises(NotFound, match="it is a folder, not a file"):
        receive(str(tmp_path))


def test_a_pipe_that_never_ends_is_not_opened(tmp_path: Path) -> None:
    """Nothing waits for what is no ordinary file."""
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(NotFound, match="not an ordinary file"):
        receive(str(tmp_path / "pipe.txt"))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may open every file")
def test_a_file_that_may_not_be_opened_gives_one_line(tmp_path: Path) -> None:
    """The line says that permission is lacking."""
    write(tmp_path, "a.txt")
    (tmp_path / "a.txt").chmod(0)
    with pytest.raises(NotFound, match="Permission denied"):
        receive(str(tmp_path / "a.txt"))


def test_standard_input_is_read_to_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """`-` stands for it, and the report says so."""
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(b"She said so.")))
    received = receive("-")
    assert (received.content, received.name) == (b"She said so.", "standard input")


def test_a_closed_standard_input_gives_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """A program started without one is told so."""
    monkeypatch.setattr("sys.stdin", None)
    with pytest.raises(NotFound, match=r"^standard input: it is closed"):
        receive("-")


def test_a_file_beyond_the_limit_is_not_read_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One byte too many is enough to refuse it, from a file and from standard input."""
    monkeypatch.setattr(limits, "MAX_BYTES", 10)
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(b"She said so.")))
    write(tmp_path, "a.txt")
    for name in (str(tmp_path / "a.txt"), "-"):
        with pytest.raises(TooLarge, match="over 10 bytes"):
            receive(name)


@pytest.mark.parametrize(
    ("name", "url"),
    [("https://a.example/b", True), ("file:///a.txt", True), ("FTP://a", True), ("a.txt", False),
     ("c:/a.txt", False), ("-", False)],
)  # fmt: skip
def test_a_name_with_a_scheme_is_a_url(name: str, url: bool) -> None:
    """Any scheme, so that those which are not read are refused as such."""
    assert is_url(name) is url


def test_a_url_of_a_file_is_refused_rather_than_opened() -> None:
    """`file://` is not a way around."""
    with pytest.raises(RefusedAddress, match="only http and https"):
        receive("file:///etc/hostname")
