"""The words of a cue, and what kind of verb it is, as far as force goes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from firsthand.evidence.language.inflection import verb_lists, word_set
from firsthand.evidence.telling import Telling
from firsthand.text import Span

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_OPENING = 120
_NONE = frozenset[str]()


@dataclass(frozen=True, slots=True)
class Cue:
    """The words of a cue in small letters with their spans; `content` is how the content opens.

    `leads` says whether the content stands behind the cue, `lists` for each word which lists of
    verbs of `words/force.toml` hold a form of it.
    """

    words: tuple[str, ...]
    spans: tuple[Span, ...]
    content: str
    leads: bool
    lists: tuple[frozenset[str], ...]

    def find(self, *names: str) -> Span | None:
        """The first word that is a form of a verb in these lists of `words/force.toml`."""
        for lists, span in zip(self.lists, self.spans, strict=True):
            if not lists.isdisjoint(names):
                return span
        return None

    def has(self, *words: str) -> bool:
        """Whether one of these words is in it."""
        return not frozenset(words).isdisjoint(self.words)

    @property
    def negation(self) -> Span | None:
        """Its "not" or "never", if it has one."""
        found = zip(self.words, self.spans, strict=True)
        return next(
            (s for w, s in found if w in {"not", "never", "cannot"} or w.endswith("n't")), None
        )

    @property
    def passive(self) -> bool:
        """Whether a form of "be" stands before its last verb."""
        return not word_set("force", "to_be").isdisjoint(self.words[:-1])

    def opening(self, most: int) -> list[str]:
        """The first words of the content, in small letters."""
        return [m[0].lower() for m in islice(_WORD.finditer(self.content), most)]


def cue_of(telling: Telling) -> Cue:
    """The cue's words, and the opening of the content."""
    return _cue(telling.text, telling.attribution.cue, telling.content[0])


@lru_cache(maxsize=16)
def _cue(text: str, spans: tuple[Span, ...], first: Span) -> Cue:
    """Those of the last few tellings are kept: force and opinion both ask for them."""
    found = [m for s in spans for m in _WORD.finditer(text, s.start, s.end)]
    words = tuple(m[0].lower().replace("’", "'") for m in found)
    opening = text[first.start : min(first.end, first.start + _OPENING)]
    leads = bool(spans) and first.start > spans[0].start
    lists = tuple(verb_lists("force").get(word, _NONE) for word in words)
    return Cue(words, tuple(Span(*m.span()) for m in found), opening, leads, lists)
