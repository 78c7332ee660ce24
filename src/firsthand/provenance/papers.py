"""Documents across reports: one paper where head, number and date are the same."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from firsthand.provenance.filed import FiledReport, FiledSource
from firsthand.provenance.traits import stems
from firsthand.sources.nouns import Noun, meaning
from firsthand.text import Span

_NUMBER: Final = re.compile(
    r"(?i:\b(?:no\.?|number(?:ed)?|numbers)|№) ?(?P<a>\d[\d/.-]*\d|\d+)"
    r"|\b[A-Za-z][a-z]+ (?P<b>\d[\d/-]*\d|\d+)\b(?!(?:st|nd|rd|th)?\b \d{4})"
)
_MONTHS: Final = (
    "january february march april may june july august september october november december".split()
)
_MONTH: Final = "|".join(f"{m[:3]}(?:{m[3:]})?" for m in _MONTHS)
_DATE: Final = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<month>{_MONTH})\.?(?:,? (?P<year>\d{{4}}))?"
    rf"|\b(?P<month2>{_MONTH})\.? (?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,? (?P<year2>\d{{4}}))?"
    r"|\b(?P<year3>\d{4})-(?P<month3>\d\d)-(?P<day3>\d\d)\b",
    re.IGNORECASE,
)
_AROUND: Final = 240


@dataclass(frozen=True, slots=True)
class Paper:
    """What tells a document: its head noun, its number, its day and month, the year if given."""

    head: str
    number: str
    day: str
    year: str | None
    span: Span

    @property
    def key(self) -> str:
        """What two reports of one document have in common."""
        return f"{self.head}|{self.number}|{self.day}"

    def fits(self, other: Paper) -> bool:
        """Whether nothing separates the two."""
        years = {self.year, other.year} - {None}
        return self.key == other.key and len(years) < 2


def paper_of(report: FiledReport, source: FiledSource) -> Paper | None:
    """The document that a source is; None where the words give no head, number and date."""
    head = paper_head(source.name)
    if head is None:
        return None
    for mention in source.mentions:
        near = _near(report.text, mention)
        number, date = _number(near, head), _DATE.search(near)
        if number and date:
            end = max(mention.end, mention.start + date.end())
            return Paper(head, number, *_day(date), Span(mention.start, end))
    return None


def _near(text: str, mention: Span) -> str:
    """The mention's words and what follows, to the end of the next sentence."""
    return text[mention.start : mention.end + _AROUND].split("\n\n")[0]


def paper_head(name: str) -> str | None:
    """The first noun of the name that is a paper's: "order" of "An order of the Harbour Guard"."""
    for word in re.findall(r"[^\W\d_]+", name):
        found = meaning(word)
        if found is not None and found.noun is Noun.DOCUMENT and found.listed:
            return min(stems(word), default=None)
    return None


def _number(near: str, head: str) -> str | None:
    for found in _NUMBER.finditer(near):
        number: str = found["a"] or found["b"]
        if found["a"] or stems(found[0].split()[0]) == {head}:
            return number
    return None


def _day(date: re.Match[str]) -> tuple[str, str | None]:
    day = date["day"] or date["day2"] or date["day3"]
    month = date["month"] or date["month2"]
    number = date["month3"] or str(_of_name(month))
    return f"{int(day)}.{int(number)}", date["year"] or date["year2"] or date["year3"]


def _of_name(month: str) -> int:
    return next(n for n, m in enumerate(_MONTHS, 1) if m.startswith(month[:3].lower()))
