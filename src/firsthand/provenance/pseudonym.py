"""Whether a name may not be its bearer's own: then it separates from nobody."""

from __future__ import annotations

import re
from typing import Final

from firsthand.provenance.filed import FiledReport, FiledSource
from firsthand.provenance.names_alike import Name
from firsthand.sources.source import ProfileField

_WHOSE: Final = r"(?:his|her|their|its|our|the)"
_CHANGED: Final = (
    rf"not {_WHOSE} (?:real|own|true) names?|pseudonym|alias\b|nom de guerre|code ?names?\b"
    rf"|(?:false|assumed|invented|made-up|fictitious) names?"
    rf"|names? (?:(?:have|has) been |was |were |is |are )?(?:changed|altered|invented)"
)
_SAYS_CHANGED: Final = re.compile(_CHANGED, re.IGNORECASE)
_CALLED: Final = (
    r"(?:who (?:is|was) called|(?:whom )?we (?:will |shall )?call|(?:is|was) called"
    r"|known (?:here |only )?as|identified (?:here |only )?(?:as|by)|goes by|going by"
    r"|calls (?:him|her|them)sel(?:f|ves)|under the name(?: of)?)"
)
_ALL_CHANGED: Final = re.compile(
    r"(?:all|some|the|their|witnesses['’]|interviewees['’]|sources['’]) (?:[a-z]+ )?names "
    r"(?:(?:of [a-z ]{1,40} )?(?:have been|were|are) )?(?:changed|altered|pseudonyms)"
    r"|\bnames (?:have been|were) changed|\bnames marked as changed",
    re.IGNORECASE,
)
_NEAR: Final = 60
"""Characters behind a name within which the words stand that say it is not the real one."""


def may_be_pseudonym(report: FiledReport, source: FiledSource, raw: str, name: Name) -> bool:
    """By the source's profile, by quotation marks about the name, by the words beside it."""
    stated = [f.value for f in source.profile if f.field is ProfileField.ANONYMITY]
    if any(_SAYS_CHANGED.search(value) for value in (*stated, source.name)):
        return True
    if name.is_bare and not name.initials and stated:
        return True
    return _beside(report.text, raw, is_bare=name.is_bare)


def _beside(text: str, raw: str, *, is_bare: bool) -> bool:
    """Whether the text says so where the name stands, or of all names of the report."""
    if is_bare and _ALL_CHANGED.search(text):
        return True
    at = text.find(raw)
    while at >= 0:
        if _says_so(text, at, at + len(raw), is_bare=is_bare):
            return True
        at = text.find(raw, at + len(raw))
    return False


def _says_so(text: str, start: int, end: int, *, is_bare: bool) -> bool:
    behind = re.split(r"[.!?;\n]", text[end : end + _NEAR])[0]
    if re.match(rf"\W{{0,3}}(?:which is |is |was )?(?:{_CHANGED})", behind, re.IGNORECASE):
        return True
    if not is_bare:
        return False
    before = text[max(0, start - _NEAR) : start]
    quoted = text[start - 1 : start] in ("“", '"', "‘") and text[end : end + 1] in ("”", '"', "’")
    return quoted or bool(re.search(rf"{_CALLED} ?[“\"‘]?$", before, re.IGNORECASE))
