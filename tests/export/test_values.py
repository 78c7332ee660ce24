"""Code, schema and documents are one source: each value of each enumeration stands in all three."""

from __future__ import annotations

import json
import re
from enum import StrEnum
from types import ModuleType
from typing import Any

import pytest

from firsthand.evidence import values
from firsthand.export import jsonl, people, words
from firsthand.ingest import media, report
from firsthand.reading import attribution
from firsthand.sources import source
from tests.conftest import ROOT

SCHEMA = json.loads(jsonl.schema())
DOCS = (ROOT / "docs" / "json.md").read_text(encoding="utf-8")
MEMBERS: dict[str, type[StrEnum]] = {
    "media_type": media.Media,
    "kind": report.ReportKind,
    "blocks.kind": report.BlockKind,
    "sources.kind": source.SourceKind,
    "sources.profile.field": source.ProfileField,
    "attributions.kind": attribution.AttributionKind,
    "attributions.resolution.how": source.How,
    "attributions.via.kind": values.RelayKind,
    "attributions.standing": values.Standing,
    "attributions.circumstances.kind": values.CircumstanceKind,
    "attributions.basis": values.BasisKind,
    "attributions.basis_by": values.By,
    "attributions.connection": values.Connection,
    "attributions.force.level": values.ForceLevel,
    "attributions.force.polarity": values.Polarity,
    "attributions.force.mood": values.Mood,
    "attributions.stance": values.StanceKind,
    "attributions.response": values.ResponseKind,
}


def _in_schema(member: str) -> Any:
    node = SCHEMA
    for name in member.split("."):
        node = node.get("items", node)["properties"][name]
    return node


def _listed(table: str) -> list[str]:
    """The words in the first column of a table of the document, each without its backticks."""
    rows = re.findall(r"^\| (`.*?) \|", table, re.M)
    return [name for row in rows for name in re.findall(r"`([\w.]+)`", row)]


@pytest.mark.parametrize("member", MEMBERS)
def test_the_schema_lists_every_value_of_each_enumeration(member: str) -> None:
    """A value added to one must be added to the other, in the same order."""
    listed = [value for value in _in_schema(member)["enum"] if value is not None]
    assert listed == [value.value for value in MEMBERS[member]]


@pytest.mark.parametrize("member", MEMBERS)
def test_the_document_lists_every_value_of_each_enumeration(member: str) -> None:
    lists = DOCS.partition("## Values")[2]
    row = re.search(rf"^\| `{re.escape(member)}` \| (`.*`) \|$", lists, re.M)
    assert row, f"docs/json.md has no row for {member}"
    assert re.findall(r"`([^`]+)`", row[1]) == [value.value for value in MEMBERS[member]]


@pytest.mark.parametrize("module", [values, source, report, attribution, media], ids=str)
def test_no_enumeration_is_left_out(module: ModuleType) -> None:
    """Whoever adds an enumeration to a stage is sent here."""
    found = {
        value
        for value in vars(module).values()
        if isinstance(value, type) and issubclass(value, StrEnum) and value is not StrEnum
    }
    assert found <= set(MEMBERS.values())


def test_the_document_lists_every_member() -> None:
    """Of a line, and of an attribution."""
    of_line, _, rest = DOCS.partition("## What is said of each statement")
    assert set(_listed(of_line)) | {"schema"} == set(SCHEMA["properties"])
    spans = set(re.findall(r"`(\w+)`", of_line.partition("A role is a list")[2]))
    named = set(_listed(rest.partition("## Values")[0])) | spans
    assert set(SCHEMA["properties"]["attributions"]["items"]["properties"]) <= named


def test_the_example_of_the_document_has_every_member_of_an_attribution() -> None:
    example = json.loads(DOCS.partition("## An example")[2].partition("\n# ")[0])
    assert list(example) == SCHEMA["properties"]["attributions"]["items"]["required"]


def test_every_value_has_words_to_be_shown_in() -> None:
    """A circumstance, an answer or a fact that is new cannot break the picture."""
    assert set(words.CIRCUMSTANCES) == set(values.CircumstanceKind)
    assert set(words.RESPONSES) == set(values.ResponseKind)
    assert set(words.LED_BY) == set(source.How)
    assert set(people._PROFILE) == set(source.ProfileField)


def test_the_glossary_has_the_words_of_the_evidence() -> None:
    glossary = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
    rows = set(re.findall(r"^\| ([^|]+) \|", glossary, re.M))
    assert rows >= {
        "basis", "first-hand", "presence", "connection", "force", "stance", "response", "via",
        "circumstances", "own voice", "caveat", "asserted corroboration", "profile", "mention",
    }  # fmt: skip
