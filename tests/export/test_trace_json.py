"""The JSON of a trace: what it holds, and what it never tells."""

from __future__ import annotations

import json
from collections.abc import Iterator
from enum import StrEnum
from typing import Any

import jsonschema
import pytest

from firsthand.case.judgements import Answer, Shared
from firsthand.export import trace_json
from firsthand.export.trace_view import View, of_source, only_false
from firsthand.provenance.accounts import Knowing
from firsthand.provenance.person import Ref
from firsthand.provenance.trace import JointKind
from firsthand.provenance.voices import Leaning
from firsthand.provenance.wording import Direction, How
from firsthand.sources.source import SourceKind
from tests.conftest import ROOT
from tests.export.traces import judged, report_id, source_of, untouched

SCHEMA = json.loads(trace_json.schema())
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)
DOCS = (ROOT / "docs" / "json.md").read_text(encoding="utf-8").partition("# The JSON of a trace")[2]


def line(view: View) -> dict[str, Any]:
    made = json.loads(trace_json.line(view))
    assert isinstance(made, dict)
    return made


@pytest.mark.parametrize("view", [untouched, judged], ids=["untouched", "judged"])
def test_the_object_fits_the_schema(view: Any) -> None:
    assert not list(VALIDATOR.iter_errors(line(view())))
    assert trace_json.line(view()).count("\n") == 1


def test_a_member_that_the_schema_does_not_know_is_found() -> None:
    made = line(untouched())
    made["groups"][0]["truth"] = 1
    made["groups"][1]["origins"] = [1]
    del made["sources"][0]["occasions"]
    assert len(list(VALIDATOR.iter_errors(made))) == 3


def test_an_open_interval_has_null_and_says_what_opened_it() -> None:
    found = [g for g in line(untouched())["groups"] if g["origins"][1] is None]
    assert found
    assert all(g["opened_by"] for g in found)
    assert all(g["origins"][0] <= (g["origins"][1] or 99) for g in line(untouched())["groups"])


def test_every_id_leads_to_a_report_of_the_object() -> None:
    made = line(untouched())
    ids = {report["id"] for report in made["reports"]}
    assert {r for g in made["groups"] for r in g["reports"]} <= ids
    assert {c["report"] for c in made["copies"]} <= ids
    assert report_id("02-lps-wire.txt") in ids


def test_words_are_those_at_their_offsets() -> None:
    for g in line(untouched())["groups"]:
        for s in g["statements"]:
            report = untouched().report(s["report"])
            assert [report.text[a:b] for a, b in s["content"]] == s["words"]


def test_who_may_be_one_is_told_nowhere() -> None:
    """Only merges that are certain stand in it, and none that leads from no name to a name."""
    view, made = untouched(), line(untouched())
    kinds = {(r.id, s.id): s.kind for r in view.trace.reports.values() for s in r.sources}
    certain = [m for m in view.trace.case.people.merges if m.certain]
    nameless = {ref for ref, kind in kinds.items() if kind is SourceKind.UNNAMED_PERSON}
    leading = [m for m in certain if _of(nameless, m.one) != _of(nameless, m.other)]
    assert leading
    assert len(made["merges"]) == len(certain) - len(leading)
    one_with = {(r["report"], r["source"]): s["id"] for s in made["sources"] for r in s["one_with"]}
    for m in (m for m in view.trace.case.people.merges if not m.certain):
        one, other = ((x.report, x.source) for x in (m.one, m.other))
        assert one not in one_with or one_with[one] != one_with.get(other)


def _of(nameless: set[tuple[str, str]], ref: Ref) -> bool:
    return (ref.report, ref.source) in nameless


def test_custody_is_said_at_the_statement_and_at_the_report() -> None:
    made = line(untouched())
    loud = {k for g in made["groups"] for s in g["statements"] for k in s["loud"]}
    assert "custody" in loud
    told = [t for s in made["sources"] for o in s["occasions"] for t in o["told"]]
    assert any("custody" in t["loud"] for t in told)


def test_a_reviewers_word_stands_with_the_list_that_was_checked() -> None:
    (said,) = line(judged())["independent"]
    assert said["by"] == "Ada"
    assert said["checklist"]["payment"] == "not_known"
    assert line(untouched())["independent"] == []


def test_a_part_holds_only_that_part() -> None:
    nela = source_of("09-dockside-rights-monitor.pdf", "Nela")
    made = line(of_source(untouched(), [Ref(nela.report, nela.source)]))
    assert [s["name"] for s in made["sources"]] == ["Nela"]
    assert 0 < len(made["groups"]) < len(untouched().groups)
    assert not list(VALIDATOR.iter_errors(made))
    false = line(only_false(untouched()))["groups"]
    assert false
    assert all(g["false_corroboration"] and g["origins"][0] <= 1 for g in false)


def _enums(node: object) -> Iterator[list[Any]]:
    if isinstance(node, dict):
        if "enum" in node:
            yield [value for value in node["enum"] if value is not None]
        for value in node.values():
            yield from _enums(value)


@pytest.mark.parametrize(
    "values", [Answer, Knowing, JointKind, Leaning, Direction, How], ids=lambda v: v.__name__
)
def test_schema_code_and_document_list_the_same_values(values: type[StrEnum]) -> None:
    listed = [value.value for value in values]
    assert sorted(listed) in [sorted(e) for e in _enums(SCHEMA)]
    assert ", ".join(f"`{value}`" for value in listed) in DOCS


def test_the_document_names_every_member_of_a_trace() -> None:
    members = set(SCHEMA["properties"])
    for name in ("reports", "sources", "groups"):
        members |= set(SCHEMA["properties"][name]["items"]["properties"])
    checklist = SCHEMA["properties"]["independent"]["items"]["properties"]["checklist"]
    assert set(checklist["properties"]) == set(Shared)
    assert [name for name in members | set(Shared) if f"`{name}`" not in DOCS] == []
