"""What stands apart from the statements: own voice, caveats, and claims that accounts agree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from firsthand.evidence.statement import Caveat, Record
from firsthand.export.beside import where
from firsthand.export.visible import on_one_line
from firsthand.text import Span

OWN_VOICE: Final = "In the report’s own voice (no attribution found in the text as received)"
CAVEATS: Final = "Caveats of the report"
ASSERTED: Final = "Corroboration that the report asserts (its claim, not a comparison of ours)"


@dataclass(frozen=True, slots=True)
class Apart:
    """A passage of the report that is no statement: `label` is its letter and number.

    `limits` are the numbers of the statements that a caveat limits.
    """

    label: str
    span: Span
    words: str
    about: str
    limits: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """Passages of one sort, as they are listed; `role` is how they are marked in the text."""

    role: str
    short: str
    title: str
    passages: tuple[Apart, ...]


def sections(record: Record) -> tuple[Section, ...]:
    """What there is of each sort; a sort without passages has no section."""
    found = (
        Section("own", "the report’s own voice", OWN_VOICE, tuple(_own_voice(record))),
        Section("caveat", "caveats", CAVEATS, tuple(_caveats(record))),
        Section("asserted", "asserted corroboration", ASSERTED, tuple(_asserted(record))),
    )
    return tuple(section for section in found if section.passages)


def _own_voice(record: Record) -> Iterator[Apart]:
    for number, own in enumerate(record.own_voice, 1):
        yield _apart(record, f"V{number}", own.span, f"marking score {own.score:.2f}")


def _caveats(record: Record) -> Iterator[Apart]:
    numbers = {
        a.id: number for number, a in enumerate((s.attribution for s in record.statements), 1)
    }
    for number, caveat in enumerate(record.caveats, 1):
        limits = _limits(caveat, numbers)
        told = "" if limits else "limits no statement that was found"
        yield _apart(record, f"C{number}", caveat.span, told, limits)


def _limits(caveat: Caveat, numbers: dict[str, int]) -> tuple[int, ...]:
    return tuple(sorted(numbers[name] for name in caveat.limits if name in numbers))


def _asserted(record: Record) -> Iterator[Apart]:
    for number, claim in enumerate(record.asserted, 1):
        yield _apart(record, f"A{number}", claim.span, "")


def _apart(
    record: Record, label: str, span: Span, told: str, limits: tuple[int, ...] = ()
) -> Apart:
    about = [told, where(record.report, span), "unreviewed"]
    words = on_one_line(record.report.words(span))
    return Apart(label, span, words, " · ".join(filter(None, about)), limits)


def caveats_of(record: Record) -> dict[int, tuple[str, ...]]:
    """The labels of the caveats that limit each statement, by its number."""
    found: dict[int, tuple[str, ...]] = {}
    for caveat in _caveats(record):
        for number in caveat.limits:
            found[number] = (*found.get(number, ()), caveat.label)
    return found
