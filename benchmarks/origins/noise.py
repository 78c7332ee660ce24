"""How much is lost and changed on the way, and what that does to one speaker in one report."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from functools import cache

from benchmarks.origins.people import Voice, respelt
from benchmarks.origins.vocabulary import ways, words
from firsthand.sources.source import SourceKind

_YEARS = 9


@dataclass(frozen=True, slots=True)
class Noise:
    """Shares, each 0 to 1, of what the reports of all stories come to.

    - `drop`: of those who speak under their name, by report, who appear without it
    - `profile`: of speakers, by report, whose role is another, and, apart from it, whose age is
    - `date`: of reports, that bear a wrong date or none
    - `paraphrase`: of copies, that are put into other words

    Losses add up along a chain of copies, so the chance at each report is lower (`at_each`).
    The last two are chances at each retelling.

    - `spelling`: that a name is spelt, ordered or shortened otherwise
    - `flatten`: that a paraphrase leaves out from whom the speaker has it
    """

    name: str
    drop: float
    profile: float
    date: float
    paraphrase: float
    spelling: float
    flatten: float

    def times(self, name: str, factor: float) -> Noise:
        """The same noise, stronger or weaker."""
        return Noise(
            name,
            min(1.0, self.drop * factor),
            min(1.0, self.profile * factor),
            min(1.0, self.date * factor),
            min(1.0, self.paraphrase * factor),
            min(1.0, self.spelling * factor),
            min(1.0, self.flatten * factor),
        )


# How many times a speaker has been through `altered` when a report of a story shows them: the
# share of speakers for one, two, three times and so on, counted in 1,500 stories (the same at
# every level; a test holds the shares that come of it).
_TIMES = (0.213, 0.325, 0.238, 0.134, 0.06, 0.022, 0.007, 0.001)


@cache
def at_each(share: float) -> float:
    """The chance at each report for which what is lost comes to this share of all reports."""
    low, high = 0.0, 1.0
    for _ in range(40):
        middle = (low + high) / 2
        lost = sum(part * (1 - (1 - middle) ** n) for n, part in enumerate(_TIMES, 1))
        low, high = (middle, high) if lost < share else (low, middle)
    return high


MIDDLE = Noise("middle", 0.3, 0.2, 0.2, 0.5, 0.2, 0.1)
HALF, DOUBLE = MIDDLE.times("half", 0.5), MIDDLE.times("double", 2.0)
LEVELS = (HALF, MIDDLE, DOUBLE)


def altered(voice: Voice, noise: Noise, chance: random.Random) -> Voice:
    """A speaker as the next report shows them: what was lost before does not come back."""
    if voice.kind is SourceKind.DOCUMENT:
        return replace(voice, full=None) if chance.random() < at_each(noise.drop) else voice
    if voice.person is None:
        return voice
    if voice.name and chance.random() < at_each(noise.drop):
        voice = _unnamed(voice, chance)
    elif voice.name and chance.random() < noise.spelling:
        voice = respelt(voice, chance)
    if voice.anonymity and voice.name and chance.random() < at_each(noise.drop / 2):
        voice = replace(voice, anonymity=None)
    return _profiled(voice, noise, chance)


def _unnamed(voice: Voice, chance: random.Random) -> Voice:
    frame = chance.choice(words("people", "unnamed"))
    return replace(voice, kind=SourceKind.UNNAMED_PERSON, name=None, anonymity=None, frame=frame)


def _profiled(voice: Voice, noise: Noise, chance: random.Random) -> Voice:
    """Roles are made more general as often as they become another; ages move by some years."""
    if chance.random() < at_each(noise.profile):
        voice = replace(voice, role=_other_role(voice, chance), former=chance.random() < 0.5)
    if chance.random() < at_each(noise.profile):
        years = chance.choice([*range(-_YEARS, 0), *range(1, _YEARS + 1)])
        voice = replace(voice, age=max(16, voice.age + years))
    return voice


def _other_role(voice: Voice, chance: random.Random) -> str:
    same = [role for group in ways("people", "roles") if voice.role in group for role in group]
    if same and chance.random() < 0.5:
        return chance.choice([role for role in same if role != voice.role])
    return chance.choice(words("people", "apart"))
