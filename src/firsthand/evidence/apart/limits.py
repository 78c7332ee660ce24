"""Which statements a caveat limits: all before it, those of whom it speaks, or the nearest.

A caveat says of itself how far it reaches. "None of the accounts" reaches back over the whole
report. One that speaks of somebody who is a source ("she appeared to be referring to") reaches
that source's statements: those of its own sentence, else all that stand before. Any other
limits what is reported in its sentence, else in the nearest sentence before it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import cache

from firsthand.evidence.language.prose import listed, phrases
from firsthand.evidence.telling import Surroundings
from firsthand.reading.attribution import Attribution
from firsthand.text import Span

_WORD = re.compile(r"[^\W_](?:[\w-]*[^\W_])?")
# Where the head of a phrase ends: "a cousin | of Aske", "an order | seen by", "Aske, | a docker".
_HEAD = re.compile(
    r"[,(]|['’]s\b|\s(?:of|from|in|at|on|for|with|by|who|which|that|near|seen|dated|whose)\b"
)
_REACH = 500
"""How many statements a caveat can reach back over, so that a long text takes no longer each."""
_MANY = 12
"""Attributions that one sentence may have, and those that end in it may begin before."""


class Statements:
    """The statements of a report in the order of the text, and whose each is.

    `speakers` leads from an attribution's id to its source's; where it does not, statements whose
    source has the same last word are one source's, and a pronoun's are the one's before.
    """

    def __init__(
        self,
        surroundings: Surroundings,
        attributions: Sequence[Attribution],
        speakers: Mapping[str, str | None],
    ) -> None:
        self._text = surroundings.page.text
        self._surroundings = surroundings
        self._all = sorted((a for a in attributions if not self._answers(a)), key=_start)
        self._starts = [_start(a) for a in self._all]
        self._owners: list[str] = []
        self._heads = [self._head(a) for a in self._all]
        for a, names in zip(self._all, self._heads, strict=True):
            owner = speakers.get(a.id) or (names[-1] if names else "")
            points_back = bool(a.source and self._owners)
            self._owners.append(owner or (self._owners[-1] if points_back else ""))

    def _answers(self, a: Attribution) -> bool:
        """Whether it is a refusal to speak, which nothing limits."""
        return any(_answering().search(self._text, s.start, s.end) for s in a.cue)

    def _head(self, a: Attribution) -> list[str]:
        """The names and the last word of who speaks, before what says more of them."""
        phrase = a.source[0].of(self._text) if a.source else ""
        end = _HEAD.search(phrase)
        words = _WORD.findall(phrase[: end.start()] if end else phrase)
        names = [w.lower() for w in words if w[0].isupper() or w is words[-1]]
        return [n for n in names if n not in listed("caveats", "pronouns")]

    def before(self, place: int) -> list[Attribution]:
        """Those that begin before a place, the last `_REACH`."""
        last = bisect_left(self._starts, place)
        return self._all[max(last - _REACH, 0) : last]

    def within(self, sentence: Span) -> list[Attribution]:
        """Those with words in a sentence."""
        first = max(bisect_left(self._starts, sentence.start) - _MANY, 0)
        near = self._all[first : bisect_left(self._starts, sentence.end)]
        return [a for a in near if _touches(a, sentence)]

    def nearest(self, place: int) -> list[Attribution]:
        """Those of the nearest sentence before a place that has any."""
        earlier = self.before(place)
        if not earlier:
            return []
        return self.within(self._surroundings.sentence_at(earlier[-1].content[0].start))

    def of_whom(self, words: str, place: int) -> list[Attribution]:
        """Those before a place of the source that some words name, or point back to."""
        known = {w.lower() for w in _WORD.findall(words)}
        last = bisect_left(self._starts, place)
        near = slice(max(last - _REACH, 0), last)
        owners, heads = self._owners[near], self._heads[near]
        found = zip(reversed(heads), reversed(owners), strict=True)
        named = next((owner for names, owner in found if not known.isdisjoint(names)), None)
        if named is None and owners and not known.isdisjoint(listed("caveats", "persons")):
            named = owners[-1]
        return [a for a, o in zip(self._all[near], owners, strict=True) if o and o == named]


def _start(a: Attribution) -> int:
    return min(s.start for s in (*a.content, *a.cue, *a.source))


def _touches(a: Attribution, span: Span) -> bool:
    return any(s.overlaps(span) for s in (*a.content, *a.cue))


@cache
def _answering() -> re.Pattern[str]:
    return phrases("caveats", "answers")
