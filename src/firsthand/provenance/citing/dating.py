"""As of when a report stands: its last date, since a corrected text is of its correction.

A report's own date of publication comes first; where there is none, a slug line of figures is
read if no month can be meant by its day ("13/03/2023").
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from firsthand.ingest.report import BlockKind
from firsthand.provenance.filed import FiledReport

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = rf"(?P<month>{'|'.join(_MONTHS)})[a-z]*\.?"
_FORMS = tuple(
    re.compile(rf"\b{form}\b", re.IGNORECASE)
    for form in (
        rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH},?\s+(?P<year>\d{{4}})",
        rf"{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})",
        r"(?P<year>\d{4})[-/](?P<month>\d\d)[-/](?P<day>\d\d)",
        r"(?P<day>1[3-9]|2\d|3[01])[./](?P<month>\d{1,2})[./](?P<year>\d{4})",
        r"(?P<month>\d{1,2})/(?P<day>1[3-9]|2\d|3[01])/(?P<year>\d{4})",
    )
)
_YEAR = re.compile(r"\d{4}")
UNKNOWN = dt.date.max
"""Sorts a report without a date after all others."""
_HEAD = 3
"""Blocks at the top in which a slug line may stand."""


def as_of(report: FiledReport) -> dt.date:
    """The last date that a report's datelines bear, `UNKNOWN` where there is none."""
    lines = [report.words(b.span) for b in report.blocks if b.kind is BlockKind.DATELINE]
    found = [date for line in lines for date in dates_in(line[:300])]
    if report.published:
        return max([d for d in found if d >= report.published], default=report.published)
    return max(found, default=None) or max(_slug(report), default=UNKNOWN)


def _slug(report: FiledReport) -> Iterator[dt.date]:
    for block in report.blocks[:_HEAD]:
        if block.kind in (BlockKind.BOILERPLATE, BlockKind.CREDIT) and len(block.span) < 100:
            yield from dates_in(report.words(block.span))


def dates_in(words: str) -> list[dt.date]:
    """All full dates in some words."""
    if not _YEAR.search(words):
        return []
    found = [m for form in _FORMS for m in form.finditer(words)]
    return [date for m in found if (date := _date(m)) is not None]


def _date(found: re.Match[str]) -> dt.date | None:
    month = found["month"][:3].lower()
    number = _MONTHS.index(month) + 1 if month in _MONTHS else int(month)
    try:
        return dt.date(int(found["year"]), number, int(found["day"]))
    except ValueError:
        return None
