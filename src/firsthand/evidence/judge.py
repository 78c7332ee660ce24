"""The evidence stage: from attributions and sources to the record of a report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from firsthand.evidence.apart.asserted import asserted_of
from firsthand.evidence.apart.caveats import caveats_of
from firsthand.evidence.apart.voice import own_voice_of
from firsthand.evidence.basis.basis import basis_of
from firsthand.evidence.basis.connected import connected
from firsthand.evidence.basis.connection import connection_of
from firsthand.evidence.basis.presence import presence_of
from firsthand.evidence.channel.circumstances import circumstances_of
from firsthand.evidence.channel.relay import via_of
from firsthand.evidence.force.capacity import capacity_of
from firsthand.evidence.force.force import force_of
from firsthand.evidence.force.opinion import opinion_of
from firsthand.evidence.force.response import response_of
from firsthand.evidence.force.stance import stance_of
from firsthand.evidence.statement import Record, Statement
from firsthand.evidence.telling import Surroundings, Telling
from firsthand.evidence.values import Standing
from firsthand.ingest.report import Report
from firsthand.reading.read import Read
from firsthand.sources.source import UNRESOLVED, Resolution
from firsthand.sources.stage import Resolved
from firsthand.text import Span


def record_of(report: Report, read: Read, around: Surroundings, resolved: Resolved) -> Record:
    """All that the words show of a report's statements, and what has no source in it."""
    speakers = {a: r.source for a, r in resolved.by_attribution.items()}
    asserted = asserted_of(around)
    caveats = caveats_of(around, read.attributions, speakers)
    limiting, agreeing = ([x.span for x in found] for found in (caveats, asserted))
    own = own_voice_of(around, read.attributions, [*agreeing, *limiting])
    every = [
        _standing(s, limiting, agreeing) for s in connected(statements_of(read, around, resolved))
    ]
    told = tuple(s for s in every if s.standing is Standing.STATEMENT)
    remarks = tuple(s for s in every if s.standing is not Standing.STATEMENT)
    kept = {a.attribution.id for a in told}
    limits = tuple(replace(c, limits=tuple(i for i in c.limits if i in kept)) for c in caveats)
    sources = tuple(s for s in resolved.sources if s.id in _spoken_of(told))
    return Record(report, told, sources, own, limits, asserted, remarks)


def _standing(s: Statement, limiting: Sequence[Span], agreeing: Sequence[Span]) -> Statement:
    """The statement as it is, or as the remark that its words are."""
    words = (*s.attribution.cue, *s.attribution.content)
    for standing, spans in ((Standing.ASSERTED, agreeing), (Standing.CAVEAT, limiting)):
        if s.attribution.cue and any(all(span.contains(w) for w in words) for span in spans):
            return replace(s, standing=standing, speaker=UNRESOLVED)
    return s


def _spoken_of(told: Sequence[Statement]) -> frozenset[str]:
    """The ids of those who make a statement, or may."""
    speakers = {s.speaker.source for s in told if s.speaker.source}
    return frozenset(speakers.union(*(s.speaker.candidates for s in told)))


def statements_of(read: Read, around: Surroundings, resolved: Resolved) -> list[Statement]:
    """Each attribution with all that the words show of it, in order."""
    by_source: dict[str, list[Telling]] = {}
    speakers, tellings, found = resolved.speakers(), list[Telling](), list[Statement]()
    for attribution in read.attributions:
        source = speakers[attribution.id]
        telling = around.telling(attribution, source)
        others = by_source.setdefault(source.id, []) if source else []
        others.append(telling)
        resolution = resolved.by_attribution[attribution.id]
        found.append(_statement(telling, resolution, tellings[-_EARLIER:], others[-_OCCASION:]))
        tellings.append(telling)
    return found


_EARLIER = 12
"""Statements before one from which its channel may carry over."""
_OCCASION = 60
"""Statements of one source over which the circumstances of an occasion carry."""


def _statement(
    telling: Telling, resolution: Resolution, earlier: Sequence[Telling], others: Sequence[Telling]
) -> Statement:
    basis, force = basis_of(telling), force_of(telling)
    return Statement(
        attribution=telling.attribution,
        speaker=resolution,
        via=via_of(telling, earlier),
        circumstances=circumstances_of(telling, others),
        basis=basis,
        presence=presence_of(telling),
        capacity=capacity_of(telling),
        opinion=opinion_of(telling, force),
        connection=connection_of(telling, basis),
        force=force,
        stance=stance_of(telling),
        response=response_of(telling, force),
    )
