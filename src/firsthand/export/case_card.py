"""One statement as a reviewer sees it: in its paragraph, with its words marked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from rich.console import Group, RenderableType
from rich.rule import Rule
from rich.text import Text

from firsthand.case.state import Held, State
from firsthand.export.apart import caveats_of
from firsthand.export.case_log import what
from firsthand.export.case_show import statement, stood
from firsthand.export.case_words import short, signed
from firsthand.export.marking import Edge, edges, mark_of, pieces
from firsthand.export.terminal import about
from firsthand.export.visible import on_one_line, visible
from firsthand.export.words import plain
from firsthand.ingest.report import Block
from firsthand.text import Span

_STYLES: Final = {"source": "bold cyan", "cue": "green", "content": "bold underline"}
_AROUND: Final = 600
"""Characters of a paragraph that are shown on either side of the statement."""


def card(state: State, statement_id: str, place: str) -> RenderableType:
    """The card; `place` says how far the reviewer is: "3 of 214"."""
    found = next(s for s in stood(state) if s.held.id == statement_id)
    report = state.record.report
    title = on_one_line(report.title or state.original.received_from)
    return Group(
        Rule(
            Text(f"{place} · {short(state.report)} · {about(report)}", style="bold"), align="left"
        ),
        Text(title, style="bold"),
        Text(),
        *_passages(state, found.held),
        Text(),
        *statement(found, caveats_of(state.record).get(found.listed.number, ())),
    )


def _passages(state: State, held: Held) -> Iterator[Text]:
    a = held.now.attribution
    spans = (*a.source, *a.cue, *a.content)
    for block in state.record.report.blocks:
        if any(block.span.overlaps(span) for span in spans):
            yield _passage(state, held, block)


def _passage(state: State, held: Held, block: Block) -> Text:
    shown = _shown(held, block)
    label = "" if plain(block.kind) == "paragraph" else f"{plain(block.kind)}: "
    words = Text.assemble((label, "dim"), "[…] " if shown.start > block.span.start else "")
    every = edges([mark_of("", held.now.attribution)])
    inside = [edge for edge in every if _lies_in(edge, shown)]
    for piece in pieces(shown, inside):
        style = " ".join(_STYLES[role] for role in piece.roles if role in _STYLES)
        words.append(visible(state.record.report.words(piece.span)), style=style)
    return words.append(" […]" if shown.end < block.span.end else "")


def _lies_in(edge: Edge, shown: Span) -> bool:
    if edge.is_start:
        return shown.start <= edge.at < shown.end
    return shown.start < edge.at <= shown.end


def _shown(held: Held, block: Block) -> Span:
    """The block, or as much of a very long one as stands around the statement."""
    a = held.now.attribution
    here = [s for s in (*a.source, *a.cue, *a.content) if s.overlaps(block.span)]
    start = min(span.start for span in here) - _AROUND
    end = max(span.end for span in here) + _AROUND
    return Span(max(start, block.span.start), min(end, block.span.end))


def history(state: State, statement_id: str) -> RenderableType:
    """Everything that was decided of a statement, superseded decisions too, in the log's order."""
    held = next(held for held in state.all if held.id == statement_id)
    lines = [Text(f"{x.number:>6}  {signed(x.entry)}  {what(x.event)}") for x in held.decisions]
    return Group(*lines) if lines else Text("Nobody has decided anything on it.", style="yellow")
