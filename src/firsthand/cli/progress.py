"""A bar with rate and time left, where a person waits for more than one report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    Task,
    TextColumn,
    TimeRemainingColumn,
)
from rich.text import Text

T = TypeVar("T")


class _Rate(ProgressColumn):
    def render(self, task: Task) -> Text:
        speed = task.finished_speed or task.speed
        return Text(f"{speed:.1f} reports/s" if speed else "", style="dim")


def watched(items: Iterable[T], total: int, console: Console) -> Iterator[T]:
    """The items as they come, counted on a bar where `console` is a terminal."""
    if total < 2 or not console.is_terminal:
        yield from items
        return
    columns = (
        TextColumn("Reading"),
        BarColumn(),
        MofNCompleteColumn(),
        _Rate(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=console, transient=True, redirect_stdout=False) as bar:
        yield from bar.track(items, total=total)
