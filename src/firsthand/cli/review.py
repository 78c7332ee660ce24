"""`firsthand review`: what nobody has decided on, a statement at a time, one key each."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from firsthand.cli.console import OUT, say
from firsthand.cli.opened import By, Where, writing
from firsthand.errors import OutputError
from firsthand.export.words import counted

if TYPE_CHECKING:
    from firsthand.case.casefile import Case
    from firsthand.case.listing import StatementRef


def review(
    case: Where,
    report: Annotated[
        str | None, typer.Option(metavar="REPORT", help="Only statements of this report.")
    ] = None,
    query: Annotated[
        str | None, typer.Option(metavar="QUERY", help="Only statements that `search` finds.")
    ] = None,
    by: By = None,
) -> None:
    """Go through the unreviewed statements: accept, reject, correct, from the keyboard."""
    from firsthand.cli.keys import key_by_key
    from firsthand.cli.reviewing import Reviewing

    if not sys.stdin.isatty() or not OUT.is_terminal:
        why = "review needs a terminal; in a script use `firsthand judge` and `firsthand correct`"
        raise OutputError(why)
    with writing(case, by) as opened:
        queue = _queue(opened, report, query)
        with key_by_key() as keys:
            session = Reviewing(opened, queue, keys)
            session.run()
        done, left = counted(len(session.decided), "statement"), len(opened.unreviewed())
        say(f"You decided on {done}. {counted(left, 'statement')} of {opened.name} unreviewed.")


def _queue(case: Case, report: str | None, query: str | None) -> list[StatementRef]:
    """The unreviewed statements that were asked for, in the order of reports and pages."""
    queue = case.unreviewed()
    if report:
        only = case.find_report(report)
        queue = [ref for ref in queue if ref.report == only]
    if query:
        hits = case.search(query, limit=None).hits
        found = {told.id for hit in hits for told in hit.statements}
        queue = [ref for ref in queue if ref.statement in found]
    return queue
