"""A statement that the reader missed, from words that a person quotes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from firsthand.case.judgements import StatementAdded
from firsthand.case.quoting import Sheet, blocks_at, by_block, place_of, places_of
from firsthand.case.speaking import speaker_of
from firsthand.evidence.statement import Statement
from firsthand.evidence.values import Basis, Connected, Force, Marked, Stance
from firsthand.reading.attribution import Attribution, AttributionKind, attribution_id
from firsthand.sources.source import UNRESOLVED, Resolution, Source
from firsthand.text import Span

BY_A_PERSON: Final = "person"
"""The pattern of a statement that a person added."""

_OPENS: Final = "“\"«„‘'"
_CLOSES: Final = "”\"»“’'"


@dataclass(frozen=True, slots=True)
class Missed:
    """A statement that the reader missed, in words of the report.

    `source` are the words for who speaks; without them, those of the speaker's name that stand
    in the same block, or none. `after` are words before a quote that stands in several places.
    """

    quote: str
    speaker: str = ""
    cue: str = ""
    source: str = ""
    after: str = ""
    reason: str = ""


def added(sheet: Sheet, missed: Missed) -> StatementAdded:
    """The statement with its default evidence: nothing is guessed."""
    quote, after = missed.quote, missed.after
    content = _content(sheet, quote, after)
    who = _speaker(sheet, missed, content)
    near, source, cue = content, missed.source, missed.cue
    roles = (
        places_of(sheet, source, near=near) if source else _mentioned(sheet, who, content),
        places_of(sheet, cue, near=near) if cue else (),
        content,
    )
    statement = _statement(sheet, roles, who)
    if any(held.id == statement.attribution.id for held in sheet.state.all):
        raise sheet.refused(f"it is there already as statement {statement.attribution.id[:8]}")
    return StatementAdded(sheet.state.report, statement, who, missed.reason)


def _content(sheet: Sheet, quote: str, after: str) -> tuple[Span, ...]:
    if not after:
        return places_of(sheet, quote)
    return tuple(by_block(sheet, place_of(sheet, quote, after=after)))


def _speaker(sheet: Sheet, missed: Missed, content: tuple[Span, ...]) -> Source | None:
    if not missed.speaker:
        return None
    return speaker_of(sheet, missed.speaker, near=content, words=missed.source)


_Roles = tuple[tuple[Span, ...], tuple[Span, ...], tuple[Span, ...]]


def _statement(sheet: Sheet, roles: _Roles, who: Source | None) -> Statement:
    name = attribution_id(sheet.state.record.report, *roles)
    a = Attribution(name, *roles, _kind_of(sheet, roles[2]), 1.0, BY_A_PERSON)
    speaker = Resolution(who.id, None, 1.0) if who else UNRESOLVED
    plain = (Basis(), None, Marked(), Marked(), Connected(), Force(), Stance(), None)
    return Statement(a, speaker, (), (), *plain)


def _mentioned(sheet: Sheet, who: Source | None, content: tuple[Span, ...]) -> tuple[Span, ...]:
    """The mention of the speaker in the blocks of the content that stands nearest to it."""
    blocks = blocks_at(sheet, content)
    here = [m for m in (who.mentions if who else ()) if any(b.span.contains(m) for b in blocks)]
    apart = [m for m in here if not any(m.overlaps(span) for span in content)]
    first = content[0].start
    return tuple(sorted(apart, key=lambda mention: abs(mention.start - first))[:1])


def _kind_of(sheet: Sheet, content: tuple[Span, ...]) -> AttributionKind:
    """Direct where all of it stands in quotation marks, within the words or around them."""
    quoted = [_is_quoted(sheet.text, span) for span in content]
    if all(quoted):
        return AttributionKind.DIRECT
    marks = any(mark in span.of(sheet.text) for span in content for mark in '“”"«»„')
    return AttributionKind.MIXED if any(quoted) or marks else AttributionKind.INDIRECT


def _is_quoted(text: str, span: Span) -> bool:
    words = span.of(text)
    around = text[max(span.start - 1, 0) : span.start], text[span.end : span.end + 1]
    inside = words[0] in _OPENS and words[-1] in _CLOSES
    return inside or (around[0] in tuple(_OPENS) and around[1] in tuple(_CLOSES))
