"""What was found, as a person reads it in a terminal."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator, Sequence

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.text import Text

from firsthand.export.visible import on_one_line, shown
from firsthand.ingest.report import Block, Place, Report
from firsthand.reading.attribution import Attribution
from firsthand.text import Span

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
    about = f"{a.kind.value} · {_where(report, a)} · score {a.score:.2f}"
    yield Padding(Text(about, style="dim"), (0, 0, 1, 5))


def _where(report: Report, a: Attribution) -> str:
    block = next(b for b in report.blocks if b.span.overlaps(a.content[0]))
    return f"{block.kind.value.replace('_', ' ')}, {_placed(_place(block, a.content[0]))}"


def _place(block: Block, span: Span) -> Place:
    return next((p.place for p in block.places if p.span.overlaps(span)), block.places[0].place)


def _placed(place: Place) -> str:
    if place.page is not None:
        return f"page {place.page}"
    return f"line {place.line}" if place.line is not None else f"paragraph {place.paragraph}"
