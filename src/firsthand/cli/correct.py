"""`firsthand correct`: what a reader or a report got wrong, set right by a person."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from firsthand.case.judgements import ReportField, SourceRef
from firsthand.cli.opened import By, Reason, Where, meant, sheet, writing
from firsthand.cli.recorded import record
from firsthand.errors import BadJudgement

if TYPE_CHECKING:
    from firsthand.case.casefile import Case
    from firsthand.case.events import Event
    from firsthand.case.listing import StatementRef

_LINKS = (ReportField.COPY_OF.value, ReportField.VERSION_OF.value)

HELP = """Set right a field of a report or of a statement; the machine's answer stays beside it.

A report: title, outlet, author, date, kind, copy_of, version_of (unknown takes one away), or
block, the kind of the block in which --words stand. A statement: speaker (a name, an id, or
nobody), basis, force, kind, via, or the words of source, cue or content.
"""


def correct(
    case: Where,
    name: Annotated[
        str, typer.Argument(metavar="ID", help="A report or a statement: the start of its id.")
    ],
    field: Annotated[str, typer.Argument(metavar="FIELD", help="What is to be set right.")],
    value: Annotated[str, typer.Argument(metavar="VALUE", help="What it should be.")],
    words: Annotated[
        str, typer.Option("--words", metavar="QUOTE", help="Words of the report that show it.")
    ] = "",
    heard_from: Annotated[
        str, typer.Option("--heard-from", metavar="QUOTE", help="Of the basis heard: from whom.")
    ] = "",
    reason: Reason = "",
    by: By = None,
) -> None:
    with writing(case, by) as opened:
        found = meant(opened, name)
        if isinstance(found, SourceRef):
            why = "a source is not corrected; correct a statement's speaker, merge or split"
            raise BadJudgement(opened.name, why)
        if isinstance(found, str):
            event = _of_report(opened, found, field, value, words, reason)
        else:
            event = _of_statement(opened, found, field, value, words, heard_from, reason)
        record(opened, event)


correct.__doc__ = HELP


def _of_report(case: Case, report: str, field: str, value: str, words: str, reason: str) -> Event:
    from firsthand.case.judging_report import UNKNOWN, event_of_field

    named = field.replace("-", "_")
    if named in _LINKS and value.casefold() not in UNKNOWN:
        value = case.find_report(value)
    return event_of_field(sheet(case, report), named, value, words, reason)


def _of_statement(
    case: Case,
    found: StatementRef,
    field: str,
    value: str,
    words: str,
    heard_from: str,
    reason: str,
) -> Event:
    from firsthand.case.judging import Correction, StatementField, corrected, value_of

    page = sheet(case, found.report)
    named = value_of(page, StatementField, field, "field of a statement")
    said = Correction(named, value, words, reason, heard_from)
    return corrected(page, found.statement, said)
