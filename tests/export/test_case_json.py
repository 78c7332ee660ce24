"""JSON lines of a case: as people left it, the machine's answer beside it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from enum import StrEnum
from typing import Any

import jsonschema
import pytest
from referencing import Registry, Resource

from firsthand.case.judgements import (
    BasisCorrected,
    Judged,
    Noted,
    ReportCorrected,
    ReportField,
    Verdict,
    WithdrawalKind,
    Withdrawn,
)
from firsthand.case.missed import Missed, added
from firsthand.case.state import Review, State
from firsthand.evidence.values import Basis
from firsthand.export import case_json, jsonl
from tests.case.sheets import IDS, REPORT_ID, sheet, state
from tests.conftest import ROOT
from tests.export.records import RECORD, ROWL

SCHEMA = json.loads(case_json.schema())
READ = Resource.from_contents(json.loads(jsonl.schema()))
VALIDATOR = jsonschema.Draft202012Validator(
    SCHEMA, registry=Registry().with_resource("read.schema.json", READ)
)
DECIDED = state(
    Judged(REPORT_ID, IDS[0], Verdict.ACCEPT),
    Judged(REPORT_ID, IDS[1], Verdict.REJECT, "a headline"),
    BasisCorrected(REPORT_ID, IDS[2], Basis(), "not sure"),
    Judged(REPORT_ID, IDS[3], Verdict.ACCEPT),
    Judged(REPORT_ID, IDS[3], Verdict.UNSURE),
    Noted(REPORT_ID, IDS[3], "ask her"),
    Noted(REPORT_ID, None, "a draft"),
    ReportCorrected(REPORT_ID, ReportField.OUTLET, "Tarn Courier", "seen in print"),
    ReportCorrected(REPORT_ID, ReportField.VERSION_OF, "0" * 16),
    Withdrawn(REPORT_ID, WithdrawalKind.RECANTATION, ROWL.id),
    Withdrawn(REPORT_ID, WithdrawalKind.CORRECTION),
)


def _line(of: State) -> dict[str, Any]:
    line = json.loads(case_json.line(of))
    assert isinstance(line, dict)
    return line


@pytest.mark.parametrize("of", [state(), DECIDED], ids=["untouched", "decided"])
def test_a_line_fits_the_schema(of: State) -> None:
    assert not list(VALIDATOR.iter_errors(_line(of)))


def test_a_member_that_the_schema_does_not_know_is_found() -> None:
    line = _line(DECIDED)
    line["attributions"][0]["truth"] = 1
    del line["attributions"][1]["review"]["state"]
    line["attributions"][2]["basis"] = "believed"
    assert len(list(VALIDATOR.iter_errors(line))) == 3


def test_what_nobody_touched_is_the_line_of_the_reading_and_its_review() -> None:
    """Every member of `firsthand.read/1` is there and means the same."""
    line, read = _line(state()), json.loads(jsonl.line(RECORD))
    for a in line["attributions"]:
        review = a.pop("review")
        assert (review["state"], review["by"], review["machine"]) == ("unreviewed", None, None)
    apart = {"schema", "review", "received"}
    assert {k: line[k] for k in read if k not in apart} == {
        k: v for k, v in read.items() if k not in apart
    }


def test_a_decision_stands_with_who_made_it_and_why() -> None:
    by_id = {a["id"]: a for a in _line(DECIDED)["attributions"]}
    told = [by_id[name]["review"] for name in IDS[:5]]
    assert [r["state"] for r in told] == [
        "accepted", "rejected", "corrected", "unsure", "unreviewed",
    ]  # fmt: skip
    assert (told[1]["by"], told[1]["reason"]) == ("Ada", "a headline")
    assert [d["kind"] for d in told[3]["decisions"]] == ["judged", "judged", "noted"]
    assert told[3]["decisions"][-1]["text"] == "ask her"


def test_the_machines_answer_stays_beside_a_correction() -> None:
    """Only where it is another: what nobody corrected has none."""
    by_id = {a["id"]: a for a in _line(DECIDED)["attributions"]}
    saw = by_id[IDS[2]]
    assert (saw["basis"], saw["review"]["machine"]["basis"]) == ("unstated", "saw")
    assert by_id[IDS[0]]["review"]["machine"] is None


def test_the_report_says_what_it_says_of_itself_and_what_people_say() -> None:
    line = _line(DECIDED)
    assert (line["outlet"], line["machine"]["outlet"]) == ("Tarn Courier", None)
    assert line["corrections"][0]["reason"] == "seen in print"
    assert line["version_of"] == "0" * 16
    assert [w["kind"] for w in line["withdrawn"]] == ["correction"]
    assert line["review"] == {
        "statements": 8, "unreviewed": 4, "accepted": 1, "corrected": 1, "unsure": 1, "rejected": 1,
    }  # fmt: skip


def test_what_is_taken_back_says_so_at_every_statement_of_the_source() -> None:
    by_id = {a["id"]: a for a in _line(DECIDED)["attributions"]}
    assert [bool(by_id[name]["review"]["withdrawn"]) for name in IDS[:5]] == [True] * 4 + [False]


def test_a_statement_alone_has_its_report_its_words_and_its_loud_circumstances() -> None:
    line = json.loads(case_json.statement(DECIDED, IDS[4]))
    assert line["report"] == REPORT_ID
    assert line["speaker_name"] == "Hanno Piel"
    assert line["loud"] == ["in custody", "minder present", "on state television"]


def _enums(node: object) -> Iterator[list[str]]:
    if isinstance(node, dict):
        if "enum" in node:
            yield node["enum"]
        for value in node.values():
            yield from _enums(value)


@pytest.mark.parametrize("values", [Review, Verdict, WithdrawalKind, ReportField], ids=str)
def test_schema_code_and_document_list_the_same_values(values: type[StrEnum]) -> None:
    listed = [value.value for value in values]
    assert listed in list(_enums(SCHEMA))
    docs = (ROOT / "docs" / "json.md").read_text(encoding="utf-8")
    assert ", ".join(f"`{value}`" for value in listed) in docs


def test_the_document_names_every_member_of_a_case() -> None:
    docs = (
        (ROOT / "docs" / "json.md").read_text(encoding="utf-8").partition("# The JSON of a case")[2]
    )
    own = set(SCHEMA["properties"]) - set(json.loads(jsonl.schema())["properties"])
    review = SCHEMA["properties"]["attributions"]["items"]["properties"]["review"]["properties"]
    assert all(f"`{name}`" in docs for name in own | set(review))


def test_a_statement_that_a_person_added_is_no_proposal() -> None:
    """It has no answer of the machine, and says who added it."""
    missed = added(sheet(), Missed("the shed has been paid", "Hanno Piel"))
    line = _line(state(missed))
    assert not list(VALIDATOR.iter_errors(line))
    review = next(a for a in line["attributions"] if a["pattern"] == "person")["review"]
    assert (review["state"], review["by"], review["proposed"]) == ("accepted", "Ada", False)
    assert review["machine"] is None
