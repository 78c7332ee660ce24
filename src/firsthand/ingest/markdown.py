"""Markdown: CommonMark with footnotes and tables, read as the page it stands for."""

from __future__ import annotations

from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from firsthand.errors import MalformedReport
from firsthand.ingest.draft import Draft
from firsthand.ingest.html import read_whole_html

_DEEPEST = 100
"""Lists and quotations within each other; markdown-it drops without a word what is deeper."""


def read_markdown(text: str, name: str) -> Draft:
    """The draft of a Markdown file; a place's path is that in the page made from it.

    Raises what `read_whole_html` does, and `MalformedReport` where lists are nested too deep.
    """
    options = {"typographer": False, "maxNesting": _DEEPEST}
    parser = MarkdownIt("commonmark", options).enable(["table", "strikethrough"])
    page = _rendered(parser.use(footnote_plugin).use(front_matter_plugin), text, name)
    return read_whole_html(f"<html><body><main>{page}</main></body></html>", name)


def _rendered(parser: MarkdownIt, text: str, name: str) -> str:
    known: dict[str, object] = {}
    tokens = parser.parse(text, known)
    if any(token.nesting == 1 and token.level + 1 >= _DEEPEST for token in tokens):
        reason = "its lists or quotations are nested too deep; save it with fewer levels"
        raise MalformedReport(name, reason)
    return str(parser.renderer.render(tokens, parser.options, known))
