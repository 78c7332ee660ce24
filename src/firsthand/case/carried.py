"""People's decisions, as they apply to the newest reading of a report.

A decision names a statement of the reading that was the newest then, and may hold spans of the
text as it was read then. Later readings say where each statement went (`ReadingMade.placed`);
spans are led to the new text by their words.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from firsthand.case.events import Event, ReadingMade, ReportAdded
from firsthand.case.judgements import SourceSplit, SpansCorrected, StatementAdded, Withdrawn
from firsthand.case.moving import Move, moved
from firsthand.case.state import Logged


@dataclass(frozen=True, slots=True)
class Carried:
    """The decisions that apply, in order; `lost` are those whose words are not found any more."""

    decisions: tuple[Logged, ...]
    lost: tuple[Logged, ...] = ()


def carried(counting: Sequence[Logged]) -> Carried:
    """The decisions among the events that count, led to the newest reading."""
    readings = [(x.number, x.event) for x in counting if isinstance(x.event, ReadingMade)]
    decisions = [x for x in counting if not isinstance(x.event, ReadingMade | ReportAdded)]
    led = [(x, _led(x, readings)) for x in decisions]
    applied = tuple(replace(x, event=event) for x, event in led if event is not None)
    return Carried(applied, tuple(x for x, event in led if event is None))


def _led(x: Logged, readings: Sequence[tuple[int, ReadingMade]]) -> Event | None:
    """The event in terms of the newest reading; None where its words are not found there."""
    later = [reading for number, reading in readings if number > x.number]
    if not later:
        return x.event
    event = x.event
    for reading in later:
        event = _renamed(event, _names_after(reading))
    before = [reading for number, reading in readings if number < x.number]
    return _moved(event, before[-1] if before else later[-1], later[-1])


def _moved(event: Event, old: ReadingMade, new: ReadingMade) -> Event | None:
    before, after = old.record.report.text, new.record.report.text
    if before == after:
        return event
    found = moved(event, Move.of(before, after))
    return None if isinstance(event, SpansCorrected) and _is_cut(event, found) else found


def _is_cut(event: SpansCorrected, found: Event | None) -> bool:
    """Whether some of the words that a person chose are not found: it is not their choice then."""
    if not isinstance(found, SpansCorrected):
        return True
    roles = ((event.source, found.source), (event.cue, found.cue), (event.content, found.content))
    return any(len(before) != len(now) for before, now in roles)


_GONE: Final = "unplaced:"
"""Before the id of a statement whose words were not found: no statement goes by that."""


def _names_after(reading: ReadingMade) -> dict[str, str]:
    """What the statements are called in a reading, those that an earlier one had lost too."""
    gone = {u.before: _GONE + u.before for u in reading.unplaced}
    placed = {p.before: p.now for p in reading.placed}
    return gone | placed | {_GONE + before: now for before, now in placed.items()}


def _renamed(event: Event, now: Mapping[str, str]) -> Event:
    if isinstance(event, SourceSplit | Withdrawn):
        return replace(event, statements=tuple(now.get(s, s) for s in event.statements))
    if isinstance(event, StatementAdded):
        a = event.statement.attribution
        renamed = replace(event.statement, attribution=replace(a, id=now.get(a.id, a.id)))
        return replace(event, statement=renamed)
    statement = getattr(event, "statement", None)
    if isinstance(statement, str):
        return replace(event, statement=now.get(statement, statement))  # type: ignore[type-var]
    return event


def lost_name(statement: str) -> str:
    """What a statement whose words were not found goes by."""
    return _GONE + statement
