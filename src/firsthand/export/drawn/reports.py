"""The right column: reports, each copy under the one that it copies, many copies as one row."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from firsthand.export.drawn.names import Names, date, day, outlet, title
from firsthand.export.drawn.parents import Parents, parents_of
from firsthand.export.words import counted, numbered
from firsthand.provenance.filed import FiledReport
from firsthand.provenance.trace import Trace

FEW: Final = 24
"""Reports up to which copies stand in rows of their own."""
_UNFOLDED: Final = 6
_DEEPEST: Final = 3


@dataclass(frozen=True, slots=True)
class ReportRow:
    """One report, or a bundle of copies.

    `label` is in bold, `head` in plain letters before the title; `told` says what it leans on.
    """

    reports: tuple[str, ...]
    depth: int
    label: str
    head: str
    title: str
    told: str = ""
    warning: str = ""

    @property
    def is_bundle(self) -> bool:
        """Whether several reports stand in it."""
        return len(self.reports) > 1


def trees(trace: Trace, names: Names) -> tuple[tuple[ReportRow, ...], ...]:
    """Each report that copies none, followed by its copies; in the order of their numbers."""
    parents = parents_of(trace, names)
    under: dict[str, list[str]] = defaultdict(list)
    for report in names.reports:
        under[parents[report.id][0] if report.id in parents else ""].append(report.id)
    made = _Rows(trace, names, parents, under)
    return tuple(tuple(made.tree(root)) for root in under[""])


@dataclass(frozen=True, slots=True)
class _Rows:
    trace: Trace
    names: Names
    parents: Parents
    under: Mapping[str, Sequence[str]]

    def tree(self, root: str, depth: int = 0) -> Iterator[ReportRow]:
        """The report, then its copies or their bundle."""
        yield self.row(root, depth)
        below = list(self._below(root))
        if depth == 0 and len(below) > self._most():
            yield self.bundle(root, below)
            return
        for report in self.under.get(root, ()):
            yield from self.tree(report, min(depth + 1, _DEEPEST))

    def _most(self) -> int:
        return 1 if len(self.names.reports) > FEW else _UNFOLDED

    def _below(self, report: str) -> Iterator[str]:
        for child in self.under.get(report, ()):
            yield child
            yield from self._below(child)

    def row(self, report: str, depth: int) -> ReportRow:
        """One report."""
        r = self.trace.reports[report]
        number = self.names.number[report]
        head = f"{day(r)} · {outlet(r)}"
        told = " · ".join(leaning(self.trace, self.names, self.parents, report))
        warning = " · ".join(warnings(self.trace, self.names, report))
        return ReportRow((report,), depth, str(number), head, title(r), told, warning)

    def bundle(self, root: str, below: Sequence[str]) -> ReportRow:
        """Several copies in one row: who printed them, and when."""
        reports = [self.trace.reports[r] for r in below]
        of = self.names.number[root]
        loose = any("shares" in self.parents[r][1] for r in below)
        what = "reports that share wording with" if loose else "copies of"
        told = f"reports {self.names.listed(below)}"
        warning = " · ".join(_bundled(self.trace, below))
        label = f"{len(below)} {what} {of}"
        return ReportRow(tuple(below), 1, label, _days(reports), _outlets(reports), told, warning)


def _bundled(trace: Trace, below: Sequence[str]) -> Iterator[str]:
    taken_back = [r for r in below if trace.reports[r].retracted]
    if taken_back:
        yield f"{len(taken_back)} retracted"
    if any(set(circle) & set(below) for circle in trace.citations.circles):
        yield "some cite in a circle"


def _days(reports: Sequence[FiledReport]) -> str:
    days = sorted(date(r) for r in reports if r.published)
    if not days:
        return "no date stated"
    return days[0] if days[0] == days[-1] else f"{days[0]} to {days[-1]}"


def _outlets(reports: Sequence[FiledReport]) -> str:
    told = list(dict.fromkeys(map(outlet, reports)))
    return f"{counted(len(told), 'outlet')}: {', '.join(told)}"


def leaning(trace: Trace, names: Names, parents: Parents, report: str) -> Iterator[str]:
    """What a report has from others, in words: "a copy of 2", "cites 1, 4"."""
    parent, how = parents.get(report, ("", ""))
    if parent:
        told = "; who from whom is not told" if "shares" in how else ""
        yield f"{how} {names.number[parent]}{told}"
    cited = {e.to for e in trace.case.citations.get(report, ()) if e.to} - {parent, report}
    if cited:
        yield f"cites {names.listed(cited)}"


def warnings(trace: Trace, names: Names, report: str) -> Iterator[str]:
    """What must not be overlooked."""
    if trace.reports[report].retracted:
        yield "retracted"
    for circle in trace.citations.circles:
        if report in circle:
            others = numbered(names.numbers(set(circle) - {report}))
            yield f"in a circle with {others}"
