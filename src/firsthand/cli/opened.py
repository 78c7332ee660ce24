"""What the commands of a case share: how it is opened, who acts, and what an id stands for.

A case is imported when it is opened, so that `firsthand read` never waits for a database.
"""

from __future__ import annotations

import getpass
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from firsthand.case.judgements import SourceRef
from firsthand.cli.console import complain
from firsthand.errors import CaseReadOnly, NotInCase

if TYPE_CHECKING:
    from firsthand.case.casefile import Case
    from firsthand.case.listing import StatementRef
    from firsthand.case.quoting import Sheet

Where = Annotated[
    str, typer.Argument(metavar="CASE", help="A case file, or a postgresql:// address.")
]
By = Annotated[
    str | None,
    typer.Option("--author", envvar="FIRSTHAND_AUTHOR", help="Who acts; else the login name."),
]
Reason = Annotated[str, typer.Option("--reason", help="Why; it is kept in the log.")]
AsJson = Annotated[bool, typer.Option("--json", help="One JSON object a line.")]


def author(given: str | None) -> str:
    """Who acts; raises `typer.BadParameter` where nobody is known by name."""
    if given and given.strip():
        return " ".join(given.split())
    try:
        return getpass.getuser()
    except (ImportError, KeyError, OSError) as error:
        raise typer.BadParameter("no login name is known; give --author") from error


@contextmanager
def writing(where: str, by: str | None) -> Iterator[Case]:
    """The case, open to be changed by this author."""
    from firsthand.case.casefile import Case

    with Case.open(where, author=author(by)) as case:
        _say_migrated(case)
        yield case


@contextmanager
def reading(where: str) -> Iterator[Case]:
    """The case, open to be looked at; an older one is brought up to date first."""
    from firsthand.case.casefile import Case

    try:
        case = Case.open(where, read_only=True)
    except CaseReadOnly:
        case = Case.open(where, author=author(None))
    with case:
        _say_migrated(case)
        yield case


def _say_migrated(case: Case) -> None:
    if made := case.migrated:
        backup = f"; {made.backup} holds it as it was" if made.backup else ""
        complain(f"{case.name}: brought from schema {made.before} to {made.now}{backup}.")


def sheet(case: Case, report: str) -> Sheet:
    """A report as it lies before whoever judges it."""
    from firsthand.case.quoting import Sheet

    return Sheet(case.name, case.report(report))


Meant = "str | StatementRef | SourceRef"


def meant(case: Case, text: str) -> str | StatementRef | SourceRef:
    """The report, statement or source that a person means; raises `NotInCase`."""
    found: list[str | StatementRef | SourceRef] = []
    refused: list[NotInCase] = []
    for find in (case.find_report, case.find_statement, case.find_source):
        try:
            found.append(find(text))
        except NotInCase as error:
            refused.append(error)
    if len(found) > 1:
        raise NotInCase(case.name, f"{text!r} is the start of several ids; give more of it")
    if not found:
        raise _not_found(case, text, refused)
    return found[0]


def _not_found(case: Case, text: str, refused: list[NotInCase]) -> NotInCase:
    """Where several go by it, the error that lists them; else that there is none."""
    listed = [error for error in refused if not error.reason.startswith("no ")]
    none = f"no report, statement or source {text!r}; `firsthand list` shows what there is"
    return listed[0] if listed else NotInCase(case.name, none)
