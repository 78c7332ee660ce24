"""`firsthand trace`: where the statements of a case come from, and through whom."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from firsthand.case.events import ExportFormat
from firsthand.cli.console import ERR, put, put_json, say
from firsthand.cli.opened import By, Where, reading, writing
from firsthand.cli.progress import counted_bar
from firsthand.cli.whole_file import WholeFile
from firsthand.errors import NotInCase

if TYPE_CHECKING:
    from firsthand.case.casefile import Case
    from firsthand.case.tracing import Traced
    from firsthand.export.trace_view import View
    from firsthand.provenance.person import Ref

_WIDTH = 120


def trace(
    case: Where,
    source: Annotated[
        str | None, typer.Option(help="One source: the start of its id, or its name.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object.")] = False,
    to_html: Annotated[
        str | None, typer.Option("--html", metavar="FILE", help="A drawn graph, one page.")
    ] = None,
    false_corroboration: Annotated[
        bool,
        typer.Option("--false-corroboration", help="What looks corroborated and may not be."),
    ] = False,
    placeholders: Annotated[
        bool,
        typer.Option("--placeholders", help="Who unnamed sources may be; the log says you looked."),
    ] = False,
    by: By = None,
) -> None:
    """Show how many originating sources stand behind what the reports of a case carry."""
    _require_one_kind(as_json, to_html, placeholders, source is not None or false_corroboration)
    with writing(case, by) if to_html is not None or placeholders else reading(case) as opened:
        traced = _traced(opened)
        if to_html is not None:
            _page(opened, traced, to_html)
            return
        view = _view(opened, traced, source, false_corroboration)
        if placeholders:
            _placeholders(opened, view)
        elif as_json:
            _json(view)
        else:
            _picture(view)


def _require_one_kind(as_json: bool, to_html: str | None, placeholders: bool, part: bool) -> None:
    if as_json + placeholders + (to_html is not None) > 1:
        raise typer.BadParameter("give one of --json, --html and --placeholders")
    if to_html is not None and part:
        raise typer.BadParameter("--html draws the whole case; leave the other options out")


def _traced(case: Case) -> Traced:
    from firsthand.case import tracing

    with counted_bar("Reading", ERR) as progress:
        filed = tracing.filed_case(case, progress)
    if not ERR.is_terminal:
        return tracing.traced(filed)
    with ERR.status("Comparing the reports"):
        return tracing.traced(filed)


def _view(case: Case, traced: Traced, source: str | None, only_false: bool) -> View:
    from firsthand.export import trace_view

    view = trace_view.everything(traced)
    if source is not None:
        view = trace_view.of_source(view, _named(case, view, source))
        if not view.voices:
            raise NotInCase(case.name, f"no statement by the source {source!r}")
    return trace_view.only_false(view) if only_false else view


def _named(case: Case, view: View, source: str) -> list[Ref]:
    """The source that is meant; by words of a name, as in a search, all who bear them."""
    from firsthand.case.tokens import tokens
    from firsthand.provenance.person import Ref

    wanted, reports = set(tokens(source)), view.trace.reports.values()
    sources = ((r.id, s) for r in reports for s in r.sources)
    bearing = [Ref(r, s.id) for r, s in sources if wanted and wanted <= set(tokens(s.name))]
    if bearing:
        return bearing
    found = case.find_source(source)
    return [Ref(found.report, found.source)]


def _json(view: View) -> None:
    from firsthand.export import trace_json

    put_json(trace_json.line(view))


def _picture(view: View) -> None:
    from firsthand.export import trace_terminal

    put(trace_terminal.picture(view), _WIDTH)


def _placeholders(case: Case, view: View) -> None:
    """The log says so before anything is shown."""
    from firsthand.export import trace_placeholders

    if reports := trace_placeholders.reports(view):
        case.placeholders_shown(reports)
    for picture in trace_placeholders.pictures(view):
        put(picture, _WIDTH)


def _page(case: Case, traced: Traced, name: str) -> None:
    from firsthand.export.trace_page import page
    from firsthand.export.words import counted

    reports = sorted(traced.trace.reports)
    with WholeFile(Path(name)) as file:
        file.write(page(traced.trace, traced.unreviewed).encode("utf-8", "replace"))
        entry = case.export(reports, ExportFormat.PAGE)
    told = f"{counted(len(reports), 'report')}, {counted(traced.unreviewed, 'statement')}"
    say(f"Wrote {name}: {told} unreviewed. Event {entry.number} says so.")
