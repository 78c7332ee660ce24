"""With whom an unnamed source may be one: shown when asked for, never exported.

That a source is compatible with a name says only that nothing in the words separates the two;
it is what the lower bound counts, and no finding about a person.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Final

from rich.console import RenderableType
from rich.text import Text
from rich.tree import Tree

from firsthand.export.trace_tree import section
from firsthand.export.trace_view import View
from firsthand.export.visible import on_one_line
from firsthand.provenance.voices import Voice
from firsthand.sources.source import SourceKind

_MOST: Final = 20
_WARNING: Final = (
    "Nothing in the words separates these; that is no finding that they are one, and it is "
    "never exported. The log says that you looked."
)


def unnamed(view: View) -> tuple[Voice, ...]:
    """The sources that no report names."""
    return tuple(v for v in view.voices if v.kind is SourceKind.UNNAMED_PERSON)


def reports(view: View) -> tuple[str, ...]:
    """The reports in which they speak."""
    return tuple(dict.fromkeys(report for v in unnamed(view) for report in v.reports))


def pictures(view: View) -> Iterator[RenderableType]:
    """A tree a placeholder, or that there is none."""
    found: list[RenderableType] = [_placeholder(view, voice) for voice in unnamed(view)]
    if not found:
        yield Text("No source is unnamed.")
        return
    yield Text(_WARNING, style="yellow")
    yield Text()
    yield from section("Unnamed sources, and who may be one with them", found)


def _placeholder(view: View, voice: Voice) -> Tree:
    files = ", ".join(view.file(report) for report in voice.reports)
    made = Tree(Text.assemble((on_one_line(voice.name), "bold cyan"), (f"  {files}", "dim")))
    names = [view.name(other.person) for other in islice(_compatible(view, voice), _MOST + 1)]
    for name in names[:_MOST]:
        made.add(Text(name))
    if not names:
        made.add(Text("nobody who is named: something separates each of them", style="dim"))
    elif len(names) > _MOST:
        made.add(Text("… and others", style="dim"))
    return made


def _compatible(view: View, voice: Voice) -> Iterator[Voice]:
    people = view.trace.case.people
    for other in view.trace.voices:
        named = other.kind is SourceKind.NAMED_PERSON and other.person != voice.person
        if named and people.separated(voice.person, other.person) is None:
            yield other
