"""Subjects without a tagger: from a verb back to where the noun phrase before it starts.

PolNeAR's guidelines make the source the full noun phrase with title, apposition and relative
clause. Seen from the verb, commas cut the words before it into segments; segments that can only
modify (an age, a place, "a Y who Z") are walked over until the one with the head is reached.
Every walk is bounded, so time stays linear however long a sentence is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from firsthand.reading.rules.tokens import Range, Token
from firsthand.reading.rules.words import (
    is_adverb,
    is_auxiliary,
    is_finite,
    is_participle,
    word_lists,
)

LONGEST_PHRASE = 50
# An age, or a party and state ("D-Iowa") or initials of a state ("N.Y.") behind a name.
PLACE_OR_AGE = re.compile(r"\d+|[dri]-[a-z.]+|(?:[a-z]\.){1,2}|[a-z]{2,5}\.")
_RELATIVE = frozenset({"who", "which"})
_NOMINATIVE = frozenset({"i", "he", "she", "we", "they"})
_JOINS = frozenset({"and", "but", "while", "although", "though"})
_OPENS_TITLE = frozenset({"the", "a", "an", "one", "another", "its", "their"})


def subject_before(tokens: Sequence[Token], verb: int, floor: int = 0) -> Range | None:
    """The noun phrase that ends right before `verb`, with what belongs to it."""
    floor = max(floor, verb - LONGEST_PHRASE)
    if verb > floor and tokens[verb - 1].is_comma:
        return _before_comma(tokens, verb - 1, floor)
    if verb > floor and tokens[verb - 1].lower in _NOMINATIVE:
        return verb - 1, verb
    start = _phrase_start(tokens, verb, floor)
    return None if start is None else (start, verb)


def _phrase_start(tokens: Sequence[Token], end: int, floor: int) -> int | None:
    """Walk back from `end` to the first word of the phrase; None where there is none."""
    at = end
    while at > floor and _belongs(tokens, at - 1):
        at -= 1
        if tokens[at].is_word and is_finite(tokens[at].lower):
            at = _relative_start(tokens, at, floor)
    return _without_lead(tokens, at, end)


def _belongs(tokens: Sequence[Token], at: int) -> bool:
    """Whether the token can stand within a noun phrase that ends somewhere behind it."""
    token = tokens[at]
    if not token.is_word:
        return token.joins_phrase or (token.is_quotation and not token.final)
    if token.lower == "and":
        return not _joins_clauses(tokens, at)
    if token.lower in word_lists().boundaries:
        return False
    if is_finite(token.lower):
        return _relative_start(tokens, at, max(0, at - 6)) < at or _is_reduced(tokens, at)
    return True


def _joins_clauses(tokens: Sequence[Token], conjunction: int) -> bool:
    """Whether an "and" joins clauses: a comma or, shortly before it, a finite verb."""
    if conjunction == 0 or not tokens[conjunction - 1].is_word:
        return True
    for token in reversed(tokens[max(0, conjunction - 11) : conjunction]):
        if not token.is_word:
            return False
        if is_finite(token.lower) and not token.capital:
            return True
    return False


def _is_reduced(tokens: Sequence[Token], at: int) -> bool:
    """Whether an -ed form is no finite verb: "a woman named by ...", "the accused", a name."""
    if not tokens[at].lower.endswith("ed"):
        return False
    after = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    before = tokens[at - 1].lower if at else ""
    return after == "by" or before in word_lists().determiners or tokens[at].capital


def _relative_start(tokens: Sequence[Token], verb: int, floor: int) -> int:
    """Where the relative pronoun of `verb` stands; `verb` itself if it has none."""
    at = verb
    while at > floor and (is_auxiliary(tokens[at - 1].lower) or is_adverb(tokens[at - 1].lower)):
        at -= 1
    return at - 1 if at - 1 > floor and tokens[at - 1].lower in _RELATIVE else verb


def _without_lead(tokens: Sequence[Token], at: int, end: int) -> int | None:
    """Without conjunctions, prepositions, days and adverbs at the front."""
    lists = word_lists()
    while at < end:
        token = tokens[at]
        lead = token.lower in lists.prepositions | lists.weekdays | {"and", "or", "so", "nor"}
        if token.is_quotation or (token.is_word and not lead and not is_adverb(token.lower)):
            return at
        at += 1
    return None


def _with_title(tokens: Sequence[Token], start: int, floor: int) -> int:
    """A title that opens the sentence before a name: "The town's midwife, Jane Roe, ..."."""
    comma = start - 1
    if comma <= floor or not tokens[comma].is_comma or not tokens[start].capital:
        return start
    opening = _segment_start(tokens, comma, floor)
    if opening > floor and tokens[opening - 1].is_comma and tokens[opening].lower in _JOINS:
        opening += 1
    elif opening != floor:
        return start
    if tokens[opening].lower not in _OPENS_TITLE:
        return start
    return start if any(is_finite(t.lower) for t in tokens[opening:comma]) else opening


def _segment_start(tokens: Sequence[Token], end: int, floor: int) -> int:
    """Where the segment that ends at `end` starts: behind a comma or another mark."""
    at = end
    while at > floor and _is_plain(tokens[at - 1]):
        at -= 1
    return at


def _is_plain(token: Token) -> bool:
    """Whether a token stands within a segment: no comma or stop, and no quotation that speaks."""
    return token.is_word or token.joins_phrase or (token.is_quotation and not token.final)


def _before_comma(tokens: Sequence[Token], comma: int, floor: int) -> Range | None:
    """The phrase before a comma: segments that only modify are walked over to the head."""
    end = close = comma
    while close > floor:
        start = _segment_start(tokens, close, floor)
        first = tokens[start].lower
        behind_comma = start - 1 > floor and tokens[start - 1].is_comma
        if first in word_lists().opens_adverbial or is_participle(first):
            if not behind_comma:
                return None
            end = close = start - 1
        elif behind_comma and _modifies(tokens[start]):
            close = start - 1
        else:
            head = _phrase_start(tokens, close, start)
            return None if head is None else (_with_title(tokens, head, floor), end)
    return None


def _modifies(token: Token) -> bool:
    """Whether a segment that opens with this word says more of the name before it."""
    lists = word_lists()
    if token.lower in lists.opens_modifier or PLACE_OR_AGE.fullmatch(token.lower):
        return True
    if is_adverb(token.lower):
        return True
    return not token.capital and token.lower not in lists.pronouns | lists.boundaries
