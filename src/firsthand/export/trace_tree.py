"""Who speaks in a case, in a terminal: source, occasion, reports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from rich.console import RenderableType
from rich.text import Text
from rich.tree import Tree

from firsthand.evidence.values import CircumstanceKind
from firsthand.export.terminal_table import LOUD_STYLE
from firsthand.export.trace_view import GROUPED, NOT_HELD, View
from firsthand.export.trace_words import BRACKETS, outlet_words
from firsthand.export.visible import on_one_line
from firsthand.export.words import CIRCUMSTANCES, LOUD, counted, plain
from firsthand.provenance.voices import Leaning, Occasion, Told, Voice

MOST: Final = 50
"""Entries of a section that a terminal shows."""

_HOW: Final = {
    Leaning.COPY: "has it from", Leaning.CITES: "cites", Leaning.LATER: "later, in words of",
}  # fmt: skip


def head(view: View) -> Iterator[Text]:
    """How much was looked at, how much of it nobody reviewed, and what the counts mean."""
    reviews = view.traced.filed.reviews
    reports = counted(len(view.trace.reports), "report")
    told = f"{reports}, {counted(len(reviews), 'statement')}, {view.traced.unreviewed} unreviewed."
    yield Text(told, style="yellow")
    if any(report.outlet_told for report in view.trace.reports.values()):
        yield Text(BRACKETS, style="dim")
    if nameless := view.trace.without_outlet:
        yield Text(_without_outlet(len(nameless), reports), style="yellow")
    yield Text(f"{GROUPED} {NOT_HELD}", style="dim")
    yield Text()


def _without_outlet(nameless: int, reports: str) -> str:
    return (
        f"The outlet of {nameless} of {reports} is not known: who cites them is not seen, nor a "
        "circle through them. `firsthand correct CASE REPORT outlet NAME` says it."
    )


def section(title: str, entries: Sequence[RenderableType]) -> Iterator[RenderableType]:
    """Entries under a title, where there are any; and how many are not shown."""
    if not entries:
        return
    yield Text(title, style="bold")
    yield Text()
    yield from entries[:MOST]
    if len(entries) > MOST:
        yield Text(f"… and {len(entries) - MOST} more; --json has them all.", style="dim")
    yield Text()


def marks(kinds: Iterable[CircumstanceKind]) -> Text:
    """Loud circumstances, as they are marked everywhere."""
    words = (Text(f" {CIRCUMSTANCES[kind].upper()} ", style=LOUD_STYLE) for kind in kinds)
    return Text(" ").join(words)


def label(view: View, report: str) -> Text:
    """A report: date, outlet, file; loud where its outlet took it back."""
    r = view.report(report)
    date = r.published.isoformat() if r.published else "no date"
    outlet = outlet_words(r) or "outlet not stated"
    made = Text.assemble(f"{date}  ", (outlet, "bold"), f"  {view.file(report)}")
    return made.append("  ").append(" RETRACTED ", style=LOUD_STYLE) if r.retracted else made


def sources(view: View) -> list[RenderableType]:
    """A tree a source."""
    return [_source(view, voice) for voice in view.voices]


def _source(view: View, voice: Voice) -> Tree:
    reports, occasions = len(voice.reports), len(voice.occasions)
    about = f"  {plain(voice.kind)} · {counted(reports, 'report')}"
    about += f" · {counted(occasions, 'occasion')}" if occasions > 1 else ""
    name = Text.assemble((on_one_line(voice.name), "bold cyan"), (about, "dim"))
    made = Tree(name, guide_style="dim")
    for occasion in voice.occasions:
        _occasion(view, occasion, made)
    return made


def _occasion(view: View, occasion: Occasion, under: Tree) -> None:
    loud = [kind for kind in LOUD if kind in occasion.circumstances]
    quiet = [CIRCUMSTANCES[kind] for kind in occasion.circumstances if kind not in LOUD]
    words = Text.assemble("through ", (view.channel(occasion.channel), "bold"))
    words.append(f" · {', '.join(quiet)}" if quiet else "")
    words.append(f" · {_when(view, occasion)}", style="dim")
    branch = under.add(words.append("  ").append_text(marks(loud)) if loud else words)
    for told in _by_report(occasion):
        branch.add(_told(view, told, loud))


def _when(view: View, occasion: Occasion) -> str:
    """From the first to the last report of it."""
    published = (view.report(told.ref.report).published for told in occasion.told)
    dates = sorted(date.isoformat() for date in published if date)
    if not dates:
        return "no date"
    return dates[0] if dates[0] == dates[-1] else f"{dates[0]} to {dates[-1]}"


def _by_report(occasion: Occasion) -> list[list[Told]]:
    """What is told in each report, however many of its sources are this one."""
    found: dict[str, list[Told]] = {}
    for told in occasion.told:
        found.setdefault(told.ref.report, []).append(told)
    return list(found.values())


def _told(view: View, told: Sequence[Told], above: Sequence[CircumstanceKind]) -> Text:
    """The report, how it has it, and what is loud in it beyond its occasion."""
    report = told[0].ref.report
    keys = [(report, statement) for t in told for statement in t.statements]
    made = label(view, report).append(f" · {counted(len(keys), 'statement')}", style="dim")
    for of, how in dict.fromkeys((t.of, t.how) for t in told if t.of and t.how):
        made.append(f" · {_HOW[how]} {view.file(of)}", style="magenta")
    further = [kind for kind in view.loud(keys) if kind not in above]
    return made.append("  ").append_text(marks(further)) if further else made
