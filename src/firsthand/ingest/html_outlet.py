"""Whose a page is, where its metadata do not say: the end of its title, the foot of the page.

Sites put their name behind the headline in the title ("Ferry sinks | The Tide"), a few before
it, and most into a line of copyright.
"""

from __future__ import annotations

import re
from typing import Final

from lxml.html import HtmlElement

_PARTS: Final = re.compile(r"\s+[|\u00b7\u2022\u2013\u2014-]\s+|\s+::\s+|\s*»\s*")
_MOST_WORDS: Final = 5
_COPYRIGHT: Final = re.compile(
    r"(?:©|\(c\)|[Cc]opyright)(?:\s|©|\(c\)|\d{4}|[-–,])*"
    r"(?P<name>[A-Z][\w&'’]*(?: (?:of|the|and|&|[A-Z][\w&'’]*)){0,5})"
)
_NO_NAME: Final = frozenset("all by copyright home news photo press statement".split())
_LABELS: Final = frozenset("exclusive opinion analysis video watch live breaking part".split())
_DATE: Final = re.compile(r"\b(?:19|20)\d\d\b")
_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b|©")
_LAST: Final = 5
_LONGEST: Final = 200


def outlet_of(root: HtmlElement) -> str | None:
    """The name of the site; None where neither title nor foot of the page gives one."""
    return _by_title(root) or _by_copyright(root)


def _by_title(root: HtmlElement) -> str | None:
    """The short part at one end of a title of which the other is the headline."""
    title = " ".join("".join(root.xpath("string(//title)")).split())
    parts = [part for part in _PARTS.split(title[:_LONGEST]) if part]
    if len(parts) < 2:
        return None
    return next((p for p in (parts[-1], parts[0]) if _is_name(p) and len(p) < len(title) / 2), None)


def _by_copyright(root: HtmlElement) -> str | None:
    """The last line that has it: a picture's stands above."""
    lines = root.xpath(
        "//body//text()[contains(., '©') or contains(., '(c)') or contains(., 'opyright')]"
    )
    for line in reversed(lines[-_LAST:]):
        found = _COPYRIGHT.search(line[:_LONGEST])
        if found and _YEAR.search(line[:_LONGEST]) and _is_name(found["name"]):
            return " ".join(found["name"].split())
    return None


def _is_name(words: str) -> bool:
    """Whether the words are few and bear capitals: a name, not a headline."""
    every = words.split()
    big = [word for word in every if word[0].isupper() or not word[0].isalpha()]
    first = every[0].lower() if every else ""
    few = 0 < len(every) <= _MOST_WORDS and first not in _NO_NAME | _LABELS
    return few and not _DATE.search(words) and 2 * len(big) > len(every) and len(words) > 2
