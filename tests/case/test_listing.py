"""What lists show of a report beside its own: what it comes from, and what became of that."""

from __future__ import annotations

import pytest

from firsthand.case.casefile import Case
from firsthand.case.judgements import ReportCorrected, ReportField, WithdrawalKind, Withdrawn
from tests.case.made import record

COPY, VERSION = ReportField.COPY_OF, ReportField.VERSION_OF


@pytest.fixture
def ids(case: Case) -> list[str]:
    """Four reports: the second copies the first, the third is a version of the second."""
    ids = [case.add(record(number)).report for number in range(4)]
    case.record_event(ReportCorrected(ids[1], COPY, ids[0]))
    case.record_event(ReportCorrected(ids[2], VERSION, ids[1]))
    return ids


def rests_on(case: Case) -> dict[str, str]:
    return {row.id: row.rests_on for row in case.reports()}


def test_what_rests_on_a_retracted_report_says_so(case: Case, ids: list[str]) -> None:
    """However far back it is; what does not come from it says nothing."""
    case.record_event(Withdrawn(ids[0], WithdrawalKind.RETRACTION))
    told = rests_on(case)
    assert [told[report] for report in ids] == ["", "retraction", "retraction", ""]


def test_reports_that_copy_each_other_do_not_lead_round_for_ever(
    case: Case, ids: list[str]
) -> None:
    case.record_event(ReportCorrected(ids[0], COPY, ids[2]))
    case.record_event(Withdrawn(ids[1], WithdrawalKind.CORRECTION))
    told = rests_on(case)
    assert [told[report] for report in ids] == ["correction", "", "correction", ""]
