"""To which reports of the case the channel of a statement leads: "told the Lantern"."""

from __future__ import annotations

from collections.abc import Iterator

from firsthand.provenance.case import Case, name_words
from firsthand.provenance.filed import FiledReport, FiledStatement


def leads(case: Case, report: FiledReport, s: FiledStatement) -> Iterator[str]:
    """The cited reports that the statement's own channel names."""
    passed = [name_words(relay.name) for relay in s.via]
    for edge in case.citations.get(report.id, ()):
        cited = name_words(edge.cited)
        if edge.to is not None and any(p <= cited or cited <= p for p in passed if p and cited):
            yield edge.to


def led(case: Case, report: FiledReport, s: FiledStatement) -> frozenset[str]:
    """All reports of the outlets that the channel names in full.

    Only the words lead there: which report of an outlet is meant is told by dates as well, and
    whose "the Echo" is, by which outlets the case happens to hold.
    """
    own = name_words(report.outlet) if report.outlet else None
    names = {name_words(relay.name) for relay in s.via} - {own}
    return frozenset().union(*(case.houses.get(name, ()) for name in names))
