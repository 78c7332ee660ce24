"""JSON lines: what other programs read."""

from __future__ import annotations

import json
from enum import StrEnum

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

import firsthand
from firsthand.export import jsonl
from firsthand.ingest.media import Media
from tests.conftest import REPORTS

SCHEMA = json.loads(jsonl.schema())
HOSTILE = (
    "He said: “one\u2028two\u2029three\u0085four\u000cfive\u001csix.” She said it was so.\r\nEnd."
)


def _line(reading: firsthand.Reading) -> str:
    return jsonl.line(reading.report, reading.attributions)


@pytest.mark.parametrize("path", sorted(REPORTS.iterdir()), ids=lambda path: path.name)
def test_every_sample_report_gives_a_line_that_fits_the_schema(path: object) -> None:
    """The written schema describes what is written, for every format."""
    jsonschema.validate(json.loads(_line(firsthand.read(str(path)))), SCHEMA)


@pytest.mark.parametrize(
    ("enumeration", "where"),
    [
        (firsthand.ReportKind, ("kind",)),
        (firsthand.BlockKind, ("blocks", "items", "properties", "kind")),
        (firsthand.AttributionKind, ("attributions", "items", "properties", "kind")),
        (Media, ("media_type",)),
    ],
)
def test_the_schema_lists_every_value_of_each_enumeration(
    enumeration: type[StrEnum], where: tuple[str, ...]
) -> None:
    """Schema and code are one source: a value added to one must be added to the other."""
    node = SCHEMA["properties"]
    for name in where:
        node = node[name]
    assert node["enum"] == [member.value for member in enumeration]


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
