"""What a search found, in a terminal and as JSON: passages with the words marked."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from rich.console import RenderableType
from rich.rule import Rule
from rich.text import Text

from firsthand.case.state import Review
from firsthand.export.case_words import STYLES, short
from firsthand.export.jsonl_evidence import Json, pair
from firsthand.export.terminal_table import LOUD_STYLE
from firsthand.export.visible import on_one_line
from firsthand.export.words import counted, plain
from firsthand.text import Span

if TYPE_CHECKING:
    from firsthand.case.hits import Hit, Told
    from firsthand.case.search import Results

Loud = Callable[[str, str], tuple[str, ...]]
"""The loud circumstances of a statement, by its report and id."""

_MARKED = "bold reverse"


def total(results: Results) -> str:
    """The line below: "12 passages in 4 reports"; how many of them are shown, where not all."""
    reports = len({hit.report for hit in results.hits})
    found = counted(results.total, "passage")
    if results.total > len(results.hits):
        shown = f"the first {len(results.hits)} are shown, in {counted(reports, 'report')}"
        return f"{found}; {shown} (--limit shows more)"
    return f"{found} in {counted(reports, 'report')}"


def pictures(results: Results, loud: Loud) -> Iterator[RenderableType]:
    """The hits, under a line for each report."""
    report = ""
    for hit in results.hits:
        if hit.report != report:
            report = hit.report
            yield Rule(Text(_head(hit), style="bold"), align="left")
        yield _passage(hit)
        yield from (_statement(told, loud(hit.report, told.id)) for told in hit.statements)
        yield Text()


def _head(hit: Hit) -> str:
    date = hit.published.isoformat() if hit.published else "no date stated"
    known = (short(hit.report), hit.outlet or "outlet not stated", date, hit.title or "")
    return on_one_line(" · ".join(filter(None, known)))


def _passage(hit: Hit) -> Text:
    label = "" if plain(hit.kind) == "paragraph" else f"{plain(hit.kind)}: "
    pieces = ((on_line(hit.text, span), _MARKED if marked else "") for span, marked in _cut(hit))
    return Text.assemble((label, "dim"), *pieces)


def on_line(text: str, span: Span) -> str:
    """The words of a piece on one line, with the space at its edges kept."""
    words = span.of(text)
    before, behind = (" " if edge.isspace() else "" for edge in (words[0], words[-1]))
    return f"{before}{on_one_line(words)}{behind}" if words.strip() else " "


def _cut(hit: Hit) -> Iterator[tuple[Span, bool]]:
    at = 0
    for mark in hit.marks:
        if mark.start > at:
            yield Span(at, mark.start), False
        if mark.end > at:
            yield Span(max(at, mark.start), mark.end), True
            at = mark.end
    if at < len(hit.text):
        yield Span(at, len(hit.text)), False


def _statement(told: Told, loud: tuple[str, ...]) -> Text:
    review = Review(told.review)
    marks = [(f" {words.upper()} ", LOUD_STYLE) for words in loud]
    marks += [(f" {kind} ", LOUD_STYLE) for kind in told.withdrawn.split()]
    name = on_one_line(told.speaker) or "speaker open"
    return Text.assemble(
        "   ", (short(told.id), "dim"), "  ", (name, "cyan"), f"  basis {told.basis}  ",
        (review.value, STYLES[review]), *((("  ", ""), *marks) if marks else ()),
    )  # fmt: skip


def member(hit: Hit, loud: Loud) -> dict[str, Json]:
    """A hit as JSON: `span` is in the report's text, `marks` are in `text`."""
    return {
        "report": hit.report,
        "outlet": hit.outlet,
        "title": hit.title,
        "published": hit.published.isoformat() if hit.published else None,
        "kind": plain(hit.kind).replace(" ", "_"),
        "span": pair(hit.span),
        "text": hit.text,
        "marks": [pair(mark) for mark in hit.marks],
        "statements": [_told(told, loud(hit.report, told.id)) for told in hit.statements],
    }


def _told(told: Told, loud: tuple[str, ...]) -> Json:
    return {
        "id": told.id,
        "source": told.source,
        "speaker": told.speaker,
        "kind": told.kind,
        "basis": told.basis,
        "force": told.force,
        "review": told.review,
        "withdrawn": list(told.withdrawn.split()),
        "loud": list(loud),
    }
