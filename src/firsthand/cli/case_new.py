"""`firsthand case new`: an empty case."""

from __future__ import annotations

import typer

from firsthand.cli.console import complain, say
from firsthand.cli.opened import By, Where, author

NOT_ENCRYPTED = (
    "It is not encrypted: whoever can read the file, or a copy of it, can read all that is in it. "
    "Keep it on a disk that is encrypted if it could put anybody in danger."
)

case_app = typer.Typer(no_args_is_help=True, help="Make a case file.")


@case_app.callback()
def _case() -> None:
    """Make a case file."""


@case_app.command("new")
def case_new(case: Where, by: By = None) -> None:
    """Make an empty case where nothing is yet."""
    from firsthand.case.casefile import Case

    with Case.new(case, author=author(by)) as made:
        say(f"Made {made.name}. Its head is {made.head()}")
        complain(NOT_ENCRYPTED)
