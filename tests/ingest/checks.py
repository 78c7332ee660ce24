"""What holds of every report, whatever it was read from."""

from __future__ import annotations

from itertools import pairwise
from typing import cast

from lxml import html as lxml_html
from lxml.html import HtmlElement

from firsthand.ingest.load import Received, load
from firsthand.ingest.report import BlockKind, Report
from firsthand.text import Span


def read(document: str | bytes, name: str = "report.html", *, any_language: bool = False) -> Report:
    """The report in a document, after all that holds of every report was checked."""
    content = document.encode() if isinstance(document, str) else document
    report = load(Received(content, name), any_language=any_language)
    check(report)
    return report


def of_kind(report: Report, kind: BlockKind) -> list[str]:
    return [report.words(b.span) for b in report.blocks if b.kind is kind]


def outline(report: Report) -> list[tuple[str, str]]:
    """Kind and first words of each block that is the report's."""
    return [
        (b.kind.value, " ".join(report.words(b.span).split()[:3]))
        for b in report.blocks
        if b.kind is not BlockKind.BOILERPLATE
    ]


def check(report: Report) -> None:
    """Blocks in order and apart, places within them, notes and links within the text."""
    check_blocks(report)
    bodies = {b.span for b in report.blocks}
    for note in report.notes:
        assert note.body in bodies
        assert _bare(report, note.mark)
    for link in report.links:
        assert _bare(report, link.words)
        assert any(b.span.contains(link.words) for b in report.blocks)


def check_blocks(report: Report) -> None:
    assert report.blocks
    assert all(a.span.end <= b.span.start for a, b in pairwise(report.blocks))
    for block in report.blocks:
        assert _bare(report, block.span)
        assert block.places
        assert all(block.span.contains(p.span) for p in block.places)
        assert all(p.place.paragraph >= 1 for p in block.places)


def _bare(report: Report, span: Span) -> bool:
    """Whether some words stand at a span, without white space around them."""
    words = report.words(span)
    return words == report.text[span.start : span.end] and words.strip() == words != ""


def check_paths(report: Report) -> None:
    """Every XPath leads to one element that holds the block's words, in order.

    What the element hides (a script, the arrow back from a note) may stand between them.
    """
    parser = lxml_html.HTMLParser(encoding="utf-8", huge_tree=True)
    root = lxml_html.document_fromstring(report.original.content, parser=parser)
    for block in report.blocks:
        for placed in block.places:
            (element,) = cast("list[HtmlElement]", root.xpath(placed.place.path or ""))
            within = iter(_inked("".join(map(str, element.itertext()))))
            inked = _inked(report.words(placed.span).replace(" | ", ""))
            assert all(character in within for character in inked)


def _inked(words: str) -> str:
    return "".join(words.replace("\0", "").split())
