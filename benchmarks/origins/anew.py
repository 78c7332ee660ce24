"""One statement, and one report, as somebody else writes it anew."""

from __future__ import annotations

from dataclasses import replace

from benchmarks.origins.making import Feature, Making, frame, told_to
from benchmarks.origins.people import Voice
from benchmarks.origins.prose import author, closing, title, written
from benchmarks.origins.sayings import paraphrased
from benchmarks.origins.sketch import Channel, Sketch, Telling
from firsthand.evidence.values import BasisKind, RelayKind
from firsthand.sources.source import SourceKind


def in_frame(made: Making, telling: Telling, channel: Channel | None) -> Telling:
    sentence = frame(made, direct=telling.direct, channel=channel)
    return replace(telling, frame=sentence, direct="“" in sentence, channel=channel, recanted=False)


def fresh(made: Making, base: Sketch, voices: list[Voice], tellings: list[Telling]) -> Sketch:
    """A report in its own prose."""
    day = base.day + made.chance.randint(0, 6)
    return Sketch(
        made.number,
        made.outlet(),
        day,
        title(made),
        tuple(voices),
        written(made, tellings),
        author(made),
        closing=closing(made),
    )


def some(made: Making, tellings: list[Telling]) -> list[Telling]:
    """Most of them; at least one of the allegation."""
    kept = [t for t in tellings if made.happens(0.8)]
    return kept if any(t.is_allegation for t in kept) else tellings


def reworded(made: Making, base: Sketch, telling: Telling) -> Telling:
    """Quoted as before, or reported in other words."""
    if telling.saying is None or telling.voice is None:
        return replace(telling, recanted=False, note="")
    if _kind(base, telling) in (SourceKind.DOCUMENT, SourceKind.ORGANISATION):
        return replace(telling, recanted=False, note="")
    direct = telling.direct and made.happens(0.4)
    saying = telling.saying
    if not direct:
        saying = paraphrased(saying, made.matter, made.chance, made.noise.date / 2)
    if saying.heard and not direct and made.happens(made.noise.flatten):
        made.features.add(Feature.FLATTENED)
        saying = replace(saying, heard="", informant="", basis=BasisKind.UNSTATED)
    new = replace(telling, saying=saying, direct=direct, note="")
    return in_frame(made, new, _channel(made, base, telling))


def _kind(base: Sketch, telling: Telling) -> SourceKind | None:
    return base.voices[telling.voice].kind if telling.voice is not None else None


def _channel(made: Making, base: Sketch, telling: Telling) -> Channel | None:
    """Whom the retelling names: the first outlet, the report it has it from, or nobody."""
    if made.happens(0.25):
        return None
    if telling.channel is not None:
        return telling.channel
    if base.is_footnoted:
        return Channel(base.outlet, f"the {base.outlet}", RelayKind.ORGANISATION)
    return told_to(made, base.outlet)
