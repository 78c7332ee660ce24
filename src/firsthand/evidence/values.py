"""The values of everything that is said of a statement: the one list for code, schema and docs.

Basis and connection follow HURIDOCS (source connection to information) and the practice of
country-of-origin information; force is FactBank's two axes (Saurí and Pustejovsky, 2009).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from firsthand.text import Span


class BasisKind(StrEnum):
    """How the source would know the act spoken of; the first three but `heard` are first-hand."""

    EXPERIENCED = "experienced"
    SAW = "saw"
    EXAMINED = "examined"
    HEARD = "heard"
    INFERRED = "inferred"
    UNSTATED = "unstated"


FIRST_HAND = frozenset({BasisKind.EXPERIENCED, BasisKind.SAW, BasisKind.EXAMINED})


class By(StrEnum):
    """Who says so: the source in its own words, or the report of the source."""

    SOURCE = "source"
    REPORT = "report"


class Connection(StrEnum):
    """The source's connection to what happened (HURIDOCS)."""

    VICTIM = "victim"
    WITNESS = "witness"
    PERPETRATOR = "perpetrator"
    RELATIVE_OR_COLLEAGUE = "relative_or_colleague"
    THIRD_PARTY = "third_party"
    REPORTER = "reporter"
    NGO = "ngo"
    LAWYER = "lawyer"
    MEDICAL = "medical"
    UNKNOWN = "unknown"


class ForceLevel(StrEnum):
    """How strongly the source puts it."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    UNSPECIFIED = "unspecified"


class Polarity(StrEnum):
    """Whether the main claim is that it is so, or that it is not."""

    AFFIRMED = "affirmed"
    DENIED = "denied"


class Mood(StrEnum):
    """Whether it is asserted at all: questions, conditions and requests stand apart."""

    ASSERTION = "assertion"
    QUESTION = "question"
    CONDITION = "condition"
    REQUEST = "request"


class StanceKind(StrEnum):
    """The report's stance to the statement, by its cue."""

    NEUTRAL = "neutral"
    DISTANCING = "distancing"
    ENDORSING = "endorsing"
    PERCEIVING = "perceiving"


class ResponseKind(StrEnum):
    """What somebody who is accused or asked answers."""

    DENIES = "denies"
    ACKNOWLEDGES = "acknowledges"
    ACKNOWLEDGES_BUT = "acknowledges_but"
    OTHER_EXPLANATION = "other_explanation"
    DECLINED = "declined"
    DID_NOT_REPLY = "did_not_reply"
    COULD_NOT_BE_REACHED = "could_not_be_reached"


class CircumstanceKind(StrEnum):
    """In what circumstances the words were spoken."""

    INTERVIEW = "interview"
    PRESS_CONFERENCE = "press_conference"
    OATH = "oath"
    CUSTODY = "custody"
    STATE_TELEVISION = "state_television"
    MINDER_PRESENT = "minder_present"
    PREPARED_STATEMENT = "prepared_statement"
    GROUP_INTERVIEW = "group_interview"
    PAYMENT = "payment"
    INTERPRETER = "interpreter"
    ARRANGED_BY = "arranged_by"


class Standing(StrEnum):
    """What an attribution's words do in the report: state, limit, or claim that accounts agree."""

    STATEMENT = "statement"
    CAVEAT = "caveat"
    ASSERTED = "asserted"


class RelayKind(StrEnum):
    """What passed the words on."""

    OUTLET = "outlet"
    ORGANISATION = "organisation"
    DOCUMENT = "document"
    PERSON = "person"
    OCCASION = "occasion"


@dataclass(frozen=True, slots=True)
class Basis:
    """How the source would know; `by` is None where it is unstated. `spans` show it.

    `heard_from` are the words that name from whom it was heard, where they do. Beside a first-hand
    basis they say that part of the statement was heard.
    """

    kind: BasisKind = BasisKind.UNSTATED
    by: By | None = None
    spans: tuple[Span, ...] = ()
    heard_from: Span | None = None


@dataclass(frozen=True, slots=True)
class Presence:
    """The source's last stated presence against the time spoken of: "left in 2008", "in 2018"."""

    last: Span
    last_year: int
    spoken_of: Span
    spoken_year: int


@dataclass(frozen=True, slots=True)
class Force:
    """How it is put, with the words that show it (none for a plain assertion)."""

    level: ForceLevel = ForceLevel.CERTAIN
    polarity: Polarity = Polarity.AFFIRMED
    mood: Mood = Mood.ASSERTION
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Stance:
    """The report's stance, with the words of the cue that show it (none where neutral)."""

    kind: StanceKind = StanceKind.NEUTRAL
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Response:
    """An answer of somebody accused or asked, with the words that show it."""

    kind: ResponseKind
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Connected:
    """How the source is connected to what happened, with the words that show it."""

    kind: Connection = Connection.UNKNOWN
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Marked:
    """Something that is so or not, with the words that show it where it is."""

    is_so: bool = False
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Circumstance:
    """One circumstance of the speaking, with its words."""

    kind: CircumstanceKind
    span: Span


@dataclass(frozen=True, slots=True)
class Relay:
    """One element of the channel between source and report, nearest the report first.

    `name` is quoted from the report without its article ("the Lantern" is "Lantern");
    `date` and `place` are its words for them, where it has any.
    """

    name: str
    kind: RelayKind
    span: Span
    date: Span | None = None
    place: Span | None = None
