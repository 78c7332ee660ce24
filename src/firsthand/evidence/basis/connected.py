"""One source, one connection: what one of its statements shows holds for the others too.

HURIDOCS records the connection of a source to an event, not of a sentence. Who was beaten, by one
statement, is a victim in the next one as well; the words that show it stay with it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from firsthand.evidence.statement import Statement
from firsthand.evidence.values import Connected, Connection

_OPEN = frozenset({Connection.UNKNOWN, Connection.THIRD_PARTY})
_NEAREST = (Connection.VICTIM, Connection.WITNESS, Connection.PERPETRATOR)


def connected(statements: Sequence[Statement]) -> list[Statement]:
    """The statements, those of unknown connection with what the source's others show."""
    nearest: dict[str, Connected] = {}
    for kind in reversed(_NEAREST):
        for s in statements:
            if s.speaker.source and s.connection.kind is kind:
                nearest[s.speaker.source] = s.connection
    return [_with(s, nearest) for s in statements]


def _with(s: Statement, nearest: dict[str, Connected]) -> Statement:
    found = nearest.get(s.speaker.source or "")
    return replace(s, connection=found) if found and s.connection.kind in _OPEN else s
