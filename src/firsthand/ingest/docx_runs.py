"""What a Word paragraph shows: its runs in order, without deleted, hidden and code text.

Tracked changes are read as if accepted; of a field its result is read and its code is not.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from firsthand.ingest.docx_package import Element
from firsthand.ingest.docx_words import Words

DELETED = {"del", "moveFrom"}
INSERTED = {"ins", "moveTo"}
INSIDE = {"smartTag", "sdt", "sdtContent", "fldSimple", "customXml", "dir", "bdo", "oMathPara"}
SPACES = {"tab", "br", "cr", "ptab"}
_HYPERLINK = re.compile(r'\s*HYPERLINK\s+"([^"]+)"')


@dataclass(slots=True)
class Seen:
    """What was met on the way and a reader must be told of."""

    deleted: int = 0
    inserted: int = 0
    hidden: int = 0
    comments: set[str] = field(default_factory=set)


@dataclass(slots=True)
class Field:
    """A field that is open: its code so far, and whether its result has begun."""

    code: str = ""
    result: bool = False


@dataclass(slots=True)
class Story:
    """Reads the paragraphs of one part in order; a field may run over several of them.

    `note` answers the shown number and the id of a note that a reference element names, and
    `boxes` gathers the text boxes met since it was last emptied.
    """

    addresses: dict[str, str]
    note: Callable[[Element], tuple[str, str] | None]
    seen: Seen
    number: str = ""
    custom: str = ""
    fields: list[Field] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)

    def read(self, paragraph: Element, words: Words) -> None:
        """Add to `words` what the paragraph shows."""
        self._children(paragraph, words, "")

    def _children(self, parent: Element, words: Words, url: str) -> None:
        for child in parent:
            self._child(child, local(child), words, url)

    def _child(self, child: Element, tag: str, words: Words, url: str) -> None:
        if tag == "r":
            self._run(child, words, url)
        elif tag == "hyperlink":
            self._children(child, words, self.addresses.get(attribute(child, "id"), ""))
        elif tag in DELETED:
            self.seen.deleted += 1
        elif tag in INSERTED or tag in INSIDE:
            self.seen.inserted += tag in INSERTED
            self._children(child, words, url)
        elif tag == "oMath":
            words.add("".join(x.text or "" for x in child.iter() if local(x) == "t"))

    def _run(self, run: Element, words: Words, url: str) -> None:
        if is_hidden(run):
            self.seen.hidden += 1
            return
        for child in run:
            self._piece(child, local(child), words, url)

    def _piece(self, child: Element, tag: str, words: Words, url: str) -> None:
        if tag == "fldChar":
            self._field(attribute(child, "fldCharType"))
        elif tag == "instrText":
            self._code(child.text or "")
        elif tag == "commentReference":
            self.seen.comments.add(attribute(child, "id"))
        elif tag in ("drawing", "pict", "AlternateContent", "object"):
            self.boxes.extend(text_boxes(child))
        elif all(one.result for one in self.fields):
            self._shown(child, tag, words, url or self._field_url())

    def _shown(self, child: Element, tag: str, words: Words, url: str) -> None:
        if tag == "t" and self.custom:
            words.mark(child.text or "", self.custom)
            self.custom = ""
        elif tag == "t":
            words.add(child.text or "", url)
        elif tag in SPACES:
            words.add(" ")
        elif tag == "noBreakHyphen":
            words.add("\u2011", url)
        elif tag in ("footnoteReference", "endnoteReference"):
            self._reference(child, words)
        elif tag in ("footnoteRef", "endnoteRef"):
            words.add(f"{self.number} ")
        elif tag == "ruby":
            self._ruby(child, words, url)

    def _ruby(self, ruby: Element, words: Words, url: str) -> None:
        for base in ruby:
            if local(base) == "rubyBase":
                self._children(base, words, url)

    def _reference(self, reference: Element, words: Words) -> None:
        """A note's number; where its author chose a sign, the text that follows is the mark."""
        found = self.note(reference)
        if found is None:
            return
        number, name = found
        if attribute(reference, "customMarkFollows") in ("1", "true", "on"):
            self.custom = name
        else:
            words.mark(number, name)

    def _field(self, what: str) -> None:
        if what == "begin":
            self.fields.append(Field())
        elif what == "separate" and self.fields:
            self.fields[-1].result = True
        elif what == "end" and self.fields:
            self.fields.pop()

    def _code(self, code: str) -> None:
        if self.fields and not self.fields[-1].result:
            self.fields[-1].code += code

    def _field_url(self) -> str:
        for one in reversed(self.fields):
            if found := _HYPERLINK.match(one.code):
                return found.group(1)
        return ""


def local(element: Element) -> str:
    """The element's name without its namespace; nothing for comments and entities."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def attribute(element: Element, name: str) -> str:
    """An attribute by its name without its namespace, or nothing."""
    return next((v for k, v in element.attrib.items() if k.rpartition("}")[2] == name), "")


def child(element: Element, *names: str) -> Element | None:
    """The element that a path of names leads to, or None."""
    found = element
    for name in names:
        found = next((x for x in found if local(x) == name), None)
        if found is None:
            return None
    return found


def is_on(element: Element | None) -> bool:
    """Whether a switch such as w:vanish is there and not set to off."""
    return element is not None and attribute(element, "val") not in ("0", "false", "off")


def is_hidden(run: Element) -> bool:
    """Whether a run's own properties hide it."""
    return is_on(child(run, "rPr", "vanish"))


def text_boxes(drawing: Element) -> list[Element]:
    """The text boxes in a drawing; a fallback for old programs repeats one and is left out."""
    if local(drawing) == "Fallback":
        return []
    if local(drawing) == "txbxContent":
        return [drawing]
    return [box for part in drawing for box in text_boxes(part)]
