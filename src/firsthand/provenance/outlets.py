"""Outlets named by a noun before their name: "Channel Nine", "the blog Night Ferry".

What such an outlet says it has from somebody; it is not the source, and its report is to be
fetched. Most outlets are known by the end of their names, and cited ones by `citation`.
"""

from __future__ import annotations

from firsthand.evidence.channel.names import kind_of
from firsthand.evidence.values import RelayKind


def is_outlet(name: str) -> bool:
    """Whether the name begins with a noun that only outlets bear."""
    words = name.split()[name.lower().startswith("the ") :]
    if len(words) < 2 or not words[1][:1].isupper():
        return False
    head = kind_of(words[0])
    return head is not None and head.kind is RelayKind.OUTLET
