"""How events add up: the later of two on one thing holds, and the machine's answer stays beside."""

from __future__ import annotations

import datetime as dt

import pytest

from firsthand.case.events import Event, Undone
from firsthand.case.fold import state_of
from firsthand.case.judgements import (
    BasisCorrected,
    BlockCorrected,
    ForceCorrected,
    Judged,
    KindCorrected,
    Noted,
    ReportCorrected,
    ReportField,
    SourceSplit,
    SpansCorrected,
    SpeakerCorrected,
    Verdict,
    ViaCorrected,
    WithdrawalKind,
    Withdrawn,
)
from firsthand.case.state import Held, Review, State
from firsthand.evidence.values import Basis, BasisKind, By, Force, ForceLevel, Relay, RelayKind
from firsthand.ingest.report import BlockKind
from firsthand.reading.attribution import AttributionKind
from firsthand.sources.source import Source, SourceKind
from firsthand.text import Span
from tests.case.readings import (
    CAME,
    EMPTY,
    NEWER,
    REPORT,
    SHOT,
    again,
    judged,
    judging,
    read,
    said,
    same_bytes,
    state_after,
    state_events,
    without,
)
from tests.case.readings import TEXT as PAGE

ID = said(SHOT).attribution.id
SAW = Basis(BasisKind.SAW, By.SOURCE, said(SHOT).attribution.content[:1])
GULL = Relay("the Gull", RelayKind.OUTLET, Span(0, 3))
NEW = Source("f" * 16, "Two sailors", SourceKind.GROUP, (Span(0, 11),))


def held(state: State, name: str = ID) -> Held:
    return next(h for h in state.all if h.id == name)


def after(*events: Event) -> Held:
    return held(judging(*events))


# Verdicts.


def test_nothing_decided_is_unreviewed() -> None:
    assert after().review is Review.UNREVIEWED
    assert after().now == after().machine == said(SHOT)


@pytest.mark.parametrize(
    ("verdicts", "review"),
    [
        ((Verdict.ACCEPT,), Review.ACCEPTED),
        ((Verdict.ACCEPT, Verdict.REJECT), Review.REJECTED),
        ((Verdict.REJECT, Verdict.UNSURE), Review.UNSURE),
        ((Verdict.UNSURE, Verdict.REJECT, Verdict.ACCEPT), Review.ACCEPTED),
    ],
)
def test_the_last_verdict_holds(verdicts: tuple[Verdict, ...], review: Review) -> None:
    assert after(*(judged(said(SHOT), v) for v in verdicts)).review is review


def test_verdicts_that_hold_no_more_stay_in_sight() -> None:
    decisions = after(*(judged(said(SHOT), v) for v in Verdict)).decisions
    assert [getattr(x.event, "verdict", None) for x in decisions] == list(Verdict)


def test_a_verdict_on_one_statement_is_of_no_other() -> None:
    state = judging(judged(said(SHOT)))
    reviewed = {h.id for h in state.all if h.review is not Review.UNREVIEWED}
    assert reviewed == {ID}


def test_a_note_is_no_verdict() -> None:
    found = after(Noted(REPORT, ID, "ask again"))
    assert found.review is Review.UNREVIEWED
    assert [n.event.text for n in found.notes] == ["ask again"]


def test_a_note_on_the_report_stands_with_the_report() -> None:
    state = judging(Noted(REPORT, None, "ask again"))
    assert [n.event.text for n in state.notes] == ["ask again"]
    assert not any(h.notes for h in state.all)


# Corrections.

CORRECTIONS = [
    (SpansCorrected(REPORT, ID, (), (), (Span(0, 3),)), "attribution"),
    (SpeakerCorrected(REPORT, ID, None), "speaker"),
    (SpeakerCorrected(REPORT, ID, NEW), "speaker"),
    (SourceSplit(REPORT, read(PAGE).sources[-1].id, (ID,), NEW), "speaker"),
    (KindCorrected(REPORT, ID, AttributionKind.DIRECT), "attribution"),
    (BasisCorrected(REPORT, ID, SAW), "basis"),
    (ForceCorrected(REPORT, ID, Force(ForceLevel.CERTAIN)), "force"),
    (ViaCorrected(REPORT, ID, (GULL,)), "via"),
]


@pytest.mark.parametrize(("event", "part"), CORRECTIONS)
def test_a_correction_changes_what_it_is_of_and_leaves_the_machines_answer(
    event: Event, part: str
) -> None:
    found = after(event)
    assert found.review is Review.CORRECTED
    assert found.machine == said(SHOT)
    changed = {n for n in type(found.now).__slots__ if getattr(found.now, n) != _machine(found, n)}
    assert changed == {part}
    assert found.id == ID


def _machine(found: Held, name: str) -> object:
    assert found.machine is not None
    return getattr(found.machine, name)


def test_of_two_corrections_of_one_thing_the_later_holds() -> None:
    first, second = (
        ForceCorrected(REPORT, ID, Force(ForceLevel.CERTAIN)),
        ForceCorrected(REPORT, ID, Force(ForceLevel.PROBABLE)),
    )
    assert after(first, second).now.force.level is ForceLevel.PROBABLE
    assert after(second, first).now.force.level is ForceLevel.CERTAIN


def test_corrections_of_two_things_both_hold() -> None:
    found = after(BasisCorrected(REPORT, ID, SAW), ViaCorrected(REPORT, ID, (GULL,)))
    assert (found.now.basis, found.now.via) == (SAW, (GULL,))


