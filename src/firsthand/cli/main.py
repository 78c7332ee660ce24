"""The command `firsthand`: its sub-commands, and how it ends."""

from __future__ import annotations

import io
import os
import sys
from contextlib import suppress
from typing import Annotated, Final, NoReturn

import typer

from firsthand.cli.add import add
from firsthand.cli.attribute import attribute
from firsthand.cli.case_new import case_app
from firsthand.cli.console import complain
from firsthand.cli.correct import correct
from firsthand.cli.diffing import diff
from firsthand.cli.exporting import export
from firsthand.cli.judge import judge
from firsthand.cli.listing import list_
from firsthand.cli.logging import log
from firsthand.cli.note import note
from firsthand.cli.read import read
from firsthand.cli.rebuild import rebuild
from firsthand.cli.remove import remove
from firsthand.cli.reread import reread
from firsthand.cli.review import review
from firsthand.cli.searching import search
from firsthand.cli.show import show
from firsthand.cli.sources import apart, independent, merge, split
from firsthand.cli.tracing import trace
from firsthand.cli.undo import undo
from firsthand.cli.withdraw import withdraw
from firsthand.errors import FirsthandError

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command()(read)

IN_A_CASE: Final = "In a case file"
app.add_typer(case_app, name="case", rich_help_panel=IN_A_CASE)
app.command("list", rich_help_panel=IN_A_CASE)(list_)
for command in (
    add, show, diff, search, trace, review, judge, correct, attribute, merge, split, apart,
    independent, note, withdraw, remove, log, undo, reread, rebuild, export,
):  # fmt: skip
    app.command(rich_help_panel=IN_A_CASE)(command)


def _version(asked: bool) -> None:
    if asked:
        from importlib.metadata import version

        typer.echo(f"firsthand {version('firsthand')}")
        raise typer.Exit


@app.callback()
def firsthand(
    _: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Shows who says what in news reports and testimony, in which words.

    Everything runs on this machine; whatever is shown is proposed and reviewed by nobody.
    """


def main() -> None:
    """Runs the command; an error, a closed pipe and Ctrl-C end it without a traceback."""
    _write_out_what_an_encoding_lacks()
    try:
        app()
    except FirsthandError as error:
        complain(str(error))
        _end()
    except BrokenPipeError:
        _end()
    except KeyboardInterrupt:
        sys.exit(130)


def _write_out_what_an_encoding_lacks() -> None:
    """In a terminal of ASCII or Latin-1, letters beyond it are shown as escapes."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _end() -> NoReturn:
    """Ends with status 1; what is left for a closed or full output goes nowhere."""
    with suppress(AttributeError, OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(1)
