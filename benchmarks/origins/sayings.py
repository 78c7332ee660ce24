"""What is claimed, in whose words: one claim can be put in several wordings.

A saying is the claim with the wording chosen; its words follow from it, in the first person
where they are quoted and in the third where they are reported.
"""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

from benchmarks.origins.vocabulary import acts, more, ways, words
from benchmarks.origins.wording import capital
from firsthand.evidence.values import BasisKind

_FIRST = {"I": "I", "me": "me", "my": "my", "we": "we", "us": "us", "our": "our", "his": "my"}
_FIRST |= {"he": "I"}
_PLURAL = {"we": "they", "us": "them", "our": "their"}
_WOMAN = {"I": "she", "me": "her", "my": "her", "his": "her", "he": "she", **_PLURAL}
_MAN = {"I": "he", "me": "him", "my": "his", "his": "his", "he": "he", **_PLURAL}
_DAYS = tuple("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())
_SLOTS = {"place": "places", "who": "forces", "when": "whens", "many": "manies"}


@dataclass(frozen=True, slots=True)
class Matter:
    """What the story is of: the act, and the ways to name who, where, when and how many."""

    act: int
    town: str
    day: str
    ways: Mapping[str, tuple[str, ...]]

    def plain(self) -> dict[str, str]:
        """Each thing by its plainest name."""
        return {key: way[0] for key, way in self.named(self.day).items()}

    def named(self, day: str) -> dict[str, tuple[str, ...]]:
        """The ways to name each thing, with the day of the week filled in."""
        filled = {key: tuple(w.format(day=day) for w in way) for key, way in self.ways.items()}
        return {**filled, "town": (self.town,)}


@dataclass(frozen=True, slots=True)
class Saying:
    """A claim with the wording chosen.

    `wordings` are the ways to put it; `detail` is what only this teller tells; `heard` frames
    it as had from `informant`. `reworded` is how often a paraphrase has gone over it.
    """

    wordings: tuple[str, ...]
    wording: int
    slots: tuple[tuple[str, str], ...]
    basis: BasisKind = BasisKind.UNSTATED
    detail: str = ""
    join: str = ", and "
    detail_first: bool = False
    heard: str = ""
    informant: str = ""
    swaps: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Worded:
    """The words of a saying, and where those stand that name the informant (if they do)."""

    text: str
    informant: tuple[int, int] | None


def matter(chance: random.Random) -> Matter:
    """What a story is of, by chance."""
    found = {slot: chance.choice(ways("places", key)) for slot, key in _SLOTS.items()}
    town = chance.choice(words("places", "towns"))
    return Matter(chance.randrange(len(acts())), town, chance.choice(_DAYS), found)


def slots(of: Matter, chance: random.Random, wrong_day: float = 0.0) -> tuple[tuple[str, str], ...]:
    """One way to name each thing; the day is another by the chance given."""
    day = chance.choice(_DAYS) if chance.random() < wrong_day else of.day
    return tuple((key, chance.choice(way)) for key, way in of.named(day).items())


def detail(chance: random.Random) -> str:
    """What somebody remembers and nobody else tells."""
    return details_filled(chance.choice(more("details")), chance)


def details_filled(template: str, chance: random.Random) -> str:
    """A template with colours, things and numbers put in; people's words stay open."""
    for field in ("colour", "thing", "smell", "food", "number"):
        if f"{{{field}}}" in template:
            template = template.replace(f"{{{field}}}", chance.choice(more(f"{field}s")))
    return template


def worded(saying: Saying, *, woman: bool, direct: bool) -> Worded:
    """The words of a saying: quoted in the first person, reported in the third."""
    who = _FIRST if direct else _WOMAN if woman else _MAN
    parts = {**who, **dict(saying.slots)}
    claim = saying.wordings[saying.wording].format_map(parts)
    if saying.detail:
        own = saying.detail.format_map(parts)
        pair = (own, claim) if saying.detail_first else (claim, own)
        claim = saying.join.join(pair)
    claim = _swapped(claim, saying.swaps)
    text, informant = _framed(saying, claim, parts)
    return Worded(capital(text) if direct else text, informant)


def _framed(
    saying: Saying, claim: str, parts: dict[str, str]
) -> tuple[str, tuple[int, int] | None]:
    if not saying.heard:
        return claim, None
    informant = saying.informant.format_map(parts)
    text = saying.heard.format_map({**parts, "from": informant, "said": claim})
    if "{from}" not in saying.heard:
        return text, None
    start = text.index(informant)
    return text, (start, start + len(informant))


def _swapped(text: str, swaps: tuple[tuple[str, str], ...]) -> str:
    for one, other in swaps:
        text = f" {text} ".replace(f" {one} ", f" {other} ").strip()
    return text


def paraphrased(saying: Saying, of: Matter, chance: random.Random, wrong_day: float) -> Saying:
    """The same claim in other words: another wording, other names for things, another order."""
    others = [n for n in range(len(saying.wordings)) if n != saying.wording]
    return replace(
        saying,
        wording=chance.choice(others) if others else saying.wording,
        slots=slots(of, chance, wrong_day),
        detail=saying.detail if chance.random() < 0.6 else "",
        join=chance.choice(more("joins")),
        detail_first=chance.random() < 0.3,
        swaps=tuple(pair for pair in _pairs() if chance.random() < 0.7),
    )


@cache
def _pairs() -> tuple[tuple[str, str], ...]:
    return tuple((p[0], p[1]) for p in ways("lines", "synonyms"))
