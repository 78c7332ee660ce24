"""What the network saw of every word of a page, kept for the stages after reading."""

from __future__ import annotations

from dataclasses import dataclass

from firsthand.reading.model.decode import Floats
from firsthand.reading.model.windows import Words


@dataclass(frozen=True, slots=True)
class Sight:
    """The words that were read, and what the branch for people says of each: one row a word."""

    words: Words
    people: Floats
