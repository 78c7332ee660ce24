"""The words of one paragraph or table row of a Word document, gathered piece by piece."""

from __future__ import annotations

from firsthand.ingest.draft import Anchor, Mark

_DROPPED = dict.fromkeys((0x0, 0xAD, 0xFFFE, 0xFFFF))


class Words:
    """Words with single spaces, and where note marks and links stand in them.

    White space of any length, also over several pieces, becomes one space, so the places are
    right at once and need no second pass.
    """

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._spaced = False
        self.marks: list[Mark] = []
        self.anchors: list[Anchor] = []

    def __str__(self) -> str:
        return "".join(self._parts)

    def add(self, text: str, url: str = "") -> tuple[int, int]:
        """Add text, which leads to `url` if given; the answer is where its words stand."""
        clean = text.translate(_DROPPED)
        core = " ".join(clean.split())
        self._spaced = self._spaced or clean[:1].isspace()
        if not core:
            return self._length, self._length
        if self._spaced and self._length:
            self._put(" ")
        start = self._length
        self._put(core)
        self._spaced = clean[-1:].isspace()
        if url:
            self._link(start, url)
        return start, self._length

    def mark(self, number: str, note: str) -> None:
        """Add a note's mark right here."""
        start, end = self.add(number)
        if start < end:
            self.marks.append(Mark(start, end, note))

    def _put(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)

    def _link(self, start: int, url: str) -> None:
        last = self.anchors[-1] if self.anchors else None
        if last and last.url == url and start - last.end <= 1:
            start = self.anchors.pop().start
        self.anchors.append(Anchor(start, self._length, url))
