"""Made-up stories of which it is known how many originating sources stand behind them.

The truth of a story is the number of distinct people and documents at whom a statement of its
allegation first entered the record, as far as the words of its reports reach:

- a statement counts for whoever really made it, under whatever name or none, through however
  many outlets; what a person says on two occasions counts once
- who has it from somebody counts for nobody: the informant counts, once for all who heard it,
  whether or not anybody names them
- undisclosed "sources" count as those who really are behind the words, new or known
- an outlet or organisation that says it for its source counts as that source
- a circle of citation, a claim that nobody is said to make, and one given to an outlet that is
  not in the case count 0; so does a report's claim that accounts agree
- whose only account was taken back, by them or by the outlet that had it first, counts no
  longer, although copies still carry it unmarked
- where a report makes two people one, the two count: it happens only to what another report
  of the case has apart

So an interval is right if the truth lies in it; "upper bound open" is always right above.
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count, islice
from math import exp, log
from typing import NamedTuple

from benchmarks.origins.making import Feature, Making, making
from benchmarks.origins.noise import MIDDLE, Noise
from benchmarks.origins.page import DAY_ZERO, Page, page
from benchmarks.origins.planning import begun
from benchmarks.origins.retelling import retold
from benchmarks.origins.sketch import Sketch
from benchmarks.origins.taking_back import taken_back
from firsthand.provenance.filed import FiledReport

FEWEST, MOST = 2, 40
_WRONG = (*range(-40, 0), *range(1, 41))


class Ref(NamedTuple):
    """A source of one report."""

    report: str
    source: str


class Key(NamedTuple):
    """A statement of one report."""

    report: str
    statement: str


@dataclass(frozen=True, slots=True)
class Story:
    """A story and its `truth`. `people` tells who a source is: several where it is made of two.

    `origins` has an entry for each statement of the allegation, empty where nobody is behind.
    """

    seed: int
    noise: str
    reports: tuple[FiledReport, ...] = field(repr=False)
    people: Mapping[Ref, frozenset[str]] = field(repr=False)
    origins: Mapping[Key, frozenset[str]] = field(repr=False)
    truth: int
    features: frozenset[Feature]

    @property
    def statements(self) -> frozenset[Key]:
        """The statements of the allegation."""
        return frozenset(self.origins)


def stories(number: int, noise: Noise = MIDDLE, first: int = 0) -> Iterator[Story]:
    """As many stories as asked for; the same at every run."""
    return (story(first + at, noise) for at in range(number))


def bulk(reports: int, noise: Noise = MIDDLE, first: int = 1_000_000) -> Iterator[FiledReport]:
    """So many reports, of stories of the same kind, one story after the other."""
    made = (report for at in count(first) for report in story(at, noise).reports)
    return islice(made, reports)


def story(seed: int, noise: Noise = MIDDLE) -> Story:
    """The story of this number, at this level of noise; at another it is another story."""
    return _filed(plotted(seed, noise), seed)


def plotted(seed: int, noise: Noise = MIDDLE) -> Making:
    """The story before its reports are written: who speaks in each, and what they say."""
    made = making(random.Random(f"{seed} {noise.name}"), noise)  # noqa: S311 - the same every run
    size = _size(made.chance)
    begun(made, size)
    first = len(made.sketches)
    while sum(not s.hidden for s in made.sketches) < size:
        retold(made, made.chance.choice(made.sketches))
    if 3 <= size < MOST:
        taken_back(made, first)
    return made


def _size(chance: random.Random) -> int:
    """Between the fewest and the most; small stories are the more frequent."""
    return round(exp(chance.uniform(log(FEWEST), log(MOST))))


def _filed(made: Making, seed: int) -> Story:
    """The reports in no order that tells anything, with what is true of them."""
    ids = {s.number: f"{made.chance.getrandbits(64):016x}" for s in made.sketches if not s.hidden}
    pages = [_page(made, s, ids) for s in made.sketches if not s.hidden]
    made.chance.shuffle(pages)
    return Story(
        seed,
        made.noise.name,
        tuple(p.report for p in pages),
        {Ref(p.report.id, s): who for p in pages for s, who in p.people.items()},
        {Key(p.report.id, s): who for p in pages for s, who in p.origins.items()},
        truth=_truth(made, pages),
        features=frozenset(made.features),
    )


def _truth(made: Making, pages: Sequence[Page]) -> int:
    """The distinct people and documents behind the statements of reports in the case."""
    behind = {who for p in pages for origins in p.origins.values() for who in origins}
    return len(behind - made.withdrawn)


def _page(made: Making, sketch: Sketch, ids: Mapping[int, str]) -> Page:
    return page(sketch, made.matter.town, _date(made, sketch.day), made.chance, ids,
                ids[sketch.number])  # fmt: skip


def _date(made: Making, day: int) -> dt.date | None:
    """The date that a report bears: wrong by up to forty days, or none, as the noise has it."""
    if made.chance.random() >= made.noise.date:
        return DAY_ZERO + dt.timedelta(days=day)
    if made.chance.random() < 0.25:
        return None
    return DAY_ZERO + dt.timedelta(days=day + made.chance.choice(_WRONG))
