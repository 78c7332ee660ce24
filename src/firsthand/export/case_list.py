"""The lists of a case in a terminal: its reports, its sources, its statements."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from rich import box
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from firsthand.case.state import Held, State
from firsthand.export.case_show import Stood, stood
from firsthand.export.case_words import STYLES, file_name, short
from firsthand.export.terminal_table import LOUD_STYLE
from firsthand.export.visible import on_one_line
from firsthand.export.words import counted, plain

if TYPE_CHECKING:
    from firsthand.case.listing import ReportRow, SourceRow


def reports(rows: Iterable[ReportRow]) -> RenderableType:
    """A row a report: where it is from, and how much of it nobody has looked at."""
    made = _table("Id", "Date", "Outlet and title", "Statements", "Unreviewed", "Beside")
    for row in rows:
        date = row.published.isoformat() if row.published else "no date"
        made.add_row(
            short(row.id),
            date,
            _called(row),
            str(row.statements),
            _left(row.unreviewed),
            _marks(row),
        )
    return made


def _table(*names: str) -> Table:
    made = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for name in names:
        numbers = name in ("Statements", "Unreviewed")
        made.add_column(
            name, justify="right" if numbers else "left", no_wrap=name in ("Id", "Person", "Date")
        )
    return made


def _called(row: ReportRow) -> Text:
    outlet = on_one_line(row.outlet or "outlet not stated")
    title = on_one_line(row.title) if row.title else file_name(row.received_from)
    return Text.assemble((outlet, "bold" if row.outlet else "italic"), f"  {title}")


def _left(count: int) -> Text:
    return Text(str(count), style="yellow" if count else "green")


def _marks(row: ReportRow) -> Text:
    """What makes a report more than one of many: withdrawn, a copy, a version."""
    told = [(word, LOUD_STYLE) for word in row.withdrawn.split()]
    told += [(f"copy of {short(row.copy_of)}", "magenta")] if row.copy_of else []
    told += [(f"version of {short(row.version_of)}", "magenta")] if row.version_of else []
    told += [(f"rests on a report with a {kind}", LOUD_STYLE) for kind in row.rests_on.split()]
    told += [(f"{row.unplaced} not placed", "magenta")] if row.unplaced else []
    return Text(", ").join(Text(words, style=style) for words, style in told)


def total(rows: Sequence[ReportRow]) -> str:
    """The line below a list: "11 reports, 214 statements, 203 unreviewed"."""
    told = sum(row.statements for row in rows)
    left = sum(row.unreviewed for row in rows)
    return f"{counted(len(rows), 'report')}, {counted(told, 'statement')}, {left} unreviewed"


def sources(rows: Iterable[SourceRow]) -> RenderableType:
    """A row a source; those whom a person said to be one stand together under one id."""
    made = _table("Person", "Id", "Name", "Kind", "Statements", "Report")
    for row in rows:
        person = short(row.person) if row.person != row.id else ""
        kind = row.kind.replace("_", " ")
        name = Text(on_one_line(row.name), style="cyan")
        made.add_row(person, short(row.id), name, kind, str(row.statements), short(row.report))
    return made


def statements(state: State, of: Collection[str] | None = None) -> Iterator[RenderableType]:
    """Statements of a report, all or those of some sources; loud circumstances before the words."""
    chosen = (s for s in stood(state) if of is None or s.held.now.speaker.source in of)
    for s in chosen:
        yield _first(s)
        for mark in s.listed.marks:
            yield Text.assemble("          ", (mark.label.upper(), LOUD_STYLE), f" {mark.words}")
        yield Text(f"          {s.listed.content}")


def _first(s: Stood) -> Text:
    basis = plain(s.held.now.basis.kind)
    name = s.listed.leads_to or s.listed.source or "no source stated"
    return Text.assemble(
        (short(s.held.id), "dim"), "  ", (name, "bold cyan"), f"  basis {basis}  ",
        (s.held.review.value, STYLES[s.held.review]), (_taken_back(s.held), LOUD_STYLE),
    )  # fmt: skip


def _taken_back(held: Held) -> str:
    kinds = dict.fromkeys(w.event.kind.value for w in held.withdrawn)
    return f"  {', '.join(kinds)}" if kinds else ""
