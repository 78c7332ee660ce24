"""Shared wording: passages that two reports share, who has them from whom, what was cut.

- shared: the types
- units, table: reports as sentences and quotations, and these as rows of numbers
- keys, pairing: which units are worth comparing (shingles, MinHash in bands)
- comparing, holders, passages, finding: what they share, and in which reports
- direction, copying: who copies whom, and all of it

Words alone are compared. What was translated twice, or told in other words throughout
("sleep with the people there", "serve with their bodies"), shares none and is not found: that
needs a model of meaning. Found is what keeps three fifths of the shorter one's words of content, in
whatever order.
"""

from firsthand.provenance.wording.copying import wording_of
from firsthand.provenance.wording.shared import (
    Copy,
    Cut,
    Direction,
    How,
    Passage,
    Shared,
    Wording,
)

__all__ = [
    "Copy", "Cut", "Direction", "How", "Passage", "Shared", "Wording", "wording_of",
]  # fmt: skip
