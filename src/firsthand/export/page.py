"""One self-contained HTML page: the report with what was read of it marked, to send and to print.

The page loads nothing from anywhere and runs no program (its Content-Security-Policy forbids
both), and holds the document's name without the path it had on the user's machine.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import PurePath

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from firsthand.evidence.statement import Record
from firsthand.export.apart import caveats_of, sections
from firsthand.export.listed import Listed, listed
from firsthand.export.marked import stretches
from firsthand.export.people import people
from firsthand.export.shape import SCORES, loud
from firsthand.export.shape import shape as shape_of
from firsthand.export.told import DEFAULTS
from firsthand.export.visible import on_one_line, shown
from firsthand.export.words import as_range, ranges
from firsthand.ingest.receive import is_url
from firsthand.ingest.report import Report

MADE_BY = "<!-- made by firsthand -->"
"""How every page begins, so that one is known again before it is written over."""


def head(title: str) -> str:
    """The beginning of a page, up to the first report."""
    return MADE_BY + "\n" + _template("head.html").render(title=on_one_line(title))


def tail() -> str:
    """The end of a page, after the last report."""
    return _template("tail.html").render()


def fragment(
    record: Record,
    *,
    styled: bool = False,
    shape: Sequence[str] | None = None,
    statements: Sequence[Listed] | None = None,
) -> str:
    """One report as a piece of a page; `styled` brings its own style sheet (notebooks).

    `shape` and `statements` are given where people have reviewed them, and say so.
    """
    apart = sections(record)
    return _template("report.html").render(
        **_head(record.report),
        shape=shape_of(record) if shape is None else shape,
        loud=tuple(loud(record)),
        people=people(record),
        stretches=tuple(stretches(record, apart)),
        statements=tuple(listed(record)) if statements is None else statements,
        caveats=caveats_of(record),
        apart=apart,
        links=tuple(_links(record.report)),
        scores=SCORES,
        defaults=DEFAULTS,
        styled=styled,
    )


def _head(report: Report) -> dict[str, object]:
    """What stands at the top of a report, and the beginning of its anchors."""
    return {
        "report": report,
        "anchor": f"s{report.original.sha256[:8]}",
        "name": _name(report),
        "title": on_one_line(report.title or _name(report)),
        "outlet": on_one_line(report.outlet or "outlet not stated"),
        "published": report.published.isoformat() if report.published else "no date stated",
        "kind": report.kind.value.replace("_", " "),
        "warnings": tuple(map(on_one_line, report.warnings)),
    }


@cache
def _template(name: str) -> Template:
    environment = Environment(
        loader=PackageLoader("firsthand.export"), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    environment.filters |= {"ranges": ranges, "as_range": lambda run: as_range(*run)}
    return environment.get_template(name)


def _name(report: Report) -> str:
    name = report.original.received_from
    return on_one_line(name if is_url(name) else PurePath(name).name)


def _links(report: Report) -> Iterator[tuple[str, str]]:
    """The words of each link and where it leads, as words: the page itself leads nowhere."""
    for link in report.links:
        yield shown(report, (link.words,)), on_one_line(link.url)
