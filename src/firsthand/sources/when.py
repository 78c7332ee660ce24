"""Dates as reports give them for what somebody did once: "in 2008", "three years ago"."""

from __future__ import annotations

from typing import Final

_MONTH: Final = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
)
YEAR: Final = (
    rf"(?:(?:early|late|mid)[ -])?(?:\d{{1,2}} )?(?:{_MONTH} )?(?:\d{{1,2}}, )?(?:19|20)\d\d\b"
)
_NUMBER: Final = r"(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2})"
AGO: Final = rf"{_NUMBER} (?:years?|months?|decades?) (?:ago|earlier)\b"
LAST: Final = rf"(?:last (?:year|month|spring|summer|autumn|fall|winter|{_MONTH}))\b"
WHEN: Final = rf"(?:(?:in|since|until|till|around|about|by|on)\s+)?(?P<when>{YEAR}|{AGO}|{LAST})"
"""The words that date something, in the group `when`."""
SPAN_OF_TIME: Final = (
    r"\b(?:until|till|since|during|between|while|when|before|after)\b"
    r"|\b(?:in|from) (?=(?:19|20)\d\d\b)"
)
"""What opens the words of time behind a role."""
