"""The two streams of every command: what was found, and what there is to say about it."""

from __future__ import annotations

from rich.console import Console

from firsthand.export.visible import on_one_line

OUT = Console(highlight=False)
ERR = Console(stderr=True, highlight=False, soft_wrap=True)


def complain(message: str) -> None:
    """One line on the error stream, safe to show whatever the document is called."""
    ERR.print(on_one_line(message), markup=False)
