"""`firsthand log`: everything that ever happened to a case, and whether it is still so."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from firsthand.cli.console import ERR, OUT, complain, put_json, put_line, say
from firsthand.cli.opened import AsJson, Where, reading
from firsthand.cli.progress import counted_bar
from firsthand.export.words import counted

if TYPE_CHECKING:
    from firsthand.case.casefile import Case
    from firsthand.case.log import Head


def log(
    case: Where,
    report: Annotated[
        str | None, typer.Option(metavar="REPORT", help="Only what concerns this report.")
    ] = None,
    verify: Annotated[
        bool, typer.Option("--verify", help="Check everything instead; exit 1 at a fault.")
    ] = False,
    head: Annotated[
        str | None,
        typer.Option(metavar="NUMBER:HASH", help="Check against a head that was printed before."),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """List what happened, by whom and when; or verify that nothing was changed since."""
    expected = None if head is None else _head(head)
    with reading(case) as opened:
        if verify or expected:
            _verify(opened, expected)
        else:
            _list(opened, opened.find_report(report) if report else None, as_json)


def _head(text: str) -> Head:
    from firsthand.case.log import Head

    number, _, digest = text.strip().partition(":")
    if not number.isdecimal() or len(digest) != 64 or set(digest.lower()) - set("0123456789abcdef"):
        raise typer.BadParameter("a head is a number, a colon and 64 digits, as log prints it")
    return Head(int(number), digest.lower())


def _list(case: Case, report: str | None, as_json: bool) -> None:
    from firsthand.export import case_log
    from firsthand.export.jsonl import as_line

    for line in case.log(report=report):
        if as_json:
            put_json(as_line(case_log.member(line)))
        else:
            put_line(case_log.line(line))
    if not as_json:
        say(f"Head {case.head()}")


def _verify(case: Case, expected: Head | None) -> None:
    with counted_bar("Verifying", ERR if not OUT.is_terminal else OUT) as progress:
        found = case.verify(expected, progress)
    if found.is_whole:
        told = (counted(found.events, "event"), counted(found.reports, "report"))
        say(f"ok: {', '.join(told)}, {counted(found.originals, 'original')}. Head {found.head}")
        return
    sys.stdout.flush()
    for fault in found.faults:
        complain(f"{case.name}: {fault}")
    complain(f"{counted(len(found.faults), 'fault')} found; the first is the one to look at.")
    raise typer.Exit(1)
