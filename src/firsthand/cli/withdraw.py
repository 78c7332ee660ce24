"""`firsthand withdraw`: something that was published or said was taken back."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Annotated

import typer

from firsthand.case.judgements import SourceRef, WithdrawalKind
from firsthand.cli.opened import By, Reason, Where, meant, sheet, writing
from firsthand.cli.recorded import record

if TYPE_CHECKING:
    from firsthand.case.listing import StatementRef


def withdraw(
    case: Where,
    name: Annotated[str, typer.Argument(metavar="ID", help="A report, source or statement.")],
    kind: Annotated[WithdrawalKind, typer.Argument(help="How it was taken back.")],
    date: Annotated[
        dt.datetime | None, typer.Option(formats=["%Y-%m-%d"], help="When, as far as known.")
    ] = None,
    reason: Reason = "",
    by: By = None,
) -> None:
    """Record a correction, retraction, recantation or disowned quotation; nothing is hidden."""
    from firsthand.case.judging_report import Taken, withdrawn

    with writing(case, by) as opened:
        found = meant(opened, name)
        page = sheet(opened, found if isinstance(found, str) else found.report)
        day = date.date() if date else None
        record(opened, withdrawn(page, Taken(kind, *_of(found), day, reason)))


def _of(found: str | StatementRef | SourceRef) -> tuple[str | None, tuple[str, ...]]:
    """The source or the statements that it is of; of a whole report neither."""
    if isinstance(found, str):
        return None, ()
    return (found.source, ()) if isinstance(found, SourceRef) else (None, (found.statement,))
