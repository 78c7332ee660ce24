"""Which report each copy stands under.

That is the report with which it shares the largest part of its prose. Where two share prose and
nothing tells who has it from whom, the later one stands under the earlier, and its row says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from firsthand.export.drawn.names import Names
from firsthand.provenance.trace import Trace
from firsthand.provenance.wording import Copy, Direction

Parents = Mapping[str, tuple[str, str]]
"""The report that each stands under, and how it has its words from it."""


def parents_of(trace: Trace, names: Names) -> Parents:
    """What each report stands under; nothing goes round in a circle."""
    found: dict[str, tuple[str, str]] = {}
    for child, parent, how in _leads(trace, names):
        if child not in found and child not in _above(parent, found):
            found[child] = (parent, how)
    return found


def _leads(trace: Trace, names: Names) -> Iterator[tuple[str, str, str]]:
    """What a person has set comes first, then who copies whom, then shared prose."""
    for r in names.reports:
        for of, how in ((r.version_of, "a version of"), (r.copy_of, "a copy of")):
            if of is not None and of in trace.reports:
                yield r.id, of, how
    copies = sorted(trace.wording.copies, key=lambda c: _nearest(c, names))
    for copy in copies:
        if copy.direction is Direction.DIRECTED:
            yield copy.report, copy.of, "a copy of"
    for copy in copies:
        if copy.direction is Direction.UNDIRECTED:
            first, later = sorted((copy.report, copy.of), key=lambda r: names.number[r])
            yield later, first, "shares its wording with"


def _nearest(copy: Copy, names: Names) -> tuple[float, int, int]:
    return -copy.share, names.number[copy.report], names.number[copy.of]


def _above(report: str, parents: Parents) -> set[str]:
    """The report and all that it stands under."""
    found = {report}
    while report in parents:
        report = parents[report][0]
        found.add(report)
    return found
