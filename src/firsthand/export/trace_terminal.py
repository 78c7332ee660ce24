"""A trace in a terminal: who speaks, what several reports carry, what they have from each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from firsthand.export.case_search import on_line
from firsthand.export.trace_groups import groups
from firsthand.export.trace_tree import head, marks, section, sources
from firsthand.export.trace_view import View
from firsthand.export.trace_words import verdict
from firsthand.export.visible import on_one_line
from firsthand.export.words import counted, plain, tally
from firsthand.provenance.citation import Absent
from firsthand.provenance.wording import Copy, Cut, Direction
from firsthand.text import Span


def picture(view: View) -> RenderableType:
    """All that is shown."""
    return Group(*_sections(view))


def _sections(view: View) -> Iterator[RenderableType]:
    yield from head(view)
    yield from section("Sources", sources(view))
    yield from section(_title(view), groups(view))
    if view.whole:
        wording, citations = view.trace.wording, view.trace.citations
        yield from section("Copies", [_copy(view, copy) for copy in wording.copies])
        yield from section("Versions", _versions(view))
        yield from section(
            "Quotations that one has from another",
            [_copy(view, c) for c in wording.quotations if c.direction is Direction.DIRECTED],
        )
        yield from section("Cut from quotations", [_cut(view, cut) for cut in wording.cuts])
        yield from section("Cited, and not in the case file", [*map(_absent, citations.absent)])
        yield from section("Circles of citation", [_circle(view, c) for c in citations.circles])
        yield from section("Said by reviewers", [Text(verdict(view, x)) for x in view.independent])


def _title(view: View) -> str:
    if view.voices or view.whole:
        return "What they say" if view.single else "What several reports carry"
    return "What looks corroborated, and may rest on one originating source"


def _copy(view: View, copy: Copy) -> Text:
    how = tally(plain(passage.how) for passage in copy.passages)
    one, other = view.file(copy.report), view.file(copy.of)
    share = f", {copy.share:.0%} of its own prose" if copy.share else ""
    if copy.is_by_date:
        made = Text.assemble((one, "bold"), ", later, shares with ", (other, "bold"))
        made.append(f": {how}{share}")
    elif copy.direction is Direction.DIRECTED:
        made = Text.assemble((one, "bold"), " has it from ", (other, "bold"), f": {how}{share}")
    else:
        made = Text.assemble((one, "bold"), " and ", (other, "bold"), f" share: {how}{share}")
    return made.append(f" · {_why(view, copy)}", style="dim")


def _why(view: View, copy: Copy) -> str:
    """What tells the direction; a report in it by its file."""
    words = (view.file(w) if w in view.trace.reports else w for w in copy.why.split(" "))
    told = on_one_line(" ".join(words))
    alone = " alone" if copy.is_by_date else ""
    return f"by {told}{alone}" if copy.direction is Direction.DIRECTED else told


def _versions(view: View) -> Sequence[Text]:
    reports = sorted(view.trace.reports.values(), key=lambda r: r.id)
    return [
        Text(f"{view.file(r.id)} is a version of {view.file(r.version_of)}")
        for r in reports
        if r.version_of and r.version_of in view.trace.reports
    ]


def _cut(view: View, cut: Cut) -> Text:
    """The fuller quotation, with what the shorter one left out struck through."""
    fuller, report = cut.fuller, view.report(cut.fuller.report)
    loud = tuple(dict.fromkeys((*view.loud_at(fuller), *view.loud_at(cut.shorter))))
    made = Text.assemble((view.file(cut.shorter.report), "bold"), " leaves out of ")
    made.append(view.file(fuller.report), style="bold").append(": ")
    if loud:
        made.append_text(marks(loud)).append(" ")
    at = fuller.span.start
    for span in cut.missing:
        made.append(_between(report.text, at, span.start))
        made.append(f"[−{on_line(report.text, span)}−]", style="red")
        at = span.end
    return made.append(_between(report.text, at, fuller.span.end))


def _between(text: str, start: int, end: int) -> str:
    return on_line(text, Span(start, end)) if start < end else ""


def _absent(absent: Absent) -> Text:
    lean = counted(len(absent.leaning), "report leans on it", "reports lean on it")
    return Text.assemble("fetch next: ", (on_one_line(absent.name), "bold"), f" · {lean}")


def _circle(view: View, circle: Sequence[str]) -> Text:
    files = [view.file(report) for report in circle]
    return Text(f"{', '.join(files)}: they cite each other in a circle")
