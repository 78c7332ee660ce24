"""The two streams of every command: what was found, and what there is to say about it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

from rich.console import Console, RenderableType
from rich.text import Text

from firsthand.errors import OutputError
from firsthand.export.terminal import plain_text
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


def say(message: str) -> None:
    """One line of what was done, on the output."""
    with output():
        OUT.print(on_one_line(message), markup=False, soft_wrap=True)


def put(picture: RenderableType, width: int = 100) -> None:
    """A picture in a terminal; elsewhere the same as plain text of this width."""
    with output():
        if OUT.is_terminal:
            OUT.print(picture)
        else:
            OUT.out(plain_text(picture, width))


def put_line(line: Text) -> None:
    """One line, however long."""
    with output():
        OUT.print(line, soft_wrap=True)


def put_json(line: str) -> None:
    """A line of JSON as bytes, so that no terminal's encoding or line end changes it."""
    with output() as stream:
        stream.buffer.write(line.encode())


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
