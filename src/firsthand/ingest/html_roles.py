"""What an element says of the words in it: their kind, and whether they belong to the page.

The names of classes are those that publishing systems use; where an element says nothing the
words decide later.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from lxml.html import HtmlElement

from firsthand.ingest.html_names import (
    BLOCK_TAGS,
    HIDDEN_TAGS,
    KIND_TAG,
    KIND_WORDS,
    PAGE_ROLES,
    PAGE_TAGS,
    PAGE_WORDS,
    WHOLE_TAGS,
    WORDS_TAGS,
)
from firsthand.ingest.report import BlockKind as Kind

_NAME_PARTS = re.compile(r"[A-Z]?[a-z0-9]+|[A-Z]+")
_OWN_LINE = (Kind.BYLINE, Kind.DATELINE, Kind.CREDIT, Kind.CAPTION)
"""Kinds that are a block of their own even where the markup has them within a line."""
_SCREENED = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)


@dataclass(frozen=True, slots=True)
class Role:
    """What the elements around some words say; `frame` is the path of the page's own frame."""

    kind: Kind | None = None
    frame: str | None = None
    in_list: bool = False


def is_hidden(element: HtmlElement) -> bool:
    """Whether a browser shows nothing of the element's words."""
    screened = _SCREENED.search(element.get("style") or "")
    unseen = "hidden" in element.attrib or bool(screened)
    return element.tag in HIDDEN_TAGS or unseen or _leads_back(element)


def _leads_back(element: HtmlElement) -> bool:
    """Whether an element is the arrow that leads from a note back to its mark."""
    back = element.tag == "a" and (element.get("href") or "").startswith("#")
    return back and len(element) == 0 and not any(_marks(c) for c in element.text or " ")


def _marks(character: str) -> bool:
    return character.isalnum() or character in "*†‡§"


def role_of(element: HtmlElement, path: str, around: Role) -> Role:
    """The role of an element's words, within what the elements around it say."""
    role = replace(around, in_list=around.in_list or element.tag == "li")
    kind = _kind(element) or around.kind
    frame = around.frame or (path if kind is None and _is_frame(element) else None)
    return replace(role, kind=kind, frame=frame)


def is_block(element: HtmlElement) -> bool:
    """Whether the element's words stand apart from those around it."""
    above = element.getparent()
    within_words = above is not None and above.tag in WORDS_TAGS
    return element.tag in BLOCK_TAGS or (not within_words and _kind(element) in _OWN_LINE)


def _kind(element: HtmlElement) -> Kind | None:
    if element.tag in WHOLE_TAGS:
        return None
    by_tag = KIND_TAG.get(str(element.tag))
    if by_tag is Kind.TABLE and _is_layout(element):
        by_tag = None
    named = (_kind_of_name(name) for name in _names(element))
    return next((kind for kind in named if kind), by_tag)


@lru_cache(maxsize=4096)
def _kind_of_name(name: str) -> Kind | None:
    """The kind that a class or id names: by one of its parts, or two of them taken together."""
    parts = [p.lower() for p in _NAME_PARTS.findall(name[:80])]
    pairs = [a + b for a, b in pairwise(parts)]
    return next((KIND_WORDS[p] for p in pairs + parts if p in KIND_WORDS), None)


@lru_cache(maxsize=4096)
def _names_frame(name: str) -> bool:
    parts = [p.lower() for p in _NAME_PARTS.findall(name[:80])]
    return bool(parts) and (parts[0] in PAGE_WORDS or "".join(parts[:2]) in PAGE_WORDS)


def _names(element: HtmlElement) -> list[str]:
    attributes = (element.get(a) or "" for a in ("class", "id", "itemprop", "rel"))
    return " ".join(attributes).split()[:20]


def _is_frame(element: HtmlElement) -> bool:
    """Whether an element belongs to the page rather than to the report."""
    if element.tag in WHOLE_TAGS:
        return False
    if element.tag in ("header", "aside"):
        return element.find(".//h1") is None
    by_role = element.get("role") in PAGE_ROLES
    return element.tag in PAGE_TAGS or by_role or any(map(_names_frame, _names(element)))


def _is_layout(row: HtmlElement) -> bool:
    """Whether a table's row only lays out a page: its cells hold paragraphs or other tables."""
    apart = ("p", "div", "table", "h1", "h2", "h3", "ul", "ol")
    return any(e.tag in apart or _is_double_break(e) for e in row.iter())


def _is_double_break(element: HtmlElement) -> bool:
    """Two line breaks with nothing between them: how old pages part paragraphs."""
    if element.tag != "br" or (element.tail or "").strip():
        return False
    following = element.getnext()
    return following is not None and following.tag == "br"
