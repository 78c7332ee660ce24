"""What two reports share in words, who has it from whom, and what was left out."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from firsthand.provenance.citing.resolving import Resolved
from firsthand.text import Span


class How(StrEnum):
    """How the words differ."""

    VERBATIM = "verbatim"
    LIGHT_REWRITE = "light_rewrite"
    REORDERED = "reordered"
    CUT = "cut"
    REWORDED = "reworded"


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """Words of a report."""

    report: str
    span: Span


@dataclass(frozen=True, slots=True)
class Shared:
    """A passage that two reports share; `one` is of the report with the smaller (date, id).

    `is_quotation`: it stands within a direct quotation in both, so that both quote one
    speaker, and neither need have it from the other. `score` is the share of the shorter
    one's words of content that the other has, 0 to 1; `words` how many those are, names apart.
    """

    one: Passage
    other: Passage
    how: How
    is_quotation: bool
    score: float
    words: int = 0


@dataclass(frozen=True, slots=True)
class Cut:
    """A quotation that another report gives more fully; `missing` lie in the fuller report.

    What is missing may be the subject, so that the shorter one's "they" are not who they were.
    """

    shorter: Passage
    fuller: Passage
    missing: tuple[Span, ...]


BY_DATE: Final = "date"
"""Why a direction is told where nothing but a date tells it."""


class Direction(StrEnum):
    """Whether it is told who has the words from whom."""

    DIRECTED = "directed"
    UNDIRECTED = "undirected"


@dataclass(frozen=True, slots=True)
class Copy:
    """Shared prose: `report` copies `of`, or (undirected) one copies the other, or both a third.

    `why` says what tells the direction. `share` is the part of the report's own prose that is
    shared, 0 to 1.
    """

    report: str
    of: str
    passages: tuple[Shared, ...]
    direction: Direction
    why: str
    share: float

    @property
    def is_by_date(self) -> bool:
        """Whether it is a date alone that tells the direction."""
        return self.why == BY_DATE


@dataclass(frozen=True, slots=True)
class Wording:
    """All that reports share in words.

    `quotations` are pairs of reports that share nothing but quotations, in the shape of copies:
    directed only where the words around the quotation name the other outlet. `resolved` is who
    names whom, from which the directions were told, and from which citations are.
    """

    shared: tuple[Shared, ...]
    copies: tuple[Copy, ...]
    cuts: tuple[Cut, ...]
    quotations: tuple[Copy, ...]
    resolved: Resolved = field(repr=False, compare=False)
