"""A judgement that says nothing that could be so is refused before it enters the log."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from firsthand.case.casefile import Case
from firsthand.case.events import (
    CaseMade,
    Event,
    Exported,
    ExportFormat,
    Migrated,
    ReadingMade,
    ReportAdded,
    ReportRemoved,
    Undone,
)
from firsthand.case.judgements import (
    BasisCorrected,
    BlockCorrected,
    Judged,
    Noted,
    ReportCorrected,
    ReportField,
    SourceRef,
    SourcesMerged,
    SourceSplit,
    SpansCorrected,
    SpeakerCorrected,
    StatementAdded,
    Verdict,
    ViaCorrected,
    WithdrawalKind,
    Withdrawn,
)
from firsthand.case.state import State
from firsthand.errors import BadJudgement, CaseError, NotInCase
from firsthand.evidence.values import Basis, BasisKind, By, Relay, RelayKind
from firsthand.ingest.report import BlockKind
from firsthand.text import Span
from tests.case.desk import added, ref, somebody, statement
from tests.case.made import record

FAR = Span(90_000, 90_010)
NOBODY = "0" * 16


def spans(state: State, content: tuple[Span, ...]) -> Event:
    return SpansCorrected(state.report, state.statements[0].id, (), (), content)


def basis(state: State, span: Span) -> Event:
    saw = Basis(BasisKind.SAW, By.SOURCE, (span,))
    return BasisCorrected(state.report, state.statements[0].id, saw)


def via(state: State, span: Span) -> Event:
    relay = Relay("boat", RelayKind.OUTLET, span)
    return ViaCorrected(state.report, state.statements[0].id, (relay,))


def missing(state: State, content: tuple[Span, ...]) -> Event:
    like = state.statements[0].now
    made = replace(like.attribution, id="f" * 16, content=content)
    return StatementAdded(state.report, replace(like, attribution=made), None)


def named(state: State, span: Span) -> Event:
    speaker = replace(somebody(state.report), mentions=(span,))
    return SpeakerCorrected(state.report, state.statements[0].id, speaker)


def field(state: State, field: ReportField, value: str) -> Event:
    return ReportCorrected(state.report, field, value)


def withdrawn(state: State, kind: WithdrawalKind, *, source: bool, statements: bool) -> Event:
    whose = state.sources[0].id if source else None
    which = (state.statements[0].id,) if statements else ()
    return Withdrawn(state.report, kind, whose, which)


REFUSED: list[tuple[Callable[[State], Event], str]] = [
    (lambda s: spans(s, ()), "a statement without content says nothing"),
    (lambda s: spans(s, (FAR,)), "it points beyond the report"),
    (lambda s: basis(s, FAR), "it points beyond the report"),
    (lambda s: via(s, FAR), "it points beyond the report"),
    (lambda s: named(s, FAR), "it points beyond the report"),
    (lambda s: missing(s, (FAR,)), "it points beyond the report"),
    (lambda s: missing(s, ()), "a statement needs the words that are said"),
    (lambda s: BlockCorrected(s.report, Span(1, 3), BlockKind.CAPTION), "no block of the report"),
    (lambda s: field(s, ReportField.TITLE, " "), "title is empty"),
    (lambda s: field(s, ReportField.DATE, "9 March"), "is not a date such as"),
    (lambda s: field(s, ReportField.DATE, "20240309"), "is not a date such as"),
    (lambda s: field(s, ReportField.DATE, "2024-02-30"), "is not a date such as"),
    (lambda s: field(s, ReportField.KIND, "novel"), "is not one of news"),
    (lambda s: ReportCorrected(s.report, ReportField.KIND, None), "is not one of news"),
    (lambda s: field(s, ReportField.COPY_OF, s.report), "a copy or a version of itself"),
    (
        lambda s: SourcesMerged(*(SourceRef(s.report, s.sources[0].id),) * 2),
        "cannot be merged with itself",
    ),
    (
        lambda s: withdrawn(s, WithdrawalKind.RECANTATION, source=True, statements=True),
        "not both at once",
    ),
    (
        lambda s: withdrawn(s, WithdrawalKind.RECANTATION, source=False, statements=False),
        "needs the source or the statements",
    ),
    (
        lambda s: withdrawn(s, WithdrawalKind.DISOWNED, source=False, statements=False),
        "needs the source or the statements",
    ),
]


def test_what_could_not_be_so_is_refused_and_nothing_is_written(case: Case) -> None:
    state = case.report(added(case, 1))
    before = case.head()
    for make, reason in REFUSED:
        with pytest.raises(BadJudgement, match=reason) as caught:
            case.record_event(make(state))
        assert "\n" not in str(caught.value)
    assert case.head() == before


UNKNOWN: list[Callable[[State, str], Event]] = [
    lambda s, other: Judged(s.report, NOBODY, Verdict.ACCEPT),
    lambda s, other: Judged(s.report, other, Verdict.ACCEPT),
    lambda s, other: Noted(s.report, other, "of another report"),
    lambda s, other: Withdrawn(s.report, WithdrawalKind.DISOWNED, statements=(other,)),
    lambda s, other: Withdrawn(s.report, WithdrawalKind.RECANTATION, NOBODY),
    lambda s, other: SourceSplit(s.report, NOBODY, (s.statements[0].id,), somebody(s.report)),
    lambda s, other: SourceSplit(s.report, s.sources[0].id, (other,), somebody(s.report)),
    lambda s, other: SourcesMerged(
        SourceRef(s.report, s.sources[0].id), SourceRef(s.report, NOBODY)
    ),
    lambda s, other: Judged(NOBODY, s.statements[0].id, Verdict.ACCEPT),
    lambda s, other: Noted(NOBODY, None, "of no report"),
    lambda s, other: ReportCorrected(s.report, ReportField.COPY_OF, NOBODY),
    lambda s, other: ReportCorrected(NOBODY, ReportField.VERSION_OF, s.report),
]


def test_what_speaks_of_what_is_not_there_is_refused(case: Case) -> None:
    """A statement of another report is not there either."""
    state = case.report(added(case, 1))
    other = statement(case, added(case, 2))
    before = case.head()
    for make in UNKNOWN:
        with pytest.raises(NotInCase):
            case.record_event(make(state, other))
    assert case.head() == before


def test_only_judgements_are_recorded_as_such(case: Case) -> None:
    """Else whoever writes one could make reports, readings and removals up."""
    report = added(case, 1)
    original = record(1).report.original
    others: list[Event] = [
        CaseMade("another"),
        ReportAdded(report, original.sha256, "text/plain", "x", original.received_at),
        ReadingMade(report, "mine", record(1)),
        ReportRemoved(2, (2, 3), "so it says"),
        Undone(2, (report,), "so it says"),
        Exported((2,), ExportFormat.JSON),
        Migrated("0001", "0002", ""),
    ]
    for event in others:
        with pytest.raises(BadJudgement, match="is not a judgement"):
            case.record_event(event)


def test_nothing_is_decided_about_an_erased_report(case: Case) -> None:
    report, other = added(case, 1), added(case, 2)
    name, whose = statement(case, report), ref(case, report)
    case.remove(report, "asked for")
    events: list[Event] = [
        Judged(report, name, Verdict.ACCEPT),
        SourcesMerged(whose, ref(case, other)),
        ReportCorrected(other, ReportField.COPY_OF, report),
    ]
    for event in events:
        with pytest.raises(NotInCase):
            case.record_event(event)


def test_an_id_that_another_report_has_is_one_line_and_nothing_is_written(case: Case) -> None:
    """A program may make up ids; two statements never go by one."""
    one, two = added(case, 1), added(case, 2)
    state, other = case.report(one), case.report(two).statements[0].now
    missed = replace(state.statements[0].now, attribution=other.attribution)
    before = case.head()
    with pytest.raises(CaseError) as caught:
        case.record_event(StatementAdded(one, missed, None))
    assert "\n" not in str(caught.value)
    assert case.head() == before
    assert case.verify().is_whole


def test_words_that_are_no_text_are_written_as_far_as_they_are(case: Case) -> None:
    report = added(case, 1)
    case.record_event(Noted(report, None, "bad\udcffbyte"))
    assert case.report(report).notes[0].event.text == "bad\ufffdbyte"
