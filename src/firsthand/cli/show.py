"""`firsthand show`: one report, statement or source of a case."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from firsthand.case.judgements import SourceRef
from firsthand.cli.console import put, put_json
from firsthand.cli.opened import AsJson, Where, meant, reading
from firsthand.errors import NotInCase

if TYPE_CHECKING:
    from firsthand.case.casefile import Case
    from firsthand.case.listing import ReportRow, StatementRef


def show(
    case: Where,
    name: Annotated[
        str, typer.Argument(metavar="ID", help="The start of an id, or a report's file name.")
    ],
    as_json: AsJson = False,
) -> None:
    """Show a report, a statement or a source as it stands, the machine's answer beside it."""
    with reading(case) as opened:
        found = meant(opened, name)
        if isinstance(found, str):
            _report(opened, found, as_json)
        elif isinstance(found, SourceRef):
            _source(opened, found, as_json)
        else:
            _statement(opened, found, as_json)


def _report(case: Case, report: str, as_json: bool) -> None:
    from firsthand.export import case_json, case_show

    state = case.report(report)
    if as_json:
        put_json(case_json.line(state))
        return
    rows = case.reports()
    told = [f"It rests on a report with a {k}" for r in rows if r.id == report for k in _kinds(r)]
    put(case_show.picture(state, [*told, *(_beside(r) for r in rows if _leads(r, report))]))


def _kinds(row: ReportRow) -> list[str]:
    return row.rests_on.split()


def _leads(row: ReportRow, report: str) -> bool:
    return report in (row.version_of, row.copy_of)


def _beside(row: ReportRow) -> str:
    from firsthand.export.case_words import file_name, short

    kind = "version" if row.version_of else "copy"
    date = row.published or "no date stated"
    return f"Another {kind}: {short(row.id)}, {date}, {file_name(row.received_from)}"


def _statement(case: Case, found: StatementRef, as_json: bool) -> None:
    from firsthand.export import case_card, case_json

    state = case.report(found.report)
    if as_json:
        put_json(case_json.statement(state, found.statement))
        return
    put(case_card.card(state, found.statement, f"Statement {found.statement}"))
    put(case_card.history(state, found.statement))


def _source(case: Case, found: SourceRef, as_json: bool) -> None:
    from firsthand.export import case_list

    rows = case.sources()
    own = next((row for row in rows if row.id == found.source), None)
    if own is None:
        raise NotInCase(case.name, f"no source {found.source}")
    one = [row for row in rows if row.person == own.person]
    if as_json:
        for row in one:
            put_json(json.dumps(asdict(row), ensure_ascii=True) + "\n")
        return
    put(case_list.sources(one), 120)
    ids = {row.id for row in one}
    for report in dict.fromkeys(row.report for row in one):
        for picture in case_list.statements(case.report(report), of=ids):
            put(picture)
