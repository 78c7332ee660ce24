"""The noun phrase behind a word: who speaks in "said X, a Y who Z" and "according to X"."""

from __future__ import annotations

from collections.abc import Sequence

from firsthand.reading.rules.subjects import LONGEST_PHRASE, PLACE_OR_AGE
from firsthand.reading.rules.tokens import Range, Token
from firsthand.reading.rules.words import is_adverb, is_finite, is_participle, word_lists

_RELATIVES = frozenset({"who", "which", "that"})
_INDEFINITE = frozenset({"a", "an", "his", "her", "their"})
_FAR = 25


def phrase_after(tokens: Sequence[Token], at: int) -> Range | None:
    """The noun phrase that starts at `at`, with its appositions and relative clauses."""
    end, limit = at, min(len(tokens), at + LONGEST_PHRASE)
    while end < limit:
        if tokens[end].is_comma:
            if not _is_apposition(tokens, end + 1):
                break
        elif not _goes_on(tokens, end, at):
            break
        end += 1
    while end > at and tokens[end - 1].is_comma:
        end -= 1
    return (at, end) if end > at else None


def _is_apposition(tokens: Sequence[Token], at: int) -> bool:
    """Whether what opens behind a comma says more of the name before it."""
    if at >= len(tokens) or not tokens[at].is_word:
        return False
    token, lists = tokens[at], word_lists()
    if token.lower not in lists.relatives and _has_own_verb(tokens, at):
        return False
    if token.lower in lists.opens_modifier or PLACE_OR_AGE.fullmatch(token.lower):
        return True
    if token.capital or is_participle(token.lower) or is_adverb(token.lower):
        return False
    closed = lists.boundaries | lists.prepositions | lists.pronouns
    return token.lower not in closed and not is_finite(token.lower)


def _has_own_verb(tokens: Sequence[Token], at: int) -> bool:
    """Whether the segment that starts here is a clause of its own, not an apposition."""
    for token in tokens[at : at + _FAR]:
        if token.is_comma or token.lower in word_lists().relatives:
            return False
        if token.is_word and is_finite(token.lower) and not token.lower.endswith("ed"):
            return True
    return False


def _goes_on(tokens: Sequence[Token], end: int, start: int) -> bool:
    """Whether the phrase from `start` still goes on at `end`."""
    token = tokens[end]
    if not token.is_word:
        return token.joins_phrase
    if token.lower == "that":
        return end + 1 < len(tokens) and is_finite(tokens[end + 1].lower)
    if token.lower in word_lists().ends_phrase or token.lower in word_lists().weekdays:
        return False
    if token.lower in {"in", "at"} and end > start:
        return end + 1 >= len(tokens) or tokens[end + 1].lower not in _INDEFINITE
    if token.capital or not is_finite(token.lower):
        return True
    relative = any(t.lower in _RELATIVES for t in tokens[max(start, end - _FAR) : end])
    before = tokens[end - 1].lower if end > start else ""
    return relative or before in word_lists().determiners or token.lower.endswith("ed")
