"""GUM as samples: tags of names, nominal heads, grammar, and who stands for whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks import gum
from firsthand.reading.model.windows import Ints
from firsthand.sources.features import Form, form_of
from training.people.candidates import candidates
from training.people.data import HEADS, NAMES, Cut, Cutter, Mention, Question, Sample
from training.people.seen import places_of

RELATIONS = (
    ("nsubj", "nsubj:pass", "csubj"),
    ("obj", "iobj", "xcomp", "ccomp"),
    ("obl", "obl:agent", "nmod", "obl:unmarked", "nmod:unmarked"),
    ("nmod:poss",),
)
"""Grammar as `firsthand.sources.features` counts it; what is in no group is the last."""
_NOUNS = frozenset("NN NNS CD DT JJ".split())
_IN_NAMES = frozenset("of the de van and & for - al bin".split())


def samples(folder: Path, cutter: Cutter) -> list[Sample]:
    return [_sample(d, cutter.cut(d.text)) for d in gum.documents(folder)]


def _sample(document: gum.GumDocument, cut: Cut) -> Sample:
    labels = _Labels(document, cut)
    mentions = labels.mentions()
    seen = places_of(cut, mentions)
    asked = (Question(n, candidates(mentions, seen, n)) for n in range(len(mentions)))
    kept = tuple(q for q in asked if q.among and mentions[q.of].form != Form.NAME)
    words = labels.names(), labels.heads(), labels.relations()
    return Sample(document.name, cut, *words, mentions, seen, kept)


@dataclass(frozen=True, slots=True)
class _Placed:
    """A mention of GUM, its head token, and where both stand among the reader's words."""

    mention: gum.Mention
    token: int
    first: int
    last: int
    head: int


@dataclass(frozen=True, slots=True)
class _Labels:
    """A document's annotation, led over from its tokens to the reader's words."""

    document: gum.GumDocument
    cut: Cut

    def placed(self) -> Iterator[_Placed]:
        """The mentions that have words; a head is the token whose own head is outside."""
        tokens = self.document.tokens
        for m in self.document.mentions:
            inside = range(m.first, m.last + 1)
            token = next((t for t in inside if tokens[t].head not in inside), m.last)
            first, last = self._words(m.first, m.last)
            head = self._words(token, token)[0]
            if first < last and head < len(self.cut.words):
                yield _Placed(m, token, first, last, head)

    def names(self) -> Ints:
        """The first name to claim a word keeps it: the outermost."""
        tags = np.zeros(len(self.cut.words), dtype=np.int64)
        for p in self.placed():
            if p.mention.kind in NAMES and self._is_name(p.token):
                first, last = self._words(*self._run(p))
                if first < last and not tags[first:last].any():
                    tags[first:last] = 2 + 2 * NAMES.index(p.mention.kind)
                    tags[first] -= 1
        return tags

    def heads(self) -> Ints:
        tags = np.zeros(len(self.cut.words), dtype=np.int64)
        for p in self.placed():
            if p.mention.kind in HEADS and self.document.tokens[p.token].tag in _NOUNS:
                tags[p.head] = 1 + HEADS.index(p.mention.kind)
        return tags

    def relations(self) -> Ints:
        tags = np.full(len(self.cut.words), -1, dtype=np.int64)
        for number, token in enumerate(self.document.tokens):
            at, end = self._words(number, number)
            if at < end:
                group = (n for n, g in enumerate(RELATIONS) if token.relation in g)
                tags[at] = next(group, len(RELATIONS))
        return tags

    def mentions(self) -> tuple[Mention, ...]:
        """Those of people and bodies, in order; of two over the same words the last."""
        found: dict[tuple[int, int], Mention] = {}
        for p in self.placed():
            if p.mention.kind in HEADS:
                form = form_of(self._form(p.token), self.document.tokens[p.token].tag)
                made = Mention(p.first, p.last, p.head, form, p.mention.entity)
                found[p.first, p.last] = made
        return tuple(sorted(found.values(), key=lambda m: (m.first, -m.last)))

    def _run(self, placed: _Placed) -> tuple[int, int]:
        """The name's tokens around the head: "Thomas Sam", not "his wife Manju Sam"."""
        first = last = placed.token
        while first > placed.mention.first and self._may_be_in_name(first - 1):
            first -= 1
        while last < placed.mention.last and self._may_be_in_name(last + 1):
            last += 1
        kept = [t for t in range(first, last + 1) if self._is_name(t)]
        return kept[0], kept[-1]

    def _may_be_in_name(self, token: int) -> bool:
        return self._is_name(token) or self._form(token) in _IN_NAMES

    def _is_name(self, token: int) -> bool:
        return self.document.tokens[token].tag.startswith("NNP")

    def _form(self, token: int) -> str:
        return self.document.text[
            self.document.tokens[token].start : self.document.tokens[token].end
        ]

    def _words(self, first: int, last: int) -> tuple[int, int]:
        tokens = self.document.tokens
        return self.cut.words_at(tokens[first].start, tokens[last].end)
