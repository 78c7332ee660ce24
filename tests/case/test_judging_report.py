"""From what a person says of a report, or of its sources, to the event that says it."""

from __future__ import annotations

import datetime as dt

import pytest

from firsthand.case.judgements import (
    BlockCorrected,
    ReportCorrected,
    ReportField,
    WithdrawalKind,
    Withdrawn,
)
from firsthand.case.judging_report import Taken, event_of_field, split, withdrawn
from firsthand.errors import BadJudgement
from firsthand.ingest.report import BlockKind
from tests.case.sheets import IDS, REPORT_ID, sheet
from tests.export.records import ROWL

SHEET = sheet()


@pytest.mark.parametrize(
    ("field", "value", "kept"),
    [
        ("title", " A shed ", "A shed"),
        ("outlet", "unknown", None),
        ("date", "2019-05-06", "2019-05-06"),
        ("kind", "official record", "official_record"),
        ("copy_of", "none", None),
    ],
)
def test_a_field_is_corrected_or_said_not_to_be_known(
    field: str, value: str, kept: str | None
) -> None:
    expected = ReportCorrected(REPORT_ID, ReportField(field), kept, "seen")
    assert event_of_field(SHEET, field, value, "", "seen") == expected


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("date", "May 2019", "is no date; write it as 2018-02-09"),
        ("kind", "novel", "is no kind of report; it is one of news"),
        ("kind", "unknown", "a report has a kind"),
        ("colour", "red", "no 'colour' to correct; it has title"),
    ],
)
def test_a_value_that_cannot_be_is_refused_with_those_that_can(
    field: str, value: str, told: str
) -> None:
    with pytest.raises(BadJudgement, match=told):
        event_of_field(SHEET, field, value, "", "")


def test_a_block_is_named_by_words_in_it() -> None:
    event = event_of_field(SHEET, "block", "caption", "Nobody in the shed", "")
    assert isinstance(event, BlockCorrected)
    assert event.kind is BlockKind.CAPTION
    assert event.block.of(SHEET.text).startswith("Nobody in the shed has been paid")
    with pytest.raises(BadJudgement, match="quote words of the block"):
        event_of_field(SHEET, "block", "caption", "", "")


def test_statements_are_split_from_the_source_that_makes_them() -> None:
    event = split(SHEET, ROWL.id, (IDS[0],), "a cook", reason="two cooks")
    assert (event.source, event.statements, event.into.name) == (ROWL.id, (IDS[0],), "a cook")
    assert event.into.id != ROWL.id
    with pytest.raises(BadJudgement, match=f"not said by source {ROWL.id[:8]}: {IDS[4][:8]}"):
        split(SHEET, ROWL.id, (IDS[4],), "a cook")


def test_an_outlet_retracts_and_a_source_recants() -> None:
    """The two are not mixed up: who spoke is not who printed it."""
    day = dt.date(2020, 1, 2)
    taken = Taken(WithdrawalKind.RECANTATION, ROWL.id, (), day, "she wrote to us")
    expected = Withdrawn(REPORT_ID, taken.kind, ROWL.id, (), day, "she wrote to us")
    assert withdrawn(SHEET, taken) == expected
    with pytest.raises(BadJudgement, match="not of a source"):
        withdrawn(SHEET, Taken(WithdrawalKind.RETRACTION, ROWL.id))
