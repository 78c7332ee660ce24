"""The log of a case in words: a line an entry, what it did, and what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from firsthand.case import events, judgements
from firsthand.case.events import Event
from firsthand.export.case_words import file_name, short, withdrawal
from firsthand.export.jsonl_evidence import Json
from firsthand.export.visible import on_one_line
from firsthand.export.words import counted, plain

if TYPE_CHECKING:
    from firsthand.case.listing import LogLine


def line(logged: LogLine) -> Text:
    """Number, time, author, kind and what it was; erased and undone entries say so."""
    h, fate = logged.entry.header, _fate(logged)
    kind = h.kind.replace("_", " ")
    return Text.assemble(
        (f"{h.number:>6}  {h.at:%Y-%m-%d %H:%M:%S}  ", "dim"), (on_one_line(h.author), "bold"),
        f"  {kind}", f"  {what(logged.event)}" if logged.event else "", (fate, "yellow"),
    )  # fmt: skip


def _fate(logged: LogLine) -> str:
    if logged.erased_by:
        return f"  [erased by {logged.erased_by}]"
    return f"  [undone by {logged.undone_by}]" if logged.undone_by else ""


def member(logged: LogLine) -> dict[str, Json]:
    """The same as JSON: the header whole, so that the chain can be followed."""
    h = logged.entry.header
    return {
        "number": h.number,
        "kind": h.kind,
        "author": h.author,
        "at": h.at.isoformat(timespec="microseconds"),
        "tool": h.tool,
        "model": h.model,
        "schema": h.schema,
        "commitment": h.commitment,
        "previous": h.previous,
        "hash": logged.entry.hash,
        "what": what(logged.event) if logged.event else None,
        "reports": list(logged.event.reports) if logged.event else [],
        "erased_by": logged.erased_by,
        "undone_by": logged.undone_by,
    }


def what(event: Event) -> str:
    """What an event says, in a few words and on one line."""
    reason = getattr(event, "reason", "")
    return on_one_line(f"{_what(event)}{f': {reason}' if reason else ''}")


def _what(event: Event) -> str:
    match event:
        case events.CaseMade():
            return event.name
        case events.ReportAdded():
            return f"report {short(event.report)} from {file_name(event.received_from)}"
        case events.ReadingMade():
            return f"report {short(event.report)} by {event.reader}, {_reading(event)}"
        case events.ReportRemoved():
            return (
                f"the report of event {event.added}; {counted(len(event.erased), 'event')} erased"
            )
        case events.Undone():
            return f"event {event.event}"
        case events.Exported():
            return f"{counted(len(event.added), 'report')} as {event.format.value}"
        case events.PlaceholdersShown():
            return f"with whom unnamed sources of {counted(len(event.added), 'report')} may be one"
        case events.Migrated():
            return f"from {event.before} to {event.now}, backup {event.backup}"
        case judgements.SourcesMerged():
            return f"sources {short(event.one.source)} and {short(event.other.source)}"
        case judgements.SourcesJudged():
            verdict = "are two" if event.verdict.value == "apart" else "are independent"
            points = ", ".join(f"{plain(c.point)} {plain(c.answer)}" for c in event.checklist)
            told = f"sources {short(event.one.source)} and {short(event.other.source)} {verdict}"
            return f"{told}; {points}" if points else told
        case judgements.SourceSplit():
            told = ", ".join(map(short, event.statements))
            return f"statements {told} of source {short(event.source)} are {event.into.name}’s"
        case judgements.Withdrawn():
            told = withdrawal(event)
            of = ", ".join(map(short, event.statements)) or f"report {short(event.report)}"
            return f"{told}, {of}"
    return _judgement(event)


def _reading(event: events.ReadingMade) -> str:
    told = counted(len(event.record.statements), "statement")
    led = (("placed", event.placed), ("kept", event.kept), ("not placed", event.unplaced))
    return ", ".join([told, *(f"{len(some)} {name}" for name, some in led if some)])


def _judgement(event: Event) -> str:
    """A decision on one statement, or on one report."""
    match event:
        case judgements.ReportCorrected():
            value = event.value if event.value is not None else "not known"
            return f"report {short(event.report)}, {event.field.value} “{value}”"
        case judgements.BlockCorrected():
            place = f"{event.block.start}–{event.block.end}"
            return f"report {short(event.report)}, characters {place} are a {event.kind.value}"
        case judgements.StatementAdded():
            name = event.speaker.name if event.speaker else "nobody"
            return f"statement {short(event.statement.attribution.id)}, speaker {name}"
        case judgements.Noted():
            of = f"statement {short(event.statement)}" if event.statement else "the report"
            return f"{of} in report {short(event.report)}: {event.text}"
    named = getattr(event, "statement", "")
    return f"statement {short(named)}{_value(event)}"


def _value(event: Event) -> str:
    match event:
        case judgements.Judged():
            return f", {event.verdict.value}"
        case judgements.SpeakerCorrected():
            return f", {event.speaker.name if event.speaker else 'nobody'}"
        case judgements.KindCorrected():
            return f", {event.kind.value}"
        case judgements.BasisCorrected():
            return f", {event.basis.kind.value}"
        case judgements.ForceCorrected():
            return f", {event.force.level.value}, {event.force.polarity.value}"
        case judgements.ViaCorrected():
            return f", {', '.join(relay.name for relay in event.via) or 'none'}"
    return ""
