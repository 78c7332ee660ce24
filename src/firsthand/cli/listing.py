"""`firsthand list`: what is in a case, and how much of it nobody has reviewed."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from firsthand.cli.console import put, put_json, say
from firsthand.cli.opened import AsJson, Where, reading

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    from firsthand.case.casefile import Case

_WIDTH = 120


def list_(
    case: Where,
    sources: Annotated[bool, typer.Option("--sources", help="Who speaks, a line each.")] = False,
    statements: Annotated[
        bool, typer.Option("--statements", help="What is said, a few lines each.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """List the reports of a case, or who speaks in them, or what is said."""
    if sources and statements:
        raise typer.BadParameter("--sources and --statements are two lists; ask for one")
    with reading(case) as opened:
        if sources:
            _sources(opened, as_json)
        elif statements:
            _statements(opened, as_json)
        else:
            _reports(opened, as_json)


def _reports(case: Case, as_json: bool) -> None:
    from firsthand.export import case_list

    rows = case.reports()
    if as_json:
        for row in rows:
            _put(row, withdrawn=row.withdrawn.split())
        return
    put(case_list.reports(rows), _WIDTH)
    say(f"{case_list.total(rows)}.")


def _sources(case: Case, as_json: bool) -> None:
    from firsthand.export import case_list

    rows = case.sources()
    if as_json:
        for row in rows:
            _put(row)
        return
    put(case_list.sources(rows), _WIDTH)
    say(f"{case_list.total(case.reports())}.")


def _statements(case: Case, as_json: bool) -> None:
    from firsthand.export import case_json, case_list

    rows = case.reports()
    for row in rows:
        state = case.report(row.id)
        if as_json:
            for line in case_json.listed(state):
                put_json(line)
            continue
        for picture in case_list.statements(state):
            put(picture)
    if not as_json:
        say(f"{case_list.total(rows)}.")


def _put(row: DataclassInstance, **changed: object) -> None:
    """A row with its columns as members; a date as people write it."""
    put_json(json.dumps({**asdict(row), **changed}, ensure_ascii=True, default=str) + "\n")
