"""The stages in order: how bytes become a reading.

    bytes -> Report -> Attributions -> Sources -> Evidence
             ingest    reading         sources    evidence

Each stage is a function of the one before and imports only earlier ones.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from os import PathLike, fspath

from firsthand.evidence.judge import record_of
from firsthand.evidence.statement import Record, Statement
from firsthand.evidence.telling import Surroundings
from firsthand.export.page import fragment
from firsthand.export.terminal import as_text
from firsthand.ingest.load import Received, load
from firsthand.ingest.receive import receive
from firsthand.ingest.report import Report, ReportKind
from firsthand.reading.attribution import Attribution
from firsthand.reading.read import Reader
from firsthand.sources.source import Source
from firsthand.sources.stage import sources_of
from firsthand.text import Span


class ReaderName(StrEnum):
    """Who proposes the attributions: the trained network with rules after it, or rules alone."""

    MODEL = "model"
    RULES = "rules"


@dataclass(frozen=True, slots=True)
class Options:
    """What a person says of a document beforehand, and what they allow.

    `kind` overrides the kind that the document's form shows; `any_language` reads texts that
    are not English, whose attributions will be poor; `allow_private` lets a URL lead into the
    user's own network.
    """

    kind: ReportKind | None = None
    any_language: bool = False
    allow_private: bool = False
    reader: ReaderName = ReaderName.MODEL


@dataclass(frozen=True, slots=True)
class Reading:
    """A report and all that was read of it, in order; no person has reviewed it."""

    record: Record

    @property
    def report(self) -> Report:
        """The report: its text, blocks and what it says of itself."""
        return self.record.report

    @property
    def attributions(self) -> tuple[Attribution, ...]:
        """Who is said to have said what, in order."""
        return self.record.attributions

    @property
    def statements(self) -> tuple[Statement, ...]:
        """The attributions with all that the words show of each."""
        return self.record.statements

    @property
    def sources(self) -> tuple[Source, ...]:
        """Who speaks in the report."""
        return self.record.sources

    def words(self, spans: tuple[Span, ...]) -> tuple[str, ...]:
        """The exact words of a role: `reading.words(attribution.source)`."""
        return tuple(self.report.words(span) for span in spans)

    def __iter__(self) -> Iterator[Attribution]:
        return iter(self.attributions)

    def __len__(self) -> int:
        return len(self.attributions)

    def __str__(self) -> str:
        return as_text(self.record)

    def _repr_html_(self) -> str:
        """What a notebook shows."""
        return fragment(self.record, styled=True)


def read(source: str | PathLike[str], options: Options = Options()) -> Reading:
    """The reading of a file, of a URL, or of standard input (``"-"``).

    Raises a `firsthand.ReportError` that names the document and what is wrong with it.
    """
    return read_received(receive(fspath(source), allow_private=options.allow_private), options)


def read_text(text: str, name: str = "text", options: Options = Options()) -> Reading:
    """The reading of a text at hand; offsets refer to `text` itself."""
    content = text.encode("utf-8", "surrogatepass")
    return read_received(Received(content, name, text=text), options)


def read_received(received: Received, options: Options = Options()) -> Reading:
    """The reading of bytes as they came: every stage, in order."""
    report = load(received, kind=options.kind, any_language=options.any_language)
    proposing = reader(options.reader)
    found = proposing.read(report)
    around = Surroundings.of(report, found.page)
    sources = sources_of(report, found, around.sentences)
    return Reading(replace(record_of(report, found, around, sources), reader=proposing.name))


def reader(name: ReaderName) -> Reader:
    """The reader of this name; each is imported only when it is asked for."""
    if name is ReaderName.RULES:
        from firsthand.reading.rules.reader import RulesReader

        return RulesReader()
    from firsthand.reading.reader import ModelReader

    return ModelReader()
