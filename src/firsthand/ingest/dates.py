"""The date of publication, where a report's own lines state it in full.

A dateline comes first. Where none has a date, the lines above the running text are asked, and how
that opens ("GOUREL, April 13, 2022 (AKP) - Soldiers"): but only a line that is about the report
and nothing else, since a headline may tell the day of what it reports.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from firsthand.ingest.draft import DraftBlock
from firsthand.ingest.report import BlockKind, ReportKind

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})"
_PUBLISHED = re.compile(
    r"\b(?:published|posted|issued|released|updated|broadcast|aired|filed)\b", re.I
)
_FORMS = tuple(
    re.compile(rf"\b{form}\b", re.I)
    for form in (rf"{_DAY}\s+{_MONTH},?\s+{_YEAR}", rf"{_MONTH}\s+{_DAY},?\s+{_YEAR}",
                 r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)",
                 rf"{_DAY}\s+{_MONTH}\s+(?P<year>[0-4]\d)(?=\s*(?:[,)\n]|\Z))")
)  # fmt: skip
"""Figures alone (3/4/2023) are left: nobody can tell which of them is the month."""
_FIRST_OF = 2000
"""What a year of two figures up to 49 is of; such a year ends its line or part of one."""

_OWN_DATE = (ReportKind.NEWS, ReportKind.FOOTNOTED_REPORT)
"""Kinds whose dateline is that of publication; a transcript's or a record's is of the occasion."""
_OWN_HEAD = (*_OWN_DATE, ReportKind.STATEMENT)

_HEAD = 10
"""Blocks at the top that are asked."""
_RUNNING = 30
"""Words from which a block is running text."""
_LINE = 14
"""Words of a line that only says of the report whose, which and when it is."""
_ABOUT = re.compile(
    r"(?:\A|[\s,(])(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s*\Z"
    r"|\b(?:released?|broadcast|published|posted|issued|filed|updated|date[d:]?)(?:\s+on)?:?\s*\Z"
    r"|\b\d[\d:.]*\s*(?:GMT|UTC|CET)\s*\Z",
    re.I,
)
"""What stands right before the date of such a line."""
_BEHIND = re.compile(
    r"[,\s]*(?:at\s+)?\d{1,2}[:.]\d\d\b|[,\s]*(?:GMT|UTC|CET)\b"
    r"|\s*(?:no|vol|issue|edition|ref)\b\.?\s*[\dIVXL]|.*\b(?:Vol|No)\. ?[\dIVXL]",
    re.I,
)
"""What stands behind it: a time, a number."""
_PLACE = re.compile(r"(?:[A-Z][\w’'.-]{0,20}[ ,]*){1,4}\Z")
_OPENING = re.compile(r"[A-Z][\w’'. -]{1,30}(?:[,(][^–—]{0,80}?)?\s[-–—]{1,2}\s")
"""How a running text opens with place, date and agency."""


def published_in(blocks: Sequence[DraftBlock], kind: ReportKind) -> dt.date | None:
    """The last date of the first dateline that has one ("recorded on ..., published on ...")."""
    lines = (
        b.words for b in blocks
        if b.kind is BlockKind.DATELINE and (kind in _OWN_DATE or _PUBLISHED.search(b.words))
    )  # fmt: skip
    stated = next((dates[-1] for line in lines if (dates := _dates(line[:200]))), None)
    return stated or next(_above(blocks, kind), None)


def _above(blocks: Sequence[DraftBlock], kind: ReportKind) -> Iterator[dt.date]:
    """The dates of the lines above the running text, and of its opening."""
    for block in blocks[:_HEAD]:
        if len(block.words.split()) > _RUNNING:
            opening = _OPENING.match(block.words[:160])
            yield from _dates(opening[0]) if opening and kind in _OWN_HEAD else ()
            return
        for line in block.words.split("\n"):
            if kind in _OWN_HEAD or _PUBLISHED.search(line):
                yield from _of_line(line)


def _of_line(line: str) -> list[dt.date]:
    """The date of a line that is about the report: it is short, and says little else."""
    found = _found(line)
    if not found or len(line.split()) > _LINE:
        return []
    before, after = line[: found[0].start()].strip(), line[found[-1].end() :].strip()
    alone = not before or _PLACE.fullmatch(before) is not None
    about = _ABOUT.search(before) or _BEHIND.match(after)
    return _dates(line)[-1:] if about or (alone and not after) else []


def _dates(words: str) -> list[dt.date]:
    return [date for date in map(_date, _found(words)) if date]


def _found(words: str) -> list[re.Match[str]]:
    return sorted((m for form in _FORMS for m in form.finditer(words)), key=re.Match.start)


def _date(found: re.Match[str]) -> dt.date | None:
    month = found["month"][:3].lower()
    number = _MONTHS.index(month) + 1 if month in _MONTHS else int(month)
    year = int(found["year"])
    try:
        return dt.date(year if year >= 100 else _FIRST_OF + year, number, int(found["day"]))
    except ValueError:
        return None
