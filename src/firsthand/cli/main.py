"""The command `firsthand`: its sub-commands, and how it ends."""

from __future__ import annotations

import sys
from typing import Annotated

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
    """Runs the command; a closed pipe and Ctrl-C end it without a traceback."""
    try:
        app()
    except FirsthandError as error:
        complain(str(error))
        sys.exit(1)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)
