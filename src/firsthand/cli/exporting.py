"""`firsthand export`: reports leave a case, with their review, and the log says so."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from firsthand.case.events import ExportFormat
from firsthand.cli.console import output, say
from firsthand.cli.opened import By, Where, writing
from firsthand.cli.whole_file import WholeFile
from firsthand.export.words import counted

if TYPE_CHECKING:
    from firsthand.case.casefile import Case

Write = Callable[[bytes], object]

_FORMATS: Final = (ExportFormat.JSON, ExportFormat.PAGE, ExportFormat.ORIGINAL)


def export(
    case: Where,
    reports: Annotated[
        list[str] | None, typer.Argument(metavar="[REPORT...]", help="Which; else all.")
    ] = None,
    to_json: Annotated[
        str | None, typer.Option("--json", metavar="FILE", help="A line a report; - for output.")
    ] = None,
    to_html: Annotated[
        str | None, typer.Option("--html", metavar="FILE", help="One self-contained page.")
    ] = None,
    original: Annotated[
        str | None, typer.Option(metavar="FILE", help="One report's bytes as received.")
    ] = None,
    by: By = None,
) -> None:
    """Write reports with all that was decided; the log keeps who exported what."""
    given = (to_json, to_html, original)
    asked = [(f, name) for f, name in zip(_FORMATS, given, strict=True) if name is not None]
    if len(asked) != 1:
        raise typer.BadParameter("give one of --json FILE, --html FILE and --original FILE")
    ((format, name),) = asked
    with writing(case, by) as opened:
        ids = list(dict.fromkeys(opened.find_report(named) for named in reports or ()))
        if format is ExportFormat.ORIGINAL and len(ids) != 1:
            raise typer.BadParameter("--original is of one report; name it")
        _export(opened, ids or [row.id for row in opened.reports()], name, format)


def _export(case: Case, ids: list[str], name: str, format: ExportFormat) -> None:
    """The log says so before anything is out: nothing leaves without a trace."""
    put = _PUT[format]
    if name == "-":
        case.export(ids, format)
        with output() as stream:
            put(case, ids, stream.buffer.write)
        return
    with WholeFile(Path(name)) as file:
        put(case, ids, file.write)
        entry = case.export(ids, format)
    left = sum(row.unreviewed for row in case.reports() if row.id in set(ids))
    told = f"{counted(len(ids), 'report')}, {counted(left, 'statement')} unreviewed"
    say(f"Wrote {name}: {told}. Event {entry.number} says so.")


def _json(case: Case, ids: list[str], write: Write) -> None:
    from firsthand.export import case_json

    for report in ids:
        write(case_json.line(case.report(report)).encode())


def _page(case: Case, ids: list[str], write: Write) -> None:
    from firsthand.export import case_page, page

    for number, report in enumerate(ids):
        state = case.report(report)
        if not number:
            write(page.head(case_page.title(state)).encode("utf-8", "replace"))
        write(case_page.fragment(state).encode("utf-8", "replace"))
    write(page.tail().encode() if ids else b"")


def _original(case: Case, ids: list[str], write: Write) -> None:
    for report in ids:
        write(case.original(report))


_PUT: Final = {
    ExportFormat.JSON: _json,
    ExportFormat.PAGE: _page,
    ExportFormat.ORIGINAL: _original,
}
