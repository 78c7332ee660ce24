"""Retellings that blur who speaks: two people made one, two reports made one, an outlet alone."""

from __future__ import annotations

from dataclasses import replace

from benchmarks.origins.anew import fresh, reworded, some
from benchmarks.origins.making import Feature, Making
from benchmarks.origins.noise import altered
from benchmarks.origins.people import Voice, body
from benchmarks.origins.sayings import paraphrased
from benchmarks.origins.sketch import Sketch, Telling
from benchmarks.origins.vocabulary import words

_MERGED = 0.25


def made_one(
    made: Making, base: Sketch, voices: list[Voice], tellings: list[Telling]
) -> tuple[list[Voice], list[Telling]]:
    """Two people become one speaker, only where the case has a report that keeps them apart."""
    told = {t.voice for t in tellings if t.is_allegation}
    pair = [at for at, v in enumerate(voices) if at in told and v.person and len(v.people) == 1]
    if base.hidden or len(pair) < 2 or not made.happens(_MERGED):
        return voices, tellings
    one, other = pair[0], pair[1]
    if voices[one].people == voices[other].people:
        return voices, tellings
    both = voices[one].people | voices[other].people
    made.features.add(Feature.MERGED)
    voices = [
        replace(v, people=both, other=False) if at == one else v for at, v in enumerate(voices)
    ]
    return voices, [replace(t, voice=one) if t.voice == other else t for t in tellings]


def for_its_source(made: Making, base: Sketch) -> Sketch:
    """The outlet or organisation is said to say what somebody told it."""
    told = [t for t in base.tellings if t.is_allegation and t.origins and t.saying]
    people = frozenset[str]().union(*(t.origins for t in told))
    made.features.add(Feature.BODY)
    return fresh(
        made,
        base,
        [body(f"the {base.outlet}", people)],
        [_said_by_body(made, t) for t in told[:2]],
    )


def _said_by_body(made: Making, telling: Telling) -> Telling:
    saying = telling.saying
    assert saying is not None
    if len(saying.wordings) > 1:
        saying = paraphrased(saying, made.matter, made.chance, made.noise.date / 2)
    sentence = made.chance.choice(words("lines", "body"))
    return replace(
        telling, voice=0, saying=saying, frame=sentence, direct=False, channel=None,
        circumstances=(), recanted=False, note="",
    )  # fmt: skip


def roundup(made: Making, base: Sketch, other: Sketch) -> Sketch:
    """A report from two: speakers of the same name become one, all others stand side by side."""
    made.features.add(Feature.ROUNDUP)
    reports = (base, other)
    voices: list[Voice] = []
    tellings: list[Telling] = []
    for each in reports:
        place = {at: _place(voices, v, made) for at, v in enumerate(each.voices)}
        for telling in some(made, each.tellings):
            new = reworded(made, each, telling)
            tellings.append(new if new.voice is None else replace(new, voice=place[new.voice]))
    later = base if base.day >= other.day else other
    return fresh(made, later, voices, tellings)


def _place(voices: list[Voice], voice: Voice, made: Making) -> int:
    """Where a speaker stands among those of the new report; no contrast is carried over."""
    changed = replace(altered(voice, made.noise, made.chance), other=False)
    for at, known in enumerate(voices):
        if known.name is not None and known.name == changed.name:
            voices[at] = replace(known, people=known.people | changed.people)
            return at
    voices.append(changed)
    return len(voices) - 1
