"""Plain words for the values of the evidence, and the report's own words beside them.

A loud circumstance is one in which the speaker may not have been free, or was paid: whoever
reads the words must know it, so it stands beside them wherever they are shown.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import Final

from firsthand.evidence.values import CircumstanceKind, ResponseKind
from firsthand.export.visible import on_one_line
from firsthand.ingest.report import Report
from firsthand.sources.source import How
from firsthand.text import Span

LOUD: Final = (
    CircumstanceKind.CUSTODY,
    CircumstanceKind.MINDER_PRESENT,
    CircumstanceKind.STATE_TELEVISION,
    CircumstanceKind.PAYMENT,
)
"""Circumstances that are never left out of sight, the gravest first."""

CIRCUMSTANCES: Final = {
    CircumstanceKind.INTERVIEW: "interview",
    CircumstanceKind.PRESS_CONFERENCE: "press conference",
    CircumstanceKind.OATH: "under oath",
    CircumstanceKind.CUSTODY: "in custody",
    CircumstanceKind.STATE_TELEVISION: "on state television",
    CircumstanceKind.MINDER_PRESENT: "minder present",
    CircumstanceKind.PREPARED_STATEMENT: "prepared statement",
    CircumstanceKind.GROUP_INTERVIEW: "interview of several together",
    CircumstanceKind.PAYMENT: "paid",
    CircumstanceKind.INTERPRETER: "through an interpreter",
    CircumstanceKind.ARRANGED_BY: "arranged by somebody",
}

RESPONSES: Final = {
    ResponseKind.DENIES: "denies",
    ResponseKind.ACKNOWLEDGES: "acknowledges",
    ResponseKind.ACKNOWLEDGES_BUT: "acknowledges, but denies responsibility",
    ResponseKind.OTHER_EXPLANATION: "gives another explanation",
    ResponseKind.DECLINED: "declined to answer",
    ResponseKind.DID_NOT_REPLY: "did not reply",
    ResponseKind.COULD_NOT_BE_REACHED: "could not be reached",
}

LED_BY: Final = {
    How.NAME: "by name",
    How.NOUN: "by description",
    How.PRONOUN: "by pronoun",
    How.FIRST_PERSON: "by first person",
    How.FORM: "by the form of the document",
    How.ALONE: "by these words alone",
}

_LONGEST = 100
_OPENING = "“\"‘'«„"


def plain(value: StrEnum) -> str:
    """A value as words: "named_person" is "named person"."""
    return value.value.replace("_", " ")


def quoted(report: Report, spans: Iterable[Span]) -> str:
    """The report's words at each span, in quotation marks; a long one ends in `[…]`."""
    return " ".join(_quoted(on_one_line(report.words(span))) for span in spans)


def _quoted(words: str) -> str:
    if len(words) > _LONGEST:
        words = words[:_LONGEST].rsplit(" ", 1)[0] + " […]"
    return words if words[0] in _OPENING else f"“{words}”"


def with_quoted(words: str, report: Report, spans: Sequence[Span]) -> str:
    """Some words and, where there are any, the report's words that show it."""
    return f"{words} {quoted(report, spans)}" if spans else words


def counted(count: int, noun: str, nouns: str = "") -> str:
    """A number and its noun: "1 source", "2 sources"."""
    return f"{count} {noun if count == 1 else nouns or noun + 's'}"


def tally(words: Iterable[str]) -> str:
    """How often each stands there: "saw 1, unstated 3"."""
    return ", ".join(f"{word} {count}" for word, count in Counter(words).items())


def times(words: Iterable[str]) -> str:
    """How often each stands there, where the words may end in a number: "Interview 5 (2)"."""
    return ", ".join(f"{word} ({count})" for word, count in Counter(words).items())


def ranges(numbers: Sequence[int]) -> tuple[tuple[int, int], ...]:
    """Runs of numbers that follow each other, as first and last."""
    runs: list[tuple[int, int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return tuple(runs)


def as_range(first: int, last: int) -> str:
    """A run of numbers as words: "3" or "3–5"."""
    return str(first) if first == last else f"{first}–{last}"


def numbered(numbers: Sequence[int]) -> str:
    """Numbers as words: "1, 3–5"."""
    return ", ".join(as_range(*run) for run in ranges(numbers))
