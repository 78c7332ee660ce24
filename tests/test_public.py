"""The public names, as they are used in Python."""

from __future__ import annotations

import dataclasses
import pickle
from pathlib import Path

import pytest

import firsthand

PUBLIC = [
    "Asserted", "Attribution", "AttributionKind", "BasisKind", "Block", "BlockKind", "Case",
    "CaseError", "Caveat",
    "CircumstanceKind", "Connection", "FIRST_HAND", "FirsthandError", "ForceLevel", "Link",
    "Mood", "Note", "Options", "OwnVoice", "Place", "Polarity", "ProfileField", "ReaderName",
    "Reading", "Record", "RelayKind", "Report", "ReportError", "ReportKind", "ResponseKind",
    "Source", "SourceKind", "Span", "StanceKind", "Statement", "__version__", "read", "read_text",
]  # fmt: skip


def test_the_public_names_are_these() -> None:
    """A name that comes or goes is a decision, and stands in the changelog."""
    assert sorted(firsthand.__all__) == PUBLIC


def test_a_reading_gives_the_report_and_its_attributions(page: Path) -> None:
    """`firsthand.read` is the whole of it, for a path as a string or a `Path`."""
    reading = firsthand.read(page)
    assert reading.report.title == "Ferry crew held, widow says"
    assert reading.report.outlet == "The Daily Gull"
    assert str(reading.report.published) == "2024-03-05"
    assert [a.id for a in reading] == [a.id for a in firsthand.read(str(page)).attributions]
    said = [reading.words(a.source) for a in reading]
    assert ("Mara Voss, 41, a cook",) in said


def test_a_reading_gives_a_statement_for_each_attribution(page: Path) -> None:
    """What the words show of each stands beside it, whether they show anything or not."""
    reading = firsthand.read(page)
    assert [s.attribution for s in reading.statements] == list(reading)
    assert {s.basis.kind for s in reading.statements} <= set(firsthand.BasisKind)


def test_what_is_given_cannot_be_changed(page: Path) -> None:
    """Everything between stages is frozen."""
    reading = firsthand.read(page)
    for value, name in (
        (reading, "record"),
        (reading.report, "text"),
        (reading.attributions[0], "id"),
        (reading.record, "statements"),
        (reading.statements[0], "basis"),
    ):
        with pytest.raises(dataclasses.FrozenInstanceError):
            setattr(value, name, None)


def test_a_reading_goes_through_a_pipe_between_processes(page: Path) -> None:
    """`--jobs` sends readings from one process to another."""
    reading = firsthand.read(page)
    assert pickle.loads(pickle.dumps(reading)) == reading


def test_printing_a_report_does_not_print_its_bytes(page: Path) -> None:
    """A report in a notebook or a log is a line, not the document."""
    assert len(repr(firsthand.read(page).report)) < 800


def test_an_error_names_the_document_and_fits_on_a_line(tmp_path: Path) -> None:
    """Whatever is wrong, `ReportError` catches it and says where."""
    (tmp_path / "empty.txt").touch()
    with pytest.raises(firsthand.ReportError, match=r"empty\.txt: the file is empty"):
        firsthand.read(tmp_path / "empty.txt")
