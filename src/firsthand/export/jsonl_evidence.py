"""Sources and evidence as JSON: what a line says of each statement beside its spans."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from firsthand.evidence.statement import Asserted, Caveat, OwnVoice, Record, Statement
from firsthand.evidence.values import Circumstance, Presence, Relay
from firsthand.sources.source import ProfileFact, Resolution, Source
from firsthand.text import Span

Json = str | int | float | bool | None | list["Json"] | dict[str, "Json"]


def pair(span: Span) -> list[Json]:
    """A span as start and end."""
    return [span.start, span.end]


def pairs(spans: Sequence[Span]) -> list[Json]:
    """Spans in order."""
    return [pair(span) for span in spans]


def _or_null(span: Span | None) -> Json:
    return pair(span) if span else None


def of_record(record: Record) -> dict[str, Json]:
    """Who speaks in the report, and what in it has no source."""
    return {
        "sources": [_source(source) for source in record.sources],
        "own_voice": [_own_voice(own) for own in record.own_voice],
        "caveats": [_caveat(caveat) for caveat in record.caveats],
        "asserted": [_asserted(claim) for claim in record.asserted],
    }


def of_statement(s: Statement) -> dict[str, Json]:
    """Who speaks, through whom, in what circumstances, on what basis, and how it is put."""
    return {
        "speaker": s.speaker.source,
        "resolution": _resolution(s.speaker),
        "via": [_relay(relay) for relay in s.via],
        "circumstances": [_circumstance(found) for found in s.circumstances],
        "basis": s.basis.kind.value,
        "basis_by": s.basis.by.value if s.basis.by else None,
        "heard_from": _or_null(s.basis.heard_from),
        "presence": _presence(s.presence),
        "capacity": s.capacity.is_so,
        "opinion": s.opinion.is_so,
        "connection": s.connection.kind.value,
        "force": _force(s),
        "stance": s.stance.kind.value,
        "standing": s.standing.value,
        "response": s.response.kind.value if s.response else None,
        "evidence": {name: pairs(spans) for name, spans in _evidence(s) if spans},
    }


def _evidence(s: Statement) -> Iterator[tuple[str, Sequence[Span]]]:
    """The spans that show each value, by its name."""
    yield "speaker", s.speaker.evidence
    yield "basis", s.basis.spans
    yield "capacity", s.capacity.spans
    yield "opinion", s.opinion.spans
    yield "connection", s.connection.spans
    yield "force", s.force.spans
    yield "stance", s.stance.spans
    yield "response", s.response.spans if s.response else ()


def _source(source: Source) -> Json:
    return {
        "id": source.id,
        "name": source.name,
        "kind": source.kind.value,
        "mentions": pairs(source.mentions),
        "profile": [_fact(fact) for fact in source.profile],
    }


def _fact(fact: ProfileFact) -> Json:
    return {"field": fact.field.value, "value": fact.value, "span": pair(fact.span)}


def _own_voice(own: OwnVoice) -> Json:
    return {"span": pair(own.span), "score": round(own.score, 4)}


def _caveat(caveat: Caveat) -> Json:
    return {"span": pair(caveat.span), "limits": list(caveat.limits)}


def _asserted(claim: Asserted) -> Json:
    return {"span": pair(claim.span)}


def _resolution(found: Resolution) -> Json:
    return {
        "how": found.how.value if found.how else None,
        "score": round(found.score, 4),
        "candidates": list(found.candidates),
    }


def _relay(relay: Relay) -> Json:
    return {
        "name": relay.name,
        "kind": relay.kind.value,
        "span": pair(relay.span),
        "date": _or_null(relay.date),
        "place": _or_null(relay.place),
    }


def _circumstance(found: Circumstance) -> Json:
    return {"kind": found.kind.value, "span": pair(found.span)}


def _presence(found: Presence | None) -> Json:
    if found is None:
        return None
    return {
        "last": pair(found.last),
        "last_year": found.last_year,
        "spoken_of": pair(found.spoken_of),
        "spoken_year": found.spoken_year,
    }


def _force(s: Statement) -> Json:
    return {
        "level": s.force.level.value,
        "polarity": s.force.polarity.value,
        "mood": s.force.mood.value,
    }
