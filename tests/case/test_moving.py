"""Whatever holds spans is led to another text with all of them, or without what is gone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.case.ground import plain
from firsthand.case.judgements import SpansCorrected, ViaCorrected
from firsthand.case.moving import Move, moved
from firsthand.evidence.values import Presence, Relay, RelayKind
from firsthand.text import Span
from tests.case.readings import REPORT, TEXT, read

FURTHER = "The Gull wrote this on Friday evening, from the port.\n\n"
SHIFT = len(FURTHER)


def at(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def move(gone: str = "") -> Move:
    return (
        Move.of(TEXT, FURTHER + TEXT.replace(gone, "x")) if gone else Move.of(TEXT, FURTHER + TEXT)
    )


@given(st.integers(0, 6))
def test_in_an_unchanged_text_everything_stays_as_it_is(which: int) -> None:
    statement = read(TEXT).statements[which]
    assert moved(statement, Move.of(TEXT, TEXT)) == statement


@pytest.mark.parametrize("which", range(7))
def test_every_span_of_a_statement_moves_along(which: int) -> None:
    statement = read(TEXT).statements[which]
    now = moved(statement, move())
    assert now is not None
    assert now == moved(statement, _by(SHIFT))


def _by(shift: int) -> Move:
    """A move that knows where the whole text went."""
    whole = Span(0, len(TEXT))
    return move().knowing(whole, Span(shift, shift + len(TEXT)))


def test_a_judgement_moves_along_as_a_statement_does() -> None:
    event = SpansCorrected(REPORT, "s", (at("Ida Brand"),), (at("said she"),), (at("a shot"),))
    now = moved(event, move())
    assert now is not None
    assert [s.start - SHIFT for s in (*now.source, *now.cue, *now.content)] == [
        at(w).start for w in ("Ida Brand", "said she", "a shot")
    ]


def test_what_has_lost_its_words_is_left_out_of_a_row() -> None:
    there = Relay("Gull", RelayKind.OUTLET, at("the Gull"), date=at("on Tuesday"))
    gone = Relay("port authority", RelayKind.ORGANISATION, at("The port authority denied"))
    now = moved(ViaCorrected(REPORT, "s", (there, gone)), move("The port authority denied"))
    assert now is not None
    assert [r.name for r in now.via] == ["Gull"]


def test_an_optional_field_that_has_lost_its_words_is_empty() -> None:
    relay = Relay("Gull", RelayKind.OUTLET, at("the Gull"), date=at("on Tuesday, the widow"))
    now = moved(relay, move("on Tuesday, the widow"))
    assert now is not None
    assert now.date is None


def test_what_cannot_be_without_its_words_is_not_found() -> None:
    presence = Presence(at("They took both of them"), 2008, at("Ida Brand"), 2018)
    assert moved(presence, move("They took both of them")) is None


def test_words_within_known_words_are_found_by_their_letters() -> None:
    before, after = "he he  he", "x he  he he"
    known = Move.of(before, after).knowing(Span(0, 9), Span(2, 11))
    assert [known.span(Span(a, a + 2)) for a in (0, 3, 7)] == [Span(2, 4), Span(6, 8), Span(9, 11)]


TEXTS = st.text("ab \n", min_size=1, max_size=30)


@given(TEXTS, TEXTS, st.data())
def test_a_span_that_is_found_has_the_same_words(
    before: str, after: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(before) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(before))))
    now = Move.of(before, after).span(span)
    assert now is None or plain(now.of(after)) == plain(span.of(before))


@given(TEXTS, TEXTS, TEXTS, TEXTS)
def test_what_is_the_same_at_both_ends_stands_where_it_did(
    start: str, end: str, one: str, other: str
) -> None:
    way = Move.of(f"{start}x{one}x{end}", f"{start}y{other}y{end}")
    last = len(start) + len(one) + 2
    assert way.span(Span(0, len(start))) == Span(0, len(start))
    moved_by = len(other) - len(one)
    assert way.span(Span(last, last + len(end))) == Span(
        last + moved_by, last + moved_by + len(end)
    )
