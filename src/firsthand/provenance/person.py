"""What is said of people across reports: who may be one, who is apart, and why.

Every conclusion carries its reasons, each with a weight and the words that show it (the way of
nomenklatura). Nobody is unmasked by them: what leads an unnamed source to a name is for counting.
"""

from __future__ import annotations

from dataclasses import dataclass

from firsthand.text import Span


@dataclass(frozen=True, slots=True, order=True)
class Ref:
    """A source of one report, by the ids of both."""

    report: str
    source: str


@dataclass(frozen=True, slots=True)
class Reason:
    """Something that two sources have in common, or not, with the words of each that show it.

    A weight below 0 speaks against. A span is None where no words of that report are needed.
    """

    what: str
    weight: float
    one: Span | None = None
    other: Span | None = None


@dataclass(frozen=True, slots=True)
class Likeness:
    """How surely two sources are one: 0 to 1, of the likeness, never of a person."""

    one: Ref
    other: Ref
    score: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Apart:
    """Two sources who are truly two; `reviewed` where a person has said so."""

    one: Ref
    other: Ref
    why: str
    reviewed: bool = False


@dataclass(frozen=True, slots=True)
class Merge:
    """Two sources who are one, or, where not `certain`, who may be.

    A certain merge closes the upper bound; an uncertain one can only lower the lower bound.
    """

    one: Ref
    other: Ref
    certain: bool
    reasons: tuple[Reason, ...]
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Decided:
    """What reviewers have decided of two sources each; a split wins over a merge."""

    merged: tuple[tuple[Ref, Ref], ...] = ()
    split: tuple[tuple[Ref, Ref], ...] = ()


UNDECIDED = Decided()


def pair(one: Ref, other: Ref) -> tuple[Ref, Ref]:
    """The two in one order, whoever is asked first."""
    return (one, other) if one <= other else (other, one)
