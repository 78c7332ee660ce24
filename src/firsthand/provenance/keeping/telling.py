"""What a case tells of the outlets of its reports, kept: `citing.telling.as_told`, one at a time.

A report more may name an outlet in full by which the page of an earlier one is known now, or be
of an outlet whose name was read as a person's. That is seldom, and asks for everything anew.
"""

from __future__ import annotations

from collections.abc import Sequence

from firsthand.provenance.citing.naming import key
from firsthand.provenance.citing.telling import (
    Named,
    persons_named,
    with_bodies,
    with_outlet,
)
from firsthand.provenance.filed import FiledReport
from firsthand.provenance.keeping.names import Outlets

Words = tuple[str, ...]


class Telling:
    """Reports as they were received, and as the case tells them."""

    def __init__(self, reports: Sequence[FiledReport]) -> None:
        self._outlets = Outlets()
        self._received = {r.id: r for r in reports}
        self._named: set[Words] = set()
        self._outlets.add(reports)
        told = list(map(self._with_outlet, reports))
        self._bodies = Named()
        for report in told:
            self._bodies.add(report.outlet)
        self.told = [with_bodies(r, self._bodies) for r in told]
        for report in reports:
            self._name(report)

    @property
    def received(self) -> list[FiledReport]:
        """All reports as they were received, by their ids."""
        return [report for _, report in sorted(self._received.items())]

    def add(self, report: FiledReport) -> FiledReport | None:
        """The report as the case tells it; None where earlier ones are told otherwise with it."""
        self._received[report.id] = report
        moved = self._outlets.add([report]).keys() - {report.id}
        told = self._with_outlet(report)
        is_named = not self._named.isdisjoint(self._bodies.add(told.outlet))
        if any(not self._received[r].outlet for r in moved) or is_named:
            return None
        self._name(report)
        return with_bodies(told, self._bodies)

    def _with_outlet(self, report: FiledReport) -> FiledReport:
        return with_outlet(report, self._outlets.houses.of.get(report.id))

    def _name(self, report: FiledReport) -> None:
        self._named.update(key(source.name) for source in persons_named(report))
