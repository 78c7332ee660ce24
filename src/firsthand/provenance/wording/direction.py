"""Which of two reports has the words from the other.

For prose, in this order: what a person has set; a correction's or version's own date; a report that
names the other one's outlet (credit, footnote, link, "told the Lantern"); the date. For a quotation
the date tells nothing, for two may have stood at one press conference: only the words around it do.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from firsthand.ingest.report import BlockKind
from firsthand.provenance.citing.dating import UNKNOWN
from firsthand.provenance.citing.mentions import Form, Mention
from firsthand.provenance.citing.shelf import Shelf
from firsthand.provenance.filed import FiledReport
from firsthand.provenance.wording.shared import BY_DATE, Direction, Shared
from firsthand.text import Span

_WHY = {
    Form.LINK: "link", Form.NOTE: "footnote", Form.CREDIT: "credit", Form.VIA: "citation",
    Form.SOURCE: "citation", Form.TEXT: "citation",
}  # fmt: skip
Told = tuple[str, str, Direction, str]
"""The later report, the earlier one, whether that is told, and by what."""


class Directions:
    """Tells directions from who names whom, and from dates."""

    def __init__(self, shelf: Shelf, named: Mapping[tuple[str, str], Sequence[Mention]]) -> None:
        self._shelf = shelf
        self._named = named

    @property
    def reports(self) -> dict[str, FiledReport]:
        """All reports by id."""
        return self._shelf.reports

    def prose(self, one: str, other: str) -> Told:
        """Who copies prose from whom; `one` is the earlier by date and id."""
        for by, of in ((other, one), (one, other)):
            if of in (self.reports[by].copy_of, self.reports[by].version_of):
                return by, of, Direction.DIRECTED, "a person has set it"
        there, back = self._credited(other, one), self._credited(one, other)
        if bool(there) != bool(back):
            by, of = (other, one) if there else (one, other)
            return by, of, Direction.DIRECTED, there or back
        return self._by_date(one, other)

    def _credited(self, by: str, of: str) -> str:
        """By what a report names another as where it has something from; "" where it does not."""
        found = self._named.get((by, of), [])
        return _WHY[min(m.form for m in found)] if found else ""

    def _by_date(self, one: str, other: str) -> Told:
        first, second = (self._date(one), self._date(other))
        if first < second != UNKNOWN:
            return other, one, Direction.DIRECTED, BY_DATE
        was, is_now = (_is_corrected(self.reports[r]) for r in (one, other))
        if was != is_now and self._house(one) == self._house(other) is not None:
            return (*((one, other) if was else (other, one)), Direction.DIRECTED, "correction")
        return other, one, Direction.UNDIRECTED, "no date tells"

    def _date(self, report: str) -> dt.date:
        return self._shelf.dates[report]

    def _house(self, report: str) -> str | None:
        return self._shelf.houses.of.get(report)

    def quotations(self, one: str, other: str, passages: Iterable[Shared]) -> Told:
        """Who has quotations from whom: who names the other beside them."""
        passages = list(passages)
        there, back = self._beside(other, one, passages), self._beside(one, other, passages)
        if bool(there) == bool(back):
            return other, one, Direction.UNDIRECTED, "nothing beside the quotation tells"
        return (*((other, one) if there else (one, other)), Direction.DIRECTED, there or back)

    def _beside(self, by: str, of: str, passages: list[Shared]) -> str:
        """By what a report names another in the block of a quotation or in its footnotes."""
        spans = [p.span for s in passages for p in (s.one, s.other) if p.report == by]
        report = self.reports[by]
        blocks = [b.span for b in report.blocks if any(b.span.overlaps(s) for s in spans)] or spans
        near = (m for m in self._named.get((by, of), ()) if _is_near(m, blocks, report))
        return next((_WHY[m.form] for m in sorted(near, key=lambda m: m.form)), "")


def _is_near(m: Mention, blocks: list[Span], report: FiledReport) -> bool:
    if any(b.contains(m.span) or m.around.overlaps(b) for b in blocks):
        return m.form is not Form.CREDIT
    marks = (n.mark for n in report.notes if n.body.contains(m.span))
    return any(b.contains(mark) for mark in marks for b in blocks)


def _is_corrected(report: FiledReport) -> bool:
    return any(b.kind is BlockKind.CORRECTION for b in report.blocks)
