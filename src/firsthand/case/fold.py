"""From everything that happened to a report to what holds of it: a pure function.

Undone events are left out; of two decisions on one thing the later holds. Nothing else knows
how events add up: lists, searches and pages are all made from what this gives.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from firsthand.case.carried import Carried, carried
from firsthand.case.counting import live
from firsthand.case.events import ReadingMade, ReportAdded, Unplaced
from firsthand.case.held import held, signed, statements_named
from firsthand.case.judgements import Noted, ReportField, Withdrawn
from firsthand.case.of_report import corrections, record_with, value
from firsthand.case.state import Logged, Signed, State
from firsthand.evidence.values import Standing


def state_of(report: str, logged: Iterable[Logged]) -> State | None:
    """What holds of the report; None where nothing that counts added it, or read it."""
    own = [x for x in live(logged) if getattr(x.event, "report", None) == report]
    added = [x for x in own if isinstance(x.event, ReportAdded)]
    readings = [x for x in own if isinstance(x.event, ReadingMade)]
    return _state(added[-1], readings[-1], carried(own)) if added and readings else None


def _state(added: Logged, reading: Logged, found: Carried) -> State:
    assert isinstance(added.event, ReportAdded)
    assert isinstance(reading.event, ReadingMade)
    every, decisions = held(reading.event, found.decisions), found.decisions
    return State(
        report=added.event.report,
        added=added.entry,
        original=added.event,
        reading=reading.entry,
        reader=reading.event.reader,
        record=record_with(reading.event.record, decisions),
        machine=reading.event.record,
        statements=tuple(h for h in every if h.now.standing is Standing.STATEMENT),
        remarks=tuple(h for h in every if h.now.standing is not Standing.STATEMENT),
        fields=tuple(corrections(decisions).items()),
        copy_of=value(decisions, ReportField.COPY_OF),
        version_of=value(decisions, ReportField.VERSION_OF),
        withdrawn=tuple(_of_the_report(decisions)),
        notes=tuple(n for n in signed(decisions, Noted) if n.event.statement is None),
        unplaced=(*reading.event.unplaced, *_lost(found.lost)),
    )


def _of_the_report(decisions: Sequence[Logged]) -> list[Signed[Withdrawn]]:
    found = signed(decisions, Withdrawn)
    return [w for w in found if not w.event.source and not w.event.statements]


def _lost(lost: Sequence[Logged]) -> list[Unplaced]:
    """Decisions whose own words are not found in the report as it is read now."""
    return [
        Unplaced(statement, f"the words of event {x.number}")
        for x in lost
        for statement in statements_named(x.event)
    ]
