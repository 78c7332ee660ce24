"""What the network proposes for a page; a rule makes quotations whole, and both answers stay."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from threadpoolctl import threadpool_limits

from firsthand.reading.attribution import Override
from firsthand.reading.model.decode import Floats, Reading, readings
from firsthand.reading.model.network import Network, load
from firsthand.reading.model.places import (
    Place,
    in_one_sentence,
    is_name,
    nearest,
    tidy,
    whole_quotations,
)
from firsthand.reading.model.sight import Sight
from firsthand.reading.model.windows import Window, Words, windows_of, words_of
from firsthand.reading.page import Page
from firsthand.reading.page import Words as Text
from firsthand.reading.proposal import Proposal
from firsthand.text import Span

WHOLE = "a quotation stays whole"
WITHIN = "a source stays within its sentence"


def read_words(page: Page) -> tuple[list[Proposal], Sight]:
    """What the network proposes for the running words of a page, and what it saw of people."""
    network, quotations = load(), _Quotations.of(page)
    places = [(b.span.start, b.span.end) for b in page.blocks]
    words = words_of(page.text, places, quotations.places, network.tokenizer)
    with threadpool_limits(limits=1, user_api="blas"):  # small products: threads cost more
        return _Pass(network, page.text, words, quotations, page.blocks).read()


def sight_of(page: Page) -> Sight:
    """What the network sees of the people on a page whose attributions others have read."""
    network, quotations = load(), _Quotations.of(page)
    places = [(b.span.start, b.span.end) for b in page.blocks]
    words = words_of(page.text, places, quotations.places, network.tokenizer)
    return _Pass(network, page.text, words, quotations, page.blocks).sight()


@dataclass(frozen=True, slots=True)
class _Quotations:
    """The quotations of a page, and the places of all their parts in order."""

    whole: Sequence[Sequence[Place]]
    places: Sequence[Place]
    owner: Sequence[int]

    @classmethod
    def of(cls, page: Page) -> _Quotations:
        whole = [[(s.start, s.end) for s in q.spans] for q in page.quotations]
        parts = sorted((place, n) for n, quotation in enumerate(whole) for place in quotation)
        return cls(whole, [place for place, _ in parts], [n for _, n in parts])

    def at(self, content: Sequence[Place]) -> list[Sequence[Place]]:
        """The quotations that share a character with the content."""
        found: dict[int, Sequence[Place]] = {}
        for start, end in content:
            at = bisect_left(self.places, (end,)) - 1
            while at >= 0 and self.places[at][1] > start:
                found[self.owner[at]] = self.whole[self.owner[at]]
                at -= 1
        return [found[n] for n in sorted(found)]


@dataclass(frozen=True, slots=True)
class _Pass:
    """One report's words under one network."""

    network: Network
    text: str
    words: Words
    quotations: _Quotations
    blocks: Sequence[Text]

    def read(self) -> tuple[list[Proposal], Sight]:
        people = np.zeros((len(self.words), self.network.people), np.float32)
        proposals = list[Proposal]()
        for window in windows_of(self.words, self.network.tuning.limit):
            answer = self.network.answer(self.words, window)
            own = slice(window.own_low - window.low, window.own_high - window.low)
            people[window.own_low : window.own_high] = answer.people[own]
            made = (self._proposal(window, r) for r in self._readings(window, answer.cues))
            proposals += [proposal for proposal in made if proposal]
        return proposals, Sight(self.words, people)

    def sight(self) -> Sight:
        people = np.zeros((len(self.words), self.network.people), np.float32)
        for window in windows_of(self.words, self.network.tuning.limit):
            own = slice(window.own_low - window.low, window.own_high - window.low)
            people[window.own_low : window.own_high] = self.network.answer(
                self.words, window
            ).people[own]
        return Sight(self.words, people)

    def _readings(self, window: Window, answer: Floats) -> Iterator[Reading]:
        own = (window.own_low - window.low, window.own_high - window.low)
        block = self.words.block[window.low : window.high]
        return readings(self.network.heads, self.network.tuning, answer, block, own)

    def _proposal(self, window: Window, reading: Reading) -> Proposal | None:
        """The reading as places of characters; None below the threshold or without content."""
        score = 1 / (1 + math.exp(-float(np.dot(reading.evidence, self.network.tuning.weights))))
        cue = self._places(window, [reading.cue])
        found = self._places(window, [reading.source] if reading.source else [])
        near = (nearest(list(self._cut(place)), cue[0]) for place in found)
        source = [in_one_sentence(self.text, place, cue[0]) for place in near]
        said = self._of_one_kind(window, reading, self._places(window, reading.content))
        whole = whole_quotations(self.text, said, [*cue, *source], self.quotations.at(said))
        content = tidy(self.text, whole)
        unsure = score < self.network.tuning.threshold
        if not content or unsure or is_name(self.text, cue[0]):
            return None
        named, says, what = (self._spans(role) for role in (source, cue, content))
        override = _override(self._spans(found), self._spans(said), named, what)
        return Proposal(named, says, what, self.network.name, score=score, override=override)

    def _spans(self, places: Sequence[Place]) -> tuple[Span, ...]:
        """The places with clean edges, a span for each block that they run over."""
        cut = (part for place in tidy(self.text, places) or places for part in self._cut(place))
        return tuple(Span(*place) for part in cut for place in tidy(self.text, [part]) or [part])

    def _cut(self, place: Place) -> Iterator[Place]:
        at = bisect_right(self.blocks, place[0], key=lambda block: block.span.start) - 1
        for block in self.blocks[at:]:
            if block.span.start >= place[1]:
                return
            yield max(place[0], block.span.start), min(place[1], block.span.end)

    def _places(self, window: Window, runs: Sequence[tuple[int, int]]) -> list[Place]:
        first, last = self.words.start, self.words.end
        return [(int(first[a + window.low]), int(last[b + window.low - 1])) for a, b in runs]

    def _of_one_kind(self, window: Window, reading: Reading, places: list[Place]) -> list[Place]:
        """Those in blocks of the cue's kind: a caption's claim never runs into the article."""
        at = self.words.block[window.low : window.high]
        kind = self.blocks[at[reading.cue[0]]].kind
        runs = zip(reading.content, places, strict=True)
        return [p for (low, _), p in runs if self.blocks[at[low]].kind is kind]


def _override(
    source: tuple[Span, ...],
    content: tuple[Span, ...],
    named: tuple[Span, ...],
    what: tuple[Span, ...],
) -> Override | None:
    """What the network alone gave for source and content, where rules made other spans of it."""
    changed = [WITHIN] * (source != named) + [WHOLE] * (content != what)
    return Override("; ".join(changed), source, content) if changed else None
