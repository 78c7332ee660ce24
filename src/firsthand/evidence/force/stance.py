"""The report's stance to a statement, by its cue: whose word it is that the thing is so.

"revealed" takes what follows for granted, "claimed" leaves it with the speaker, "feared" tells of a
mind and not of speech; `words/stance.toml` says where its lists are from. Words within a quotation
are not the report's, so only the cue counts, with "reportedly" right before it or a cue in scare
quotes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from firsthand.evidence.language.inflection import verbs, word_set
from firsthand.evidence.language.prose import phrases
from firsthand.evidence.telling import Telling
from firsthand.evidence.values import Stance, StanceKind
from firsthand.text import Span

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_PHRASES = (
    (phrases("stance", "kept_off"), StanceKind.DISTANCING),
    (phrases("stance", "taken"), StanceKind.ENDORSING),
    (phrases("stance", "perceived"), StanceKind.PERCEIVING),
)
_VERBS = (
    ("distancing", StanceKind.DISTANCING),
    ("endorsing", StanceKind.ENDORSING),
    ("perceiving", StanceKind.PERCEIVING),
)
_PHRASE = phrases("stance", "kept_off", "taken", "perceived")
_HEARINGS = phrases("stance", "hearings")
_QUOTES = ('""', "“”", "''", "‘’")
_BEFORE = 16

Word = tuple[str, Span]


def stance_of(telling: Telling) -> Stance:
    """The stance that the cue shows; neutral where it shows none."""
    words = _words(telling, telling.attribution.cue)
    found = _pronounced(telling, words) or _by_phrase(telling) or _by_verb(telling, words)
    return found or Stance()


def _words(telling: Telling, spans: Sequence[Span]) -> list[Word]:
    found = telling.found(_WORD, spans)
    return [(m[0].lower().replace("’", "'"), Span(*m.span())) for m in found]


def _pronounced(telling: Telling, words: Sequence[Word]) -> Stance | None:
    """Read "reportedly said", "falsely told", "so-called", and a cue in scare quotes."""
    marks = word_set("stance", "pronounced") | word_set("stance", "manners")
    for word, span in [*_just_before(telling), *words]:
        if word in marks:
            return Stance(StanceKind.DISTANCING, (span,))
    for cue in telling.attribution.cue:
        if telling.text[max(cue.start - 1, 0)] + telling.text[cue.end : cue.end + 1] in _QUOTES:
            return Stance(StanceKind.DISTANCING, (cue,))
    return None


def _just_before(telling: Telling) -> list[Word]:
    """The word right before the cue, on the same side of any mark."""
    if not telling.attribution.cue:
        return []
    end = telling.attribution.cue[0].start
    words = _words(telling, [Span(max(0, end - _BEFORE), end)] if end else [])
    return [w for w in words[-1:] if telling.text[w[1].end : end].isspace()]


def _by_phrase(telling: Telling) -> Stance | None:
    if telling.first(_PHRASE, telling.attribution.cue) is None:
        return None
    for pattern, kind in _PHRASES:
        if (span := telling.first(pattern, telling.attribution.cue)) is not None:
            return Stance(kind, (span,))
    return None


def _by_verb(telling: Telling, words: Sequence[Word]) -> Stance | None:
    """Read the verbs of the cue; one that keeps its distance is stronger than one that does not."""
    if not any(word in _stances() for word, _ in words):
        return None
    for name, kind in _VERBS:
        for at, (word, span) in enumerate(words):
            if word in verbs("stance", name) and _is_verb(words, at):
                return None if _in_court(telling, word) else Stance(kind, (span,))
            if word in verbs("stance", name + "_nouns") and _is_all(words, at):
                return Stance(kind, (span,))
    return None


def _in_court(telling: Telling, word: str) -> bool:
    """Whether a court or an inquiry heard something: it was told there, nobody perceived it."""
    return word in {"heard", "hears"} and bool(telling.first(_HEARINGS, telling.attribution.source))


@cache
def _stances() -> frozenset[str]:
    """All forms of all of these verbs and nouns."""
    return verbs("stance", *(name + end for name, _ in _VERBS for end in ("", "_nouns")))


def _is_verb(words: Sequence[Word], at: int) -> bool:
    """Whether it is no noun ("in a note", "rejected claims"), not denied and no passive."""
    before = [w for w, _ in words[:at]]
    if words[at][0] in word_set("stance", "like_nouns") and not _takes_verb(before):
        return False
    if before and before[-1].endswith("ed") and words[at][0] in verbs("stance", "distancing_nouns"):
        return False
    if before and before[-1] in word_set("stance", "determiners") | word_set("stance", "passives"):
        return words[at][0] in verbs("stance", "perceiving")
    return not any(w in {"not", "never"} or w.endswith("n't") for w in before)


def _takes_verb(before: Sequence[str]) -> bool:
    """Whether a form that is also a noun is a verb here: alone, or behind pronoun or adverb."""
    leads = word_set("stance", "light", "pronouns") - word_set("stance", "determiners")
    return all(w in leads or w.endswith("ly") for w in before)


def _is_all(words: Sequence[Word], at: int) -> bool:
    """Whether the noun itself is the cue: no verb of saying before it takes it as its object."""
    return all(w in word_set("stance", "light") or w.endswith("ly") for w, _ in words[:at])
