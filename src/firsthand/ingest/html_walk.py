"""One pass over the DOM: which words form a block, and where they stand.

Words belong to the nearest element that a browser lays out as a block. White space is
collapsed as a browser does (CSS 2.2, section 16.6.1); a `br` is a line break, two are a new
block. Nothing here recurses: pages nest deeper than Python's stack.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import TypeVar

from lxml import etree
from lxml.html import HtmlElement

from firsthand.ingest.draft import Anchor, DraftBlock, Mark, cut, place_all
from firsthand.ingest.html_notes import Notes, names_of
from firsthand.ingest.html_roles import Role, is_block, is_hidden, role_of
from firsthand.ingest.report import BlockKind, Place
from firsthand.text import Span, trimmed

_SPACE = re.compile(r"[ \t\n\r\f]+")
_NAME = re.compile(r"[a-z_][a-z0-9_.-]*")


@dataclass(frozen=True, slots=True)
class Seen:
    """A block, the path of the element it stands in, and of the frame that sets it apart."""

    block: DraftBlock
    path: str
    frame: str | None


@dataclass(slots=True)
class _Open:
    """An element that is being read, with what its children need of it."""

    element: HtmlElement
    path: str
    role: Role
    apart: bool
    starts_at: int
    children: Counter[str] = field(default_factory=Counter)


def walk(root: HtmlElement, notes: Notes) -> Iterator[Seen]:
    """The blocks of a page in document order."""
    return _Walk(notes).run(root)


class _Walk:
    def __init__(self, notes: Notes) -> None:
        self._notes = notes
        self._stack: list[_Open] = []
        self._hidden = 0
        self._note: str | None = None
        self._clear()

    def _clear(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._anchors: list[Anchor] = []
        self._marks: list[Mark] = []

    def run(self, root: HtmlElement) -> Iterator[Seen]:
        for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
            if event == "start":
                yield from self._enter(element)
            elif event == "end":
                yield from self._leave(element)
            self._tail(event, element)
        yield from self._flush()

    def _enter(self, element: HtmlElement) -> Iterator[Seen]:
        apart = is_block(element) or self._is_layout_cell(element)
        if self._hidden or is_hidden(element):
            self._hidden += 1
        elif apart:
            yield from self._flush()
        elif element.tag == "br":
            yield from self._break()
        elif element.tag in ("td", "th") and self._length:
            self._add(" | ")
        self._push(element, apart)
        if not self._hidden:
            self._add(element.text)

    def _is_layout_cell(self, element: HtmlElement) -> bool:
        row = self._stack[-1].role if element.tag in ("td", "th") and self._stack else None
        return row is not None and row.kind is not BlockKind.TABLE

    def _push(self, element: HtmlElement, apart: bool) -> None:
        above = self._stack[-1] if self._stack else None
        path = _path(element, above)
        role = role_of(element, path, above.role if above else Role())
        self._stack.append(_Open(element, path, role, apart, self._length))
        for name in names_of(element):
            self._note = self._notes.bodies.get(name, self._note)

    def _leave(self, element: HtmlElement) -> Iterator[Seen]:
        closed = self._stack[-1]
        if self._hidden:
            self._hidden -= 1
        elif closed.apart:
            yield from self._flush()
        else:
            self._link(closed)
        self._stack.pop()

    def _tail(self, event: str, element: HtmlElement) -> None:
        if event != "start" and not self._hidden and self._stack:
            self._add(element.tail)

    def _add(self, text: str | None) -> None:
        piece = _SPACE.sub(" ", text or "").replace("\0", "")
        if (self._parts and self._parts[-1][-1] in " \n") or not self._length:
            piece = piece.lstrip(" ")
        if piece:
            self._parts.append(piece)
            self._length += len(piece)

    def _break(self) -> Iterator[Seen]:
        if "".join(self._parts[-2:]).rstrip(" \u00a0").endswith("\n"):
            yield from self._flush()
        elif self._parts:
            self._parts.append("\n")
            self._length += 1

    def _link(self, closed: _Open) -> None:
        start, end = closed.starts_at, self._length
        note = self._notes.marks.get(closed.element)
        if end <= start:
            return
        if note is not None:
            self._marks.append(Mark(start, end, note))
        elif closed.element.tag == "a" and _leads_out(closed.element.get("href")):
            self._anchors.append(Anchor(start, end, closed.element.get("href", "").strip()))

    def _flush(self) -> Iterator[Seen]:
        """Ends the block that is being read, where it holds a letter or a digit."""
        words = "".join(self._parts)
        kept = trimmed(words, 0, len(words))
        if self._stack and kept and any(map(str.isalnum, words)):
            yield self._seen(words, kept)
        self._clear()
        for opened in self._stack:
            opened.starts_at = 0

    def _seen(self, words: str, kept: Span) -> Seen:
        owner = next(o for o in reversed(self._stack) if o.apart)
        note, self._note = self._note, None
        block = DraftBlock(
            words,
            owner.role.kind,
            place_all(words, Place(paragraph=0, path=owner.path)),
            marks=tuple(_bare(self._marks, words)),
            anchors=tuple(_bare(self._anchors, words)),
            note=note,
            bullet=owner.role.in_list,
        )
        return Seen(cut(block, kept.start, kept.end), owner.path, owner.role.frame)


_Located = TypeVar("_Located", Mark, Anchor)


def _bare(items: Iterable[_Located], words: str) -> Iterator[_Located]:
    """Links and marks without the white space that the markup has at their edges."""
    for item in items:
        span = trimmed(words, item.start, min(item.end, len(words)))
        if span:
            yield replace(item, start=span.start, end=span.end)


def _path(element: HtmlElement, above: _Open | None) -> str:
    """The XPath of an element, counted on the way: asking lxml would cost a scan each.

    A tag that XPath cannot name (Word's ``o:p``) is counted among all elements.
    """
    tag = str(element.tag)
    if above is None:
        return f"/{tag}"
    above.children.update((tag, "*"))
    step = tag if _NAME.fullmatch(tag) else "*"
    return f"{above.path}/{step}[{above.children[step]}]"


def _leads_out(href: str | None) -> bool:
    return bool(href) and not str(href).strip().lower().startswith(("#", "javascript:"))
