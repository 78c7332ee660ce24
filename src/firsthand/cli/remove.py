"""`firsthand remove`: a report is erased from a case for good."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from firsthand.cli.console import OUT, complain, say
from firsthand.cli.opened import By, Where, writing
from firsthand.export.visible import on_one_line
from firsthand.export.words import counted

if TYPE_CHECKING:
    from firsthand.case.casefile import Case
    from firsthand.case.erase import Removal


def remove(
    case: Where,
    report: Annotated[str, typer.Argument(metavar="REPORT", help="Its id, or its file name.")],
    reason: Annotated[str, typer.Option(help="Why. It stays in the log, so name nobody in it.")],
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    by: By = None,
) -> None:
    """Erase a report: its bytes, its text, all that was read of it and decided about it."""
    with writing(case, by) as opened:
        found = opened.find_erasable(report)
        if not yes and not _agreed(opened, found):
            complain("Nothing was erased.")
            raise typer.Exit(1)
        _tell(opened, opened.remove(found, reason))


def _agreed(case: Case, report: str) -> bool:
    if not sys.stdin.isatty() or not OUT.is_terminal:
        complain("remove asks on a terminal; give --yes where there is none")
        return False
    told = [row.title or row.received_from for row in case.reports() if row.id == report]
    name = on_one_line(" ".join([report, *(told or ["(its adding was undone)"])]))
    complain("The reason stays in the log for good: name nobody in it.")
    return typer.confirm(f"Erase {name} for good?")


def _tell(case: Case, removal: Removal) -> None:
    """What is left elsewhere, which no erasure here can reach."""
    erased = counted(len(removal.erased), "event")
    say(f"Erased. {erased} of {case.name} are empty now; event {removal.entry.number} says so.")
    if removal.exported:
        numbers = ", ".join(map(str, removal.exported))
        complain(f"It had left the case before (events {numbers}): those files still hold it.")
    for backup in removal.backups:
        complain(f"{backup} still holds it: a backup made before the case was brought up to date.")
    complain("Copies of the case file made before still hold it.")
