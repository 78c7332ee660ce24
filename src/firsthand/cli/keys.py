"""Keys and lines that a person types, one key at a time, without a return after it."""

from __future__ import annotations

import codecs
import os
import re
import sys
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import typer

_END: Final = "\x04"
"""Ctrl-D, which a terminal hands on where it hands on every key."""
_DELETE: Final = frozenset({"\x7f", "\b"})
_SEQUENCE: Final = re.compile(r"\x1b(?:\[[0-9;?]*[@-~]|O.|.)?|[\x00\xe0].", re.DOTALL)
"""What an arrow and its like send: none of it is a key that means anything."""


class Keys:
    """What is typed; keys that came in one go are kept and given one by one."""

    def __init__(self) -> None:
        self._typed: deque[str] = deque()
        self._decoded = codecs.getincrementaldecoder("utf-8")("replace")

    def next(self) -> str:
        """The next key; raises `EOFError` where the person ends it."""
        while not self._typed:
            self._typed.extend(_SEQUENCE.sub("", self._read()))
        key = self._typed.popleft()
        if key == _END:
            raise EOFError
        return key

    def _read(self) -> str:
        try:
            if sys.platform == "win32":
                return typer.getchar()
            typed = os.read(sys.stdin.fileno(), 1024)
        except KeyboardInterrupt as error:
            raise EOFError from error
        if not typed:
            raise EOFError
        return self._decoded.decode(typed)

    def line(self, label: str) -> str:
        """A line that is typed behind a label, up to return; it can be left empty."""
        typer.echo(f"{label}: ", nl=False)
        typed = list[str]()
        while (key := self.next()) not in ("\r", "\n"):
            if key in _DELETE and typed:
                typed.pop()
                typer.echo("\b \b", nl=False)
            elif key.isprintable():
                typed.append(key)
                typer.echo(key, nl=False)
        typer.echo()
        return "".join(typed).strip()

    def one_of(self, label: str, choices: dict[str, str]) -> str:
        """The choice whose key is pressed; '' where another key is."""
        shown = "  ".join(f"{key} {name}" for key, name in choices.items())
        typer.echo(f"{label}: {shown}")
        return choices.get(self.next(), "")


@contextmanager
def key_by_key() -> Iterator[Keys]:
    """The terminal hands on each key at once and shows none, until the end.

    It is set once, and what was typed before is kept: setting it anew for each key, as
    `typer.getchar` does, loses the keys of whoever is quicker than the screen.
    """
    if sys.platform == "win32":
        yield Keys()
        return
    import termios
    import tty

    terminal = sys.stdin.fileno()
    before = termios.tcgetattr(terminal)
    tty.setcbreak(terminal, termios.TCSADRAIN)
    try:
        yield Keys()
    finally:
        termios.tcsetattr(terminal, termios.TCSADRAIN, before)
