"""A newer reading keeps people's decisions: placed, kept, or named as not found."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.case.events import Event
from firsthand.case.judgements import (
    Judged,
    Noted,
    SpeakerCorrected,
    StatementAdded,
    Verdict,
    WithdrawalKind,
    Withdrawn,
)
from firsthand.case.reread import decided
from firsthand.case.state import Review
from firsthand.sources.source import Source, SourceKind, source_id
from firsthand.text import Span
from tests.case.readings import (
    CAME,
    NEWER,
    REPORT,
    SHOT,
    TEXT,
    after,
    again,
    judged,
    judging,
    read,
    said,
    same_bytes,
    state_after,
    state_events,
    with_content,
    without,
    words,
)

GONE = same_bytes(read(TEXT.replace("may have heard a shot", "slept until noon")))


def test_words_that_are_gone_are_named() -> None:
    old = said(SHOT)
    event = after(judging(judged(old)), GONE)
    (lost,) = event.unplaced
    assert lost.before == old.attribution.id
    assert SHOT in lost.quote


def test_what_was_not_found_once_is_placed_when_its_words_come_back() -> None:
    old = said(SHOT)
    state = again(state_events(judged(old)), GONE, NEWER)
    (held,) = decided(state)
    assert held.id == said(SHOT, NEWER).attribution.id
    assert held.review is Review.ACCEPTED
    assert not state.unplaced


def test_what_is_still_not_found_is_named_again() -> None:
    state = again(state_events(judged(said(SHOT))), GONE, GONE)
    assert [u.before for u in state.unplaced] == [said(SHOT).attribution.id]


def test_an_id_that_now_names_other_words_is_not_the_same_statement() -> None:
    old = said(CAME)
    other = read(TEXT.replace(CAME, "He left us early x"))
    posing = replace(other, statements=(old,))
    event = after(judging(judged(old)), posing)
    assert not event.placed
    assert [u.before for u in event.unplaced] == [old.attribution.id]


# What counts as decided.


@pytest.mark.parametrize(
    "decision",
    [
        judged(said(SHOT)),
        Noted(REPORT, said(SHOT).attribution.id, "ask her again"),
        Withdrawn(REPORT, WithdrawalKind.DISOWNED, statements=(said(SHOT).attribution.id,)),
        SpeakerCorrected(REPORT, said(SHOT).attribution.id, None),
    ],
    ids=lambda d: type(d).__name__,
)
def test_whatever_people_said_of_a_statement_counts(decision: Event) -> None:
    event = after(judging(decision), without(read(TEXT), said(SHOT)))
    assert [s.attribution.id for s in event.kept] == [said(SHOT).attribution.id]


def test_a_statement_that_a_person_added_counts() -> None:
    missed = with_content(said(SHOT), Span(0, 11), report=read(TEXT).report)
    added = StatementAdded(REPORT, missed, None)
    event = after(judging(added), NEWER)
    assert [words(event, s) for s in event.kept] == ["Two sailors"]


def test_a_retraction_of_the_report_decides_on_no_statement() -> None:
    state = judging(Withdrawn(REPORT, WithdrawalKind.RETRACTION))
    assert not decided(state)


def test_what_nobody_decided_on_is_left_to_the_newer_reader() -> None:
    event = after(judging(), without(read(TEXT), said(SHOT)))
    assert (event.placed, event.kept, event.unplaced) == ((), (), ())


def test_a_source_that_a_person_added_comes_back_with_their_decision() -> None:
    report, old = read(TEXT).report, said(SHOT)
    speaker = Source(
        source_id(report, (Span(0, 11),)), "Two sailors", SourceKind.GROUP, (Span(0, 11),)
    )
    state = again(
        state_events(SpeakerCorrected(REPORT, old.attribution.id, speaker)),
        without(read(TEXT), old),
    )
    assert decided(state)[0].now.speaker.source == speaker.id


# Nothing is dropped.

VERDICTS = st.sampled_from(Verdict)
EDITS = st.lists(
    st.tuples(st.integers(0, len(TEXT) - 1), st.sampled_from(["", " and so on", "\n\n", "“"])),
    max_size=4,
)


def edited(edits: list[tuple[int, str]], cut: int) -> str:
    text = TEXT
    for at, put_in in edits:
        text = text[:at] + put_in + text[min(len(text), at + (cut if not put_in else 0)) :]
    return text


@settings(max_examples=60, deadline=None)
@given(
    verdicts=st.lists(VERDICTS | st.none(), min_size=9, max_size=9),
    edits=EDITS,
    cut=st.integers(1, 80),
    keep=st.lists(st.booleans(), min_size=30, max_size=30),
)
def test_every_decided_statement_is_placed_kept_or_unplaced_and_only_one_of_them(
    verdicts: list[Verdict | None], edits: list[tuple[int, str]], cut: int, keep: list[bool]
) -> None:
    statements = read(TEXT).statements
    decisions: list[Event] = [judged(s, v) for s, v in zip(statements, verdicts, strict=False) if v]
    state = judging(*decisions)
    record = same_bytes(read(edited(edits, cut)))
    dropped = [s for s, k in zip(record.statements, keep, strict=False) if not k]
    event = after(state, without(record, *dropped))
    led = [p.before for p in event.placed]
    led += [s.attribution.id for s in event.kept]
    led += [u.before for u in event.unplaced]
    assert sorted(led) == sorted(j.statement for j in decisions if isinstance(j, Judged))
    proposed = {s.attribution.id for s in event.record.all}
    assert {p.now for p in event.placed} <= proposed
    assert not {s.attribution.id for s in event.kept} & proposed


@settings(max_examples=30, deadline=None)
@given(verdicts=st.lists(VERDICTS | st.none(), min_size=9, max_size=9))
def test_the_same_reading_again_changes_no_decision(verdicts: list[Verdict | None]) -> None:
    statements = read(TEXT).statements
    events = state_events(*(judged(s, v) for s, v in zip(statements, verdicts, strict=False) if v))
    before = state_after(events)
    assert again(events, read(TEXT)).statements == before.statements
