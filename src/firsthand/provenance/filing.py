"""From what was read of a report to what provenance looks at."""

from __future__ import annotations

from collections.abc import Iterable

from firsthand.evidence.statement import Record, Statement
from firsthand.ingest.report import Report
from firsthand.provenance.filed import (
    FiledBlock,
    FiledLink,
    FiledNote,
    FiledReport,
    FiledSource,
    FiledStatement,
)
from firsthand.sources.source import Source


def filed_of(record: Record, report: str) -> FiledReport:
    """A reading as it is, under the report's id; nobody has decided anything on it."""
    return filed_report(record.report, report, record.sources, map(filed_statement, record.all))


def filed_report(
    of: Report,
    report: str,
    sources: tuple[Source, ...],
    statements: Iterable[FiledStatement],
) -> FiledReport:
    """A report with the sources and statements that hold of it."""
    return FiledReport(
        id=report,
        file=of.original.received_from,
        kind=of.kind,
        title=of.title,
        outlet=of.outlet,
        author=of.byline,
        published=of.published,
        text=of.text,
        blocks=tuple(FiledBlock(b.kind, b.span) for b in of.blocks),
        sources=tuple(map(_source, sources)),
        statements=tuple(statements),
        links=tuple(FiledLink(link.words, link.url) for link in of.links),
        notes=tuple(FiledNote(note.mark, note.body) for note in of.notes),
    )


def _source(source: Source) -> FiledSource:
    return FiledSource(source.id, source.name, source.kind, source.profile, source.mentions)


def filed_statement(s: Statement, *, recanted: bool = False) -> FiledStatement:
    """A statement as it stands."""
    return FiledStatement(
        id=s.attribution.id,
        source=s.speaker.source,
        content=s.attribution.content,
        kind=s.attribution.kind,
        via=s.via,
        circumstances=tuple(c.kind for c in s.circumstances),
        basis=s.basis.kind,
        heard_from=s.basis.heard_from,
        standing=s.standing,
        is_response=s.response is not None,
        official=s.capacity.is_so,
        recanted=recanted,
    )
