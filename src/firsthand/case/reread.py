"""What becomes of people's decisions when a newer reader has read the report again.

A decision is on words. So every statement that people decided on is led to the statement of the
new reading that has its words (`placed`), else it stays as theirs alone where the words stand
in the text now (`kept`), else it is named with its words as not found (`unplaced`). None is
left out, and none is in two of the three.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from firsthand.case.claims import Claim, led
from firsthand.case.events import ReadingMade, Unplaced
from firsthand.case.ground import plain
from firsthand.case.keeping import People, kept, settling
from firsthand.case.moving import Move, moved
from firsthand.case.state import Held, State
from firsthand.evidence.statement import Record, Statement
from firsthand.reading.attribution import Attribution
from firsthand.text import Span

_BREAK: Final = " … "
"""Between the parts of a quote whose content stands on both sides of its cue."""
_SAME: Final = 0.8
"""Share of the characters of a role that are the same, place by place, under one id."""


@dataclass(frozen=True, slots=True)
class _Again:
    """The state before, the record now, and the way between their texts."""

    state: State
    record: Record
    move: Move
    proposed: Mapping[str, Statement]

    @property
    def text(self) -> str:
        """The text that the new record is of."""
        return self.record.report.text


def reread(state: State, reader: str, record: Record) -> ReadingMade:
    """The event of a newer reading, with every decided statement placed, kept or unplaced.

    What an earlier re-reading kept is led on as it stands. Of what one could not place, only
    the id and the quote are left: it is placed where a statement has these words, or where
    they stand once in the text and are mostly one statement's content; else it stays unplaced.
    """
    move = Move.of(state.record.report.text, record.report.text)
    again = _Again(state, record, move, {s.attribution.id: s for s in record.all})
    old, lost = decided(state), _still_lost(state)
    placed = led([*_claims(old, again), *_late_claims(lost, again)], record.all)
    done = {p.before for p in placed}
    held, gone = _kept([h for h in old if h.id not in done], again)
    unplaced = (*gone, *(u for u in lost if u.before not in done))
    return ReadingMade(state.report, reader, record, placed, held, unplaced)


def decided(state: State) -> tuple[Held, ...]:
    """The statements that people decided something on, or that only they hold to."""
    return tuple(h for h in state.all if _is_decided(h))


def quote_of(text: str, attribution: Attribution) -> str:
    """The content's words, with an ellipsis between parts that stand apart."""
    return _BREAK.join(span.of(text) for span in attribution.content)


def _is_decided(held: Held) -> bool:
    """What takes back the whole report does so again in every reading, and decides on no words."""
    taken_back = any(w.event.source or w.event.statements for w in held.withdrawn)
    said = bool(held.decisions or held.notes) or taken_back
    return said or held.machine is None or not held.proposed_now


def _still_lost(state: State) -> tuple[Unplaced, ...]:
    """What is not among the statements; the first entry of an id has the statement's own words."""
    here = {h.id for h in state.all}
    lost = (u for u in reversed(state.unplaced) if u.before not in here)
    return tuple({u.before: u for u in lost}.values())[::-1]


def _claims(old: Sequence[Held], again: _Again) -> Iterator[Claim]:
    for held in old:
        a = held.now.attribution
        move = settling(a, again.move)
        source, content = (moved(role, move) or () for role in (a.source, a.content))
        lost = sum(len(s) for s in a.content if move.span(s) is None)
        yield Claim(held.id, held.review, source, content, lost, _proposed_again(held, again))


def _proposed_again(held: Held, again: _Again) -> bool:
    """Whether the id names the same words: it is made from places, whatever stands there now."""
    now = again.proposed.get(held.id)
    if now is None:
        return False
    a = now.attribution
    return all(_mostly_same(role, again) for role in (a.source, a.cue, a.content))


def _mostly_same(role: Sequence[Span], again: _Again) -> bool:
    before, now = again.move.before, again.text
    pairs = (zip(before[s.start : s.end], now[s.start : s.end], strict=False) for s in role)
    same = sum(x == y for pair in pairs for x, y in pair)
    return same >= _SAME * sum(map(len, role))


def _late_claims(lost: Sequence[Unplaced], again: _Again) -> Iterator[Claim]:
    for one in lost:
        now = again.proposed.get(one.before)
        same = now is not None and _same_words(one.quote, quote_of(again.text, now.attribution))
        yield Claim(one.before, None, (), _found(one.quote, again), again=same)


def _found(quote: str, again: _Again) -> tuple[Span, ...]:
    """Where the words of a quote stand, each part of it once in the text."""
    whole = again.move.after.only(quote)
    if whole is not None:
        return (whole,)
    parts = tuple(filter(None, map(again.move.after.only, quote.split(_BREAK))))
    return tuple(sorted(set(parts)))


def _same_words(one: str, other: str) -> bool:
    return plain(one).strip() == plain(other).strip()


def _kept(old: Sequence[Held], again: _Again) -> tuple[tuple[Statement, ...], tuple[Unplaced, ...]]:
    """What people go on to hold, and what is not found. An id that names other words is taken."""
    people = People(again.state.sources, again.record.sources)
    held, gone = list[Statement](), list[Unplaced]()
    for one in old:
        now = _held_on(one, again.move, people) if one.id not in again.proposed else None
        if now is None:
            gone.append(Unplaced(one.id, quote_of(again.move.before, one.now.attribution)))
        else:
            held.append(now)
    return tuple(held), tuple(gone)


def _held_on(held: Held, move: Move, people: People) -> Statement | None:
    """The machine's answer where its words are found too, so that it stays beside people's.

    Corrections are decisions and are laid over it again; what has lost the words as they
    stand is not found, whatever the machine once marked.
    """
    now = kept(held.now, move, people)
    machine = kept(held.machine, move, people) if held.machine else None
    return machine if now and machine else now
