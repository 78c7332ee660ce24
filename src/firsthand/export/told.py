"""The evidence of one statement in words, alike in every format that people read.

`basis` is always said, since `unstated` is an answer. The others are said where they are more
than the default; `DEFAULTS` says once what it means that they are not.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from firsthand.evidence.statement import Statement
from firsthand.evidence.values import (
    Basis,
    BasisKind,
    Circumstance,
    CircumstanceKind,
    Connection,
    Force,
    Mood,
    Polarity,
    Presence,
    Relay,
    StanceKind,
)
from firsthand.export.visible import on_one_line
from firsthand.export.words import CIRCUMSTANCES, LOUD, RESPONSES, plain, quoted, with_quoted
from firsthand.ingest.report import Report
from firsthand.text import Span

DEFAULTS: Final = (
    "Where a statement says no more, it is put as certain and affirmed, the report’s stance is "
    "neutral, and the source’s connection is unknown."
)


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that the words show of a statement."""

    label: str
    words: str

    def __str__(self) -> str:
        return f"{self.label}: {self.words}"


def marks(report: Report, s: Statement) -> tuple[Fact, ...]:
    """The loud circumstances, the gravest first, with the words that show each."""
    return tuple(
        Fact(CIRCUMSTANCES[kind], quoted(report, _of_kind(s, kind))) for kind in loud_kinds(s)
    )


def _of_kind(s: Statement, kind: CircumstanceKind) -> list[Span]:
    return [c.span for c in s.circumstances if c.kind is kind]


def loud_kinds(s: Statement) -> tuple[CircumstanceKind, ...]:
    """The kinds of its loud circumstances, each once, the gravest first."""
    found = {c.kind for c in s.circumstances}
    return tuple(kind for kind in LOUD if kind in found)


def facts(report: Report, s: Statement) -> tuple[tuple[Fact, ...], ...]:
    """What is said of a statement, a tuple a line: how they know, the channel, how it is put."""
    lines = (_how_they_know(report, s), _channel(report, s), _how_it_is_put(report, s))
    return tuple(line for line in map(tuple, lines) if line)


def _how_they_know(report: Report, s: Statement) -> Iterator[Fact]:
    yield Fact("basis", basis(report, s.basis))
    if s.presence:
        yield Fact("presence", _presence(report, s.presence))
    if s.connection.kind is not Connection.UNKNOWN:
        words = with_quoted(plain(s.connection.kind), report, s.connection.spans)
        yield Fact("connection", words)


def _channel(report: Report, s: Statement) -> Iterator[Fact]:
    if s.via:
        yield Fact("via", ", and before it ".join(_relay(report, relay) for relay in s.via))
    quiet = [_circumstance(report, c) for c in s.circumstances if c.kind not in LOUD]
    if quiet:
        yield Fact("circumstances", "; ".join(quiet))


def _how_it_is_put(report: Report, s: Statement) -> Iterator[Fact]:
    if words := _force(s.force):
        yield Fact("force", with_quoted(words, report, s.force.spans))
    if s.stance.kind is not StanceKind.NEUTRAL:
        words = with_quoted(plain(s.stance.kind), report, s.stance.spans)
        yield Fact("the report’s stance", words)
    if s.response:
        words = with_quoted(RESPONSES[s.response.kind], report, s.response.spans)
        yield Fact("response", words)
    if s.capacity.is_so:
        yield Fact("capacity", with_quoted("official", report, s.capacity.spans))
    if s.opinion.is_so:
        yield Fact("opinion", with_quoted("a judgement, wish or forecast", report, s.opinion.spans))


def basis(report: Report, found: Basis) -> str:
    """How the source would know, and by whose words."""
    kind = plain(found.kind)
    if found.kind is BasisKind.HEARD:
        kind += f" from {quoted(report, [found.heard_from])}" if found.heard_from else _FROM_NOBODY
    if found.by is None:
        return with_quoted(kind, report, found.spans)
    told = with_quoted(f"{kind}, by the {found.by.value}’s words", report, found.spans)
    if found.kind is BasisKind.HEARD or found.heard_from is None:
        return told
    return f"{told}; part of it heard {quoted(report, [found.heard_from])}"


_FROM_NOBODY = ", from whom is unstated"


def _presence(report: Report, found: Presence) -> str:
    last, spoken = (quoted(report, [span]) for span in (found.last, found.spoken_of))
    return f"last stated {found.last_year} {last}; speaks of {found.spoken_year} {spoken}"


def _relay(report: Report, relay: Relay) -> str:
    beside = [quoted(report, [span]) for span in (relay.date, relay.place) if span]
    return f"{on_one_line(relay.name)} ({', '.join([plain(relay.kind), *beside])})"


def _circumstance(report: Report, found: Circumstance) -> str:
    return with_quoted(CIRCUMSTANCES[found.kind], report, [found.span])


def _force(force: Force) -> str:
    """Level, polarity and mood as words; nothing for a plain assertion."""
    if (force.level, force.polarity, force.mood) == (Force().level, Force().polarity, Force().mood):
        return ""
    put = [plain(force.level)]
    put += [plain(force.polarity)] if force.polarity is Polarity.DENIED else []
    put += [plain(force.mood)] if force.mood is not Mood.ASSERTION else []
    return ", ".join(put)
