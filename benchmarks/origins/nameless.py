"""Reports behind which nobody can be seen, or nobody stands: "sources", circles, mere claims."""

from __future__ import annotations

from dataclasses import replace

from benchmarks.origins.making import Feature, Making, claim, told, told_to
from benchmarks.origins.originals import report, shown
from benchmarks.origins.people import Person, body, group
from benchmarks.origins.sayings import Saying
from benchmarks.origins.sketch import Sketch, Telling
from benchmarks.origins.vocabulary import words
from firsthand.evidence.values import BasisKind, Standing
from firsthand.sources.source import SourceKind


def undisclosed(made: Making, origins: frozenset[str], day: int) -> Sketch:
    """What "sources" said: who and how many they are, only the outlet knows."""
    outlet = made.outlet()
    one = len(origins) == 1 and made.happens(0.5)
    few = ("two", "three", "four")[len(origins) - 2] if len(origins) > 1 else "several"
    names = ("sources", "several people", f"{few} people with knowledge of the events",
             "people on the spot", "security sources", f"{few} sources")  # fmt: skip
    voice = group(made.chance.choice(names), origins)
    if one:
        voice = replace(voice, name="a source", kind=SourceKind.UNNAMED_PERSON)
    telling = told(made, 0, claim(made, BasisKind.UNSTATED), origins, None)
    made.features.add(Feature.UNDISCLOSED)
    return made.keep(report(made, outlet, day, (voice,), [telling]))


def circle(made: Making, size: int, day: int) -> list[Sketch]:
    """Outlets each of which has it from the next, and the last from the first: nobody's word."""
    outlets = [made.outlet() for _ in range(size)]
    saying = claim(made, BasisKind.UNSTATED)
    made.features.add(Feature.CIRCLE)
    return [
        _cites(made, outlet, outlets[(at + 1) % size], saying, day + at)
        for at, outlet in enumerate(outlets)
    ]


def _cites(made: Making, outlet: str, cited: str, saying: Saying, day: int) -> Sketch:
    """A claim given to another outlet, as the speaker."""
    sentence = made.chance.choice(words("lines", "body"))
    telling = Telling(0, saying, sentence, False, frozenset())
    return made.keep(report(made, outlet, day, (body(f"the {cited}", frozenset()),), [telling]))


def unsourced(made: Making, day: int) -> Sketch:
    """A claim that nobody is said to make, or one given to an outlet that is not in the case."""
    made.features.add(Feature.UNSOURCED)
    saying = claim(made, BasisKind.UNSTATED)
    if made.happens(0.5):
        sentence = made.chance.choice(words("lines", "body"))
        voice = body(made.chance.choice(words("press", "absent")), frozenset())
        telling = Telling(0, saying, sentence, False, frozenset())
        return made.keep(report(made, made.outlet(), day, (voice,), [telling]))
    sentence = made.chance.choice(words("lines", "bare"))
    telling = Telling(None, saying, sentence, False, frozenset())
    return made.keep(report(made, made.outlet(), day, (), [telling]))


def recanted(made: Making, person: Person, day: int) -> Sketch:
    """The person says that it was not so: a report of it, which is no part of the allegation."""
    sentence = made.chance.choice(words("lines", "recanting"))
    telling = Telling(0, None, sentence, False, frozenset(), told_to(made, made.outlet()),
                      is_allegation=False)  # fmt: skip
    made.features.add(Feature.RETRACTED)
    return made.keep(report(made, made.outlet(), day, [shown(made, person)], [telling]))


def confirmation(made: Making) -> Telling:
    """The report's claim that accounts agree, which is no source."""
    sentence = made.chance.choice(words("lines", "confirmed"))
    saying = claim(made, BasisKind.UNSTATED)
    return Telling(None, saying, sentence, False, frozenset(), standing=Standing.ASSERTED)
