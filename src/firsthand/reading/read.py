"""What a reader gives: the attributions of a report, and what later stages need of its reading."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from firsthand.ingest.report import Report
from firsthand.reading.attribution import Attribution
from firsthand.reading.model.sight import Sight
from firsthand.reading.page import Page


@dataclass(frozen=True, slots=True)
class Read:
    """The attributions in order of their first character, the page, and the network's sight of it.

    `sight` is None where no network has read the page.
    """

    page: Page
    attributions: tuple[Attribution, ...]
    sight: Sight | None = None


class Reader(Protocol):
    """What proposes the attributions of a report: a model with rules after it, or rules alone."""

    @property
    def name(self) -> str:
        """The reader and its version, as they stand in what it proposes."""
        ...

    def read(self, report: Report) -> Read:
        """The attributions of the report, in order of their first character."""
        ...
