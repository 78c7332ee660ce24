"""First reports: where what is said enters the record."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from benchmarks.origins.making import Feature, Making, aside, beside, claim, told, told_to
from benchmarks.origins.noise import altered
from benchmarks.origins.people import Mode, Person, Voice, body, paper, voice_of
from benchmarks.origins.prose import author, closing, official, response, title, written
from benchmarks.origins.sayings import Saying, details_filled, slots
from benchmarks.origins.sketch import Channel, Sketch, Telling
from benchmarks.origins.vocabulary import more, ways, words
from firsthand.evidence.values import BasisKind, CircumstanceKind, RelayKind

_FIRST_HAND = (BasisKind.SAW, BasisKind.EXPERIENCED, BasisKind.UNSTATED)


def report(
    made: Making, outlet: str, day: int, voices: Sequence[Voice], tellings: list[Telling]
) -> Sketch:
    """A report of these statements, with an answer of those accused now and then."""
    answer = response(made)
    voices = (*voices, body(official(made), frozenset())) if answer else tuple(voices)
    if answer:
        tellings = [*tellings, replace(answer, voice=len(voices) - 1)]
    written_by, last = author(made), closing(made)
    return Sketch(
        made.number, outlet, day, title(made), tuple(voices), written(made, tellings), written_by,
        closing=last,
    )  # fmt: skip


def shown(made: Making, person: Person) -> Voice:
    """A person as one report shows them, after what the noise does."""
    if person.mode is Mode.PSEUDONYM:
        made.features.add(Feature.PSEUDONYM)
    return altered(voice_of(person, made.chance), made.noise, made.chance)


def claims(made: Making, voice: int, person: Person, channel: Channel | None) -> list[Telling]:
    """What a person says to one outlet on one occasion: one to three claims, and asides."""
    basis = made.chance.choice(_FIRST_HAND)
    origin = frozenset({person.id})
    count = made.chance.choice((1, 1, 2, 2, 3))
    said = [told(made, voice, claim(made, basis), origin, _or_none(made, channel))
            for _ in range(count)]  # fmt: skip
    if made.happens(0.5):
        said.append(beside(told(made, voice, aside(made), frozenset(), None)))
    return said


def _or_none(made: Making, channel: Channel | None) -> Channel | None:
    return channel if made.happens(0.6) else None


def interview(made: Making, people: Sequence[Person], day: int) -> Sketch:
    """One or more people who speak to one outlet; those without a name are told apart."""
    outlet = made.outlet()
    voices = [shown(made, person) for person in people]
    voices = [replace(v, other=at > 0) for at, v in enumerate(voices)]
    tellings = [
        telling
        for at, person in enumerate(people)
        for telling in claims(made, at, person, told_to(made, outlet))
    ]
    made.features.add(Feature.ONE_OUTLET if len(people) > 1 else Feature.INTERVIEW)
    if len(people) > 1 and made.happens(0.3):
        tellings = [replace(t, circumstances=(CircumstanceKind.GROUP_INTERVIEW,)) for t in tellings]
    return made.keep(report(made, outlet, day, voices, tellings))


def conference(made: Making, people: Sequence[Person], day: int, outlets: int) -> list[Sketch]:
    """One occasion, several outlets: they share what was said there and no line of their own."""
    name = f"press conference in {made.matter.town}"
    channel = Channel(name, f"a {name}", RelayKind.OCCASION)
    held = (CircumstanceKind.PRESS_CONFERENCE,)
    said = [(p, claim(made, made.chance.choice(_FIRST_HAND))) for p in people for _ in (0, 1)]
    made.features.add(Feature.CONFERENCE)
    sketches = []
    for _ in range(outlets):
        voices = [shown(made, person) for person in people]
        voices = [replace(v, other=at > 0) for at, v in enumerate(voices)]
        kept = [pair for pair in said if made.happens(0.8)] or said[:1]
        tellings = [
            told(made, people.index(p), s, frozenset({p.id}), _or_none(made, channel), held)
            for p, s in kept
        ]
        sketches.append(made.keep(report(made, made.outlet(), day, voices, tellings)))
    return sketches


def document(made: Making, day: int) -> tuple[str, Sketch]:
    """A paper that an outlet has seen; its number and date are what it is known by."""
    who = made.matter.plain()["who"]
    kind = made.chance.choice(("order", "circular", "ledger", "memorandum"))
    number = made.chance.randint(3, 480)
    dated = f"{made.chance.randint(1, 28)} March 2023"
    voice = altered(paper(kind, f"{kind} {number} of {who} of {dated}"), made.noise, made.chance)
    origin = f"{kind} {number}"
    voice = replace(voice, people=frozenset({origin}))
    order = details_filled(made.chance.choice(more("orders")), made.chance)
    saying = Saying((order,), 0, slots(made.matter, made.chance))
    sentence = made.chance.choice(words("lines", "document"))
    telling = Telling(0, saying, sentence, True, frozenset({origin}))
    made.features.add(Feature.DOCUMENT)
    return origin, made.keep(report(made, made.outlet(), day, (voice,), [telling]))


def footnoted(made: Making, people: Sequence[Person], day: int, of: str = "") -> Sketch:
    """An organisation's report, whose notes give the code of each interview."""
    organisation = of or made.chance.choice(ways("press", "groups"))[0]
    voices, tellings = [], []
    for at, person in enumerate(people):
        voices.append(replace(shown(made, person), other=at > 0))
        channel = Channel(organisation, f"the {organisation}", RelayKind.ORGANISATION)
        for telling in claims(made, at, person, channel):
            tellings.append(_noted(made, telling, person, organisation))
    made.features.add(Feature.FOOTNOTES)
    sketch = report(made, organisation, day, voices, tellings)
    return made.keep(replace(sketch, is_footnoted=True))


def _noted(made: Making, telling: Telling, person: Person, organisation: str) -> Telling:
    """A claim of the allegation with its note; the sentence need not name the organisation."""
    if not telling.is_allegation:
        return telling
    known = person.mode is Mode.NAMED and made.happens(1 - made.noise.drop)
    note = made.chance.choice(more("notes")).format(
        code=person.code,
        whom=person.name if known else f"a {person.role}",
        town=made.matter.town,
        date=f"{made.chance.randint(1, 28)} March 2023",
        group=organisation,
    )
    sentence = made.chance.choice(words("lines", "noted"))
    return replace(telling, frame=sentence, direct=False, channel=None, note=note)


def hearsay(made: Making, informant: Person, hearers: Sequence[Person], day: int) -> list[Sketch]:
    """People who all have it from one other: each says it to an outlet of their own."""
    made.features.add(Feature.HEARSAY)
    return [_hearer(made, informant, hearer, day + at) for at, hearer in enumerate(hearers)]


def _hearer(made: Making, informant: Person, hearer: Person, day: int) -> Sketch:
    outlet = made.outlet()
    open_ = made.happens(0.25)
    named = informant.mode is Mode.NAMED and made.happens(0.4)
    saying = replace(
        claim(made, BasisKind.UNSTATED),
        basis=BasisKind.HEARD,
        heard=made.chance.choice(more("heard_open" if open_ else "heard")),
        informant=informant.name if named else made.chance.choice(words("people", "informants")),
    )
    telling = told(
        made, 0, saying, frozenset({informant.id}), _or_none(made, told_to(made, outlet))
    )
    return made.keep(report(made, outlet, day, [shown(made, hearer)], [telling]))