@pytest.mark.parametrize(
    ("verdict", "review"),
    [
        (Verdict.ACCEPT, Review.CORRECTED),
        (Verdict.REJECT, Review.REJECTED),
        (Verdict.UNSURE, Review.UNSURE),
    ],
)
def test_a_verdict_on_what_was_corrected(verdict: Verdict, review: Review) -> None:
    event = BasisCorrected(REPORT, ID, SAW)
    assert after(event, judged(said(SHOT), verdict)).review is review
    assert after(judged(said(SHOT), verdict), event).review is review


def test_a_source_that_a_person_names_is_among_the_sources_once() -> None:
    other = said(CAME).attribution.id
    state = judging(SpeakerCorrected(REPORT, ID, NEW), SpeakerCorrected(REPORT, other, NEW))
    assert state.sources.count(NEW) == 1
    assert state.machine.sources == read(PAGE).sources


@pytest.mark.parametrize(
    ("field", "value", "part"),
    [
        (ReportField.TITLE, "Two taken", "title"),
        (ReportField.OUTLET, "The Gull", "outlet"),
        (ReportField.AUTHOR, "I. Brand", "byline"),
    ],
)
def test_the_last_word_on_a_field_of_the_report_holds(
    field: ReportField, value: str, part: str
) -> None:
    known = ReportCorrected(REPORT, field, value)
    unknown = ReportCorrected(REPORT, field, None)
    assert getattr(judging(unknown, known).record.report, part) == value
    assert getattr(judging(known, unknown).record.report, part) is None
    assert getattr(judging(known).machine.report, part) != value


def test_a_date_and_a_kind_are_set_right() -> None:
    state = judging(
        ReportCorrected(REPORT, ReportField.DATE, "2024-03-09"),
        ReportCorrected(REPORT, ReportField.KIND, "transcript"),
    )
    assert state.published == dt.date(2024, 3, 9)
    assert state.record.report.kind.value == "transcript"


def test_a_block_is_what_a_person_says_it_is() -> None:
    block = read(PAGE).report.blocks[1]
    state = judging(BlockCorrected(REPORT, block.span, BlockKind.CAPTION))
    kinds = [b.kind for b in state.record.report.blocks]
    assert kinds[1] is BlockKind.CAPTION
    assert kinds.count(BlockKind.CAPTION) == 1


# What was taken back.


def withdrawn(state: State) -> set[str]:
    return {h.id for h in state.all if h.withdrawn}


def test_a_retraction_is_of_every_statement() -> None:
    state = judging(Withdrawn(REPORT, WithdrawalKind.RETRACTION))
    assert withdrawn(state) == {h.id for h in state.all}
    assert len(state.withdrawn) == 1


def test_a_correction_of_the_report_is_shown_with_the_report_alone() -> None:
    state = judging(Withdrawn(REPORT, WithdrawalKind.CORRECTION))
    assert withdrawn(state) == set()
    assert len(state.withdrawn) == 1


def test_a_recantation_is_of_what_its_source_says_also_by_correction() -> None:
    speaker = said(SHOT).speaker.source
    source = next(s for s in read(PAGE).sources if s.id == speaker)
    own = {s.attribution.id for s in read(PAGE).statements if s.speaker.source == source.id}
    taken_back = Withdrawn(REPORT, WithdrawalKind.RECANTATION, source.id)
    assert withdrawn(judging(taken_back)) == own
    moved = SpeakerCorrected(REPORT, said(EMPTY).attribution.id, source)
    assert withdrawn(judging(taken_back, moved)) == own | {said(EMPTY).attribution.id}


def test_a_disowned_quotation_is_one_statement() -> None:
    taken_back = Withdrawn(REPORT, WithdrawalKind.DISOWNED, statements=(ID,))
    assert withdrawn(judging(taken_back)) == {ID}


# Undoing.


def test_an_undone_undoing_counts_for_nothing_however_long_the_chain() -> None:
    """Event 3 judges; each event after it undoes the one before."""
    events: list[Event] = [judged(said(SHOT))]
    for number in range(3, 9):
        review = after(*events).review
        assert review is (Review.ACCEPTED if number % 2 else Review.UNREVIEWED)
        events.append(Undone(number, (REPORT,), ""))


def test_a_report_without_a_reading_that_counts_is_not_there() -> None:
    assert state_of(REPORT, ()) is None


# Newer readings.


def test_the_newest_reading_is_shown_and_what_only_people_hold_to_beside_it() -> None:
    events = state_events(judged(said(SHOT)))
    state = again(events, without(read(PAGE), said(SHOT)))
    assert not held(state).proposed_now
    assert held(state).review is Review.ACCEPTED
    assert state.reader == "two"


def test_a_decision_goes_with_its_statement_to_where_it_stands_now() -> None:
    state = again(state_events(judged(said(SHOT), Verdict.UNSURE)), NEWER)
    now = said(SHOT, NEWER).attribution.id
    assert now != ID
    assert held(state, now).review is Review.UNSURE
    assert [x.number for x in held(state, now).decisions] == [3]


def test_a_later_decision_supersedes_one_that_was_led_there() -> None:
    events = state_events(judged(said(SHOT), Verdict.REJECT))
    again(events, NEWER)
    now = said(SHOT, NEWER).attribution.id
    events.append(Judged(REPORT, now, Verdict.ACCEPT))
    assert held(state_after(events), now).review is Review.ACCEPTED


def test_words_that_are_gone_are_listed_and_no_statement_pretends_to_have_them() -> None:
    gone = same_bytes(read(PAGE.replace("may have heard a shot", "slept until noon")))
    state = again(state_events(judged(said(SHOT))), gone)
    assert [u.before for u in state.unplaced] == [ID]
    assert not any(h.decisions for h in state.all)
