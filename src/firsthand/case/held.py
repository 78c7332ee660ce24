"""The statements of a report as they stand: the machine's, people's, and what became of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from firsthand.case.carried import lost_name
from firsthand.case.corrected import corrected, reviewed
from firsthand.case.events import Event, ReadingMade
from firsthand.case.judgements import (
    Noted,
    SourceSplit,
    StatementAdded,
    WithdrawalKind,
    Withdrawn,
)
from firsthand.case.state import Held, Logged, Said, Signed
from firsthand.evidence.statement import Statement


@dataclass(frozen=True, slots=True)
class _Begun:
    """A statement before anybody corrected it."""

    statement: Statement
    by_a_person: bool
    proposed_now: bool


def held(reading: ReadingMade, decisions: Sequence[Logged]) -> list[Held]:
    """Every statement and remark, in the order of the page."""
    decided = _by_statement(decisions)
    withdrawals = signed(decisions, Withdrawn)
    made = [
        _held(begun, decided.get(begun.statement.attribution.id, ()), withdrawals)
        for begun in _begun(reading, decisions).values()
    ]
    return sorted(made, key=_place)


def _begun(reading: ReadingMade, decisions: Sequence[Logged]) -> dict[str, _Begun]:
    record = reading.record
    added = {x.event.statement for x in decisions if isinstance(x.event, StatementAdded)}
    ids = {s.attribution.id for s in added}
    begun = [_Begun(s, False, True) for s in (*record.statements, *record.remarks)]
    begun += [_Begun(s, s.attribution.id in ids, False) for s in reading.kept]
    known = {b.statement.attribution.id for b in begun}
    lost = {lost_name(u.before) for u in reading.unplaced}
    begun += [_Begun(s, True, True) for s in added if s.attribution.id not in known | lost]
    return {b.statement.attribution.id: b for b in begun}


def _by_statement(decisions: Sequence[Logged]) -> dict[str, list[Logged]]:
    found: dict[str, list[Logged]] = {}
    for x in decisions:
        for statement in statements_named(x.event):
            found.setdefault(statement, []).append(x)
    return found


def signed(decisions: Iterable[Logged], kind: type[Said]) -> list[Signed[Said]]:
    """The events of one kind, each with who said it and when."""
    return [Signed(x.entry, x.event) for x in decisions if isinstance(x.event, kind)]


def statements_named(event: Event) -> tuple[str, ...]:
    """The ids of the statements that an event decides about."""
    if isinstance(event, SourceSplit | Withdrawn):
        return event.statements
    statement = getattr(event, "statement", None)
    if isinstance(statement, Statement):
        return (statement.attribution.id,)
    return (statement,) if isinstance(statement, str) else ()


def _held(
    begun: _Begun, decided: Sequence[Logged], withdrawals: Iterable[Signed[Withdrawn]]
) -> Held:
    events = [x.event for x in decided]
    now = corrected(begun.statement, events)
    return Held(
        now=now,
        machine=None if begun.by_a_person else begun.statement,
        review=reviewed(events, by_a_person=begun.by_a_person),
        decisions=tuple(decided),
        notes=tuple(signed(decided, Noted)),
        withdrawn=tuple(_concerning(now, withdrawals)),
        proposed_now=begun.proposed_now,
    )


def _concerning(
    now: Statement, withdrawals: Iterable[Signed[Withdrawn]]
) -> Iterator[Signed[Withdrawn]]:
    """What takes this statement back: of itself, of its source, or of the whole report.

    A correction of the report is shown with the report: which statements it changes, the
    outlet's words alone do not say.
    """
    for found in withdrawals:
        w = found.event
        of_all = not w.source and not w.statements and w.kind is not WithdrawalKind.CORRECTION
        of_source = w.source is not None and w.source == now.speaker.source
        if of_all or of_source or now.attribution.id in w.statements:
            yield found


def _place(h: Held) -> tuple[list[tuple[int, int]], str]:
    """Never a tie. In bare numbers: every statement of a case is put in order by it."""
    a = h.now.attribution
    return sorted((s.start, s.end) for s in (*a.source, *a.cue, *a.content)), a.id
