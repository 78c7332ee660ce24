"""The shape of a report in a few lines: how many statements, by whom, on what basis."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from firsthand.evidence.statement import Record
from firsthand.evidence.values import FIRST_HAND, BasisKind
from firsthand.export.told import loud_kinds
from firsthand.export.words import CIRCUMSTANCES, LOUD, counted, numbered, plain, tally

SCORES: Final = "A score is of the marking, never of the person who speaks."


def shape(record: Record) -> tuple[str, ...]:
    """Statements and sources; how they would know; what has no source."""
    return tuple(filter(None, (_statements(record), _bases(record), _apart(record))))


def loud(record: Record) -> Iterator[str]:
    """Which statements were made in a loud circumstance: "In custody: statements 4, 7"."""
    for kind in LOUD:
        found = [n for n, s in enumerate(record.statements, 1) if kind in loud_kinds(s)]
        if found:
            noun = "statement" if len(found) == 1 else "statements"
            yield f"{CIRCUMSTANCES[kind].capitalize()}: {noun} {numbered(found)}"


def _statements(record: Record) -> str:
    speakers = {s.speaker.source for s in record.statements} - {None}
    by = f" by {counted(len(speakers), 'source')}" if speakers else ""
    lost = sum(s.speaker.source is None for s in record.statements)
    without = f"; {lost} not led to one source" if lost else ""
    return f"{counted(len(record.statements), 'proposed statement')}{by}, none reviewed{without}"


def _bases(record: Record) -> str:
    kinds = [s.basis.kind for s in record.statements]
    if not kinds:
        return ""
    first_hand = [kind for kind in BasisKind for k in kinds if k is kind and k in FIRST_HAND]
    told = f"{len(first_hand)} ({tally(map(plain, first_hand))})" if first_hand else "none"
    unstated = kinds.count(BasisKind.UNSTATED)
    return f"First-hand words in {told}; basis unstated in {unstated}"


def _apart(record: Record) -> str:
    own = counted(len(record.own_voice), "sentence")
    told = [f"{own} in the report’s own voice"]
    told += [counted(len(record.caveats), "caveat")] if record.caveats else []
    agree = counted(len(record.asserted), "claim")
    told += [f"{agree} that accounts agree"] if record.asserted else []
    return ", ".join(told)
