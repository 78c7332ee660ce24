"""What reports and sources are called on the page, in words safe to show.

Each report bears a number, by date and then by id, by which the picture and the lists name it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from firsthand.export.case_words import file_name
from firsthand.export.trace_words import outlet_words
from firsthand.export.visible import on_one_line
from firsthand.export.words import numbered
from firsthand.provenance.filed import FiledReport
from firsthand.provenance.trace import Trace


@dataclass(frozen=True, slots=True)
class Names:
    """The reports of a trace in the order of their numbers, which begin with 1."""

    reports: tuple[FiledReport, ...]
    number: dict[str, int]

    @classmethod
    def of(cls, trace: Trace) -> Names:
        """Numbers by date, those without one last."""
        ordered = tuple(sorted(trace.reports.values(), key=lambda r: (date(r), r.id)))
        return cls(ordered, {r.id: i for i, r in enumerate(ordered, 1)})

    def numbers(self, reports: Iterable[str]) -> tuple[int, ...]:
        """The numbers of some reports, in order, each once."""
        return tuple(sorted({self.number[r] for r in reports if r in self.number}))

    def listed(self, reports: Iterable[str]) -> str:
        """The numbers of some reports in words: "1, 3–5"."""
        return numbered(self.numbers(reports))


def date(report: FiledReport) -> str:
    """The day as a string that sorts; unknown comes last."""
    return report.published.isoformat() if report.published else "9999"


def day(report: FiledReport) -> str:
    """The day as it is shown."""
    return report.published.isoformat() if report.published else "no date stated"


def outlet(report: FiledReport) -> str:
    """The outlet, or the file where nothing tells it."""
    return outlet_words(report) or file_name(report.file)


def title(report: FiledReport) -> str:
    """The title, where there is one."""
    return on_one_line(report.title or "") or "no title stated"


def channel(name: str, files: Iterable[str]) -> str:
    """A channel's name; where it is a report without outlet, that report's file name."""
    return file_name(name) if name in files else on_one_line(name) or "channel not stated"
