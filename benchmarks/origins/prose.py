"""What a report writes of its own around what people say: headlines, background, answers."""

from __future__ import annotations

from benchmarks.origins.making import Making
from benchmarks.origins.sayings import slots
from benchmarks.origins.sketch import Telling
from benchmarks.origins.vocabulary import acts, ways, words
from benchmarks.origins.wording import capital, simple

_RESPONSES, _CLOSINGS = 0.3, 0.4
_BACKGROUND = ("water", "building", "goods", "trade", "season", "bad", "weekday", "number")


def prose(made: Making, key: str) -> str:
    """A line of the report's own, from one of the lists."""
    return capital(simple(made.chance.choice(words("lines", key)), _plain(made)))


def title(made: Making) -> str:
    """A headline."""
    return prose(made, "headlines")


def _plain(made: Making) -> dict[str, str]:
    return {**dict(slots(made.matter, made.chance)), "harm": acts()[made.matter.act][0]}


def written(made: Making, tellings: list[Telling]) -> tuple[tuple[str | Telling, ...], ...]:
    """Paragraphs of one or two statements each, between lines of the report's own."""
    body: list[tuple[str | Telling, ...]] = [(prose(made, "leads"), *_background(made))]
    left = list(tellings)
    while left:
        size = made.chance.choice((1, 1, 2))
        body.append(tuple(left[:size]))
        del left[:size]
        if made.happens(0.75):
            body.append(_background(made))
    return tuple(body)


def _background(made: Making) -> tuple[str, ...]:
    """One to three sentences that have nothing to do with the allegation, new in this story."""
    return tuple(_sentence(made) for _ in range(made.chance.choice((1, 2, 2, 3))))


def _sentence(made: Making) -> str:
    one, other = _clause(made), _clause(made)
    join = made.chance.choice(words("lines", "filler_joins"))
    return f"{capital(one)}{join}{capital(other) if join == '. ' else other}."


def _clause(made: Making) -> str:
    """A clause from the deck of the story; each comes round again only when all have been."""
    if not made.deck:
        made.deck = list(words("lines", "fillers"))
        made.chance.shuffle(made.deck)
    parts = {slot: made.chance.choice(words("lines", slot)) for slot in _BACKGROUND}
    return simple(made.deck.pop(), {**parts, "town": made.matter.town})


def response(made: Making) -> Telling | None:
    """The answer of those accused, now and then; it is no part of the allegation."""
    if not made.happens(_RESPONSES):
        return None
    sentence = made.chance.choice(words("lines", "response"))
    return Telling(None, None, sentence, False, frozenset(), is_allegation=False, is_response=True)


def official(made: Making) -> str:
    """Who answers for those accused."""
    return simple(made.chance.choice(words("lines", "officials")), _plain(made))


def closing(made: Making) -> str | None:
    """A line that an outlet puts under everything."""
    return made.chance.choice(words("press", "closings")) if made.happens(_CLOSINGS) else None


def author(made: Making) -> str | None:
    """Who wrote it, where the report says so."""
    return made.chance.choice(words("press", "writers")) if made.happens(0.5) else None


def agency(made: Making) -> tuple[str, str]:
    """A wire, by name and by letters."""
    name, short = made.chance.choice(ways("press", "agencies"))
    return name, short
