"""From what a person says of a report, or of its sources, to the event that says it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Final

from firsthand.case.events import Event
from firsthand.case.judgements import (
    BlockCorrected,
    ReportCorrected,
    ReportField,
    SourceSplit,
    WithdrawalKind,
    Withdrawn,
)
from firsthand.case.judging import value_of
from firsthand.case.quoting import Sheet, blocks_at, place_of, spans_of
from firsthand.case.speaking import new_source
from firsthand.ingest.report import BlockKind, ReportKind

BLOCK: Final = "block"

UNKNOWN: Final = frozenset({"", "unknown", "none"})


def field_corrected(
    sheet: Sheet, field: ReportField, value: str, reason: str = ""
) -> ReportCorrected:
    """The correction of a field of the report; "unknown" says that it is not known."""
    known = None if value.strip().casefold() in UNKNOWN else _checked(sheet, field, value.strip())
    if known is None and field is ReportField.KIND:
        raise sheet.refused(f"a report has a kind; it is one of {', '.join(ReportKind)}")
    return ReportCorrected(sheet.state.report, field, known, reason)


def _checked(sheet: Sheet, field: ReportField, value: str) -> str:
    if field is ReportField.KIND:
        return value_of(sheet, ReportKind, value, "kind of report").value
    if field is ReportField.DATE:
        return date_of(sheet, value).isoformat()
    return value


def date_of(sheet: Sheet, value: str) -> dt.date:
    """A day as people write it in the command: 2018-02-09."""
    try:
        return dt.date.fromisoformat(value)
    except ValueError as error:
        raise sheet.refused(f"{value!r} is no date; write it as 2018-02-09") from error


def block_corrected(sheet: Sheet, kind: str, words: str, reason: str = "") -> BlockCorrected:
    """What a part of the page is, by words that stand in it."""
    if not words:
        raise sheet.refused("quote words of the block whose kind is to be corrected")
    found = blocks_at(sheet, [place_of(sheet, words)])
    if len(found) != 1:
        raise sheet.refused("the words stand in several blocks; quote words of one")
    known = value_of(sheet, BlockKind, kind, "kind of block")
    return BlockCorrected(sheet.state.report, found[0].span, known, reason)


def split(
    sheet: Sheet, source: str, statements: tuple[str, ...], name: str, *, words: str = "",
    reason: str = "",
) -> SourceSplit:  # fmt: skip
    """Some statements of a source are another's, whom the report has not told apart by name."""
    held = [sheet.held(statement) for statement in statements]
    if others := [h.id[:8] for h in held if h.now.speaker.source != source]:
        raise sheet.refused(f"not said by source {source[:8]}: {', '.join(others)}")
    near = [span for h in held for span in spans_of(h)]
    return SourceSplit(
        sheet.state.report,
        source,
        statements,
        new_source(sheet, name, near=near, words=words),
        reason,
    )


@dataclass(frozen=True, slots=True)
class Taken:
    """What was taken back, and how: of a source, of some statements, or of the whole report."""

    kind: WithdrawalKind
    source: str | None = None
    statements: tuple[str, ...] = ()
    on: dt.date | None = None
    reason: str = ""


def withdrawn(sheet: Sheet, taken: Taken) -> Withdrawn:
    """The event; an outlet corrects and retracts what it printed, not who spoke."""
    by_outlet = taken.kind in (WithdrawalKind.CORRECTION, WithdrawalKind.RETRACTION)
    if by_outlet and taken.source is not None:
        raise sheet.refused(f"a {taken.kind} is of a report or of statements, not of a source")
    return Withdrawn(
        sheet.state.report, taken.kind, taken.source, taken.statements, taken.on, taken.reason
    )


def event_of_field(sheet: Sheet, field: str, value: str, words: str, reason: str) -> Event:
    """The correction of a report by the name of its field; raises `BadJudgement`."""
    if field == BLOCK:
        return block_corrected(sheet, value, words, reason)
    if field not in set(ReportField):
        known = ", ".join((*ReportField, BLOCK))
        raise sheet.refused(f"a report has no {field!r} to correct; it has {known}")
    return field_corrected(sheet, ReportField(field), value, reason)
