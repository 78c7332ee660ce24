"""Firsthand shows, for every allegation, who says so, through whom, and in which words.

The stages, in the order in which a document goes through them:

    ingest    bytes to a `Report`: one text, cut into blocks, each led back to the original
    reading   a `Report` to its `Attribution`s: source, cue and content, as spans of the text
    sources   the `Attribution`s to the `Source`s who speak in the report
    evidence  all of it to the `Record`: a `Statement` for each attribution, with how its source
              would know, through whom and how strongly; and what has no source

    case      all of it kept: an append-only record of reports and of what people decided

`read` does all but the last. Whatever they give is proposed by a program and reviewed by nobody.
"""

from importlib.metadata import version
from typing import TYPE_CHECKING

from firsthand.errors import CaseError, FirsthandError, ReportError
from firsthand.evidence.statement import Asserted, Caveat, OwnVoice, Record, Statement
from firsthand.evidence.values import (
    FIRST_HAND,
    BasisKind,
    CircumstanceKind,
    Connection,
    ForceLevel,
    Mood,
    Polarity,
    RelayKind,
    ResponseKind,
    StanceKind,
)
from firsthand.ingest.report import Block, BlockKind, Link, Note, Place, Report, ReportKind
from firsthand.pipeline import Options, ReaderName, Reading, read, read_text
from firsthand.reading.attribution import Attribution, AttributionKind
from firsthand.sources.source import ProfileField, Source, SourceKind
from firsthand.text import Span

__version__ = version("firsthand")

if TYPE_CHECKING:
    from firsthand.case.casefile import Case


def __getattr__(name: str) -> object:
    """`Case` is imported when it is first asked for: reading a page needs no database."""
    if name == "Case":
        from firsthand.case.casefile import Case

        return Case
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


__all__ = [
    "FIRST_HAND",
    "Asserted",
    "Attribution",
    "AttributionKind",
    "BasisKind",
    "Block",
    "BlockKind",
    "Case",
    "CaseError",
    "Caveat",
    "CircumstanceKind",
    "Connection",
    "FirsthandError",
    "ForceLevel",
    "Link",
    "Mood",
    "Note",
    "Options",
    "OwnVoice",
    "Place",
    "Polarity",
    "ProfileField",
    "ReaderName",
    "Reading",
    "Record",
    "RelayKind",
    "Report",
    "ReportError",
    "ReportKind",
    "ResponseKind",
    "Source",
    "SourceKind",
    "Span",
    "StanceKind",
    "Statement",
    "__version__",
    "read",
    "read_text",
]
