"""A story while it is made: what has been used, and the small choices that every report needs."""

from __future__ import annotations

import random
from dataclasses import dataclass, field, replace
from enum import StrEnum

from benchmarks.origins.noise import Noise
from benchmarks.origins.people import Person, drawn
from benchmarks.origins.sayings import (
    Matter,
    Saying,
    detail,
    details_filled,
    matter,
    slots,
)
from benchmarks.origins.sketch import Channel, Sketch, Telling
from benchmarks.origins.vocabulary import acts, more, words
from firsthand.evidence.values import BasisKind, CircumstanceKind, RelayKind

_SHORT = 0.2


class Feature(StrEnum):
    """What a story has in it, so that figures can be told apart by it."""

    INTERVIEW = "interview"
    ONE_OUTLET = "two speak to one outlet"
    CONFERENCE = "press conference"
    DOCUMENT = "document"
    FOOTNOTES = "interview codes in footnotes"
    HEARSAY = "hearsay from a common informant"
    AGAIN = "two interviews with one person"
    UNDISCLOSED = "undisclosed sources"
    CIRCLE = "circle of citation"
    UNSOURCED = "claims without a source"
    RETRACTED = "retraction"
    PSEUDONYM = "pseudonym"
    NAMESAKES = "namesakes"
    FAMILY = "family name in common"
    ABSENT = "first report not in the case"
    MERGED = "two people made one"
    BODY = "an outlet or organisation speaks for its source"
    ROUNDUP = "a report made from two"
    VERSION = "two versions of one article"
    FLATTENED = "hearsay told as knowledge"


@dataclass(slots=True)
class Making:
    """A story while it is made."""

    chance: random.Random
    noise: Noise
    matter: Matter
    outlets: list[str]
    people: dict[str, Person] = field(default_factory=dict)
    sketches: list[Sketch] = field(default_factory=list)
    used: set[tuple[int, int]] = field(default_factory=set)
    features: set[Feature] = field(default_factory=set)
    withdrawn: set[str] = field(default_factory=set)
    deck: list[str] = field(default_factory=list)

    def happens(self, share: float) -> bool:
        """Whether something of this chance happens now."""
        return self.chance.random() < share

    def outlet(self) -> str:
        """The name of an outlet that has not been used in this story."""
        return self.outlets.pop()

    def person(self, like: Person | None = None) -> Person:
        """A new person; a relative or a namesake of another now and then."""
        made = drawn(len(self.people), self.chance, like)
        self.people[made.id] = made
        return made

    def keep(self, sketch: Sketch) -> Sketch:
        """The sketch, filed."""
        self.sketches.append(sketch)
        return sketch

    @property
    def number(self) -> int:
        """The number of the next sketch."""
        return len(self.sketches)


def making(chance: random.Random, noise: Noise) -> Making:
    """A story of which nothing is written yet."""
    firsts, seconds = words("press", "firsts"), words("press", "seconds")
    names = [f"{a} {b}" for a in firsts for b in chance.sample(seconds, 3)]
    chance.shuffle(names)
    return Making(chance, noise, matter(chance), names)


def claim(made: Making, basis: BasisKind) -> Saying:
    """A claim of the allegation in a wording that nobody in this story has used, while any is."""
    chance, sayings = made.chance, acts()[made.matter.act][1]
    fitting = [n for n, saying in enumerate(sayings) if saying[0] == basis.value]
    free = [(n, v) for n in fitting for v in range(len(sayings[n]) - 1) if (n, v) not in made.used]
    picked = chance.choice(free) if free else (chance.choice(fitting), chance.randrange(5))
    made.used.add(picked)
    return Saying(
        wordings=sayings[picked[0]][1:],
        wording=picked[1],
        slots=slots(made.matter, chance),
        basis=basis,
        detail=detail(chance) if chance.random() < 0.8 else "",
        join=chance.choice(more("joins")),
        detail_first=chance.random() < 0.3,
    )


def aside(made: Making, key: str = "side") -> Saying:
    """Something that a speaker says beside the allegation."""
    said = tuple(details_filled(t, made.chance) for t in made.chance.sample(more(key), 2))
    return Saying(said, 0, slots(made.matter, made.chance))


def told_to(made: Making, outlet: str) -> Channel:
    """An outlet as the channel, by its full name or by its last word ("the Lantern")."""
    name = outlet.split()[-1] if made.happens(_SHORT) else outlet
    return Channel(name, f"the {name}", RelayKind.OUTLET)


def frame(made: Making, *, direct: bool, channel: Channel | None) -> str:
    """A sentence for a statement of a person."""
    if channel is not None and channel.kind is RelayKind.OCCASION:
        return made.chance.choice(words("lines", "conference")[: 2 if direct else 3])
    kind = "direct" if direct else "indirect"
    return made.chance.choice(words("lines", f"{kind}_told" if channel else kind))


def told(
    made: Making,
    voice: int,
    saying: Saying,
    origins: frozenset[str],
    channel: Channel | None,
    circumstances: tuple[CircumstanceKind, ...] = (),
) -> Telling:
    """A statement in a sentence that fits it."""
    direct = made.happens(0.65)
    sentence = frame(made, direct=direct, channel=channel)
    direct = "“" in sentence
    return Telling(voice, saying, sentence, direct, origins, channel, circumstances)


def beside(telling: Telling) -> Telling:
    """The same telling as one that is no part of the allegation."""
    return replace(telling, is_allegation=False)
