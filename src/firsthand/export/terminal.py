"""What was found, as a person reads it in a terminal."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator, Sequence

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.text import Text

from firsthand.export.beside import notes_at, where
from firsthand.export.visible import on_one_line, shown
from firsthand.ingest.report import Report
from firsthand.reading.attribution import Attribution

_WIDTH = 88


def as_text(report: Report, attributions: Sequence[Attribution]) -> str:
    """The same picture as plain text, without colours."""
    console = Console(file=io.StringIO(), width=_WIDTH, color_system=None)
    with console.capture() as captured:
        console.print(picture(report, attributions))
    return "\n".join(line.rstrip() for line in captured.get().rstrip().split("\n"))


def picture(report: Report, attributions: Sequence[Attribution]) -> RenderableType:
    """A report and its proposed statements, in the order of the page."""
    return Group(
        *_head(report, attributions),
        *(line for n, a in enumerate(attributions, 1) for line in _statement(report, n, a)),
    )


def _head(report: Report, attributions: Sequence[Attribution]) -> Iterator[RenderableType]:
    yield Rule(Text(on_one_line(report.original.received_from), style="bold"), align="left")
    if report.title:
        yield Text(on_one_line(report.title), style="bold")
    yield Text(f"{_about(report)} · SHA-256 {report.original.sha256[:12]}", style="dim")
    yield Text(_counted(attributions), style="yellow")
    yield Text("A score is of the marking, never of the person who speaks.", style="dim")
    for warning in report.warnings:
        yield Text(f"Note: {on_one_line(warning)}", style="yellow")
    yield Text()


def _about(report: Report) -> str:
    date = report.published.isoformat() if report.published else "no date stated"
    known = (report.outlet or "outlet not stated", date, report.kind.value.replace("_", " "))
    return " · ".join(map(on_one_line, known))


def _counted(attributions: Sequence[Attribution]) -> str:
    kinds = Counter(a.kind.value for a in attributions)
    parts = ", ".join(f"{count} {kind}" for kind, count in sorted(kinds.items()))
    noun = "statement" if len(attributions) == 1 else "statements"
    return f"{len(attributions)} proposed {noun}{f' ({parts})' if parts else ''}, none reviewed"


def _statement(report: Report, number: int, a: Attribution) -> Iterator[RenderableType]:
    who = Text.assemble(
        (f"{number:>3}  ", "dim"),
        (shown(report, a.source) or "no source stated", "bold cyan" if a.source else "italic"),
        (f"  {shown(report, a.cue)}" if a.cue else "", "green"),
    )
    yield who
    yield Padding(Text(shown(report, a.content)), (0, 0, 0, 5))
    for note in notes_at(report, a):
        yield Padding(Text(note, style="dim"), (0, 0, 0, 5))
    about = f"{a.kind.value} · {where(report, a)} · marking score {a.score:.2f}"
    yield Padding(Text(about, style="dim"), (0, 0, 1, 5))
