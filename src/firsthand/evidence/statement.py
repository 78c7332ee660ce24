"""A statement: an attribution with everything that the words show of it; and what has no source."""

from __future__ import annotations

from dataclasses import dataclass

from firsthand.evidence.values import (
    Basis,
    Circumstance,
    Connected,
    Force,
    Marked,
    Presence,
    Relay,
    Response,
    Stance,
    Standing,
)
from firsthand.ingest.report import Report
from firsthand.reading.attribution import Attribution
from firsthand.sources.source import Resolution, Source
from firsthand.text import Span


@dataclass(frozen=True, slots=True)
class Statement:
    """Who says something, through whom, in what circumstances, on what basis, with what force."""

    attribution: Attribution
    speaker: Resolution
    via: tuple[Relay, ...]
    circumstances: tuple[Circumstance, ...]
    basis: Basis
    presence: Presence | None
    capacity: Marked
    opinion: Marked
    connection: Connected
    force: Force
    stance: Stance
    response: Response | None
    standing: Standing = Standing.STATEMENT


@dataclass(frozen=True, slots=True)
class OwnVoice:
    """What the report asserts with no attribution found in the text as received."""

    span: Span
    score: float


@dataclass(frozen=True, slots=True)
class Caveat:
    """Words of the report that limit statements, and the ids of the attributions they limit."""

    span: Span
    limits: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Asserted:
    """The report's claim that accounts agree; never a source and never a comparison of ours."""

    span: Span


@dataclass(frozen=True, slots=True)
class Record:
    """All that was read of one report; proposed by a program, reviewed by nobody.

    `remarks` are attributions in form alone: their words are a caveat of the report, or its claim
    that accounts agree, so they are nobody's statement and have no speaker. `reader` names the
    reader that proposed it all, with its version.
    """

    report: Report
    statements: tuple[Statement, ...]
    sources: tuple[Source, ...]
    own_voice: tuple[OwnVoice, ...]
    caveats: tuple[Caveat, ...]
    asserted: tuple[Asserted, ...]
    remarks: tuple[Statement, ...] = ()
    reader: str = ""

    @property
    def all(self) -> tuple[Statement, ...]:
        """Statements and remarks, in the order of the text."""
        return tuple(sorted((*self.statements, *self.remarks), key=_place))

    @property
    def attributions(self) -> tuple[Attribution, ...]:
        """The attributions alone, in order."""
        return tuple(s.attribution for s in self.all)


def _place(s: Statement) -> tuple[Span, ...]:
    a = s.attribution
    return tuple(sorted((*a.source, *a.cue, *a.content)))
