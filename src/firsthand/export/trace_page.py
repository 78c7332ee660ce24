"""One self-contained page that shows where what a case says comes from: a picture and lists.

As the page of a report does, it loads nothing and runs no program; all words of documents reach
it through the template's escaping.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from firsthand.evidence.values import Standing
from firsthand.export.drawn.channels import ChannelNode
from firsthand.export.drawn.graph import Graph, graph_of
from firsthand.export.drawn.lines import WIDTH, copies, flows, hue_of, lanes
from firsthand.export.drawn.listed import carried, reports, speaks
from firsthand.export.drawn.names import Names
from firsthand.export.drawn.order import order_of
from firsthand.export.drawn.places import Places, places_of
from firsthand.export.drawn.sources import speaking
from firsthand.export.page import MADE_BY
from firsthand.export.trace_words import BRACKETS
from firsthand.export.visible import on_one_line
from firsthand.export.words import as_range, counted, ranges
from firsthand.provenance.trace import Trace

_TALL: Final = 1.3
"""Height to width from which the picture is printed over several pages."""


def page(trace: Trace, unreviewed: int | None = None) -> str:
    """The page: the picture, what several reports carry, what is absent, who and what there is.

    `unreviewed` is how many statements nobody has looked at; None where nobody keeps count of
    that, and then none was reviewed.
    """
    names = Names.of(trace)
    graph = graph_of(trace, names)
    found = carried(trace, names)
    return f"{MADE_BY}\n" + _template().render(
        **_picture(graph, places_of(graph, order_of(graph))),
        about=tuple(_about(trace, names)),
        review=_review(trace, unreviewed),
        perhaps_one=tuple(c for c in found if c.is_false),
        others=tuple(c for c in found if not c.is_false),
        absent=tuple(
            (on_one_line(a.name), names.numbers(a.leaning)) for a in trace.citations.absent
        ),
        circles=tuple(names.numbers(circle) for circle in trace.citations.circles),
        sources=speaks(trace, names, speaking(trace)),
        reports=tuple(reports(trace, names)),
    )


def _picture(graph: Graph, places: Places) -> dict[str, object]:
    """What the template draws."""
    return {
        "graph": graph,
        "rows": [row for tree in graph.trees for row in tree],
        "places": places,
        "width": round(WIDTH),
        "height": round(places.height),
        "is_tall": places.height > _TALL * WIDTH,
        "hue": hue_of(places),
        "flows": tuple(flows(graph, places)),
        "copies": tuple(copies(graph, places)),
        "lanes": lanes(graph, places),
    }


def _about(trace: Trace, names: Names) -> Iterator[str]:
    """How much there is."""
    days = [r.published.isoformat() for r in names.reports if r.published]
    between = f", {days[0]} to {days[-1]}" if days else ""
    yield counted(len(names.reports), "report") + between
    yield f"{counted(len(speaking(trace)), 'source')} who speak in them"
    if any(report.outlet_told for report in names.reports):
        yield BRACKETS[0].lower() + BRACKETS[1:-1]
    if nameless := len(trace.without_outlet):
        yield f"the outlet of {nameless} is not known: a circle through them is not seen"
    absent = len(trace.citations.absent)
    yield f"{counted(absent, 'outlet or document', 'outlets or documents')} cited and not here"


def _review(trace: Trace, unreviewed: int | None) -> str:
    every = (s for report in trace.reports.values() for s in report.statements)
    told = sum(s.standing is Standing.STATEMENT for s in every)
    left = told if unreviewed is None else unreviewed
    return f"{left} of {counted(told, 'statement')} unreviewed."


def channel_title(node: ChannelNode) -> str:
    """All of what stands in a channel's frame, for who points at it."""
    ways = (" · ".join(filter(None, (w.loud, w.words, w.together))) for w in node.ways)
    return "\n".join(filter(None, (node.name, node.about, *ways)))


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("firsthand.export"), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    environment.filters |= {
        "ranges": ranges,
        "as_range": lambda run: as_range(*run),
        "channel_title": channel_title,
    }
    return environment.get_template("trace.html")
