"""From what a person says of a statement to the event that says it: pure functions.

A value is checked here against the values there are, and words against the report: whoever
corrects a basis quotes the words that show it, as the reader must.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final, TypeVar

from firsthand.case.events import Event
from firsthand.case.judgements import (
    BasisCorrected,
    ForceCorrected,
    KindCorrected,
    SpansCorrected,
    SpeakerCorrected,
    ViaCorrected,
)
from firsthand.case.quoting import Sheet, occurrences, place_of, places_of, spans_of
from firsthand.case.speaking import NOBODY, speaker_of
from firsthand.case.state import Held
from firsthand.evidence.values import (
    Basis,
    BasisKind,
    By,
    Force,
    ForceLevel,
    Mood,
    Polarity,
    Relay,
    RelayKind,
)
from firsthand.reading.attribution import AttributionKind
from firsthand.text import Span

E = TypeVar("E", bound=StrEnum)


class StatementField(StrEnum):
    """What a person can set right about a statement."""

    SPEAKER = "speaker"
    BASIS = "basis"
    FORCE = "force"
    KIND = "kind"
    VIA = "via"
    SOURCE = "source"
    CUE = "cue"
    CONTENT = "content"


@dataclass(frozen=True, slots=True)
class Correction:
    """What a person says: the value, and `words` of the report that show it.

    `heard_from` are the words for those from whom a source heard something.
    """

    field: StatementField
    value: str
    words: str = ""
    reason: str = ""
    heard_from: str = ""


def corrected(sheet: Sheet, statement: str, said: Correction) -> Event:
    """The event of a correction; raises `BadJudgement` where it cannot be so."""
    return _OF_FIELD[said.field](sheet, sheet.held(statement), said)


def value_of(sheet: Sheet, kind: type[E], value: str, what: str) -> E:
    """The value of this name, as people write it: "third party", "third-party"."""
    try:
        return kind("_".join(value.casefold().replace("-", " ").split()))
    except ValueError as error:
        known = ", ".join(kind)
        raise sheet.refused(f"{value!r} is no {what}; it is one of {known}") from error


def _speaker(sheet: Sheet, held: Held, said: Correction) -> Event:
    if said.value.strip().casefold() == NOBODY:
        return SpeakerCorrected(sheet.state.report, held.id, None, said.reason)
    speaker = speaker_of(sheet, said.value, near=spans_of(held), words=said.words)
    return SpeakerCorrected(sheet.state.report, held.id, speaker, said.reason)


def _basis(sheet: Sheet, held: Held, said: Correction) -> Event:
    kind = value_of(sheet, BasisKind, said.value, "basis")
    if kind is BasisKind.UNSTATED:
        return BasisCorrected(sheet.state.report, held.id, Basis(), said.reason)
    spans, content = _shown(sheet, held, said, "basis"), held.now.attribution.content
    by = By.SOURCE if all(any(c.contains(s) for c in content) for s in spans) else By.REPORT
    basis = Basis(kind, by, spans, _heard_from(sheet, held, kind, said))
    return BasisCorrected(sheet.state.report, held.id, basis, said.reason)


def _heard_from(sheet: Sheet, held: Held, kind: BasisKind, said: Correction) -> Span | None:
    if not said.heard_from:
        return None
    if kind is not BasisKind.HEARD:
        raise sheet.refused(f"from whom it was heard goes with the basis heard, not {kind}")
    return place_of(sheet, said.heard_from, near=spans_of(held))


def _shown(sheet: Sheet, held: Held, said: Correction, what: str) -> tuple[Span, ...]:
    if not said.words:
        raise sheet.refused(f"a {what} other than the default needs the words that show it")
    return places_of(sheet, said.words, near=spans_of(held))


def _force(sheet: Sheet, held: Held, said: Correction) -> Event:
    force = held.now.force
    for word in said.value.replace(",", " ").split():
        force = _with(sheet, force, word)
    if (force.level, force.polarity, force.mood) == (Force().level, Force().polarity, Force().mood):
        force = Force()
    elif said.words or not force.spans:
        force = replace(force, spans=_shown(sheet, held, said, "force"))
    return ForceCorrected(sheet.state.report, held.id, force, said.reason)


def _with(sheet: Sheet, force: Force, word: str) -> Force:
    """The force with one of its three values set: level, polarity or mood."""
    name = word.casefold()
    if name in set(ForceLevel):
        return replace(force, level=ForceLevel(name))
    if name in set(Polarity):
        return replace(force, polarity=Polarity(name))
    if name in set(Mood):
        return replace(force, mood=Mood(name))
    known = ", ".join((*ForceLevel, *Polarity, *Mood))
    raise sheet.refused(f"{word!r} is no force; its words are {known}")


def _kind(sheet: Sheet, held: Held, said: Correction) -> Event:
    kind = value_of(sheet, AttributionKind, said.value, "kind of statement")
    return KindCorrected(sheet.state.report, held.id, kind, said.reason)


def _via(sheet: Sheet, held: Held, said: Correction) -> Event:
    """A channel, nearest the report first, its links parted by semicolons; "none" is none."""
    names = [name.strip() for name in said.value.split(";") if name.strip()]
    if [name.casefold() for name in names] == ["none"]:
        names = []
    via = tuple(_relay(sheet, held, name, said.words) for name in names)
    return ViaCorrected(sheet.state.report, held.id, via, said.reason)


def _relay(sheet: Sheet, held: Held, told: str, words: str) -> Relay:
    """One link: "Bloomberg", or "a diplomat=person" where it is no outlet."""
    name, _, kind = (part.strip() for part in told.partition("="))
    known = value_of(sheet, RelayKind, kind or RelayKind.OUTLET, "channel")
    return Relay(name, known, nearest(sheet, words or name, held))


def nearest(sheet: Sheet, words: str, held: Held) -> Span:
    """Where the words stand nearest to the statement; a name may well stand in many places."""
    first = min(span.start for span in spans_of(held))
    found = sorted(occurrences(sheet, words), key=lambda span: abs(span.start - first))
    return found[0] if found else place_of(sheet, words)


def _spans(sheet: Sheet, held: Held, said: Correction) -> Event:
    a, near = held.now.attribution, spans_of(held)
    roles = {"source": a.source, "cue": a.cue, "content": a.content}
    none = said.value.strip().casefold() == "none" and said.field is not StatementField.CONTENT
    roles[said.field] = () if none else places_of(sheet, said.value, near=near)
    return SpansCorrected(sheet.state.report, held.id, **roles, reason=said.reason)


_Maker = Callable[[Sheet, Held, Correction], Event]
_OF_FIELD: Final[dict[StatementField, _Maker]] = {
    StatementField.SPEAKER: _speaker,
    StatementField.BASIS: _basis,
    StatementField.FORCE: _force,
    StatementField.KIND: _kind,
    StatementField.VIA: _via,
    StatementField.SOURCE: _spans,
    StatementField.CUE: _spans,
    StatementField.CONTENT: _spans,
}
