"""Words put together from templates, which remember where their parts came to stand."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from string import Formatter


@dataclass(frozen=True, slots=True)
class Mark:
    """A named part: the characters of some words from `start` up to `end`."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Words:
    """A text with the marks of its parts."""

    text: str
    marks: tuple[Mark, ...] = ()

    def all(self, name: str) -> list[Mark]:
        """The marks of one name, in order."""
        return [mark for mark in self.marks if mark.name == name]


def filled(template: str, parts: dict[str, str | Words]) -> Words:
    """The template with its fields filled; each field and all marks within it are kept."""
    pieces: list[str] = []
    marks: list[Mark] = []
    at = 0
    for literal, field in _parsed(template):
        pieces.append(literal)
        at += len(literal)
        if field:
            part = parts[field]
            text = part if isinstance(part, str) else part.text
            if text:
                marks.append(Mark(field, at, at + len(text)))
            if not isinstance(part, str):
                marks.extend(Mark(m.name, m.start + at, m.end + at) for m in part.marks)
            pieces.append(text)
            at += len(text)
    return Words("".join(pieces), tuple(marks))


@lru_cache(maxsize=4096)
def _parsed(template: str) -> tuple[tuple[str, str | None], ...]:
    return tuple((literal, field) for literal, field, _, _ in Formatter().parse(template))


def simple(template: str, parts: dict[str, str]) -> str:
    """A template filled where nobody asks where the parts stand."""
    return template.format_map(parts)


def capital(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]


def article(text: str) -> str:
    """The indefinite article before a word or an age."""
    return (
        "an" if text[:1].lower() in "aeio" or text[:2] in ("11", "18") or text[:1] == "8" else "a"
    )


def opened(words: Words) -> Words:
    """A sentence as it opens: its first letter is a capital, the marks stay."""
    return Words(capital(words.text), words.marks)
