"""JSON lines: what other programs read."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

import firsthand
from firsthand.export import jsonl
from tests.conftest import REPORTS
from tests.export.records import RECORD

VALIDATOR = jsonschema.Draft202012Validator(json.loads(jsonl.schema()))
HOSTILE = (
    "He said: “one\u2028two\u2029three\u0085four\u000cfive\u001csix.” She said it was so.\r\nEnd."
)


def _line(reading: firsthand.Reading) -> str:
    return jsonl.line(reading.record)


@pytest.mark.parametrize("path", sorted(REPORTS.iterdir()), ids=lambda path: path.name)
def test_every_sample_report_gives_a_line_that_fits_the_schema(path: object) -> None:
    """The written schema describes what is written, for every format."""
    assert not list(VALIDATOR.iter_errors(json.loads(_line(firsthand.read(str(path))))))


def test_a_line_ends_in_a_line_feed_and_holds_no_other_line_separator() -> None:
    """Programs that split at U+2028 or U+0085 still see one line a report."""
    line = _line(firsthand.read_text(HOSTILE))
    assert line.splitlines() == [line.removesuffix("\n")]
    assert json.loads(line)["text"] == HOSTILE


@given(st.text())
def test_any_text_comes_back_from_its_line_unchanged(text: str) -> None:
    """Escaping loses nothing, whatever the characters."""
    if any(c.isalnum() for c in text) and "\0" not in text:
        reading = firsthand.read_text(text, options=firsthand.Options(any_language=True))
        assert json.loads(_line(reading).encode())["text"] == text


def test_the_same_bytes_give_the_same_ids() -> None:
    """Ids are content hashes: they depend on the bytes and the spans, not on when or where."""
    first, second = (firsthand.read_text(HOSTILE, name) for name in ("one", "two"))
    assert [a.id for a in first] == [a.id for a in second]
    assert len({a.id for a in first}) == len(first)


def test_what_nobody_reviewed_is_marked_so() -> None:
    """A line says of itself that no person has looked at it."""
    assert json.loads(_line(firsthand.read_text(HOSTILE)))["review"] == "unreviewed"


def _full() -> dict[str, Any]:
    line = json.loads(jsonl.line(RECORD))
    assert isinstance(line, dict)
    return line


def test_a_full_record_fits_the_schema() -> None:
    """Every member of the evidence is written as the schema says."""
    assert not list(VALIDATOR.iter_errors(_full()))


def test_a_member_that_the_schema_does_not_know_is_found() -> None:
    """The schema would notice: what is left out or added does not fit."""
    line = _full()
    del line["attributions"][0]["basis"]
    line["attributions"][0]["truth"] = 1
    assert len(list(VALIDATOR.iter_errors(line))) == 2


def test_who_speaks_stands_once_and_statements_point_at_it() -> None:
    """Sources have their mentions and profile with spans; a statement has the id."""
    line = _full()
    text, rowl = line["text"], line["sources"][0]
    assert (rowl["name"], rowl["kind"]) == ("Edda Rowl", "named_person")
    assert [text[a:b] for a, b in rowl["mentions"]] == ["a cook", "Edda Rowl", "she"]
    assert [(f["field"], f["value"]) for f in rowl["profile"]][2] == ("left", "2016")
    assert [a["speaker"] == rowl["id"] for a in line["attributions"]].count(True) == 4
    open_one = line["attributions"][7]
    assert open_one["speaker"] is None
    assert set(open_one["resolution"]["candidates"]) <= {s["id"] for s in line["sources"]}


def test_a_statement_has_its_evidence_with_the_words_that_show_it() -> None:
    """Values under their names, spans in `evidence`; what has no words has no member there."""
    line = _full()
    saw, text = line["attributions"][2], line["text"]
    assert (saw["basis"], saw["basis_by"], saw["heard_from"]) == ("saw", "source", None)
    assert {k: text[slice(*v[0])] for k, v in saw["evidence"].items()} == {
        "speaker": "Edda Rowl", "basis": "I saw", "connection": "I saw",
    }  # fmt: skip
    heard = line["attributions"][3]
    assert text[slice(*heard["heard_from"])] == "My brother"
    denied = line["attributions"][5]
    assert denied["force"] == {"level": "certain", "polarity": "denied", "mood": "assertion"}
    assert (denied["response"], denied["capacity"], denied["stance"]) == ("denies", True, "neutral")
    assert [relay["name"] for relay in denied["via"]] == ["Gull Wire", "written statement"]
    assert text[slice(*denied["via"][0]["place"])] == "from Oll"
    assert line["attributions"][0]["presence"]["last_year"] == 2016
    assert {c["kind"] for c in line["attributions"][4]["circumstances"]} >= {"custody"}


def test_what_has_no_source_stands_apart() -> None:
    """Own voice, caveats with the ids that they limit, and claims that accounts agree."""
    line = _full()
    text, ids = line["text"], [a["id"] for a in line["attributions"]]
    assert text[slice(*line["own_voice"][0]["span"])].startswith("Nobody in the shed")
    assert line["own_voice"][0]["score"] == 0.74
    assert line["caveats"][0]["limits"] == ids[:4]
    assert text[slice(*line["asserted"][0]["span"])] == "Other accounts tell of the same shed."
