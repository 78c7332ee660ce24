"""What was found, as a person reads it in a terminal."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from firsthand.evidence.statement import Record
from firsthand.export.apart import Section, caveats_of, sections
from firsthand.export.listed import Listed, listed
from firsthand.export.people import people
from firsthand.export.shape import SCORES, loud, shape
from firsthand.export.terminal_table import LOUD_STYLE, table
from firsthand.export.told import DEFAULTS
from firsthand.export.visible import on_one_line
from firsthand.export.words import numbered
from firsthand.ingest.report import Report

_WIDTH = 88


def as_text(record: Record) -> str:
    """The same picture as plain text, without colours."""
    return plain_text(picture(record))


def plain_text(picture: RenderableType, width: int = _WIDTH) -> str:
    """Whatever a terminal shows, as text of this width."""
    console = Console(file=io.StringIO(), width=width, color_system=None)
    with console.capture() as captured:
        console.print(picture)
    return "\n".join(line.rstrip() for line in captured.get().rstrip().split("\n"))


def picture(record: Record) -> RenderableType:
    """A report: its shape, its people, its statements in the order of the page, and the rest."""
    return Group(*_head(record), *people_table(record), *_statements(record), *apart(record))


def _head(record: Record) -> Iterator[RenderableType]:
    report = record.report
    yield Rule(Text(on_one_line(report.original.received_from), style="bold"), align="left")
    if report.title:
        yield Text(on_one_line(report.title), style="bold")
    yield Text(f"{about(report)} · SHA-256 {report.original.sha256[:12]}", style="dim")
    yield from (Text(f"{told}.", style="yellow") for told in shape(record))
    yield from (Text(told.upper(), style=LOUD_STYLE) for told in loud(record))
    yield Text(SCORES, style="dim")
    yield from (Text(f"Note: {on_one_line(w)}", style="yellow") for w in report.warnings)
    yield Text()


def about(report: Report) -> str:
    """Outlet, date and kind, where they are known."""
    date = report.published.isoformat() if report.published else "no date stated"
    known = (report.outlet or "outlet not stated", date, report.kind.value.replace("_", " "))
    return " · ".join(map(on_one_line, known))


def people_table(record: Record) -> Iterator[RenderableType]:
    """Who speaks, where anybody does."""
    if rows := people(record):
        yield table(rows)
        yield Text()


def _statements(record: Record) -> Iterator[RenderableType]:
    if record.statements:
        yield Text(DEFAULTS, style="dim")
        yield Text()
    caveats = caveats_of(record)
    for s in listed(record):
        yield beside(str(s.number), who(s))
        yield from (under(line) for line in lines(s, caveats))
        yield Padding(Text(s.about, style="dim"), (0, 0, 1, 5))


def who(s: Listed) -> Text:
    """The words for who speaks, to whom they lead, and the cue."""
    return Text.assemble(
        (s.source or "no source stated", "bold cyan" if s.source else "italic"),
        (f" → {s.leads_to}" if s.leads_to else "", "cyan"),
        (f" ({s.led_by})" if s.led_by else "", "dim"),
        (f" ({s.open})" if s.open else "", "italic"),
        (f"  {s.cue}" if s.cue else "", "green"),
    )


def lines(s: Listed, caveats: Mapping[int, tuple[str, ...]]) -> Iterator[Text]:
    """Marks first: words spoken in custody are never shown before it is said."""
    for mark in s.marks:
        yield Text.assemble((mark.label.upper(), LOUD_STYLE), f" {mark.words}")
    yield Text(s.content)
    for number, line in enumerate(s.facts):
        yield Text(" · ".join(map(str, line)), style="dim" if number else "")
    if s.number in caveats:
        yield Text(f"limited by {', '.join(caveats[s.number])}", style="dim")
    yield from (Text(note, style="dim") for note in s.notes)


def beside(label: str, words: Text) -> Table:
    """A number in the margin, and words that keep to their own column when they wrap."""
    made = Table.grid(padding=(0, 2, 0, 0))
    made.add_column(justify="right", min_width=3, no_wrap=True)
    made.add_column()
    made.add_row(Text(label, style="dim"), words)
    return made


def under(line: RenderableType) -> Padding:
    """A line below those words."""
    return Padding(line, (0, 0, 0, 5))


def apart(record: Record) -> Iterator[RenderableType]:
    """Own voice, caveats, and claims that accounts agree."""
    for section in sections(record):
        yield Text(section.title, style="bold")
        yield Text()
        yield from _passages(section)


def _passages(section: Section) -> Iterator[RenderableType]:
    for passage in section.passages:
        limits = f"limits {numbered(passage.limits)} · " if passage.limits else ""
        yield beside(passage.label, Text(passage.words))
        yield Padding(Text(f"{limits}{passage.about}", style="dim"), (0, 0, 1, 5))
