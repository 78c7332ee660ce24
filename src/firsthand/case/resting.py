"""What rests on an event: whatever later names a thing that only it brought into the case."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from firsthand.case.counting import live
from firsthand.case.events import (
    CaseMade,
    Event,
    Exported,
    Migrated,
    PlaceholdersShown,
    ReadingMade,
    ReportAdded,
    ReportRemoved,
)
from firsthand.case.held import statements_named
from firsthand.case.judgements import (
    SourcesJudged,
    SourcesMerged,
    SourceSplit,
    SpeakerCorrected,
    StatementAdded,
    Withdrawn,
)
from firsthand.case.state import Logged
from firsthand.sources.source import Source

FOREVER: Final = (CaseMade, ReportRemoved, Exported, PlaceholdersShown, Migrated)
"""What happened outside the log's say: nothing undoes it."""


def resting_on(target: Logged, about: Iterable[Logged]) -> tuple[Logged, ...]:
    """The later events that count and rest on `target`, of all that happened to its reports."""
    counting = live(about)
    later = [x for x in counting if x.number > target.number]
    if isinstance(target.event, ReportAdded) or _is_first_of_its_text(target, counting):
        return tuple(later)
    only = introduced(target.event) - _introduced_by(
        x for x in counting if x.number != target.number
    )
    return tuple(x for x in later if named(x.event) & only or _continues(x, target))


def _is_first_of_its_text(target: Logged, counting: Iterable[Logged]) -> bool:
    """Whether it is a reading that people's spans after it cannot do without."""
    if not isinstance(target.event, ReadingMade):
        return False
    before = (x.event for x in counting if x.number < target.number)
    texts = {e.record.report.text for e in before if isinstance(e, ReadingMade)}
    return target.event.record.report.text not in texts


def _introduced_by(others: Iterable[Logged]) -> frozenset[str]:
    return frozenset[str]().union(*(introduced(x.event) for x in others))


def _continues(later: Logged, target: Logged) -> bool:
    """Whether a reading says where decisions on an earlier one went."""
    if not isinstance(later.event, ReadingMade) or not isinstance(target.event, ReadingMade):
        return False
    return bool(later.event.placed or later.event.kept or later.event.unplaced)


def introduced(event: Event) -> frozenset[str]:
    """The ids of statements and sources that the event brings in."""
    match event:
        case ReadingMade():
            ids = {s.attribution.id for s in event.record.all}
            return frozenset(ids | {s.id for s in event.record.sources})
        case StatementAdded():
            return frozenset({event.statement.attribution.id, *_id(event.speaker)})
        case SpeakerCorrected():
            return frozenset(_id(event.speaker))
        case SourceSplit():
            return frozenset(_id(event.into))
    return frozenset()


def named(event: Event) -> frozenset[str]:
    """The ids of statements and sources that an event speaks of and that others brought in."""
    if isinstance(event, ReadingMade):
        led = {p.before for p in event.placed} | {u.before for u in event.unplaced}
        return frozenset(led | {s.attribution.id for s in event.kept})
    own = () if isinstance(event, StatementAdded) else statements_named(event)
    return frozenset({*own, *_sources_named(event)})


def unfounded(event: Event, about: Iterable[Logged]) -> frozenset[str]:
    """The ids that the event speaks of, and that neither it nor one that counts brings in."""
    counting = live(about)
    absent = frozenset(r for r in event.reports if not _is_there(event, r, counting))
    if isinstance(event, SourcesMerged | SourcesJudged):
        refs = (event.one, event.other)
        strange = (r.source for r in refs if r.source not in _introduced_to(r.report, counting))
        return absent.union(strange)
    own = getattr(event, "report", "")
    return absent | (named(event) - introduced(event) - _introduced_to(own, counting))


def _introduced_to(report: str, counting: Iterable[Logged]) -> frozenset[str]:
    return _introduced_by(x for x in counting if getattr(x.event, "report", None) == report)


def _is_there(event: Event, report: str, counting: Iterable[Logged]) -> bool:
    """Whether the report has what an event of this kind needs: bytes, and for most a reading."""
    if isinstance(event, ReportAdded):
        return True
    needed = {ReportAdded} if isinstance(event, ReadingMade) else {ReportAdded, ReadingMade}
    return needed <= {type(x.event) for x in counting if getattr(x.event, "report", "") == report}


def _sources_named(event: Event) -> Sequence[str]:
    match event:
        case SourcesMerged() | SourcesJudged():
            return (event.one.source, event.other.source)
        case SourceSplit():
            return (event.source,)
        case SpeakerCorrected() | StatementAdded():
            return _id(event.speaker)
        case Withdrawn():
            return (event.source,) if event.source else ()
    return ()


def _id(source: Source | None) -> tuple[str, ...]:
    return (source.id,) if source else ()
