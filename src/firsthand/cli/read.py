"""`firsthand read`: what some reports say, and who says it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import ExitStack
from pathlib import Path
from typing import Annotated

import typer

from firsthand.cli.arguments import AllowPrivate, AnyLanguage, Jobs, Kind, Reader, Sources
from firsthand.cli.console import OUT, complain, output, put_json
from firsthand.cli.failures import list_failures
from firsthand.cli.jobs import Failure, Outcome, in_order
from firsthand.cli.page_file import PageFile
from firsthand.cli.progress import bar_console, watched
from firsthand.export import jsonl, terminal
from firsthand.ingest.receive import named
from firsthand.pipeline import Options, ReaderName, Reading


def read(
    sources: Sources,
    as_json: Annotated[
        bool, typer.Option("--json", help="One JSON object a line for each report.")
    ] = False,
    html: Annotated[
        Path | None, typer.Option("--html", metavar="PAGE", help="Write one self-contained page.")
    ] = None,
    kind: Kind = None,
    jobs: Jobs = 1,
    reader: Reader = ReaderName.MODEL,
    any_language: AnyLanguage = False,
    allow_private: AllowPrivate = False,
) -> None:
    """Show the statements in reports and who is said to make them: proposed, unreviewed."""
    with ExitStack() as opened:
        documents = list(dict.fromkeys(named(sources)))
        page = opened.enter_context(PageFile(html, documents)) if html else None
        outcomes = in_order(documents, Options(kind, any_language, allow_private, reader), jobs)
        bar = bar_console(as_json)
        failures = _put_out(watched(outcomes, len(documents), bar), _sinks(as_json, page))
    _say_what_was_written(page)
    list_failures(failures, len(documents))
    raise typer.Exit(1 if failures else 0)


def _sinks(as_json: bool, page: PageFile | None) -> list[Callable[[Reading], None]]:
    """Where each reading goes: to the page, as JSON to the output, or as a picture."""
    to_page: list[Callable[[Reading], None]] = [page.add] if page else []
    return [*to_page, _put_json] if as_json else to_page or [_put_picture]


def _put_out(
    outcomes: Iterable[Outcome], sinks: Iterable[Callable[[Reading], None]]
) -> list[Failure]:
    failures = []
    for outcome in outcomes:
        if isinstance(outcome, Failure):
            failures.append(outcome)
            continue
        for put in sinks:
            put(outcome)
    return failures


def _put_json(reading: Reading) -> None:
    put_json(jsonl.line(reading.record))
    _warn(reading)


def _warn(reading: Reading) -> None:
    for warning in reading.report.warnings:
        complain(f"{reading.report.original.received_from}: {warning}")


def _put_picture(reading: Reading) -> None:
    with output():
        if OUT.is_terminal:
            OUT.print(terminal.picture(reading.record))
        else:
            OUT.out(terminal.as_text(reading.record), end="\n\n")


def _say_what_was_written(page: PageFile | None) -> None:
    if page and page.count:
        reports = "1 report" if page.count == 1 else f"{page.count} reports"
        complain(f"Wrote {page.path}: {reports}, all statements proposed and unreviewed.")
