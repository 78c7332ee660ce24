"""How a turn opens: the one pattern of a speaker's label, and which labels name a speaker.

It imports nothing that reads a report, so that the stage that tells a transcript from news can
share `OPENS_TURN`; the pattern alone is generous, and `speakers_among` says which labels count.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

_TIME = r"(?:[\[(]?\d{1,2}:\d{2}(?::\d{2})?[\])]?\s+)?"
_WORD = r"\w[\w.'\u2019-]{0,30}"
_NAME = rf"[^\W\d_a-z][\w.'\u2019-]{{0,30}}(?: {_WORD}){{0,5}}"
_ASIDE = r"(?:,(?: \w[\w'\u2019-]{0,20}){1,5}| ?[(\[][^)\]\n]{0,60}[)\]])?"
OPENS_TURN = re.compile(
    rf"{_TIME}\[?(?P<label>[QA]\d{{0,3}}(?=[.:])|{_NAME}{_ASIDE}(?=\]?\s?[.:\u2014]))"
    r"\]?\s?(?P<mark>[.:\u2014])(?:\s+|\Z)"
)
"""A label at the start of a paragraph, maybe behind a time stamp: "MS. ROE:", "Q.", "[A1]:"."""

_LETTER = re.compile(r"[QA]\d{0,3}")
_ASIDES = re.compile(r"[,(\[].*", re.DOTALL)
_ROLES = frozenset(
    "interviewer interviewee interpreter translator witness chair chairman chairwoman chairperson"
    " moderator judge reporter question answer host narrator lawyer counsel prosecutor detective"
    " officer commissioner speaker survivor victim mother father mr mrs ms dr sir madam".split()
)
# What heads a line of a transcript's front page or an editor's remark, and never speaks.
_HEADINGS = frozenset(
    "note notes date place location recorded recording duration interview language subject time"
    " file transcript translation names participants present length contact warning".split()
)
_OPENS_CLAUSE = frozenset(
    "what how why when where who which i he she it we they there this that if my his her".split()
)


def speakers_among(labels: Iterable[tuple[str, str]]) -> frozenset[tuple[str, str]]:
    """Which of a document's labels, with the marks behind them, name a speaker.

    One that recurs does, and a letter, capitals or a title; any other only by a name that a
    label above has too. "What I remember: they had dogs." opens nobody's turn.
    """
    counts = Counter(labels)
    sure = {key for key, count in counts.items() if _is_sure(*key, recurs=count > 1)}
    named = {word for label, _ in sure for word in _words(label)}
    return frozenset(sure | {key for key in counts if _is_named(*key, named)})


def _is_sure(label: str, mark: str, *, recurs: bool) -> bool:
    words = _words(label)
    if _LETTER.fullmatch(label):
        return True
    if not words or _HEADINGS & {word.lower() for word in words}:
        return False
    return recurs or (mark == ":" and (label.isupper() or _is_titled(words)))


def _is_titled(words: list[str]) -> bool:
    """Whether a label is a title or a full name: "The Chair", "Ada Moro", "Interpreter"."""
    if words[0].lower() in _ROLES:
        return all(not word[0].islower() for word in words)
    if len(words) < 2 or words[0].lower() in _OPENS_CLAUSE:
        return False
    return all(not word[0].islower() for word in words)


def _is_named(label: str, mark: str, named: set[str]) -> bool:
    words = _words(label)
    return mark == ":" and bool(words) and all(word in named for word in words)


def _words(label: str) -> list[str]:
    """The words of a label without what stands in brackets or behind a comma."""
    return [word.strip(".") for word in _ASIDES.sub("", label).split() if word.strip(".")]
