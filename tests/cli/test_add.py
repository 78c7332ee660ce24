"""`firsthand case new` and `firsthand add`."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.cli.in_process import ok, run, write_reports
from tests.conftest import Command


def test_a_new_case_says_once_that_it_is_not_encrypted(tmp_path: Path) -> None:
    """And prints its head, which pins it."""
    done = ok("case", "new", tmp_path / "a.case")
    assert "not encrypted" in done.err
    assert done.out.startswith(f"Made {tmp_path / 'a.case'}. Its head is 1:")
    assert "not encrypted" not in ok("list", tmp_path / "a.case").err


def test_nothing_is_written_over(boats: Path) -> None:
    before = boats.read_bytes()
    assert "it exists already" in run("case", "new", boats).error
    assert boats.read_bytes() == before


def test_what_is_there_already_is_not_read_again(boats: Path, tmp_path: Path) -> None:
    """The same bytes are one report, whatever the file is called."""
    one, three = write_reports(tmp_path, [1, 3])
    same = one.rename(tmp_path / "renamed.txt")
    done = ok("add", boats, same, three, "--reader", "rules", "--json")
    assert [(line["file"], line["new"]) for line in done.json] == [
        (str(same), False),
        (str(three), True),
    ]
    assert done.json[0]["statements"] == len(
        ok("show", boats, "report-1.txt", "--json").json[0]["attributions"]
    )
    assert done.err.splitlines()[-1].startswith(f"Added 1 report to {boats}: ")
    assert done.err.splitlines()[-1].endswith("none reviewed. 1 was there already.")


def test_a_report_that_fails_stops_no_other(boats: Path, tmp_path: Path) -> None:
    """It is listed at the end, and the exit status is 1."""
    (three,) = write_reports(tmp_path, [3])
    done = run("add", boats, "missing.txt", three, "--reader", "rules")
    assert done.code == 1
    assert done.out.startswith("Added 1 report")
    assert "1 of 2 could not be read:" in done.err


def test_what_is_said_of_the_reports_is_a_correction_by_who_says_it(
    boats: Path, tmp_path: Path
) -> None:
    """The document's own answer stays beside it."""
    (three,) = write_reports(tmp_path, [3])
    said = ("--outlet", "The Daily Gull", "--date", "2024-03-05", "--kind", "statement")
    ok("add", boats, three, "--reader", "rules", *said, "--author-of", "Nela Rist")
    line = ok("show", boats, "report-3.txt", "--json").json[0]
    assert [line[k] for k in ("outlet", "published", "kind", "byline")] == [
        "The Daily Gull", "2024-03-05", "statement", "Nela Rist",
    ]  # fmt: skip
    assert {c["by"] for c in line["corrections"]} == {"Bo"}
    assert line["machine"]["outlet"] is None


def test_a_run_that_was_cut_short_is_made_whole_by_the_next(boats: Path, tmp_path: Path) -> None:
    """A report that is there gets the outlet that nobody has said, and keeps one that is said."""
    one = write_reports(tmp_path, [1])[0]
    for outlet in ("The Daily Gull", "Another"):
        ok("add", boats, one, "--reader", "rules", "--outlet", outlet)
    assert ok("show", boats, "report-1.txt", "--json").json[0]["outlet"] == "The Daily Gull"


def test_a_date_that_is_none_is_refused_before_anything_is_read(boats: Path) -> None:
    done = run("add", boats, "missing.txt", "--date", "May")
    assert done.code == 2
    assert "could not be read" not in done.err


def test_versions_of_an_article_are_proposed(boats: Path, tmp_path: Path) -> None:
    """A person decides; the line says how."""
    one, three = write_reports(tmp_path, [1, 3])
    long = three.read_text() + "\n\n" + "The quay was closed while the boats lay there. " * 9
    one.write_text(long)
    three.write_text(long.replace("closed", "shut", 1))
    done = ok("add", boats, one, three, "--reader", "rules", "--outlet", "The Daily Gull")
    assert "may be a version of" in done.err
    assert "firsthand diff" in done.err
    assert "version_of" in done.err


def test_an_author_must_be_known(
    boats: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Nobody acts without a name; the login name is the last that is taken."""
    monkeypatch.delenv("FIRSTHAND_AUTHOR")
    for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        monkeypatch.setenv(name, "")
    monkeypatch.setattr(os, "getuid", lambda: 123456789)
    done = run("rebuild", boats)
    assert done.code == 2
    assert "--author" in done.err


def test_processes_read_and_one_stores(firsthand_command: Command, tmp_path: Path) -> None:
    """The real command, with several processes, gives the reports in order."""
    write_reports(tmp_path, [1, 2, 3, 4])
    names = [f"report-{n}.txt" for n in (1, 2, 3, 4)]
    assert firsthand_command("case", "new", "a.case").returncode == 0
    done = firsthand_command("add", "a.case", *names, "--jobs", "2", "--json", "--reader", "rules")
    assert done.returncode == 0
    assert [line.split(b'"file": ')[1].split(b",")[0] for line in done.stdout.splitlines()] == [
        f'"{name}"'.encode() for name in names
    ]
