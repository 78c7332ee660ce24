"""The two streams of every command: what was found, and what there is to say about it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

from rich.console import Console

from firsthand.errors import OutputError
from firsthand.export.visible import on_one_line


def _console(*, stderr: bool = False) -> Console:
    console = Console(stderr=stderr, highlight=False, soft_wrap=stderr)
    console.width = console.width or 80  # some shells say COLUMNS=0, and Rich then prints nothing
    return console


OUT = _console()
ERR = _console(stderr=True)


def complain(message: str) -> None:
    """One line on the error stream, safe to show whatever the document is called."""
    ERR.print(on_one_line(message), markup=False)


@contextmanager
def output() -> Iterator[TextIO]:
    """Standard output; raises `OutputError` where it is closed, or where its disk is full."""
    if sys.stdout is None:
        raise OutputError("standard output is closed")
    try:
        yield sys.stdout
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(f"standard output cannot be written ({error.strerror})") from error
