"""`firsthand judge`: a verdict on one statement, for scripts."""

from __future__ import annotations

from typing import Annotated

import typer

from firsthand.case.judgements import Judged, Verdict
from firsthand.cli.opened import By, Reason, Where, writing
from firsthand.cli.recorded import record

Statement = Annotated[str, typer.Argument(metavar="STATEMENT", help="The start of its id.")]


def judge(
    case: Where,
    statement: Statement,
    verdict: Annotated[Verdict, typer.Argument(help="What you say of it.")],
    reason: Reason = "",
    by: By = None,
) -> None:
    """Accept or reject a proposed statement, or say that you are unsure."""
    with writing(case, by) as opened:
        found = opened.find_statement(statement)
        record(opened, Judged(found.report, found.statement, verdict, reason))
