"""`firsthand list`, `show`, `diff` and `search`: what is in a case, as it stands."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from tests.case.made import text_of
from tests.cli.in_process import ok, run, statements, write_reports
from tests.conftest import Command


@pytest.mark.parametrize("options", [(), ("--sources",), ("--statements",)], ids=str)
def test_every_list_says_how_much_is_unreviewed(boats: Path, options: tuple[str, ...]) -> None:
    count = len(ok("list", boats, "--statements", "--json").json)
    last = ok("list", boats, *options).lines[-1]
    assert last == f"2 reports, {count} statements, {count} unreviewed."
    ok("judge", boats, statements(boats)[0]["id"][:8], "accept")
    assert ok("list", boats, *options).lines[-1].endswith(f"{count - 1} unreviewed.")


def test_lists_are_json_too(boats: Path) -> None:
    """A line a report, a source, a statement, with whole ids."""
    reports = ok("list", boats, "--json").json
    assert {r["received_from"].rpartition("/")[2] for r in reports} == {
        "report-1.txt", "report-2.txt",
    }  # fmt: skip
    sources = ok("list", boats, "--sources", "--json").json
    assert "Tamsin Orle" in {s["name"] for s in sources}
    told = ok("list", boats, "--statements", "--json").json
    assert {s["review"]["state"] for s in told} == {"unreviewed"}
    assert {s["report"] for s in told} == {r["id"] for r in reports}


def test_two_lists_at_once_are_refused(boats: Path) -> None:
    assert run("list", boats, "--sources", "--statements").code == 2


def test_a_report_is_shown_by_its_file_name_or_the_start_of_its_id(boats: Path) -> None:
    by_name = ok("show", boats, "report-1.txt").out
    name = ok("show", boats, "report-1.txt", "--json").json[0]["id"]
    assert ok("show", boats, name[:4]).out == by_name
    assert "Crew of boat 1 held" in by_name
    assert "unreviewed" in by_name


def test_a_statement_is_shown_in_its_paragraph_with_its_history(boats: Path) -> None:
    """With what was decided, superseded decisions too."""
    name = statements(boats)[1]["id"]
    ok("judge", boats, name, "unsure", "--reason", "ask the editor")
    ok("judge", boats, name, "reject")
    out = ok("show", boats, name[:10]).out
    assert "rejected by Bo" in out
    assert "unsure: ask the editor" in out


def test_a_source_is_shown_with_its_statements(boats: Path) -> None:
    sources = ok("list", boats, "--sources", "--json").json
    source = next(s for s in sources if s["statements"])
    out = ok("show", boats, source["id"]).out
    assert source["name"] in out
    assert "unreviewed" in out
    assert ok("show", boats, source["id"], "--json").json[0]["person"] == source["id"]


def test_what_is_not_there_is_one_line(boats: Path) -> None:
    assert "no report, statement or source 'ffff'" in run("show", boats, "ffff").error


def test_the_original_comes_back_to_the_byte(boats: Path, tmp_path: Path) -> None:
    """Into a new file alone: nothing is written over."""
    target = tmp_path / "out.txt"
    ok("export", boats, "report-1.txt", "--original", str(target))
    assert target.read_bytes() == text_of(1).encode()
    assert target.stat().st_mode & 0o077 == 0
    assert "1 report as original" in ok("log", boats).out
    target.write_text("mine")
    refused = run("export", boats, "report-1.txt", "--original", target)
    assert "it exists already" in refused.error
    assert target.read_text() == "mine"


def test_two_versions_are_shown_word_by_word(boats: Path, tmp_path: Path) -> None:
    """What went and what came, and what the two say of themselves."""
    changed = tmp_path / "changed.txt"
    changed.write_text(text_of(1).replace("the shed", "the gate"))
    ok("add", boats, changed, "--reader", "rules", "--outlet", "The Gull")
    out = ok("diff", boats, "report-1.txt", "changed.txt").out
    assert "[−shed−][+gate+]" in out
    assert "outlet: not known → The Gull" in out
    assert "No words differ." in ok("diff", boats, "report-1.txt", "report-1.txt").out


def test_a_version_leads_to_the_other(boats: Path) -> None:
    ok("correct", boats, "report-2.txt", "version_of", "report-1.txt")
    assert "Another version: " in ok("show", boats, "report-1.txt").out
    assert "Version of “" in ok("show", boats, "report-2.txt").out
    assert "version of" in ok("list", boats).out


def test_a_search_gives_passages_with_their_statements(boats: Path) -> None:
    """How many, in how many reports; speaker, basis and review beside each statement."""
    done = ok("search", boats, "guards", "shed")
    assert done.lines[-1] == "2 passages in 2 reports."
    assert "unreviewed" in done.out
    assert "basis" in done.out
    hit = ok("search", boats, "guards", "shed", "--json").json[0]
    assert [hit["text"][a:b] for a, b in hit["marks"]] == ["guards", "shed"]
    assert (
        ok("search", boats, "guards", "--limit", "1")
        .lines[-1]
        .startswith("2 passages; the first 1")
    )


def test_a_search_that_cannot_be_understood_is_one_line(boats: Path) -> None:
    assert "no field 'foo'" in run("search", boats, "foo:bar").error


def test_loud_circumstances_are_loud_in_every_listing_that_shows_words(
    boats: Path, tmp_path: Path
) -> None:
    report = tmp_path / "custody.txt"
    report.write_text("Hanno Piel, who is in custody at Tarn jail, said that nobody was hurt.\n")
    ok("add", boats, report, "--reader", "rules")
    name = statements(boats, "custody.txt")[0]["id"]
    for shown in (
        ok("list", boats, "--statements"), ok("show", boats, "custody.txt"),
        ok("show", boats, name), ok("search", boats, "nobody", "hurt"),
    ):  # fmt: skip
        assert "IN CUSTODY" in shown.out
    assert ok("search", boats, "hurt", "--json").json[0]["statements"][0]["loud"] == ["in custody"]


def test_nothing_of_a_report_can_write_to_the_terminal(boats: Path, tmp_path: Path) -> None:
    """Names and words come from strangers."""
    report = tmp_path / "hostile.txt"
    report.write_text(
        "Crew held, \x1b[31mcook says\n\nMara \x1b]0;Voss said that it \u202ewas so.\n"
    )
    ok("add", boats, report, "--reader", "rules", "--outlet", "The \x1b[2JGull")
    ok("note", boats, "hostile.txt", "a \x1b[1m note")
    for shown in (
        ok("list", boats), ok("list", boats, "--sources"), ok("list", boats, "--statements"),
        ok("show", boats, "hostile.txt"), ok("search", boats, "Voss"), ok("log", boats),
        ok("diff", boats, "report-1.txt", "hostile.txt"),
    ):  # fmt: skip
        assert "\x1b" not in shown.out
        assert "\u202e" not in shown.out


def test_looking_changes_nothing(boats: Path, firsthand_command: Command) -> None:
    """A case in a file that may only be read is looked at as well."""
    before = hashlib.sha256(boats.read_bytes()).hexdigest()
    for command in (("list",), ("search", "shed"), ("log", "--verify")):
        ok(command[0], boats, *command[1:])
    assert hashlib.sha256(boats.read_bytes()).hexdigest() == before


def test_what_is_no_case_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("my notes")
    write_reports(tmp_path, [1])
    assert "it is not a case file" in run("list", tmp_path / "notes.txt").error
    assert "no such case" in run("list", tmp_path / "missing.case").error
    assert "it is a folder" in run("add", tmp_path, "report-1.txt").error
