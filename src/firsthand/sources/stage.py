"""The sources stage: who speaks in a report, and to whom each attribution leads."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from firsthand.ingest.report import Report
from firsthand.reading.attribution import Attribution
from firsthand.reading.model import reader as model
from firsthand.reading.read import Read
from firsthand.reading.reader import readable
from firsthand.sources.kinds import kind_of
from firsthand.sources.led import Led
from firsthand.sources.mentions import mentions_of
from firsthand.sources.name_runs import Names
from firsthand.sources.names import parts
from firsthand.sources.opening import as_said
from firsthand.sources.pairs import load
from firsthand.sources.profile import profile_of
from firsthand.sources.resolve import Resolver
from firsthand.sources.source import ProfileField, Resolution, Source, SourceKind, source_id
from firsthand.text import Span

_PSEUDONYM = re.compile(r"(?i)\b(?:(?:real|own) name|pseudonym|names? (?:has|have|was|is) )")


@dataclass(frozen=True, slots=True)
class Resolved:
    """The sources of a report in order of their first mention, and where each attribution leads."""

    sources: tuple[Source, ...]
    by_attribution: Mapping[str, Resolution]

    def speakers(self) -> dict[str, Source | None]:
        """Who makes the statement of each attribution, by its id; None where it is not resolved."""
        known: dict[str | None, Source] = {s.id: s for s in self.sources}
        return {a: known.get(found.source) for a, found in self.by_attribution.items()}


def sources_of(report: Report, read: Read, sentences: Sequence[Span]) -> Resolved:
    """Resolves all source words of a report; `sentences` are its sentences, in order."""
    if not read.attributions:
        return Resolved((), {})
    sight = read.sight or model.sight_of(readable(read.page))
    resolver = Resolver(report, read.page, mentions_of(read.page, sight), load(), read.attributions)
    led = list(resolver.all(read.attributions))
    places = _places(read.attributions, led)
    made = {e: _source(report, read, resolver, e, spans) for e, spans in places.items()}
    resolutions = {
        a.id: _resolution(found, made) for a, found in zip(read.attributions, led, strict=True)
    }
    ordered = sorted(made.values(), key=lambda s: s.mentions[0])
    told = (_told(read.page.text, source, sentences) for source in ordered)
    return Resolved(tuple(told), resolutions)


def _told(text: str, source: Source, sentences: Sequence[Span]) -> Source:
    """The source with its profile; who bears a name that is not theirs is an unnamed person."""
    profile = profile_of(text, source.mentions, sentences, name=source.name)
    hidden = any(f.field is ProfileField.ANONYMITY and _PSEUDONYM.search(f.value) for f in profile)
    named = source.kind is SourceKind.NAMED_PERSON
    kind = SourceKind.UNNAMED_PERSON if named and hidden else source.kind
    return replace(source, profile=profile, kind=kind)


def _places(read: Sequence[Attribution], led: Sequence[Led]) -> dict[int, list[Span]]:
    """The source spans that lead to each entity which speaks; none for one that only may."""
    found: dict[int, list[Span]] = {}
    for a, where in zip(read, led, strict=True):
        for candidate in where.candidates:
            found.setdefault(candidate, [])
        if where.entity is not None:
            found.setdefault(where.entity, []).extend(a.source)
    return found


def _source(
    report: Report, read: Read, resolver: Resolver, entity: int, spans: list[Span]
) -> Source:
    known, mentions = resolver.entities.all[entity], resolver.mentions
    told = [n for n in known.mentions if not mentions.seen.quoted[n]] or known.mentions[:1]
    outer = _outer({*spans, *(mentions.all[n].span for n in told)})
    if known.bearer is not None:
        bearer = resolver.entities.naming.bearers[known.bearer]
        name = bearer.name
        kind = SourceKind.NAMED_PERSON if bearer.kind is Names.PERSON else SourceKind.ORGANISATION
    else:
        fullest = max(outer, key=lambda s: _fullness(s.of(read.page.text)))
        name, kind = fullest.of(read.page.text), kind_of(as_said(read.page.text, fullest))
    return Source(source_id(report, outer), " ".join(name.split()), kind, outer)


def _outer(places: Iterable[Span]) -> tuple[Span, ...]:
    """The places that lie in no other, in order."""
    kept = list[Span]()
    for span in sorted(places, key=lambda s: (s.start, -s.end)):
        if not kept or span.end > kept[-1].end:
            kept.append(span)
    return tuple(kept)


def _fullness(words: str) -> tuple[bool, int, int]:
    return words.lower() not in _POINTING, len(parts(words)), -len(words)


_POINTING = frozenset("he she they it who which that i we you".split())


def _resolution(led: Led, made: Mapping[int, Source]) -> Resolution:
    source = made[led.entity].id if led.entity is not None else None
    others = tuple(made[c].id for c in led.candidates if c != led.entity)
    return Resolution(source, led.how, round(led.score, 4), led.evidence, others)
