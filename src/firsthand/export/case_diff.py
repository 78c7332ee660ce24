"""Two versions of an article in a terminal: what went, what came, and how much stayed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from rich.console import Group, RenderableType
from rich.text import Text

from firsthand.export.case_words import file_name
from firsthand.export.visible import on_one_line, visible
from firsthand.ingest.report import Report

if TYPE_CHECKING:
    from firsthand.case.diff import Diff

_AROUND: Final = 20
"""Words of what stayed that are shown on either side of a change."""


def picture(old: Report, new: Report, found: Diff) -> RenderableType:
    """What the two say of themselves, then the text, with what is the same shortened."""
    head = [Text(f"− {_name(old)}", style="red"), Text(f"+ {_name(new)}", style="green")]
    if not found.changed:
        return Group(*head, Text("No words differ."))
    fields = [Text(_field(f.field.value, f.old, f.new), style="yellow") for f in found.fields]
    words = Text("").join(_words(old, new, found))
    return Group(*head, *fields, Text(""), words)


def _name(report: Report) -> str:
    name = file_name(report.original.received_from)
    return on_one_line(f"{report.title} ({name})") if report.title else name


def _field(name: str, old: str | None, new: str | None) -> str:
    before, now = (on_one_line(value) if value else "not known" for value in (old, new))
    return f"{name}: {before} → {now}"


def _words(old: Report, new: Report, found: Diff) -> Iterator[Text]:
    last = len(found.runs) - 1
    for number, run in enumerate(found.runs):
        if run.old and run.new:
            words = visible(new.words(run.new))
            yield Text(_shortened(words, is_first=number == 0, is_last=number == last))
        elif run.old:
            yield Text(f"[−{visible(old.words(run.old))}−]", style="red strike")
        elif run.new:
            yield Text(f"[+{visible(new.words(run.new))}+]", style="green")


def _shortened(words: str, *, is_first: bool, is_last: bool) -> str:
    """What stayed, with its middle counted where it is long."""
    parts = words.split()
    before, behind = (0 if is_first else _AROUND), (0 if is_last else _AROUND)
    left = len(parts) - before - behind
    if left <= _AROUND:
        return words
    start, end = " ".join(parts[:before]), " ".join(parts[len(parts) - behind :])
    space = " " if words[:1].isspace() else ""
    tail = " " if words[-1:].isspace() else ""
    return f"{space}{start}\n   […] {left} words the same […]\n{end if behind else ''}{tail}"
