"""Which sentences an attribution covers, or carries over to.

A reader knows without "she said" that a quotation goes on, that the sentence behind "he told the
court" with its past perfect is still his, that "A former inmate was beaten daily. He said ..." is
the inmate's account, and that what a colon announces is somebody's words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property

from firsthand.evidence.language.prose import Prose, touching
from firsthand.evidence.telling import Surroundings
from firsthand.ingest.report import BlockKind
from firsthand.reading.attribution import Attribution
from firsthand.text import Span

_GOES_ON = re.compile(
    r"(?:He|She|They|It|His|Her|Their|This|These|Those|Another|And|Also|Then|One|Others"
    r"|Among (?:them|those|these))\b"
)
_SHIFTED = re.compile(r"\bhad\s+(?:\w+\s+)?(?:been|\w+(?:ed|en|wn|ne|lt|pt|ft|ught|ld))\b")
_PRONOUN = re.compile(r"(?:he|she|they|who|the (?:man|woman|boy|girl|men|women))\Z", re.IGNORECASE)


_LONG = re.compile(r"[^\W\d_]{4,}")
_SUMS_UP = frozenset({BlockKind.HEADLINE, BlockKind.KEY_POINT})
_SURE = 0.5
"""Below it, what names nobody covers nothing."""


class Covered:
    """What the attributions of a report cover."""

    def __init__(self, surroundings: Surroundings, attributions: Sequence[Attribution]) -> None:
        self._where, self._text = surroundings, surroundings.page.text
        told = [a for a in attributions if a.source or a.score >= _SURE]
        self._said = merged(s for a in told for s in (*a.content, *a.cue))
        self._sources = merged(s for a in told for s in a.source if a.pattern != "note")
        self._pronouns = merged(s for a in attributions for s in a.source if self._points_back(s))

    def _points_back(self, source: Span) -> bool:
        return len(source) < 12 and bool(_PRONOUN.match(source.of(self._text)))

    def within(self, span: Span) -> bool:
        """Whether an attribution has words there."""
        return self.is_said(span) or bool(touching(self._sources, span))

    def is_said(self, span: Span) -> bool:
        """Whether a cue or content has words there."""
        return bool(touching(self._said, span))

    def is_of_source(self, span: Span) -> bool:
        """Whether words belong to the name of a source, or stand between it and its cue."""
        if self.is_said(span):
            return False
        behind = Span(span.end, span.end + 3)
        return bool(touching(self._sources, span)) or bool(touching(self._said, behind))

    def is_quoted(self, span: Span) -> bool:
        """Whether a quotation opens a sentence, runs on over its end or fills most of it."""
        inside = touching(self._where.quoted, span)
        words = span.of(self._text)
        edges = any(q.start <= span.start or q.end > span.end for q in inside)
        covered = sum(min(q.end, span.end) - max(q.start, span.start) for q in inside)
        unpaired = words.count("“") != words.count("”") or words.count('"') % 2 == 1
        return edges or unpaired or 2 * covered > len(span)

    def carried(self, sentences: Sequence[Prose]) -> list[bool]:
        """Which sentences go on with a statement before them, or prepare the one behind."""
        carried: list[bool] = []
        for at, here in enumerate(sentences):
            before = sentences[at - 1] if at else None
            goes_on = before is not None and (
                self._text[before.span.end - 1] == ":"
                or (
                    before.block == here.block
                    and (carried[-1] or self.within(before.span))
                    and self._goes_on(here.span)
                )
            )
            carried.append(goes_on or self._prepares(sentences, at))
        return carried

    def _prepares(self, sentences: Sequence[Prose], at: int) -> bool:
        after = sentences[at + 1] if at + 1 < len(sentences) else None
        return bool(
            after and after.block == sentences[at].block and self._is_of_pronoun(after.span)
        )

    def is_summed_up(self, sentence: Prose) -> bool:
        """Whether a headline or key point has most of its words from what sources are given."""
        if sentence.kind not in _SUMS_UP:
            return False
        words = _stems(sentence.span.of(self._text))
        return 2 * len(words & self._told) >= len(words)

    @cached_property
    def _told(self) -> frozenset[str]:
        spans = (*self._said, *self._sources)
        return frozenset(stem for span in spans for stem in _stems(span.of(self._text)))

    def _is_of_pronoun(self, span: Span) -> bool:
        """Whether a sentence opens with the pronoun of who speaks in it."""
        return any(s.start == span.start for s in touching(self._pronouns, span))

    def _goes_on(self, span: Span) -> bool:
        text = self._text
        return bool(
            _GOES_ON.match(text, span.start, span.end)
            or _SHIFTED.search(text, span.start, span.end)
        )


def _stems(words: str) -> frozenset[str]:
    """The longer words, by their first letters: "locked" and "locks" are one."""
    return frozenset(w.lower()[:5] for w in _LONG.findall(words))


def merged(spans: Iterable[Span]) -> list[Span]:
    """The spans in order, those that overlap made one."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged
