"""A source: who is speaking, as far as one report tells."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from firsthand.ingest.report import Report
from firsthand.text import Span


class SourceKind(StrEnum):
    """What a source is."""

    NAMED_PERSON = "named_person"
    UNNAMED_PERSON = "unnamed_person"
    GROUP = "group"
    ORGANISATION = "organisation"
    DOCUMENT = "document"


class ProfileField(StrEnum):
    """What the report says of a source."""

    ROLE = "role"
    FORMER_ROLE = "former_role"
    AGE = "age"
    NATIONALITY = "nationality"
    RELATION = "relation"
    LEFT = "left"
    APPOINTED = "appointed"
    ORGANISATION = "organisation"
    ANONYMITY = "anonymity"


class How(StrEnum):
    """By what a source span was resolved to a source."""

    NAME = "name"
    NOUN = "noun"
    PRONOUN = "pronoun"
    FIRST_PERSON = "first_person"
    FORM = "form"
    ALONE = "alone"


@dataclass(frozen=True, slots=True)
class ProfileFact:
    """One thing that the report says of a source, with the words that say it.

    `value` is the fact in the report's own words, shorter than `span` maybe ("2008" of "fled the
    country in 2008").
    """

    field: ProfileField
    value: str
    span: Span


@dataclass(frozen=True, slots=True)
class Source:
    """Who speaks: one person, group, body or document of one report.

    `name` is quoted from the report: the fullest name, else the fullest description. `mentions`
    are the places where the report speaks of it, in order. `id` is a content hash of the
    report's bytes and the first mention.
    """

    id: str
    name: str
    kind: SourceKind
    mentions: tuple[Span, ...]
    profile: tuple[ProfileFact, ...] = ()

    def __hash__(self) -> int:
        """Of the id alone: a source of thousands of mentions is looked up once a statement."""
        return hash(self.id)


@dataclass(frozen=True, slots=True)
class Resolution:
    """To which source the words of an attribution lead.

    `source` is None where it stays unresolved; `candidates` are then the ids of those it may
    be. `evidence` are the words it rests on (the mention it was led to), `score` is of the
    resolution, 0 to 1, never of the person.
    """

    source: str | None
    how: How | None
    score: float
    evidence: tuple[Span, ...] = ()
    candidates: tuple[str, ...] = ()


UNRESOLVED = Resolution(None, None, 0.0)


def source_id(report: Report, mentions: Iterable[Span]) -> str:
    """The content hash that names the source first mentioned there."""
    first = min(mentions)
    words = f"{report.original.sha256}|source|{first.start}-{first.end}"
    return hashlib.sha256(words.encode()).hexdigest()[:16]
