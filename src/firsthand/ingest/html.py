"""HTML: the DOM gives the blocks and their paths, trafilatura tells which of them are the report.

Every visible word of the page is kept; what lies outside the report becomes `boilerplate`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lxml import etree
from lxml import html as lxml_html
from lxml.html import HtmlElement

from firsthand.errors import EmptyReport, MalformedReport, TooLarge
from firsthand.ingest import limits
from firsthand.ingest.draft import Draft
from firsthand.ingest.html_main import all_of_it, only_the_report
from firsthand.ingest.html_meta import metadata_of
from firsthand.ingest.html_notes import notes_of
from firsthand.ingest.html_walk import Seen, walk

_FORBIDDEN = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_HUGE_TAG = re.compile(r"""<[a-zA-Z](?:[^<>"']|"[^"]*"|'[^']*')*+""")
_QUOTED = re.compile(r""""[^"]*"|'[^']*'""")
_LONG_TAG = 100_000
_MOST_ATTRIBUTES = 10_000
_DEEPEST = 2000
"""Tags within tags; libxml2 drops without a word what is nested 2,048 deep or more."""


def read_html(text: str, name: str) -> Draft:
    """The draft of a page; raises `EmptyReport`, `MalformedReport` and `TooLarge`."""
    root = _parsed(text, name)
    seen = _seen(root, name)
    _strip_controls(root)
    blocks, warnings = only_the_report(root, seen)
    return Draft(blocks, metadata_of(root), warnings=warnings)


def read_whole_html(text: str, name: str) -> Draft:
    """The draft of HTML that is all report, with no page around it; raises as `read_html` does."""
    return Draft(all_of_it(_seen(_parsed(text, name), name)))


def _seen(root: HtmlElement, name: str) -> tuple[Seen, ...]:
    if sum(1 for _ in root.iter()) > limits.MAX_ELEMENTS:
        raise _many_elements(name)
    return tuple(_bounded(walk(root, notes_of(root)), name))


def _many_elements(name: str) -> TooLarge:
    return TooLarge(name, f"over {limits.MAX_ELEMENTS:,} tags; split it, or save the page as text")


def _bounded(seen: Iterable[Seen], name: str) -> Iterator[Seen]:
    """The same blocks, as far as a report may go: before any of them costs a second look."""
    characters = steps = 0
    for count, s in enumerate(seen, 1):
        characters, steps = characters + len(s.block.words), steps + len(s.path)
        if count > limits.MAX_BLOCKS or characters > limits.MAX_CHARACTERS:
            most = f"{limits.MAX_BLOCKS:,} paragraphs or {limits.MAX_CHARACTERS:,} characters"
            raise TooLarge(name, f"over {most}; split it")
        if steps > limits.MAX_PATHS:
            raise TooLarge(name, "many paragraphs in deeply nested tags; save the page as text")
        yield s


def _require_sane_tags(text: str, name: str) -> None:
    """Looks at the tags before libxml2 does, which compares each attribute with all others."""
    if text.count("<") > 10 * limits.MAX_ELEMENTS:
        raise _many_elements(name)
    for tag in _HUGE_TAG.finditer(text):
        if len(tag[0]) > _LONG_TAG and len(_QUOTED.sub(" ", tag[0]).split()) > _MOST_ATTRIBUTES:
            reason = f"a tag has over {_MOST_ATTRIBUTES:,} attributes; save the page as text"
            raise MalformedReport(name, reason)


def _parsed(text: str, name: str) -> HtmlElement:
    _require_sane_tags(text, name)
    parser = lxml_html.HTMLParser(encoding="utf-8", huge_tree=True)
    try:
        root = lxml_html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise EmptyReport(name, "the page holds no text") from error
    if _too_deep(parser):
        reason = f"its tags are nested more than {_DEEPEST:,} deep; save the page as text"
        raise MalformedReport(name, reason)
    return root


def _strip_controls(root: HtmlElement) -> None:
    """Takes out what XML forbids and pages hold all the same: trafilatura stumbles over it."""
    for element in root.iter("*"):
        for part in ("text", "tail"):
            words = getattr(element, part)
            if words and _FORBIDDEN.search(words):
                setattr(element, part, _FORBIDDEN.sub("", words))


def _too_deep(parser: lxml_html.HTMLParser) -> bool:
    return any("depth" in entry.message.lower() for entry in parser.error_log)
