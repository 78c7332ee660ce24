"""The table of the people in a terminal: four columns, so that it fits the width of a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich import box
from rich.table import Table
from rich.text import Text

from firsthand.export.people import Person
from firsthand.export.words import numbered

LOUD_STYLE = "bold white on red"


def table(people: Iterable[Person]) -> Table:
    """Who speaks, in which statements, how they would know, and what the report says of them."""
    made = Table(box=box.SIMPLE_HEAD, expand=True, show_edge=False, pad_edge=False)
    made.add_column("Source", ratio=27)
    made.add_column("Statements", ratio=15)
    made.add_column("How they would know", ratio=16)
    made.add_column("The report says of them", ratio=30)
    for person in people:
        made.add_row(_name(person), _numbers(person), _bases(person), _known(person))
        made.add_row()
    return made


def _name(person: Person) -> Text:
    style = "bold cyan" if person.id else "italic"
    kind = f"\n{person.kind}" if person.kind else ""
    return Text.assemble((person.name, style), (kind, "dim"))


def _numbers(person: Person) -> str:
    count = len(person.numbers)
    return f"{count}: {numbered(person.numbers)}" if count else "0"


def _bases(person: Person) -> Text:
    style = "bold" if person.first_hand else ""
    return Text(person.bases.replace(", ", "\n") or "–", style=style)


def _known(person: Person) -> Text:
    lines = [*((mark.upper(), LOUD_STYLE) for mark in person.marks), *_quiet(person)]
    told = Text("\n").join(Text(words, style=style) for words, style in lines)
    return told if lines else Text("–")


def _quiet(person: Person) -> Iterator[tuple[str, str]]:
    if person.profile:
        yield " · ".join(person.profile), ""
    if person.via:
        yield f"via {person.via}", "dim"
    if person.circumstances:
        yield person.circumstances, "dim"
