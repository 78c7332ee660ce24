"""What a Word document's styles say a paragraph is; its own words are for `classify`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from firsthand.ingest.docx_package import Element
from firsthand.ingest.docx_runs import attribute, child, local
from firsthand.ingest.report import BlockKind

KINDS = {
    "title": BlockKind.HEADLINE,
    "caption": BlockKind.CAPTION,
    "intense quote": BlockKind.PULL_QUOTE,
    **{f"heading {level}": BlockKind.SUBHEADING for level in range(1, 10)},
}


@dataclass(frozen=True, slots=True)
class Styles:
    """The names of the styles by id, in lower case, and the style each is based on."""

    names: dict[str, str]
    bases: dict[str, str]

    def name(self, paragraph: Element) -> str:
        """The nearest style of the paragraph that tells what it is, else nothing."""
        return next((name for name in self._chain(paragraph) if name in KINDS), "")

    def is_bulleted(self, paragraph: Element) -> bool:
        """Whether it is an item of a list without numbers, by its style."""
        return any(name.startswith("list bullet") for name in self._chain(paragraph))

    def _chain(self, paragraph: Element) -> Iterator[str]:
        """The names of the paragraph's style and of those it is based on, nearest first."""
        style = child(paragraph, "pPr", "pStyle")
        key = attribute(style, "val") if style is not None else ""
        for _ in range(len(self.names) + 1):
            yield self.names.get(key, "")
            key = self.bases.get(key, "")

    def kind(self, paragraph: Element) -> BlockKind | None:
        """The kind that the style gives with certainty, else None."""
        return KINDS.get(self.name(paragraph))


def styles_of(root: Element | None) -> Styles:
    """The styles of a document, of which there may be none."""
    names: dict[str, str] = {}
    bases: dict[str, str] = {}
    for style in [] if root is None else root:
        if local(style) == "style" and attribute(style, "type") == "paragraph":
            key = attribute(style, "styleId")
            names[key] = _value(style, "name").casefold()
            bases[key] = _value(style, "basedOn")
    return Styles(names, bases)


def _value(style: Element, name: str) -> str:
    found = child(style, name)
    return attribute(found, "val") if found is not None else ""
