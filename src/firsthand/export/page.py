"""One self-contained HTML page: the report with the proposed spans marked, to send and to print.

The page loads nothing from anywhere and runs no program (its Content-Security-Policy forbids
both), and holds the document's name without the path it had on the user's machine.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import PurePath

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from firsthand.export.beside import notes_at, where
from firsthand.export.marking import Piece, edges, pieces
from firsthand.export.visible import on_one_line, shown, visible
from firsthand.ingest.receive import is_url
from firsthand.ingest.report import Block, BlockKind, Report
from firsthand.reading.attribution import Attribution

MADE_BY = "<!-- made by firsthand -->"
"""How every page begins, so that one is known again before it is written over."""


@dataclass(frozen=True, slots=True)
class MarkedPiece:
    """Words to show, with the classes of their roles and the statements they open."""

    words: str
    roles: str
    opens: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MarkedBlock:
    """A block of the text, cut into its pieces."""

    kind: str
    label: str
    pieces: tuple[MarkedPiece, ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Neighbouring blocks: of the report, or of the page around it, which is shown folded."""

    folded: bool
    blocks: tuple[MarkedBlock, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """One proposed statement as it is listed."""

    number: int
    anchor: str
    source: str
    cue: str
    content: str
    notes: tuple[str, ...]
    about: str


def head(title: str) -> str:
    """The beginning of a page, up to the first report."""
    return MADE_BY + "\n" + _template("head.html").render(title=on_one_line(title))


def tail() -> str:
    """The end of a page, after the last report."""
    return _template("tail.html").render()


def fragment(report: Report, attributions: Sequence[Attribution], *, styled: bool = False) -> str:
    """One report as a piece of a page; `styled` brings its own style sheet (notebooks)."""
    return _template("report.html").render(
        report=report,
        name=_name(report),
        outlet=on_one_line(report.outlet or "outlet not stated"),
        published=report.published.isoformat() if report.published else "no date stated",
        kind=report.kind.value.replace("_", " "),
        warnings=tuple(map(on_one_line, report.warnings)),
        title=on_one_line(report.title or _name(report)),
        stretches=tuple(_stretches(_blocks(report, attributions))),
        statements=tuple(_statements(report, attributions)),
        links=tuple(_links(report)),
        styled=styled,
    )


@cache
def _template(name: str) -> Template:
    environment = Environment(
        loader=PackageLoader("firsthand.export"), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    return environment.get_template(name)


def _name(report: Report) -> str:
    name = report.original.received_from
    return on_one_line(name if is_url(name) else PurePath(name).name)


def _stretches(blocks: Iterable[MarkedBlock]) -> Iterator[Stretch]:
    for folded, run in groupby(blocks, key=lambda b: b.kind == BlockKind.BOILERPLATE.value):
        yield Stretch(folded, tuple(run))


def _blocks(report: Report, attributions: Sequence[Attribution]) -> Iterator[MarkedBlock]:
    found = edges(attributions)
    places = [edge.at for edge in found]
    for block in report.blocks:
        low = bisect_left(places, block.span.start)
        high = bisect_left(places, block.span.end + 1)
        mine = [e for e in found[low:high] if _lies_in(e.at, e.is_start, block)]
        cut = (_marked(report, piece) for piece in pieces(block.span, mine))
        yield MarkedBlock(block.kind.value, block.kind.value.replace("_", " "), tuple(cut))


def _lies_in(at: int, is_start: bool, block: Block) -> bool:
    """A beginning at a block's end is the next block's, an end at its beginning the last one's."""
    return at < block.span.end if is_start else at > block.span.start


def _marked(report: Report, piece: Piece) -> MarkedPiece:
    opens = tuple(f"{_anchor(report)}-{number}" for number in piece.opens)
    return MarkedPiece(visible(report.words(piece.span)), " ".join(piece.roles), opens)


def _anchor(report: Report) -> str:
    return f"s{report.original.sha256[:8]}"


def _links(report: Report) -> Iterator[tuple[str, str]]:
    """The words of each link and where it leads, as words: the page itself leads nowhere."""
    for link in report.links:
        yield shown(report, (link.words,)), on_one_line(link.url)


def _statements(report: Report, attributions: Sequence[Attribution]) -> Iterator[Statement]:
    for number, a in enumerate(attributions, 1):
        yield Statement(
            number,
            f"{_anchor(report)}-{number}",
            shown(report, a.source),
            shown(report, a.cue),
            shown(report, a.content),
            tuple(notes_at(report, a)),
            f"{a.kind.value} · {where(report, a)} · marking score {a.score:.2f} · unreviewed",
        )
