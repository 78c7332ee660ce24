"""`firsthand reread`: a newer reader reads the reports again; people's decisions go along."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from firsthand.case.judgements import ReportField
from firsthand.cli.arguments import Jobs, Reader
from firsthand.cli.console import complain, say
from firsthand.cli.failures import list_failures
from firsthand.cli.jobs import Failure, Task, read_all
from firsthand.cli.opened import By, Where, writing
from firsthand.cli.progress import bar_console, watched
from firsthand.export.case_words import short
from firsthand.export.words import counted
from firsthand.ingest.load import Received
from firsthand.pipeline import Options, ReaderName

if TYPE_CHECKING:
    from firsthand.case.casefile import Case
    from firsthand.case.rereading import Reread


def reread(
    case: Where,
    reports: Annotated[
        list[str] | None, typer.Argument(metavar="[REPORT...]", help="Which; else all.")
    ] = None,
    jobs: Jobs = 1,
    reader: Reader = ReaderName.MODEL,
    by: By = None,
) -> None:
    """Read reports again; decisions are kept, and those whose words are gone are listed."""
    failures, changed = list[Failure](), 0
    with writing(case, by) as opened:
        ids = [opened.find_report(name) for name in reports or ()]
        ids = ids or [row.id for row in opened.reports()]
        outcomes = read_all(_tasks(opened, ids, reader), jobs)
        for outcome in watched(outcomes, len(ids), bar_console(False)):
            if isinstance(outcome, Failure):
                failures.append(outcome)
            else:
                changed += _told(opened.reread(outcome.record))
        say(f"Read {counted(len(ids) - len(failures), 'report')} again: {changed} changed.")
    list_failures(failures, len(ids))
    raise typer.Exit(1 if failures else 0)


def _tasks(case: Case, ids: Iterable[str], reader: ReaderName) -> Iterator[Task | Failure]:
    """Each report's bytes as received, with the kind that a person gave it."""
    for report in ids:
        state = case.report(report)
        given = ReportField.KIND in {field for field, _ in state.fields}
        options = Options(
            kind=state.record.report.kind if given else None, any_language=True, reader=reader
        )
        name, media = state.original.received_from, state.original.media_type
        yield Task(Received(case.original(report), name, media), options)


def _told(again: Reread) -> bool:
    for lost in again.unplaced:
        quote = f"“{lost.quote}”"
        complain(f"report {short(again.report)}: {short(lost.before)} is not found now: {quote}")
    for name in again.lost_sources:
        complain(f"report {short(again.report)}: the merged source {name} is not named now")
    return again.entry is not None
