"""A statement that only people hold to, led into a text in which no reader proposes it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from firsthand.case.ground import plain
from firsthand.case.moving import Move, moved
from firsthand.evidence.statement import Statement
from firsthand.evidence.values import Basis, Connected, Marked, Stance
from firsthand.reading.attribution import Attribution
from firsthand.sources.source import UNRESOLVED, Resolution, Source
from firsthand.text import Span


@dataclass(frozen=True, slots=True)
class People:
    """Who speaks in the earlier reading as it stands, and in the new one."""

    before: tuple[Source, ...]
    now: tuple[Source, ...]

    def led(self, source: str | None, move: Move) -> str | None:
        """The id that this source has now; None where nobody is shown to be the same one.

        An id is made from a place, so it is the same source only if the same words stand there
        or the name is the same; else the only one of the same name and kind is taken.
        """
        old = next((s for s in self.before if s.id == source), None)
        if old is None:
            return None
        first = {move.span(mention) for mention in old.mentions[:1]}
        same = [s.id for s in self.now if s.id == old.id and first.intersection(s.mentions)]
        named = [s.id for s in self.now if (_name(s), s.kind) == (_name(old), old.kind)]
        found = same or ([old.id] if old.id in named else named)
        return found[0] if len(found) == 1 else None


def kept(statement: Statement, move: Move, people: People) -> Statement | None:
    """The statement in the new text; None where words of source, cue or content are not found.

    Its id stays, so that decisions follow it. What is said of it with words that are gone is
    said no more (no conclusion without its words), save how strongly it is put: a lost "may"
    must not make it certain. A speaker whom nobody in the new reading is shown to be is left
    open; one that a person set comes back with that decision.
    """
    settled = settling(statement.attribution, move)
    now = moved(statement, settled) if _all_found(statement.attribution, settled) else None
    if now is None:
        return None
    return _resting(statement, replace(now, speaker=_speaker(now.speaker, settled, people)))


def settling(attribution: Attribution, move: Move) -> Move:
    """The move with the places of whatever is found of the three roles, the longest words first.

    Each span is expected as far off as those before it went.
    """
    roles = (attribution.source, attribution.cue, attribution.content)
    for span in sorted({s for role in roles for s in role}, key=_longest_first):
        now = move.span(span)
        move = move.knowing(span, now) if now is not None else move
    return move


def _all_found(attribution: Attribution, move: Move) -> bool:
    """Whether every span of the roles is found, and they follow one another as before."""
    roles = (attribution.source, attribution.cue, attribution.content)
    return bool(attribution.content) and all(_in_order(role, move) for role in roles)


def _longest_first(span: Span) -> tuple[int, Span]:
    return -len(span), span


def _in_order(role: Sequence[Span], move: Move) -> bool:
    found = [now for now in map(move.span, role) if now is not None]
    return len(found) == len(role) and all(a.end <= b.start for a, b in pairwise(found))


def _speaker(speaker: Resolution, move: Move, people: People) -> Resolution:
    """The resolution with the ids of the new reading."""
    candidates = filter(None, (people.led(c, move) for c in speaker.candidates))
    source = people.led(speaker.source, move)
    if source is None:
        return replace(UNRESOLVED, candidates=tuple(dict.fromkeys(candidates)))
    return replace(speaker, source=source, candidates=tuple(dict.fromkeys(candidates)))


def _resting(old: Statement, now: Statement) -> Statement:
    """Without what has lost every word that showed it."""

    def lost(before: Sequence[Span], after: Sequence[Span]) -> bool:
        return bool(before) and not after

    return replace(
        now,
        basis=Basis() if lost(old.basis.spans, now.basis.spans) else now.basis,
        capacity=Marked() if lost(old.capacity.spans, now.capacity.spans) else now.capacity,
        opinion=Marked() if lost(old.opinion.spans, now.opinion.spans) else now.opinion,
        connection=_connection(old, now),
        stance=Stance() if lost(old.stance.spans, now.stance.spans) else now.stance,
        response=now.response if now.response and now.response.spans else None,
    )


def _connection(old: Statement, now: Statement) -> Connected:
    gone = old.connection.spans and not now.connection.spans
    return Connected() if gone else now.connection


def _name(source: Source) -> str:
    return plain(source.name).casefold()
