"""The date of publication, where a report's own dateline states it in full."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from firsthand.ingest.draft import DraftBlock
from firsthand.ingest.report import BlockKind, ReportKind

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = rf"(?P<month>{'|'.join(_MONTHS)})[a-z]*\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})"
_PUBLISHED = re.compile(r"\b(?:published|posted|issued|released|updated)\b", re.I)
_FORMS = tuple(
    re.compile(rf"\b{form}\b", re.I)
    for form in (rf"{_DAY}\s+{_MONTH},?\s+{_YEAR}", rf"{_MONTH}\s+{_DAY},?\s+{_YEAR}",
                 r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)")
)  # fmt: skip
"""Figures alone (3/4/2023) are left: nobody can tell which of them is the month."""


_OWN_DATE = (ReportKind.NEWS, ReportKind.FOOTNOTED_REPORT)
"""Kinds whose dateline is that of publication; a transcript's or a record's is of the occasion."""


def published_in(blocks: Sequence[DraftBlock], kind: ReportKind) -> dt.date | None:
    """The last date of the first dateline that has one ("recorded on ..., published on ...")."""
    lines = (
        b.words for b in blocks
        if b.kind is BlockKind.DATELINE and (kind in _OWN_DATE or _PUBLISHED.search(b.words))
    )  # fmt: skip
    return next((dates[-1] for line in lines if (dates := _dates(line[:200]))), None)


def _dates(words: str) -> list[dt.date]:
    found = sorted((m for form in _FORMS for m in form.finditer(words)), key=re.Match.start)
    return [date for date in map(_date, found) if date]


def _date(found: re.Match[str]) -> dt.date | None:
    month = found["month"][:3].lower()
    number = _MONTHS.index(month) + 1 if month in _MONTHS else int(month)
    try:
        return dt.date(int(found["year"]), number, int(found["day"]))
    except ValueError:
        return None
