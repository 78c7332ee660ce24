"""HTML: the DOM gives the blocks and their paths, trafilatura tells which of them are the report.

Every visible word of the page is kept; what lies outside the report becomes `boilerplate`.
"""

from __future__ import annotations

from lxml import etree
from lxml import html as lxml_html
from lxml.html import HtmlElement

from firsthand.errors import EmptyReport, MalformedReport
from firsthand.ingest.draft import Draft
from firsthand.ingest.html_main import only_the_report
from firsthand.ingest.html_meta import metadata_of
from firsthand.ingest.html_notes import notes_of
from firsthand.ingest.html_walk import walk

_DEEPEST = 2000
"""Tags within tags; libxml2 drops without a word what is nested 2,048 deep or more."""


def read_html(text: str, name: str) -> Draft:
    """The draft of a page; raises `EmptyReport` and `MalformedReport`."""
    root = _parsed(text, name)
    seen = walk(root, notes_of(root))
    blocks, warnings = only_the_report(root, seen)
    return Draft(blocks, metadata_of(root), warnings=warnings)


def _parsed(text: str, name: str) -> HtmlElement:
    parser = lxml_html.HTMLParser(encoding="utf-8", huge_tree=True)
    try:
        root = lxml_html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise EmptyReport(name, "the page holds no text") from error
    if _too_deep(parser):
        reason = f"its tags are nested more than {_DEEPEST:,} deep; save the page as text"
        raise MalformedReport(name, reason)
    return root


def _too_deep(parser: lxml_html.HTMLParser) -> bool:
    return any("depth" in entry.message.lower() for entry in parser.error_log)
