"""`firsthand diff`: what differs between two reports of a case."""

from __future__ import annotations

from typing import Annotated

import typer

from firsthand.cli.console import put
from firsthand.cli.opened import Where, reading


def diff(
    case: Where,
    old: Annotated[str, typer.Argument(metavar="REPORT", help="The earlier one.")],
    new: Annotated[str, typer.Argument(metavar="REPORT", help="The later one.")],
) -> None:
    """Show what two versions of an article say differently; nothing is hidden."""
    from firsthand.case.diff import diff as difference
    from firsthand.export import case_diff

    with reading(case) as opened:
        before, now = (opened.report(opened.find_report(name)).record.report for name in (old, new))
    put(case_diff.picture(before, now, difference(before, now)))
