"""Footnotes and endnotes of a Word document: their numbers, and the words of each.

Word keeps no numbers, only references in order; so they are counted here as Word counts them
(1, 2, 3 for footnotes and i, ii, iii for endnotes, unless the document sets another way).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from firsthand.ingest.docx_package import Element, Package
from firsthand.ingest.docx_runs import attribute, child, local

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class NoteBody:
    """One note: its id in the draft, the number shown, its element and the path to it."""

    name: str
    number: str
    element: Element
    path: str


@dataclass(slots=True)
class Notes:
    """The notes of one part, numbered in the order in which the text refers to them."""

    part: str
    short: str
    elements: dict[str, tuple[Element, str]]
    shown: Callable[[int], str]
    called: dict[str, NoteBody] = field(default_factory=dict)

    def call(self, reference: Element) -> tuple[str, str] | None:
        """The number and id of the note that a reference names, None where it is missing."""
        key = attribute(reference, "id")
        if key not in self.elements:
            return None
        body = self.called.get(key) or self._body(key)
        self.called[key] = body
        return body.number, body.name

    def _body(self, key: str) -> NoteBody:
        count = len(self.called) + 1
        element, path = self.elements[key]
        return NoteBody(f"{self.short}-{count}", self.shown(count), element, path)


def notes_part(package: Package, kind: str, body: Element) -> Notes:
    """The notes of a kind, `footnote` or `endnote`."""
    part = package.near(f"{kind}s")
    root = package.xml(part) if part else None
    usual = "decimal" if kind == "footnote" else "lowerRoman"
    form = _form(package, kind, body) or usual
    return Notes(part, kind[0] + "n", _elements(root, kind), FORMS.get(form, str))


def _elements(root: Element | None, kind: str) -> dict[str, tuple[Element, str]]:
    """The notes by id, without the separators that Word keeps among them."""
    notes = [] if root is None else [note for note in root if local(note) == kind]
    numbered = enumerate(notes, 1)
    return {
        attribute(note, "id"): (note, f"/w:{kind}s/w:{kind}[{at}]")
        for at, note in numbered
        if attribute(note, "type") in ("", "normal")
    }


def _form(package: Package, kind: str, body: Element) -> str:
    """How the document says that its notes are numbered; nothing where it does not say."""
    settings = package.xml(package.near("settings"))
    for place in (child(body, "sectPr"), settings):
        form = child(place, f"{kind}Pr", "numFmt") if place is not None else None
        if form is not None:
            return attribute(form, "val")
    return ""


def roman(number: int) -> str:
    """The number in small Roman numerals."""
    shown = ""
    for value, letters in _ROMAN:
        while number >= value:
            shown += letters
            number -= value
    return shown


def letters(number: int) -> str:
    """The number as Word counts in letters: a to z, then aa, bb, ..."""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


FORMS: dict[str, Callable[[int], str]] = {
    "lowerRoman": roman,
    "upperRoman": lambda number: roman(number).upper(),
    "lowerLetter": letters,
    "upperLetter": lambda number: letters(number).upper(),
}
