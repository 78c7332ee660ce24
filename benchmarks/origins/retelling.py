"""What becomes of a report: wire copies, paraphrases, reports made from two, people made one."""

from __future__ import annotations

from dataclasses import replace

from benchmarks.origins.anew import fresh, in_frame, reworded, some
from benchmarks.origins.combining import for_its_source, made_one, roundup
from benchmarks.origins.making import Feature, Making
from benchmarks.origins.nameless import confirmation
from benchmarks.origins.noise import altered
from benchmarks.origins.prose import agency, author, closing, title
from benchmarks.origins.sketch import Channel, Sketch, Telling
from benchmarks.origins.vocabulary import words
from firsthand.evidence.values import RelayKind

_BODY, _ROUNDUP, _VERSION, _WIRE, _CONFIRMED = 0.07, 0.12, 0.05, 0.3, 0.12


def retold(made: Making, base: Sketch) -> Sketch:
    """One more report made from `base`, in one of the ways in which that happens."""
    if made.happens(_VERSION) and not base.is_agency and not base.hidden:
        return made.keep(_version(made, base))
    if made.happens(_BODY) and any(t.is_allegation and t.origins for t in base.tellings):
        return made.keep(for_its_source(made, base))
    others = [s for s in made.sketches if s.number != base.number and not s.is_footnoted]
    if others and made.happens(_ROUNDUP):
        return made.keep(roundup(made, base, made.chance.choice(others)))
    if made.happens(made.noise.paraphrase):
        return made.keep(_paraphrase(made, base))
    return made.keep(_copy(made, base))


def _copy(made: Making, base: Sketch) -> Sketch:
    """The same words, shortened maybe, with or without credit to the wire."""
    voices = tuple(altered(v, made.noise, made.chance) for v in base.voices)
    cut = _cut(made, base.body) if made.happens(0.4) else base.body
    sent = not base.is_agency and made.happens(_WIRE)
    name, short = agency(made)
    credit = made.chance.choice(words("lines", "credits")) if made.happens(0.5) else None
    return replace(
        base,
        number=made.number,
        outlet=name if sent else made.outlet(),
        day=base.day + made.chance.randint(0, 2),
        title=base.title if made.happens(0.4) else title(made),
        voices=voices,
        body=_with_channel(made, base, cut),
        author=author(made),
        credit=credit.format(agency=base.outlet if base.is_agency else short) if credit else None,
        closing=closing(made),
        is_agency=sent,
        is_footnoted=False,
        hidden=False,
        retracted=False,
        version_of=None,
        copy_of=base.number if made.happens(0.1) and not base.hidden else None,
    )


def _with_channel(
    made: Making, base: Sketch, lines: tuple[tuple[str | Telling, ...], ...]
) -> tuple[tuple[str | Telling, ...], ...]:
    """A note goes with the organisation's report; its copy says whom the speaker told."""

    def changed(line: str | Telling) -> str | Telling:
        if isinstance(line, str) or not line.note:
            return line
        channel = Channel(base.outlet, f"the {base.outlet}", RelayKind.ORGANISATION)
        return in_frame(made, replace(line, note=""), channel)

    return tuple(tuple(changed(line) for line in part) for part in lines)


def _cut(
    made: Making, lines: tuple[tuple[str | Telling, ...], ...]
) -> tuple[tuple[str | Telling, ...], ...]:
    """Some paragraphs less; one that carries the allegation stays."""
    kept = tuple(part for part in lines if made.happens(0.75))
    return kept if any(_carries(part) for part in kept) else lines


def _carries(part: tuple[str | Telling, ...]) -> bool:
    return any(isinstance(line, Telling) and line.is_allegation for line in part)


def _paraphrase(made: Making, base: Sketch) -> Sketch:
    """The same account in other words, with the channel named or not."""
    voices = [altered(v, made.noise, made.chance) for v in base.voices]
    tellings = [reworded(made, base, t) for t in some(made, base.tellings)]
    if made.happens(_CONFIRMED):
        tellings.append(confirmation(made))
    voices, tellings = made_one(made, base, voices, tellings)
    made.chance.shuffle(tellings)
    return fresh(made, base, voices, tellings)


def _version(made: Making, base: Sketch) -> Sketch:
    """The same article later, corrected: a paragraph less, one more; a person says so or not."""
    made.features.add(Feature.VERSION)
    return replace(
        base,
        number=made.number,
        day=base.day + 2,
        body=_cut(made, base.body),
        retracted=False,
        copy_of=None,
        version_of=base.number if made.happens(0.5) else None,
    )
