"""Who speaks: the people and documents of a story as they are, and as one report shows them."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from enum import Enum, auto

from benchmarks.origins.vocabulary import languages, names, ways, words
from firsthand.sources.source import SourceKind


class Mode(Enum):
    """Under what name a person speaks to those whom they speak to first."""

    NAMED = auto()
    PSEUDONYM = auto()
    UNNAMED = auto()


@dataclass(frozen=True, slots=True)
class Person:
    """One who speaks, as they are. Names are (variants of the given, of the family name)."""

    id: str
    given: tuple[str, ...]
    family: tuple[str, ...]
    family_first: bool
    woman: bool
    age: int
    role: str
    former: bool
    left: int | None
    mode: Mode
    pseudonym: str
    code: str

    @property
    def name(self) -> str:
        """The full name in its plainest spelling."""
        return _ordered(self.given[0], self.family[0], self.family_first)


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker as one report shows them.

    `people` is the truth: who really speaks, several where the report makes one of two. `name`
    is what the report prints; `full` is a document's number and date; `other` says that the
    report tells them from somebody else in it ("another docker").
    """

    people: frozenset[str]
    kind: SourceKind
    person: Person | None = None
    name: str | None = None
    full: str | None = None
    role: str = ""
    former: bool = False
    age: int = 0
    left: int | None = None
    woman: bool = False
    anonymity: str | None = None
    other: bool = False
    frame: str = "{name}"


def drawn(number: int, chance: random.Random, family: Person | None = None) -> Person:
    """A person by chance; of the same family as another, where one is given."""
    language = chance.randrange(len(languages()))
    woman = chance.random() < 0.5
    former = chance.random() < 0.4
    given = chance.choice(names(language, "women" if woman else "men"))
    return Person(
        id=f"p{number}",
        given=given,
        family=family.family if family else chance.choice(names(language, "family")),
        family_first="family_first" in languages()[language],
        woman=woman,
        age=chance.randint(19, 74),
        role=chance.choice(ways("people", "roles"))[0],
        former=former,
        left=chance.randint(2006, 2022) if former and chance.random() < 0.6 else None,
        mode=chance.choices(list(Mode), (60, 15, 25))[0],
        pseudonym=_pseudonym(woman, chance),
        code=f"{chance.choice('ABCDNRW')}{chance.choice('HKLMTV')}-{chance.randint(1, 60):02}",
    )


def _pseudonym(woman: bool, chance: random.Random) -> str:
    """A given name alone, most often; sometimes a full name, which looks like a real one."""
    language = chance.randrange(len(languages()))
    given = chance.choice(names(language, "women" if woman else "men"))[0]
    return given if chance.random() < 0.7 else f"{given} {names(language, 'family')[0][0]}"


def _ordered(given: str, family: str, family_first: bool) -> str:
    return f"{family} {given}" if family_first else f"{given} {family}"


def voice_of(person: Person, chance: random.Random) -> Voice:
    """The person as they let themselves be shown: by name, by another name, by neither."""
    voice = Voice(
        frozenset({person.id}),
        SourceKind.NAMED_PERSON,
        person,
        person.name,
        role=person.role,
        former=person.former,
        age=person.age,
        left=person.left,
        woman=person.woman,
        frame=chance.choice(words("people", "named")),
    )
    if person.mode is Mode.PSEUDONYM:
        return _under_another(voice, person, chance)
    return _without_name(voice, chance) if person.mode is Mode.UNNAMED else voice


def _under_another(voice: Voice, person: Person, chance: random.Random) -> Voice:
    said = chance.choice(words("people", "pseudonym"))
    his = "her" if person.woman else "his"
    frame = chance.choice(words("people", "pseudonymous"))
    return replace(
        voice, name=person.pseudonym, anonymity=said.replace("her/his", his), frame=frame
    )


def _without_name(voice: Voice, chance: random.Random) -> Voice:
    frame = chance.choice(words("people", "unnamed"))
    said = chance.choice(words("people", "anonymity")) if chance.random() < 0.6 else None
    said = said.format(his="her" if voice.woman else "his") if said else None
    kind = SourceKind.UNNAMED_PERSON
    return replace(voice, kind=kind, name=None, anonymity=said, frame=frame)


def respelt(voice: Voice, chance: random.Random) -> Voice:
    """The name as another outlet writes it: other letters, other order, an initial, a surname."""
    if voice.person is None or voice.name != voice.person.name:
        return voice
    person = voice.person
    given, family = chance.choice(person.given), chance.choice(person.family)
    title = "Ms" if person.woman else "Mr"
    forms = (
        _ordered(given, family, person.family_first),
        _ordered(given, family, person.family_first),
        _ordered(given, family, not person.family_first),
        f"{given[0]}. {family}",
        f"{title} {family}",
    )
    return replace(voice, name=chance.choice(forms))


def body(name: str, people: frozenset[str]) -> Voice:
    """An outlet or organisation that is said to say it; `people` are those it has it from."""
    return Voice(people, SourceKind.ORGANISATION, name=name)


def group(name: str, people: frozenset[str]) -> Voice:
    """Several people or "sources", who stay undisclosed."""
    return Voice(people, SourceKind.GROUP, name=name)


def paper(title: str, full: str) -> Voice:
    """A document, by its kind ("an order") and by its number and date."""
    return Voice(frozenset({full}), SourceKind.DOCUMENT, name=title, full=full)
