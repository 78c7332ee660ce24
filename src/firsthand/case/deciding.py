"""What people decide enters the log, and is undone: checked first, whole or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection

from firsthand.case import project
from firsthand.case.checked import check
from firsthand.case.counting import live, undone_in
from firsthand.case.entry import Entry
from firsthand.case.events import Event, ReadingMade, ReportAdded, Undone
from firsthand.case.fold import state_of
from firsthand.case.log import Author, about, append, one
from firsthand.case.resting import FOREVER, resting_on, unfounded
from firsthand.case.state import Logged, State
from firsthand.errors import BadJudgement, CannotUndo, NotInCase


def decide(connection: Connection, event: Event, by: Author) -> Entry:
    """Appends a judgement and brings the tables up to it."""
    _require_judgement(event, by.case)
    happened = _about_all(connection, event.reports, by.case)
    states = [_state(report, happened, by.case) for report in event.reports]
    check(event, states[0], happened, by.case)
    made = append(connection, event, by)
    project.after(connection, [made], by.case)
    return made.entry


def _require_judgement(event: Event, case: str) -> None:
    if isinstance(event, (*FOREVER, ReportAdded, ReadingMade, Undone)) or not event.reports:
        raise BadJudgement(case, f"{type(event).__name__} is not a judgement")


def _state(report: str, happened: Iterable[Logged], case: str) -> State:
    state = state_of(report, happened)
    if state is None:
        raise NotInCase(case, f"no report {report}; `firsthand list` shows what there is")
    return state


def _about_all(connection: Connection, reports: Iterable[str], case: str) -> list[Logged]:
    found = {x.number: x for report in reports for x in about(connection, report, case)}
    return [found[number] for number in sorted(found)]


def undo(connection: Connection, number: int, reason: str, by: Author) -> Entry:
    """Appends the undoing of an event that nothing later rests on."""
    target = _target(connection, number, by.case)
    reports = target.event.reports
    happened = _about_all(connection, reports, by.case)
    _require_undoable(target, happened, by.case)
    made = append(connection, Undone(number, reports, reason), by)
    concerned = [made, target] + [x for x in happened if _is_target(target, x)]
    project.after(connection, concerned, by.case)
    return made.entry


def _is_target(undoing: Logged, x: Logged) -> bool:
    return isinstance(undoing.event, Undone) and x.number == undoing.event.event


def _target(connection: Connection, number: int, case: str) -> Logged:
    target = one(connection, number, case)
    if target is None:
        raise NotInCase(case, f"no event {number}, or it is erased; `firsthand log` lists them")
    if isinstance(target.event, FOREVER):
        kind = target.entry.header.kind.replace("_", " ")
        raise CannotUndo(case, f"event {number} ({kind}) is of a kind that nothing undoes")
    return target


def _require_undoable(target: Logged, happened: Sequence[Logged], case: str) -> None:
    undone = undone_in(happened)
    if target.number in undone:
        reason = f"event {target.number} is undone already, by event {undone[target.number]}"
        raise CannotUndo(case, reason)
    at_last, comes_back = _at_last(target, happened)
    if comes_back:
        _require_founded(at_last, happened, case)
        resting = _read_meanwhile(target, at_last, happened)
    elif at_last.number in undone:
        reason = f"event {at_last.number} is undone as it is, by event {undone[at_last.number]}"
        raise CannotUndo(case, reason)
    else:
        resting = resting_on(at_last, happened)
    if resting:
        raise CannotUndo(case, f"later events rest on event {target.number}: {_listed(resting)}")


def _at_last(target: Logged, happened: Iterable[Logged]) -> tuple[Logged, bool]:
    """What a chain of undoings is about in the end, and whether it then counts again."""
    by_number = {x.number: x for x in happened}
    comes_back = False
    while isinstance(target.event, Undone):
        target, comes_back = by_number[target.event.event], not comes_back
    return target, comes_back


def _require_founded(back: Logged, happened: Sequence[Logged], case: str) -> None:
    """What comes back into force must still find what it speaks of."""
    lacking = unfounded(back.event, happened)
    if lacking:
        reason = f"event {back.number} speaks of {min(lacking)}, which is not there"
        raise CannotUndo(case, reason)


def _read_meanwhile(
    undoing: Logged, back: Logged, happened: Iterable[Logged]
) -> tuple[Logged, ...]:
    """What was decided while a reading did not count: it never led those decisions anywhere."""
    if not isinstance(back.event, ReadingMade):
        return ()
    return tuple(x for x in live(happened) if x.number > undoing.number)


def _listed(resting: Sequence[Logged]) -> str:
    shown = [f"{x.number} ({x.entry.header.kind.replace('_', ' ')})" for x in resting[:20]]
    more = [f"and {len(resting) - 20} more"] if len(resting) > 20 else []
    return ", ".join([*shown, *more]) + "; undo those first"
