"""`judge`, `correct`, `attribute`, `merge`, `split`, `note`, `withdraw` and `undo`."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from tests.cli.in_process import ok, run, statements


def _statement(case: Path, name: str) -> Any:
    return ok("show", case, name, "--json").json[0]


def _by_words(case: Path, words: str) -> Any:
    return next(s for s in statements(case) if words in " ".join(s["words"]))


def test_a_verdict_stands_with_who_when_and_why(boats: Path) -> None:
    """The line names the event, so that it can be undone."""
    name = statements(boats)[0]["id"]
    done = ok("judge", boats, name[:8], "reject", "--reason", "a headline")
    number = int(re.match(r"Event (\d+), judged", done.out)[1])  # type: ignore[index]
    review = _statement(boats, name)["review"]
    assert (review["state"], review["by"], review["reason"], review["event"]) == (
        "rejected", "Bo", "a headline", number,
    )  # fmt: skip
    ok("undo", boats, str(number), "--reason", "a slip")
    assert _statement(boats, name)["review"]["state"] == "unreviewed"


def test_the_last_verdict_holds_and_the_first_stays_in_sight(boats: Path) -> None:
    name = statements(boats)[0]["id"]
    for author, verdict in (("Ada", "accept"), ("Bo", "unsure")):
        ok("judge", boats, name, verdict, "--author", author)
    review = _statement(boats, name)["review"]
    assert review["state"] == "unsure"
    assert [(d["by"], d["verdict"]) for d in review["decisions"]] == [
        ("Ada", "accept"), ("Bo", "unsure"),
    ]  # fmt: skip


def test_a_statement_is_corrected_and_the_machine_stays_beside_it(boats: Path) -> None:
    told = _by_words(boats, "boat 1 at night")
    ok("correct", boats, told["id"], "basis", "saw", "--words", "I saw the lamps")
    now = _statement(boats, told["id"])
    assert (now["basis"], now["review"]["state"]) == ("saw", "corrected")
    if now["review"]["machine"]:
        assert now["review"]["machine"]["basis"] == told["basis"]
    ok("correct", boats, told["id"], "speaker", "the guards")
    assert _statement(boats, told["id"])["speaker_name"] == "the guards"
    out = ok("show", boats, told["id"]).out
    assert f"the machine had: speaker: {told['speaker_name']}" in out


def test_a_report_is_corrected(boats: Path) -> None:
    for field, value in (("outlet", "The Gull"), ("date", "2024-03-05"), ("author", "unknown")):
        ok("correct", boats, "report-1.txt", field, value)
    ok("correct", boats, "report-1.txt", "block", "caption", "--words", "denied on Friday")
    ok("correct", boats, "report-1.txt", "copy-of", "report-2.txt")
    line = ok("show", boats, "report-1.txt", "--json").json[0]
    assert (line["outlet"], line["published"], line["byline"]) == ("The Gull", "2024-03-05", None)
    assert "caption" in {block["kind"] for block in line["blocks"]}
    assert line["copy_of"] == ok("show", boats, "report-2.txt", "--json").json[0]["id"]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("report-1.txt", "colour", "red"), "no 'colour' to correct"),
        (("report-1.txt", "version_of", "report-9.txt"), "no report 'report-9.txt'"),
        (("report-1.txt", "version_of", "report-1.txt"), "copy or a version of itself"),
        (("STATEMENT", "basis", "believed"), "it is one of experienced, saw"),
        (("STATEMENT", "basis", "saw"), "needs the words that show it"),
        (("STATEMENT", "colour", "red"), "is no field of a statement"),
        (("SOURCE", "name", "X"), "a source is not corrected"),
    ],
)
def test_what_cannot_be_so_is_one_line_and_changes_nothing(
    boats: Path, arguments: tuple[str, ...], told: str
) -> None:
    head = ok("log", boats).lines[-1]
    names = {"STATEMENT": statements(boats)[0]["id"], "SOURCE": _source(boats)["id"]}
    done = run("correct", boats, *(names.get(a, a) for a in arguments))
    assert told in done.error
    assert ok("log", boats).lines[-1] == head


def _source(case: Path, name: str = "Tamsin Orle") -> Any:
    found = ok("list", case, "--sources", "--json").json
    return next(s for s in found if name in s["name"])


def test_a_missed_statement_is_added_in_the_words_of_the_report(boats: Path) -> None:
    """It stands as added by a person, with no answer of the machine."""
    quote = ("I saw the lamps.", "--speaker", "Ivo Lenn", "--reason", "missed")
    ok("attribute", boats, "report-1.txt", *quote)
    added = next(s for s in statements(boats) if s["words"] == ["I saw the lamps."])
    assert (added["pattern"], added["review"]["proposed"]) == ("person", False)
    assert added["review"]["by"] == "Bo"
    assert "the reader did not propose it" in ok("show", boats, added["id"]).out
    assert "does not stand in the report" in run("attribute", boats, "report-1.txt", "no").error


def test_sources_are_merged_across_reports_and_split_within_one(boats: Path) -> None:
    sources = ok("list", boats, "--sources", "--json").json
    one, other = (
        next(s for s in sources if s["report"] == r) for r in {s["report"] for s in sources}
    )
    ok("merge", boats, one["id"], other["id"], "--reason", "the same person")
    rows = {s["id"]: s["person"] for s in ok("list", boats, "--sources", "--json").json}
    assert rows[one["id"]] == rows[other["id"]]
    told = next(s for s in statements(boats) if s["speaker"])
    ok("split", boats, told["speaker"], told["id"], "--name", "the guards")
    assert _statement(boats, told["id"])["speaker_name"] == "the guards"


def test_notes_stand_beside_what_they_are_on(boats: Path) -> None:
    name = statements(boats)[0]["id"]
    ok("note", boats, name, "ask Mara")
    ok("note", boats, "report-1.txt", "a first draft")
    assert "note by Bo" in ok("show", boats, name).out
    assert "a first draft" in ok("show", boats, "report-1.txt").out
    assert "a note is empty" in run("note", boats, name, " ").error
    assert _statement(boats, name)["review"]["state"] == "unreviewed"


def test_what_was_taken_back_says_so_wherever_it_is_listed(boats: Path) -> None:
    told = next(s for s in statements(boats) if s["speaker"])
    ok("withdraw", boats, told["speaker"], "recantation", "--date", "2024-05-06")
    for shown in (ok("list", boats, "--statements"), ok("show", boats, "report-1.txt")):
        assert "recantation" in shown.out
    ok("withdraw", boats, "report-2.txt", "retraction", "--reason", "the outlet’s own")
    assert "retraction" in ok("list", boats).out
    assert "needs the source" in run("withdraw", boats, "report-1.txt", "disowned").error


def test_what_later_events_rest_on_is_not_undone(boats: Path) -> None:
    """The line lists them."""
    name = statements(boats)[0]["id"]
    ok("judge", boats, name, "accept")
    done = run("undo", boats, "3")
    assert "later events rest on event 3" in done.error
    assert "(judged)" in done.error
    assert "nothing undoes" in run("undo", boats, "1").error
