"""`firsthand note`: words of a reviewer beside a report or a statement."""

from __future__ import annotations

from typing import Annotated

import typer

from firsthand.case.judgements import Noted, SourceRef
from firsthand.cli.opened import By, Where, meant, writing
from firsthand.cli.recorded import record
from firsthand.errors import BadJudgement


def note(
    case: Where,
    name: Annotated[str, typer.Argument(metavar="ID", help="A report or a statement.")],
    text: Annotated[str, typer.Argument(metavar="TEXT", help="What is to be remembered.")],
    by: By = None,
) -> None:
    """Put a note beside a report or a statement."""
    with writing(case, by) as opened:
        found = meant(opened, name)
        if not text.strip():
            raise BadJudgement(opened.name, "a note is empty")
        if isinstance(found, SourceRef):
            raise BadJudgement(opened.name, "a note is of a report or of a statement")
        if isinstance(found, str):
            record(opened, Noted(found, None, text))
        else:
            record(opened, Noted(found.report, found.statement, text))
