"""`firsthand rebuild`: every table of a case is made anew from its log."""

from __future__ import annotations

from firsthand.cli.console import say
from firsthand.cli.opened import By, Where, writing
from firsthand.export.words import counted


def rebuild(case: Where, by: By = None) -> None:
    """Make lists and search anew from the log; nothing of the log changes."""
    with writing(case, by) as opened:
        say(f"Rebuilt {opened.name}: {counted(opened.rebuild(), 'report')}.")
