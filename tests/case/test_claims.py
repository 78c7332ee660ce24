"""A decision goes on to the statement of a newer reading that has its words, and to no other."""

from __future__ import annotations

from dataclasses import replace

from firsthand import Statement
from firsthand.case.events import ReadingMade
from firsthand.case.judgements import Verdict
from firsthand.text import Span
from tests.case.readings import (
    CAME,
    EMPTY,
    NEWER,
    SHOT,
    TEXT,
    after,
    first_reading,
    judged,
    judging,
    read,
    said,
    state_after,
    with_content,
)


def test_a_statement_that_is_proposed_again_is_placed_on_itself() -> None:
    event = after(judging(judged(said(CAME))), read(TEXT))
    ids = [(p.before, p.now) for p in event.placed]
    assert ids == [(said(CAME).attribution.id,) * 2]
    assert not event.kept
    assert not event.unplaced


def test_a_decision_follows_its_words_when_the_text_has_moved() -> None:
    event = after(judging(judged(said(CAME))), NEWER)
    assert [p.now for p in event.placed] == [said(CAME, NEWER).attribution.id]


def test_a_decision_goes_to_the_statement_that_has_most_of_its_content() -> None:
    old = said(EMPTY)
    (span,) = old.attribution.content
    longer = with_content(old, Span(span.start, span.end - 6), report=read(TEXT).report)
    record = replace(read(TEXT), statements=(longer,))
    event = after(judging(judged(old)), record)
    assert [p.now for p in event.placed] == [longer.attribution.id]


def test_a_decision_never_goes_to_the_words_of_another_source() -> None:
    old, other = said(EMPTY), said(SHOT)
    stolen = replace(other, attribution=replace(other.attribution, content=old.attribution.content))
    event = after(judging(judged(old)), replace(read(TEXT), statements=(stolen,)))
    assert not event.placed
    assert [s.attribution.id for s in event.kept] == [old.attribution.id]


def test_a_refusal_does_not_go_on_to_a_proposal_that_was_mended() -> None:
    old = said(EMPTY)
    (span,) = old.attribution.content
    mended = with_content(old, Span(span.start + 4, span.end), report=read(TEXT).report)
    record = replace(read(TEXT), statements=(mended,))
    event = after(judging(judged(old, Verdict.REJECT)), record)
    assert not event.placed
    assert [s.attribution.id for s in event.kept] == [old.attribution.id]


def two_on_one(one: Verdict, other: Verdict) -> tuple[Statement, Statement, ReadingMade]:
    """Two earlier statements of one content, of which the newer reading proposes but one."""
    old = said(EMPTY)
    (span,) = old.attribution.content
    shorter, report = Span(span.start, span.end - 1), read(TEXT).report
    near = with_content(old, shorter, report=report)
    new = with_content(old, Span(span.start, span.end - 2), report=report)
    state = state_after(
        [
            replace(first_reading(), record=replace(read(TEXT), statements=(old, near))),
            judged(old, one),
            judged(near, other),
        ]
    )
    return old, near, after(state, replace(read(TEXT), statements=(new,)))


def test_of_contrary_verdicts_on_one_the_better_match_wins_and_the_other_is_kept() -> None:
    old, near, event = two_on_one(Verdict.ACCEPT, Verdict.REJECT)
    assert [p.before for p in event.placed] == [near.attribution.id]
    assert [s.attribution.id for s in event.kept] == [old.attribution.id]


def test_two_of_one_verdict_may_share_a_statement() -> None:
    old, near, event = two_on_one(Verdict.ACCEPT, Verdict.ACCEPT)
    assert {p.before for p in event.placed} == {old.attribution.id, near.attribution.id}
