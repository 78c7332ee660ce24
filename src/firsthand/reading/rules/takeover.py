"""Where somebody else takes over in a sentence, so that nobody is given another's words.

Two shapes end what is reported: a conjunction behind a comma whose clause has a reporting verb
and a subject of its own (", but a nurse told reporters ..."), and words put in at the end
(", the minister said."). A pronoun is no subject of its own here: in "she said it was dark, but
she thought it safe" she speaks on, and what somebody told *her* is part of what she tells.
"""

from __future__ import annotations

from collections.abc import Sequence

from firsthand.reading.rules.groups import Group, group_at
from firsthand.reading.rules.tokens import Token
from firsthand.reading.rules.words import word_lists

_CONJUNCTIONS = frozenset({"but", "and", "while", "although", "though", "whereas"})
# Verbs that take speech but more often tell what somebody thought or noticed.
_INWARD = frozenset({"believe", "learn", "remember", "determine", "hear", "read", "show", "find"})
_HEARERS = frozenset({"him", "her", "me", "us", "them", "you"})
_CLOSES = frozenset({".", "!", "?"})
_FURTHEST = 12
_LONGEST_SPEAKER = 7


def others_speak(tokens: Sequence[Token], at: int) -> bool:
    """Whether at this comma somebody else's words begin, or the report says who spoke."""
    if not tokens[at].is_comma or at + 2 >= len(tokens) or not tokens[at + 1].is_word:
        return False
    if tokens[at + 1].lower in _CONJUNCTIONS:
        return _speaks_next(tokens, at + 2)
    return _put_in_at_end(tokens, at + 1)


def _speaks_next(tokens: Sequence[Token], at: int) -> bool:
    """Whether the clause that starts at `at` has a subject of its own and a verb of speaking."""
    if tokens[at].lower in word_lists().pronouns:
        return False
    for i in range(at + 1, min(len(tokens), at + _FURTHEST)):
        if not (tokens[i].is_word or tokens[i].is_comma or tokens[i].joins_phrase):
            return False
        group = _speech_at(tokens, i)
        if group is not None:
            return group.start > at and not _hearer_follows(tokens, i)
    return False


def _hearer_follows(tokens: Sequence[Token], verb: int) -> bool:
    return verb + 1 < len(tokens) and tokens[verb + 1].lower in _HEARERS


def _put_in_at_end(tokens: Sequence[Token], at: int) -> bool:
    """Whether ", X said" stands at `at`, and the sentence ends there or with "on Monday"."""
    for i in range(at, min(len(tokens), at + _LONGEST_SPEAKER)):
        if not tokens[i].is_word:
            return False
        group = _speech_at(tokens, i)
        if group is not None:
            return group.start > at and _closes(tokens, i + 1)
    return False


def _closes(tokens: Sequence[Token], at: int) -> bool:
    if at >= len(tokens) or tokens[at].lower in _CLOSES:
        return True
    return tokens[at].lower == "on" or tokens[at].lower in word_lists().weekdays


def _speech_at(tokens: Sequence[Token], at: int) -> Group | None:
    """The verb group at `at`, where its verb takes what is said and has a subject."""
    if tokens[at].capital:
        return None
    group = group_at(tokens, at)
    if group is None or group.is_ing or group.passive or group.cue.lemma in _INWARD:
        return None
    return group if {"quote", "end"} <= group.cue.frames else None
