"""Arguments that several commands take: which reports, and how they are read."""

from __future__ import annotations

from typing import Annotated

import typer

from firsthand.ingest.report import ReportKind
from firsthand.pipeline import ReaderName

Sources = Annotated[
    list[str],
    typer.Argument(metavar="REPORT...", help="Files, folders, URLs, or - for standard input."),
]
Kind = Annotated[
    ReportKind | None, typer.Option(help="What the reports are, where their form misleads.")
]
Jobs = Annotated[int, typer.Option(min=1, max=64, help="Reports read at the same time.")]
Reader = Annotated[
    ReaderName, typer.Option(help="Who reads: the trained model, or rules to compare with.")
]
AnyLanguage = Annotated[
    bool, typer.Option("--any-language", help="Read texts that are not English, poorly.")
]
AllowPrivate = Annotated[
    bool, typer.Option("--allow-private", help="Let URLs lead into your own network.")
]
