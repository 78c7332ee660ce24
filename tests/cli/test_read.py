"""`firsthand read`, as a user runs it."""

from __future__ import annotations

import json
from pathlib import Path

from tests.conftest import Command


def test_a_page_gives_a_picture_with_what_is_said_and_by_whom(
    firsthand_command: Command, page: Path
) -> None:
    """The first thing a user tries."""
    done = firsthand_command("read", str(page))
    assert done.returncode == 0
    assert "Mara Voss, 41, a cook" in done.stdout.decode()
    assert "proposed" in done.stdout.decode()


def test_json_has_one_object_a_report_in_the_order_given(
    firsthand_command: Command, page: Path, tmp_path: Path
) -> None:
    """Lines come in the order of the arguments, with several processes as with one."""
    names = [f"{n}.html" for n in range(7)]
    for name in names:
        (tmp_path / name).write_bytes(page.read_bytes() + name.encode())
    one = firsthand_command("read", *names, "--json")
    two = firsthand_command("read", *names, "--json", "--jobs", "2")
    for done in (one, two):
        assert [json.loads(line)["file"] for line in done.stdout.splitlines()] == names
    assert [_spans(line) for line in one.stdout.splitlines()] == [
        _spans(line) for line in two.stdout.splitlines()
    ]


def _spans(line: bytes) -> list[object]:
    return [a["id"] for a in json.loads(line)["attributions"]]


def test_standard_input_is_read_with_a_dash(firsthand_command: Command) -> None:
    """`cat article.txt | firsthand read -`; the text stays as it came, to the character."""
    text = "\ufeffThe gate was shut, Ana Brisk said.\r\n\r\nNobody else spoke.\r\n"
    done = firsthand_command("read", "-", "--json", given=text.encode())
    assert json.loads(done.stdout)["text"] == text


def test_a_folder_stands_for_the_reports_in_it(
    firsthand_command: Command, page: Path, tmp_path: Path
) -> None:
    """Files of other kinds and hidden ones are left aside."""
    (tmp_path / "case").mkdir()
    (tmp_path / "case" / "b.html").write_bytes(page.read_bytes())
    (tmp_path / "case" / "a.txt").write_text("The gate was shut, she said.")
    (tmp_path / "case" / "a.xlsx").write_text("no report")
    (tmp_path / "case" / ".hidden.txt").write_text("no report")
    done = firsthand_command("read", "case", "--json")
    assert [json.loads(x)["file"] for x in done.stdout.splitlines()] == [
        "case/a.txt",
        "case/b.html",
    ]


def test_a_report_that_fails_stops_no_other_and_sets_the_exit_status(
    firsthand_command: Command, page: Path, tmp_path: Path
) -> None:
    """What could not be read is listed at the end, a line each, with the reason."""
    (tmp_path / "empty.pdf").touch()
    done = firsthand_command("read", "empty.pdf", str(page), "missing.html", "--json")
    assert len(done.stdout.splitlines()) == 1
    assert done.returncode == 1
    assert done.stderr.decode().splitlines() == [
        "2 of 3 could not be read:",
        "empty.pdf: the file is empty",
        "missing.html: cannot be opened (No such file or directory)",
    ]


def test_several_reports_give_one_page_and_a_line_that_says_so(
    firsthand_command: Command, page: Path, tmp_path: Path
) -> None:
    """`--html` writes one page for all reports and says so."""
    done = firsthand_command("read", str(page), str(page), "--html", "out.html")
    assert done.returncode == 0
    assert done.stdout == b""
    assert "1 report" in done.stderr.decode()
    assert "Mara Voss" in (tmp_path / "out.html").read_text()


def test_a_report_is_never_written_over_by_its_page(
    firsthand_command: Command, page: Path, tmp_path: Path
) -> None:
    """A slip of the hand costs no evidence."""
    before = page.read_bytes()
    done = firsthand_command("read", str(page), "--html", str(page))
    assert done.returncode == 1
    assert b"one of the reports" in done.stderr
    assert page.read_bytes() == before


def test_a_file_that_firsthand_did_not_make_is_not_written_over(
    firsthand_command: Command, page: Path, tmp_path: Path
) -> None:
    """Its own pages are; anything else stays."""
    (tmp_path / "notes.html").write_text("my notes")
    assert firsthand_command("read", str(page), "--html", "notes.html").returncode == 1
    assert (tmp_path / "notes.html").read_text() == "my notes"
    for _ in range(2):
        assert firsthand_command("read", str(page), "--html", "out.html").returncode == 0


def test_nothing_half_written_stays_where_no_report_could_be_read(
    firsthand_command: Command, tmp_path: Path
) -> None:
    """A page appears whole or not at all."""
    assert firsthand_command("read", "missing.txt", "--html", "out.html").returncode == 1
    assert list(tmp_path.iterdir()) == []


def test_the_kind_of_document_can_be_said_beforehand(firsthand_command: Command) -> None:
    """A person knows better than the form of a document."""
    text = b"I saw the gate being shut. I was there until the morning and nobody opened it."
    done = firsthand_command("read", "-", "--json", "--kind", "statement", given=text)
    line = json.loads(done.stdout)
    assert line["kind"] == "statement"
    assert line["attributions"]


def test_a_file_name_cannot_write_to_the_terminal(firsthand_command: Command) -> None:
    """Names come from strangers too."""
    done = firsthand_command("read", "a\x1b[31mb.txt")
    assert b"\x1b" not in done.stdout + done.stderr
