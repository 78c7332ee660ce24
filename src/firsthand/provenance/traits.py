"""What a report says of a source, in a form that can be laid beside another report's.

Roles are sets of stems, since outlets write one office in many ways ("commander of the Harbour
Guard", "Harbour Guard commander", "who commands the Guard").
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from firsthand.evidence.values import CircumstanceKind
from firsthand.provenance.filed import FiledReport, FiledSource
from firsthand.sources.names import title_of
from firsthand.sources.source import ProfileField
from firsthand.text import Span

_WORD: Final = re.compile(r"[^\W_]+")
_SMALL: Final = frozenset(
    "a an the of for in at on to by from with and or who which that has have had is was are were "
    "be been his her its their our my former formerly ex then now also as one some any s until "
    "since once long time year years old".split()
)
_ENDINGS: Final = re.compile(r"(?<=\w{3})(?:ers|er|ors|or|ing|ed|es|s)$")
_VAGUE_WORDS: Final = (
    "man men woman women person people source witness witnesses eyewitness official officials "
    "resident citizen member individual survivor victim someone man speaker local worker employee"
)
_ROLES: Final = (ProfileField.ROLE, ProfileField.FORMER_ROLE)
_HE: Final = frozenset("he him his himself".split())
_SHE: Final = frozenset("she her hers herself".split())


@lru_cache(maxsize=65536)
def stems(words: str) -> frozenset[str]:
    """The words that carry meaning, without endings."""
    found = (w.lower() for w in _WORD.findall(words))
    return frozenset(_ENDINGS.sub("", w) for w in found if w not in _SMALL)


VAGUE: Final = stems(_VAGUE_WORDS)
"""Stems that say of hardly anybody who they are; by themselves no role."""


@dataclass(frozen=True, slots=True)
class Trait:
    """A role or relation as its stems, and the words that state it."""

    stems: frozenset[str]
    span: Span

    @property
    def telling(self) -> frozenset[str]:
        """The stems that tell who somebody is."""
        return self.stems - VAGUE

    def fits(self, other: Trait) -> bool:
        """Whether both may state the same: one within the other, or two telling words shared."""
        shared = self.telling & other.telling
        within = self.telling <= other.telling or other.telling <= self.telling
        return len(shared) > 1 or (bool(shared) and within)


@dataclass(frozen=True, slots=True)
class Aged:
    """An age in years when the report appeared (`year`, where known)."""

    years: int
    year: int | None
    span: Span

    def fits(self, other: Aged) -> bool:
        """Whether one person can be both, to a year."""
        between = 0 if None in (self.year, other.year) else _between(self.year, other.year)
        return abs(other.years - self.years - between) <= 1


def _between(one: int | None, other: int | None) -> int:
    return (other or 0) - (one or 0)


@dataclass(frozen=True, slots=True)
class Traits:
    """What is said of one source that others may have in common."""

    roles: tuple[Trait, ...] = ()
    relations: tuple[Trait, ...] = ()
    age: Aged | None = None
    left: str | None = None
    sex: str | None = None
    press: bool = False


NOTHING: Final = Traits()


def traits_of(
    report: FiledReport, source: FiledSource, circumstances: frozenset[CircumstanceKind]
) -> Traits:
    """The traits of a source; `circumstances` are those of its statements."""
    return Traits(
        roles=_traits(source, _ROLES),
        relations=_traits(source, (ProfileField.RELATION,)),
        age=_age(report, source),
        left=_value(source, ProfileField.LEFT),
        sex=_sex(report, source),
        press=CircumstanceKind.PRESS_CONFERENCE in circumstances,
    )


def _traits(source: FiledSource, fields: tuple[ProfileField, ...]) -> tuple[Trait, ...]:
    found = (Trait(stems(f.value), f.span) for f in source.profile if f.field in fields)
    return tuple(trait for trait in found if trait.telling)


def _age(report: FiledReport, source: FiledSource) -> Aged | None:
    year = report.published.year if report.published else None
    for fact in source.profile:
        digits = re.search(r"\d{1,3}", fact.value)
        if fact.field is ProfileField.AGE and digits:
            return Aged(int(digits[0]), year, fact.span)
    return None


def _value(source: FiledSource, field: ProfileField) -> str | None:
    return next((f.value for f in source.profile if f.field is field), None)


def _sex(report: FiledReport, source: FiledSource) -> str | None:
    """By the name's own title or the pronouns that the report uses; None where it uses neither."""
    if title := title_of(source.name):
        return title
    said = {report.words(m).lower() for m in source.mentions if len(m) < 9}
    if bool(said & _HE) == bool(said & _SHE):
        return None
    return "he" if said & _HE else "she"
