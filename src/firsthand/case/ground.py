"""A text in which words are looked for whatever the white space between them.

Two readers of one document differ in line ends, in runs of spaces and in how a quotation mark
is drawn, and mean the same words. Here those differences are taken away in a way that leads back:
every run of white space becomes one space, every quotation mark and dash its plain form.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from firsthand.text import Span

_RUN: Final = re.compile(r"\s+")
_PLAIN: Final = str.maketrans("‘’‚‛“”„‟‐‑‒–—―", "''''\"\"\"\"------")
"""One character for one, so that no place in the text moves."""


def plain(words: str) -> str:
    """The words with single spaces, and with plain quotation marks and dashes."""
    return _RUN.sub(" ", words).translate(_PLAIN)


@dataclass(frozen=True, slots=True)
class Ground:
    """A text, its plain form, and how much each longer run of spaces shortened it.

    `after` are the places in `plain` behind such runs, `lost` how many characters had been
    taken away up to each.
    """

    text: str = field(repr=False)
    plain: str = field(repr=False)
    after: tuple[int, ...] = field(repr=False)
    lost: tuple[int, ...] = field(repr=False)

    @classmethod
    def of(cls, text: str) -> Ground:
        """The ground that a text is; one pass over it."""
        after, lost, gone = list[int](), list[int](), 0
        for run in _RUN.finditer(text):
            if len(run[0]) > 1:
                gone += len(run[0]) - 1
                after.append(run.end() - gone)
                lost.append(gone)
        return cls(text, plain(text), tuple(after), tuple(lost))

    def occurrences(self, words: str) -> Iterator[int]:
        """Where plain words begin in the plain text, overlapping ones too."""
        at = self.plain.find(words) if words else -1
        while at >= 0:
            yield at
            at = self.plain.find(words, at + 1)

    def span(self, start: int, end: int) -> Span:
        """The span of the text that the plain text has from `start` to `end`."""
        return Span(self._led_back(start), self._led_back(end))

    def only(self, words: str) -> Span | None:
        """Where the words stand; None where they do not, or more than once."""
        sought = plain(words).strip()
        found = self.occurrences(sought)
        at, second = next(found, None), next(found, None)
        return self.span(at, at + len(sought)) if at is not None and second is None else None

    def _led_back(self, at: int) -> int:
        runs = bisect_right(self.after, at)
        return at + (self.lost[runs - 1] if runs else 0)
