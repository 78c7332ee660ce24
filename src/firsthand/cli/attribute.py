"""`firsthand attribute`: a statement that the reader missed."""

from __future__ import annotations

from typing import Annotated

import typer

from firsthand.cli.opened import By, Reason, Where, sheet, writing
from firsthand.cli.recorded import record


def attribute(
    case: Where,
    report: Annotated[str, typer.Argument(metavar="REPORT", help="Its id, or its file name.")],
    quote: Annotated[
        str, typer.Argument(metavar="QUOTE", help="What is said, in the report's words.")
    ],
    speaker: Annotated[
        str, typer.Option(metavar="NAME", help="Who says it: a name or the id of a source.")
    ] = "",
    cue: Annotated[str, typer.Option(metavar="QUOTE", help="The words that say so.")] = "",
    source: Annotated[str, typer.Option(metavar="QUOTE", help="The words for who speaks.")] = "",
    after: Annotated[
        str, typer.Option(metavar="QUOTE", help="Words before it, where it stands several times.")
    ] = "",
    reason: Reason = "",
    by: By = None,
) -> None:
    """Add a statement that the reader missed, in words of the report."""
    from firsthand.case.missed import Missed, added

    with writing(case, by) as opened:
        page = sheet(opened, opened.find_report(report))
        missed = Missed(quote, speaker, cue, source, after, reason)
        record(opened, added(page, missed))
