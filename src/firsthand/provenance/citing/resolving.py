"""Who names whom: all mentions of a case, each with the report that it means."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from firsthand.provenance.citing.choosing import cited_report, one_each
from firsthand.provenance.citing.houses import houses_of
from firsthand.provenance.citing.mentions import Mention, mentions_in
from firsthand.provenance.citing.shelf import Shelf, nearness, shelf_of
from firsthand.provenance.filed import FiledReport


@dataclass(frozen=True, slots=True)
class Meant:
    """A mention and the report of the case that it means, if it means one."""

    mention: Mention
    to: str | None


@dataclass(frozen=True, slots=True)
class Resolved:
    """The mentions of each report, looked up once for directions and citations alike."""

    shelf: Shelf
    by_report: Mapping[str, tuple[Meant, ...]]

    def between(self) -> dict[tuple[str, str], list[Mention]]:
        """For each two reports of which one names the other, the mentions that do."""
        named: dict[tuple[str, str], list[Mention]] = defaultdict(list)
        for report, mentions in self.by_report.items():
            for meant in mentions:
                if meant.to is not None:
                    named[report, meant.to].append(meant.mention)
        return dict(named)


def resolved_in(reports: Sequence[FiledReport], close: Iterable[tuple[str, str]]) -> Resolved:
    """Who names whom; `close` are pairs of reports that share prose, which tell what is meant."""
    shelf = shelf_of(reports, houses_of(reports))
    shelf.close = nearness(close)
    return Resolved(shelf, {r.id: tuple(_meant(r, shelf)) for r in reports})


def _meant(r: FiledReport, shelf: Shelf) -> Iterator[Meant]:
    return (Meant(m, cited_report(m, r, shelf)) for m in one_each(mentions_in(r, shelf.houses)))
