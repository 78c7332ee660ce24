"""Whether a place stands within quotation marks, by the marks before it in its paragraph."""

from __future__ import annotations

_LONGEST = 4000


def is_quoted(text: str, place: int) -> bool:
    """Whether more quotation marks open than close before this place in its paragraph."""
    start = max(text.rfind("\n", 0, place) + 1, place - _LONGEST)
    before = text[start:place]
    curly = before.count("“") + before.count("«") + before.count("„")
    closed = before.count("”") + before.count("»")
    return curly > closed or before.count('"') % 2 == 1
