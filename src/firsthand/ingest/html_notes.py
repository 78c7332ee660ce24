"""Footnotes of a page: short links to a place in it, and the notes they lead to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import unquote

from lxml.html import HtmlElement

_MARK = re.compile(r"[\[(]?(?:\d{1,4}|[ivxlc]{1,6}|[a-z]|[*†‡§]{1,3})[\])]?", re.I)


@dataclass(frozen=True, slots=True)
class Notes:
    """The links that are marks, with the note each names; and each note's element by its id."""

    marks: dict[HtmlElement, str]
    bodies: dict[str, str]


def notes_of(root: HtmlElement) -> Notes:
    """The notes of a page: a mark leads forward, to an element that stands after it."""
    links = [a for a in root.iter("a") if _is_mark(a)]
    order = {name: n for n, e in enumerate(root.iter()) for name in names_of(e)}
    at = {a: n for n, a in enumerate(root.iter()) if a.tag == "a"}
    forward = {a: t for a in links if (t := _target(a)) in order and order[t] > at[a]}
    return Notes(forward, {t: t for t in forward.values()})


def _is_mark(link: HtmlElement) -> bool:
    words = " ".join("".join(link.itertext()).split()) if len(link) < 4 else ""
    return (link.get("href") or "").startswith("#") and bool(_MARK.fullmatch(words))


def names_of(element: HtmlElement) -> tuple[str, ...]:
    """The names that a link can lead to: the id, and the `name` of the old anchors of Word."""
    old = element.get("name") if element.tag == "a" else None
    return tuple(name for name in (element.get("id"), old) if name)


def _target(link: HtmlElement) -> str:
    return unquote((link.get("href") or "")[1:])
