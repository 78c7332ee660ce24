"""How a story begins: who is behind it, and in which first reports they speak."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from benchmarks.origins.making import Feature, Making
from benchmarks.origins.nameless import circle, undisclosed, unsourced
from benchmarks.origins.originals import conference, document, footnoted, hearsay, interview
from benchmarks.origins.people import Person

_HIDDEN = 0.15
_SOURCES = (1, 1, 1, 2, 2, 2, 3, 3, 4, 5)


def begun(made: Making, size: int) -> None:
    """First reports for a story of so many reports; never more than there is room for."""
    if made.happens(0.06):
        _nobody(made, size)
        return
    wanted = min(made.chance.choice(_SOURCES), max(1, size // 2))
    room = max(1, (size * 2) // 3)
    for _ in range(wanted):
        if len(made.sketches) < room:
            made.chance.choice(_WAYS)(made, room - len(made.sketches))
    for share, add in _EXTRAS:
        if made.happens(share) and len(made.sketches) < room:
            add(made, room - len(made.sketches))
    _hide(made)


def _nobody(made: Making, size: int) -> None:
    """A story with no source at all: outlets in a circle, or nobody named."""
    if made.happens(0.7):
        circle(made, 3 if size > 3 and made.happens(0.4) else 2, _day(made))
    else:
        unsourced(made, _day(made))


def _hide(made: Making) -> None:
    """Some first reports are not in the case; only their retellings are. One is, at least."""
    for at, sketch in enumerate(made.sketches):
        left = sum(not s.hidden for s in made.sketches)
        if left > 1 and made.happens(_HIDDEN) and not sketch.is_footnoted:
            made.sketches[at] = replace(sketch, hidden=True)
            made.features.add(Feature.ABSENT)


def _day(made: Making) -> int:
    return made.chance.randint(0, 7)


def _person(made: Making) -> Person:
    """Somebody new; now and then of the family of another."""
    known = list(made.people.values())
    if known and made.happens(0.08):
        made.features.add(Feature.FAMILY)
        return made.person(made.chance.choice(known))
    return made.person()


def _namesake(made: Making, other: Person) -> Person:
    """Another person of the same name, who speaks alone and to another outlet."""
    made.features.add(Feature.NAMESAKES)
    person = made.person()
    same = replace(
        person,
        given=other.given,
        family=other.family,
        family_first=other.family_first,
        woman=other.woman,
    )
    made.people[person.id] = same
    return same


def _one(made: Making, room: int) -> None:
    known = list(made.people.values())
    is_same = bool(known) and made.happens(0.04)
    who = _namesake(made, made.chance.choice(known)) if is_same else _person(made)
    interview(made, [who], _day(made))


def _two(made: Making, room: int) -> None:
    interview(made, [_person(made), _person(made)], _day(made))


def _conference(made: Making, room: int) -> None:
    people = [_person(made) for _ in range(made.chance.choice((1, 1, 2)))]
    conference(made, people, _day(made), min(room, made.chance.choice((1, 2, 2, 3))))


def _footnoted(made: Making, room: int) -> None:
    """One organisation, whose second report cites the same interviews by code now and then."""
    people = [_person(made) for _ in range(made.chance.choice((1, 2)))]
    first = footnoted(made, people, _day(made))
    if room > 1 and made.happens(0.3):
        footnoted(made, people[:1], _day(made) + 5, first.outlet)


def _hearsay(made: Making, room: int) -> None:
    """Several have it from one, who is heard or not."""
    informant = _person(made)
    hearers = [_person(made) for _ in range(min(room, made.chance.choice((1, 2, 2, 3))))]
    hearsay(made, informant, hearers, _day(made))
    if room > len(hearers) and made.happens(0.3):
        interview(made, [informant], _day(made))


def _document(made: Making, room: int) -> None:
    document(made, _day(made))


def _again(made: Making, room: int) -> None:
    """Somebody who has spoken speaks again, to another outlet, in other words."""
    spoken = [p for p in made.people.values() if _speaks(made, p)]
    if spoken:
        made.features.add(Feature.AGAIN)
        interview(made, [made.chance.choice(spoken)], _day(made) + 4)


def _speaks(made: Making, person: Person) -> bool:
    return any(v.people == {person.id} for s in made.sketches for v in s.voices)


def _undisclosed(made: Making, room: int) -> None:
    """Sources that are new, or known already."""
    known = [p.id for p in made.people.values()]
    if known and made.happens(0.5):
        origins = frozenset(made.chance.sample(known, min(len(known), made.chance.choice((1, 2)))))
    else:
        origins = frozenset(made.person().id for _ in range(made.chance.choice((1, 2, 3))))
    undisclosed(made, origins, _day(made))


def _circle(made: Making, room: int) -> None:
    if room > 1:
        circle(made, 2, _day(made))


def _unsourced(made: Making, room: int) -> None:
    unsourced(made, _day(made))


_WAYS: tuple[Callable[[Making, int], None], ...] = (
    *(_one,) * 8, *(_two,) * 3, *(_conference,) * 2, *(_footnoted,) * 2, *(_hearsay,) * 2,
    _document, _undisclosed,
)  # fmt: skip
_EXTRAS: tuple[tuple[float, Callable[[Making, int], None]], ...] = (
    (0.25, _again), (0.12, _undisclosed), (0.1, _circle), (0.1, _unsourced),
)  # fmt: skip
