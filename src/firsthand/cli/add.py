"""`firsthand add`: reads reports into a case."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

import typer

from firsthand.cli.adding import Adding, Said
from firsthand.cli.arguments import AllowPrivate, AnyLanguage, Jobs, Kind, Reader, Sources
from firsthand.cli.console import complain, say
from firsthand.cli.failures import list_failures
from firsthand.cli.opened import AsJson, By, Where, writing
from firsthand.cli.progress import bar_console, watched
from firsthand.ingest.receive import named
from firsthand.pipeline import Options, ReaderName


def add(
    case: Where,
    sources: Sources,
    jobs: Jobs = 1,
    kind: Kind = None,
    outlet: Annotated[str | None, typer.Option(help="Who published them.")] = None,
    author_of: Annotated[
        str | None, typer.Option("--author-of", metavar="NAME", help="Who wrote them.")
    ] = None,
    date: Annotated[
        dt.datetime | None,
        typer.Option(formats=["%Y-%m-%d"], help="When they were published."),
    ] = None,
    reader: Reader = ReaderName.MODEL,
    any_language: AnyLanguage = False,
    allow_private: AllowPrivate = False,
    as_json: AsJson = False,
    by: By = None,
) -> None:
    """Read reports into a case: each is stored when it is read, and skipped if it is there."""
    day = date.date().isoformat() if date else None
    said = Said.of(kind=kind, outlet=outlet, author=author_of, date=day)
    documents = list(dict.fromkeys(named(sources)))
    with writing(case, by) as opened:
        adding = Adding(opened, said, Options(kind, any_language, allow_private, reader), as_json)
        try:
            outcomes = adding.outcomes(documents, jobs)
            for outcome in watched(outcomes, len(documents), bar_console(as_json)):
                adding.take(outcome)
        finally:
            (complain if as_json else say)(adding.summary())
        for proposal in adding.versions():
            complain(proposal)
    list_failures(adding.failures, len(documents))
    raise typer.Exit(1 if adding.failures else 0)
