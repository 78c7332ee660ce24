"""What accounts are read from: the reports of a case, who is one with whom, and who cites whom."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from firsthand.provenance.citation import Citation, Citations
from firsthand.provenance.filed import FiledReport
from firsthand.provenance.names_alike import Name
from firsthand.provenance.people import People, Ref

Key = tuple[str, str]
"""A statement: the ids of its report and of itself."""


@dataclass(frozen=True, slots=True)
class Case:
    """What accounts are read from: the reports by id, who is one with whom, and who cites whom.

    `houses` are the reports of each outlet by the words of its name; `names` those under which
    a person speaks, kept once they were asked for.
    """

    reports: Mapping[str, FiledReport]
    people: People
    citations: Mapping[str, tuple[Citation, ...]]
    houses: Mapping[frozenset[str], frozenset[str]] = field(repr=False)
    names: dict[Ref, list[Name]] = field(repr=False, compare=False, default_factory=dict)

    @classmethod
    def of(cls, reports: Iterable[FiledReport], people: People, citations: Citations) -> Case:
        """The same, with citations by the report that cites."""
        by_report: dict[str, list[Citation]] = {}
        for edge in citations.edges:
            by_report.setdefault(edge.report, []).append(edge)
        cited = {report: tuple(edges) for report, edges in by_report.items()}
        by_id = {r.id: r for r in reports}
        return cls(by_id, people, cited, _houses(by_id.values()))


def _houses(reports: Iterable[FiledReport]) -> dict[frozenset[str], frozenset[str]]:
    found: dict[frozenset[str], set[str]] = {}
    for report in reports:
        if report.outlet:
            found.setdefault(name_words(report.outlet), set()).add(report.id)
    return {name: frozenset(ids) for name, ids in found.items()}


def name_words(words: str) -> frozenset[str]:
    """The words of an outlet's name, by which two are the same."""
    return frozenset(words.casefold().split()) - {"the"}
