"""What nouns name: people, kin, groups, bodies, documents; and places and their people.

The lists are ``words/kinds.toml`` and ``words/places.toml``; they say how they were made, and are
read once, on first use. A noun in no list is judged by its ending, as English forms the names
of those who do something ("-er", "-ist", "-ian") and of what is done ("-tion", "-ment").
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from typing import Any, Final

from firsthand.lists import word_lists_in


class Noun(StrEnum):
    """What a noun names."""

    PERSON = "person"
    KIN = "kin"
    GROUP = "group"
    ORGANISATION = "organisation"
    DOCUMENT = "document"


PEOPLE: Final = frozenset({Noun.PERSON, Noun.KIN})
_BY_LIST: Final = (Noun.KIN, Noun.PERSON, Noun.GROUP, Noun.ORGANISATION, Noun.DOCUMENT)
_VOWELS: Final = "aeiou"


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a word names, one or several of them; `listed` unless its ending alone says so."""

    noun: Noun
    plural: bool = False
    listed: bool = True


@dataclass(frozen=True, slots=True)
class Places:
    """Countries and seats of government, and what their people are called; small letters."""

    names: frozenset[str]
    demonyms: frozenset[str]


@cache
def read_words(name: str) -> dict[str, Any]:
    """One of the lists of the package, as its file has it."""
    return word_lists_in("firsthand.sources", f"words/{name}.toml")


@cache
def words(name: str) -> frozenset[str]:
    """One list of ``kinds.toml`` by its key."""
    raw = read_words("kinds")
    return frozenset({**raw, **raw["more"]}[name].split())


def is_in(small: str, name: str) -> bool:
    """Whether a word is in a list of ``kinds.toml``."""
    return small in words(name)


@cache
def places() -> Places:
    """The places, each as it is written, with spaces."""
    raw = read_words("places")
    people = {w for row in raw["demonyms"].values() for w in row.split()}
    names = [*raw["demonyms"], *raw["capitals"].split()]
    return Places(_spaced(names), _spaced(people))


def _spaced(names: Iterable[str]) -> frozenset[str]:
    return frozenset(n.replace("-", " ").lower() for n in names)


@lru_cache(maxsize=8192)
def meaning(word: str) -> Meaning | None:
    """What a noun names, by the lists and then by its ending; None where neither knows it."""
    small = word.lower().replace("’", "'")
    if small in words("organisation_plural"):
        return Meaning(Noun.ORGANISATION)
    return _listed(small) or _by_ending(small)


def _listed(small: str) -> Meaning | None:
    for single in (small, *_singulars(small)):
        for noun in _BY_LIST:
            if single in words(noun):
                return Meaning(noun, single != small)
    return None


def _singulars(small: str) -> list[str]:
    """What a word may be the plural of: "women", "agencies", "witnesses", "guards"."""
    irregular = read_words("kinds")["irregular"].get(small)
    if irregular:
        return [irregular]
    if small.endswith(("men", "women")) and len(small) > 5:
        return [small[:-2] + "an"]
    if not small.endswith("s") or small.endswith("ss"):
        return []
    ends = [small[:-1]]
    if small.endswith("ies"):
        ends.append(small[:-3] + "y")
    return [*ends, small[:-2]] if small.endswith("es") else ends


def _by_ending(small: str) -> Meaning | None:
    """A guess by the ending of a noun in no list; never for short words."""
    plural = small.endswith("s") and not small.endswith(("ss", "sis", "ics", "us"))
    single = small.rpartition("-")[2][: -1 if plural else None]
    if len(single) < 5 and small not in ("one", "ones"):
        return None
    if single.endswith(tuple(words("thing_endings"))):
        return Meaning(Noun.DOCUMENT, plural, listed=False)
    if single.endswith(tuple(words("person_endings"))) and not single.endswith(("ier'", "over")):
        return Meaning(Noun.PERSON, plural, listed=False)
    return None


def is_person(word: str) -> bool:
    """Whether a noun in the lists names people: an occupation, an office, kin."""
    found = meaning(word)
    return found is not None and found.noun in PEOPLE and found.listed
