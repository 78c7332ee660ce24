"""A statement as the rules of evidence get it: its words, its sentence, and who speaks.

Every rule is a function of a `Telling`; it may look at the content, at the frame (the rest of the
sentence), at the source's words and at the report around, and answers with spans of the text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from firsthand.ingest.report import Report
from firsthand.reading.attribution import Attribution
from firsthand.reading.page import Page
from firsthand.sources.source import Source
from firsthand.text import Span, sentences, trimmed

_AROUND = 500
"""Characters to each side of a cue that its sentence may have."""


@dataclass(frozen=True, slots=True)
class Telling:
    """One attribution with its surroundings, all of it spans of `text`.

    `text` is the report's, blank where marks of notes stand (same offsets). `source` is None
    where nobody was found. `sentence` is that of the cue or else the content; `frame` is
    that sentence without the content and without what stands between quotation marks.
    """

    report: Report
    text: str
    attribution: Attribution
    source: Source | None
    sentence: Span
    frame: tuple[Span, ...]
    quoted: tuple[Span, ...]

    @property
    def content(self) -> tuple[Span, ...]:
        return self.attribution.content

    def found(self, pattern: re.Pattern[str], within: Sequence[Span]) -> Iterator[re.Match[str]]:
        """The matches of a pattern that lie wholly within one of these spans, in order."""
        for span in within:
            yield from pattern.finditer(self.text, span.start, span.end)

    def first(self, pattern: re.Pattern[str], within: Sequence[Span]) -> Span | None:
        """Where a pattern first matches within these spans: its group `mark`, else all of it."""
        for span in within:
            if match := pattern.search(self.text, span.start, span.end):
                return marked(match)
        return None

    def words(self, spans: Sequence[Span]) -> str:
        """The words of some spans, with a space between them."""
        return " ".join(span.of(self.text) for span in spans)


def marked(match: re.Match[str]) -> Span:
    """The span of a match: of its group `mark` where it has one, else of all of it."""
    groups = match.re.groupindex
    return Span(*match.span("mark" if "mark" in groups and match["mark"] is not None else 0))


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A report cut into sentences once, so that each attribution finds its own quickly."""

    report: Report
    page: Page
    sentences: tuple[Span, ...]
    quoted: tuple[Span, ...]

    @classmethod
    def of(cls, report: Report, page: Page) -> Surroundings:
        """The sentences of all blocks, and what stands between quotation marks, in order."""
        found = tuple(s for b in report.blocks for s in sentences(page.text, b.span))
        quoted = tuple(sorted(s for q in page.quotations for s in q.spans))
        return cls(report, page, found, quoted)

    def telling(self, attribution: Attribution, source: Source | None) -> Telling:
        """The attribution with its sentence and frame."""
        sentence = self._near((attribution.cue or attribution.content)[0].start)
        first = max(0, bisect_right(self.quoted, sentence.start, key=lambda q: q.start) - 1)
        last = bisect_right(self.quoted, sentence.end, key=lambda q: q.start)
        inside = [q for q in self.quoted[first:last] if q.overlaps(sentence)]
        frame = tuple(_without(self.page.text, sentence, [*attribution.content, *inside]))
        return Telling(
            self.report, self.page.text, attribution, source, sentence, frame, tuple(inside)
        )

    def _near(self, place: int) -> Span:
        """The sentence at a place; of one that no person writes, what stands around the place."""
        whole = self.sentence_at(place)
        if len(whole) <= 2 * _AROUND:
            return whole
        near = trimmed(
            self.page.text, max(whole.start, place - _AROUND), min(whole.end, place + _AROUND)
        )
        return near or whole

    def sentence_at(self, place: int) -> Span:
        """The sentence that holds this character, or the nearest before it."""
        at = bisect_right(self.sentences, place, key=lambda s: s.start) - 1
        return self.sentences[max(at, 0)]


def _without(text: str, whole: Span, holes: Sequence[Span]) -> Iterator[Span]:
    """What is left of a span when others are taken out of it, without white space at edges."""
    at = whole.start
    for hole in sorted(holes):
        if hole.start > at and (found := trimmed(text, at, min(hole.start, whole.end))):
            yield found
        at = max(at, hole.end)
    if at < whole.end and (found := trimmed(text, at, whole.end)):
        yield found
