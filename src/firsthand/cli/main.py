"""The command `firsthand`: its sub-commands, and how it ends."""

from __future__ import annotations

import io
import os
import sys
from contextlib import suppress
from typing import Annotated, NoReturn

import typer

from firsthand.cli.console import complain
from firsthand.cli.read import read
from firsthand.errors import FirsthandError

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command()(read)


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
