"""The stages in order: how bytes become a reading.

    bytes -> Report -> Attributions
             ingest    reading

Each stage is a function of the one before and imports only earlier ones.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from os import PathLike, fspath

from firsthand.export.page import fragment
from firsthand.export.terminal import as_text
from firsthand.ingest.load import Received, load
from firsthand.ingest.receive import receive
from firsthand.ingest.report import Report, ReportKind
from firsthand.reading.attribution import Attribution, Reader
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
    """A report and the attributions proposed for it, in order; no person has reviewed them."""

    report: Report
    attributions: tuple[Attribution, ...]

    def words(self, spans: tuple[Span, ...]) -> tuple[str, ...]:
        """The exact words of a role: `reading.words(attribution.source)`."""
        return tuple(self.report.words(span) for span in spans)

    def __iter__(self) -> Iterator[Attribution]:
        return iter(self.attributions)

    def __len__(self) -> int:
        return len(self.attributions)

    def __str__(self) -> str:
        return as_text(self.report, self.attributions)

    def _repr_html_(self) -> str:
        """What a notebook shows."""
        return fragment(self.report, self.attributions, styled=True)


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
    attributions = reader(options.reader).read(report)
    return Reading(report, attributions)


def reader(name: ReaderName) -> Reader:
    """The reader of this name; each is imported only when it is asked for."""
    if name is ReaderName.RULES:
        from firsthand.reading.rules.reader import RulesReader

        return RulesReader()
    from firsthand.reading.reader import ModelReader

    return ModelReader()
