"""`trace`, `apart` and `independent`, as a user runs them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from firsthand.case.judgements import Shared
from tests.cli.in_process import ok, run

NO = [word for point in Shared for word in ("--checked", f"{point.value}=no")]


def _sources(case: Path) -> list[Any]:
    """One source of each report."""
    rows = {row["report"]: row for row in ok("list", case, "--sources", "--json").json}
    return list(rows.values())


def _last(case: Path) -> Any:
    return ok("log", case, "--json").json[-1]


def _kinds(case: Path) -> list[str]:
    return [line["kind"] for line in ok("log", case, "--json").json]


def test_a_trace_shows_sources_and_how_much_nobody_reviewed(boats: Path) -> None:
    """And writes nothing into the case."""
    before = ok("log", boats).lines[-1]
    done = ok("trace", boats)
    assert "2 reports, " in done.lines[0]
    assert done.lines[0].endswith(" unreviewed.")
    assert "Mara Voss" in done.out or "Ivo Lenn" in done.out
    assert ok("log", boats).lines[-1] == before


def test_the_json_is_one_line_at_the_head_of_the_case(boats: Path) -> None:
    (line,) = ok("trace", boats, "--json").json
    assert line["schema"] == "firsthand.trace/1"
    assert f"Head {line['head']}" == ok("log", boats).lines[-1]
    assert len(line["reports"]) == 2


def test_one_source_is_named_by_its_id_or_its_name(boats: Path) -> None:
    source = _sources(boats)[0]
    by_id = ok("trace", boats, "--source", source["id"], "--json").json[0]
    by_name = ok("trace", boats, "--source", source["name"], "--json").json[0]
    for line in (by_id, by_name):
        assert source["id"] in {r["source"] for s in line["sources"] for r in s["one_with"]}
    done = run("trace", boats, "--source", "Nobody Atall")
    assert (done.code, "no source" in done.error) == (1, True)


def test_what_looks_corroborated_is_listed_alone(boats: Path) -> None:
    done = ok("trace", boats, "--false-corroboration")
    assert "What several reports carry" not in done.out
    assert "Sources" not in done.lines


def test_placeholders_are_logged_before_they_are_shown(boats: Path) -> None:
    """By Bo, who looked; and never written into a file."""
    done = ok("trace", boats, "--placeholders")
    shown = "Unnamed sources" in done.out
    assert ("placeholders_shown" in _kinds(boats)) == shown
    for other in (["--json"], ["--html", "out.html"]):
        assert run("trace", boats, "--placeholders", *other).code == 2


def test_the_page_is_logged_as_an_export(boats: Path, tmp_path: Path) -> None:
    done = ok("trace", boats, "--html", tmp_path / "out.html")
    assert (tmp_path / "out.html").read_text(encoding="utf-8").count("</html>") == 1
    assert (_last(boats)["kind"], _last(boats)["what"]) == ("exported", "2 reports as page")
    assert "unreviewed" in done.out
    again = run("trace", boats, "--html", tmp_path / "out.html")
    assert "exists already" in again.error
    assert run("trace", boats, "--html", tmp_path / "two.html", "--source", "Ivo Lenn").code == 2


def test_independent_is_said_against_the_list_and_shown_under_a_name(boats: Path) -> None:
    one, other = _sources(boats)
    done = ok("independent", boats, one["id"], other["id"], *NO)
    assert "are independent; common informant no, " in done.out
    (said,) = ok("trace", boats, "--json").json[0]["independent"]
    assert (said["by"], set(said["checklist"].values())) == ("Bo", {"no"})
    assert "Bo, " in ok("trace", boats).out.partition("Said by reviewers")[2]


@pytest.mark.parametrize(
    ("checked", "told"),
    [
        (NO[:-2], "needs one answer to each of: payment"),
        ([*NO[:-1], "payment=yes"], "a reason is needed"),
    ],
)
def test_a_list_with_gaps_is_refused(boats: Path, checked: list[str], told: str) -> None:
    one, other = _sources(boats)
    assert told in run("independent", boats, one["id"], other["id"], *checked).error
    assert _last(boats)["kind"] == "reading_made"


def test_an_answer_that_is_none_says_what_there_is(boats: Path) -> None:
    one, other = _sources(boats)
    done = run("independent", boats, one["id"], other["id"], "--checked", "kinship=maybe")
    assert done.code == 2
    assert "not_known" in done.err


def test_two_sources_are_set_apart_and_a_merge_round_about_says_that_it_joins_nobody(
    boats: Path,
) -> None:
    rows = ok("list", boats, "--sources", "--json").json
    one, two, three = (row["id"] for row in rows[:3])
    assert "are two" in ok("apart", boats, one, three).out
    ok("merge", boats, one, two)
    done = ok("merge", boats, two, three)
    assert "They stay two for now" in done.err
    persons = {r["id"]: r["person"] for r in ok("list", boats, "--sources", "--json").json}
    assert persons[one] == persons[two] != persons[three]


def test_an_empty_case_has_nothing_to_trace(tmp_path: Path) -> None:
    ok("case", "new", tmp_path / "empty.case", "--author", "Ada")
    assert "0 reports, 0 statements, 0 unreviewed." in ok("trace", tmp_path / "empty.case").out
    (line,) = ok("trace", tmp_path / "empty.case", "--json").json
    assert json.dumps(line["groups"]) == "[]"


def test_a_source_is_named_by_words_of_its_name(boats: Path) -> None:
    """As in a search: capitals make no difference."""
    whole = next(s["name"] for s in _sources(boats) if len(s["name"].split()) == 2)
    assert whole in ok("trace", boats, "--source", whole.split()[1].lower()).out
