"""Whom two reports both name, beside a person who bears one full name in both.

Two who bear a full name in two reports, each beside the same third person, are at one matter: as
much in common as a role. Only people who speak in one of the two reports are looked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from firsthand.provenance.bearing import name_in
from firsthand.provenance.filed import FiledReport
from firsthand.provenance.names_alike import Alike, Name, alike, name_of
from firsthand.sources.source import SourceKind
from firsthand.text import Span


@dataclass(frozen=True, slots=True)
class NamedBeside:
    """The reports by id; the full names of those who speak in each are kept once asked for."""

    reports: Mapping[str, FiledReport]
    _speaking: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, reports: Iterable[FiledReport]) -> NamedBeside:
        """For the persons of these reports."""
        return cls({r.id: r for r in reports})

    def both(self, one: str, other: str, name: Name) -> tuple[Span, Span] | None:
        """Where two reports name a third person than the bearer of a name; None if nowhere."""
        for raw in sorted({*self._full(one), *self._full(other)}):
            third = name_of(raw)
            if third is not None and alike(third, name) is Alike.DIFFERENT:
                here, there = (self._place(report, raw) for report in (one, other))
                if here is not None and there is not None:
                    return here, there
        return None

    def _full(self, report: str) -> tuple[str, ...]:
        if report not in self._speaking:
            self._speaking[report] = tuple(_full_names(self.reports[report]))
        return self._speaking[report]

    def _place(self, report: str, raw: str) -> Span | None:
        found = re.search(rf"\b{re.escape(raw)}\b", self.reports[report].text)
        return Span(*found.span()) if found else None


def _full_names(report: FiledReport) -> Iterator[str]:
    """The first and last names of those who speak, without what stands before them."""
    for source in report.sources:
        if source.kind is SourceKind.NAMED_PERSON:
            words = name_in(report, source).split()[-2:]
            if len(words) > 1 and all(word[0].isupper() for word in words):
                yield " ".join(words)
