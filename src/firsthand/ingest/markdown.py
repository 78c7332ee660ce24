"""Markdown: CommonMark with footnotes and tables, read as the page it stands for."""

from __future__ import annotations

from dataclasses import replace

from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from firsthand.ingest.draft import Draft
from firsthand.ingest.html import read_html


def read_markdown(text: str, name: str) -> Draft:
    """The draft of a Markdown file; a place's path is that in the page made from it."""
    parser = MarkdownIt("commonmark", {"typographer": False}).enable(["table", "strikethrough"])
    page = parser.use(footnote_plugin).use(front_matter_plugin).render(text)
    draft = read_html(f"<html><body><main>{page}</main></body></html>", name)
    return replace(draft, warnings=())
