"""`log`, `remove`, `export`, `reread` and `rebuild`: the case as a record."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.cli.in_process import ok, run, statements


def test_the_log_lists_what_happened_and_ends_in_its_head(boats: Path) -> None:
    ok("judge", boats, statements(boats)[0]["id"], "accept")
    ok("undo", boats, "6")
    lines = ok("log", boats).lines
    assert len(lines) == 8
    assert "Ada  report added" in lines[1]
    assert lines[5].endswith("[undone by 7]")
    assert lines[-1].startswith("Head 7:")


def test_the_log_of_one_report_is_what_concerns_it(boats: Path) -> None:
    lines = ok("log", boats, "--report", "report-2.txt", "--json").json
    assert [line["kind"] for line in lines] == ["report_added", "reading_made"]


def test_the_log_as_json_can_be_followed_along_its_chain(boats: Path) -> None:
    lines = ok("log", boats, "--json").json
    assert [line["previous"] for line in lines[1:]] == [line["hash"] for line in lines[:-1]]


def test_a_whole_case_verifies_and_a_head_pins_it(boats: Path) -> None:
    """What was printed before holds after more was added; another hash does not."""
    head = ok("log", boats).lines[-1].removeprefix("Head ")
    ok("judge", boats, statements(boats)[0]["id"], "accept")
    assert ok("log", boats, "--verify", "--head", head).out.startswith("ok: 6 events, 2 reports, ")
    number, digest = head.split(":")
    other = f"{number}:{digest[::-1]}"
    done = run("log", boats, "--head", other)
    assert (done.code, done.out) == (1, "")
    assert "its hash is not the one given" in done.err
    assert run("log", boats, "--head", "5:abc").code == 2


def test_a_changed_payload_is_named_by_its_event(boats: Path) -> None:
    with sqlite3.connect(boats) as file:
        file.execute("UPDATE payload SET body = replace(body, 'boat 1', 'boat 9') WHERE number = 3")
    file.close()
    done = run("log", boats, "--verify")
    assert done.code == 1
    assert done.err.splitlines()[0].startswith(f"{boats}: event 3: its payload is not the one")
    assert done.err.splitlines()[-1].endswith("the first is the one to look at.")


def test_nothing_is_erased_without_a_yes(boats: Path) -> None:
    """No terminal, no `--yes`: nothing happens."""
    done = run("remove", boats, "report-1.txt", "--reason", "consent withdrawn", given="y\n")
    assert done.code == 1
    assert "give --yes" in done.err
    assert len(ok("list", boats, "--json").json) == 2
    assert run("remove", boats, "report-1.txt", "--yes").code == 2


def test_an_erased_report_is_gone_and_the_log_still_verifies(boats: Path, tmp_path: Path) -> None:
    """And the user hears where copies may be."""
    ok("export", boats, "--json", tmp_path / "out.jsonl")
    done = ok("remove", boats, "report-1.txt", "--reason", "consent withdrawn", "--yes")
    assert "Erased. 2 events" in done.out
    assert "It had left the case before (events 6)" in done.err
    assert b"boat 1" not in boats.read_bytes()
    assert [r["received_from"][-12:] for r in ok("list", boats, "--json").json] == ["report-2.txt"]
    assert ok("log", boats, "--verify").out.startswith("ok: ")
    assert "[erased by 7]" in ok("log", boats).out


def test_an_export_has_every_decision_and_is_in_the_log(boats: Path, tmp_path: Path) -> None:
    name = statements(boats)[0]["id"]
    ok("judge", boats, name, "accept")
    done = ok("export", boats, "report-1.txt", "--json", tmp_path / "out.jsonl")
    (line,) = [json.loads(x) for x in (tmp_path / "out.jsonl").read_text().splitlines()]
    assert line["schema"] == "firsthand.case/1"
    states = [a["review"]["state"] for a in line["attributions"]]
    assert states.count("accepted") == 1
    assert f"{states.count('unreviewed')} statements unreviewed" in done.out
    last = ok("log", boats, "--json").json[-1]
    assert (last["kind"], last["author"], last["what"]) == ("exported", "Bo", "1 report as json")


def test_an_exported_page_says_what_was_reviewed(boats: Path, tmp_path: Path) -> None:
    told = statements(boats)
    ok("judge", boats, told[0]["id"], "reject", "--reason", "<b>a headline</b>")
    ok("export", boats, "--html", tmp_path / "out.html")
    page = (tmp_path / "out.html").read_text()
    assert "rejected by Bo" in page
    assert "<b>a headline" not in page
    assert "unreviewed" in page
    assert page.count("</html>") == 1


def test_an_export_goes_to_the_output_too(boats: Path) -> None:
    assert len(ok("export", boats, "--json", "-").json) == 2
    assert ok("log", boats, "--json").json[-1]["kind"] == "exported"


@pytest.mark.parametrize("there", ["out.jsonl", "boats.case"])
def test_an_export_writes_over_nothing(boats: Path, tmp_path: Path, there: str) -> None:
    """Nothing is logged then either."""
    (tmp_path / "out.jsonl").write_text("mine")
    before = (tmp_path / there).read_bytes()
    done = run("export", boats, "--json", tmp_path / there)
    assert "it exists already" in done.error
    assert (tmp_path / there).read_bytes() == before
    assert ok("log", boats, "--json").json[-1]["kind"] == "reading_made"
    assert run("export", boats).code == 2


def test_reading_again_keeps_decisions(boats: Path) -> None:
    """The same reader finds nothing new; another takes the place of the first."""
    name = statements(boats)[0]["id"]
    ok("judge", boats, name, "accept")
    assert "0 changed" in ok("reread", boats, "--reader", "rules").out
    done = ok("reread", boats, "report-1.txt", "--reader", "model")
    assert done.out == "Read 1 report again: 1 changed.\n"
    states = [s["review"]["state"] for s in statements(boats)]
    assert "accepted" in states
    assert ok("log", boats, "--verify").out.startswith("ok: ")


def test_the_tables_are_made_anew(boats: Path) -> None:
    before = ok("list", boats).out
    assert ok("rebuild", boats).out == f"Rebuilt {boats}: 2 reports.\n"
    assert ok("list", boats).out == before


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is full")
@pytest.mark.parametrize("form", [[], ["--json"]])
def test_a_full_output_gives_a_line(boats: Path, form: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "firsthand", "log", str(boats), *form],
            stdout=full, stderr=subprocess.PIPE, check=False,
        )  # fmt: skip
    assert done.returncode == 1
    assert done.stderr.decode().startswith("standard output cannot be written")
    assert done.stderr.count(b"\n") == 1


def test_undoing_the_only_reading_says_that_the_report_is_in_no_list(boats: Path) -> None:
    """And how it comes back."""
    report = ok("list", boats, "--json").json[0]["id"]
    numbers = {line["kind"]: line["number"] for line in _about(boats, report)}
    done = ok("undo", boats, str(numbers["reading_made"]))
    assert f"Report {report} is in no list now" in done.err
    ok("undo", boats, done.err.rpartition("firsthand undo ")[2].split("`")[0].split()[-1])
    assert report in {row["id"] for row in ok("list", boats, "--json").json}


def _about(boats: Path, report: str) -> list[Any]:
    return ok("log", boats, "--report", report, "--json").json
