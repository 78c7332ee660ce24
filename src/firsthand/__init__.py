"""Firsthand shows, for every allegation, who says so, through whom, and in which words.

The stages, in the order in which a document goes through them:

    ingest    bytes to a `Report`: one text, cut into blocks, each led back to the original
    reading   a `Report` to its `Attribution`s: source, cue and content, as spans of the text

`read` does all of them. Whatever they give is proposed by a program and reviewed by nobody.
"""

from importlib.metadata import version

from firsthand.errors import FirsthandError, ReportError
from firsthand.ingest.report import Block, BlockKind, Link, Note, Place, Report, ReportKind
from firsthand.pipeline import Options, ReaderName, Reading, read, read_text
from firsthand.reading.attribution import Attribution, AttributionKind
from firsthand.text import Span

__version__ = version("firsthand")

__all__ = [
    "Attribution",
    "AttributionKind",
    "Block",
    "BlockKind",
    "FirsthandError",
    "Link",
    "Note",
    "Options",
    "Place",
    "ReaderName",
    "Reading",
    "Report",
    "ReportError",
    "ReportKind",
    "Span",
    "__version__",
    "read",
    "read_text",
]
