"""What only people hold to stays theirs, with its words in the text as it is read now."""

from __future__ import annotations

from dataclasses import replace

from firsthand.case.judgements import SpansCorrected, Verdict
from firsthand.case.reread import decided
from firsthand.case.state import Review
from firsthand.evidence.values import BasisKind, ForceLevel
from firsthand.text import Span
from tests.case.readings import (
    EMPTY,
    NEWER,
    REPORT,
    SHOT,
    TEXT,
    after,
    again,
    first_reading,
    judged,
    judging,
    read,
    said,
    state_after,
    state_events,
    without,
    words,
)


def test_what_is_proposed_no_more_is_kept_with_its_words() -> None:
    old = said(SHOT)
    event = after(judging(judged(old)), without(NEWER, said(SHOT, NEWER)))
    (kept,) = event.kept
    assert kept.attribution.id == old.attribution.id
    assert words(event, kept) == read(TEXT).report.words(old.attribution.content[0])
    assert [event.record.report.words(s) for s in kept.attribution.source] == ["Ida Brand"]


def test_a_kept_statement_is_put_as_strongly_as_before_with_its_words() -> None:
    event = after(judging(judged(said(SHOT))), without(NEWER, said(SHOT, NEWER)))
    (kept,) = event.kept
    assert kept.force.level is ForceLevel.POSSIBLE
    assert [event.record.report.words(s) for s in kept.force.spans] == ["may"]


def test_a_kept_speaker_is_the_one_of_that_name_in_the_newer_reading() -> None:
    event = after(judging(judged(said(SHOT))), without(NEWER, said(SHOT, NEWER)))
    names = {s.id: s.name for s in event.record.sources}
    assert names[event.kept[0].speaker.source or ""] == "Ida Brand"


def test_a_kept_speaker_who_is_in_it_no_more_is_left_open() -> None:
    record = replace(without(NEWER, said(SHOT, NEWER)), sources=())
    (kept,) = after(judging(judged(said(SHOT))), record).kept
    assert kept.speaker.source is None
    assert not kept.speaker.candidates


def test_a_basis_whose_words_are_gone_is_unstated_when_the_statement_is_kept() -> None:
    old = said("They took both")
    shown = replace(old, basis=replace(old.basis, kind=BasisKind.SAW, spans=(Span(0, 11),)))
    state = state_after(
        [replace(first_reading(), record=replace(read(TEXT), statements=(shown,))), judged(shown)]
    )
    other = read(TEXT.replace("Two sailors were taken from", "Some men had been led off"))
    (kept,) = after(state, replace(other, statements=())).kept
    assert kept.basis.kind is BasisKind.UNSTATED
    assert not kept.basis.spans


def test_a_refused_statement_that_is_proposed_no_more_stays_refused() -> None:
    old = said(SHOT)
    later = again(state_events(judged(old, Verdict.REJECT)), without(read(TEXT), old))
    (held,) = decided(later)
    assert held.review is Review.REJECTED
    assert not held.proposed_now


def test_the_machine_s_answer_stays_beside_a_correction_when_both_are_kept() -> None:
    old = said(EMPTY)
    a = old.attribution
    shorter = (Span(a.content[0].start + 4, a.content[0].end),)
    spans = SpansCorrected(REPORT, a.id, a.source, a.cue, shorter)
    later = again(state_events(spans), without(read(TEXT), old))
    (held,) = decided(later)
    assert held.now.attribution.content == shorter
    assert held.machine is not None
    assert held.machine.attribution.content == a.content


def test_what_was_kept_once_is_kept_or_placed_at_the_next_reading_too() -> None:
    old = said(SHOT)
    fewer = without(read(TEXT), old)
    state = again(state_events(judged(old)), fewer, fewer)
    assert [h.id for h in decided(state)] == [old.attribution.id]
    state = again(state_events(judged(old)), fewer, NEWER)
    (held,) = decided(state)
    assert held.id == said(SHOT, NEWER).attribution.id
    assert held.review is Review.ACCEPTED
