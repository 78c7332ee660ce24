"""A bar with rate and time left, where a person waits for more than one report."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
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

from firsthand.cli.console import ERR, OUT

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


def bar_console(as_json: bool) -> Console:
    """The bar shares the console of the pictures, and stays clear of JSON on a terminal."""
    if OUT.is_terminal:
        return Console(quiet=True, force_terminal=False) if as_json else OUT
    return ERR


@contextmanager
def counted_bar(label: str, console: Console) -> Iterator[Callable[[int, int], None]]:
    """A bar for what tells how many of how many are done; nothing where nobody watches."""
    with Progress(
        TextColumn(label), BarColumn(), TimeRemainingColumn(),
        console=console, transient=True, redirect_stdout=False, disable=not console.is_terminal,
    ) as bar:  # fmt: skip
        task = bar.add_task(label, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)
