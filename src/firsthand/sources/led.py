"""Where source words lead: an entity of the page, how, how surely, by which words."""

from __future__ import annotations

from dataclasses import dataclass

from firsthand.sources.source import How
from firsthand.text import Span


@dataclass(frozen=True, slots=True)
class Led:
    """The entity that source words lead to; None, and candidates maybe, where they lead nowhere."""

    entity: int | None
    how: How | None
    score: float
    evidence: tuple[Span, ...] = ()
    candidates: tuple[int, ...] = ()


NOWHERE = Led(None, None, 0.0)
