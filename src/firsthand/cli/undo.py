"""`firsthand undo`: an event of the log counts no longer."""

from __future__ import annotations

from typing import Annotated

import typer

from firsthand.cli.console import complain, say
from firsthand.cli.opened import By, Reason, Where, writing


def undo(
    case: Where,
    number: Annotated[
        int,
        typer.Argument(
            min=1, max=2**31 - 1, metavar="NUMBER", help="The event, as `log` numbers it."
        ),
    ],
    reason: Reason = "",
    by: By = None,
) -> None:
    """Have an event count no longer; it stays in the log, and an undoing can be undone."""
    with writing(case, by) as opened:
        before = {row.id for row in opened.reports()}
        entry = opened.undo(number, reason)
        say(f"Event {entry.number} undoes event {number}.")
        for report in sorted(before - {row.id for row in opened.reports()}):
            complain(
                f"Report {report} is in no list now; its bytes and its log are kept. "
                f"`firsthand undo {opened.name} {entry.number}` brings it back."
            )
