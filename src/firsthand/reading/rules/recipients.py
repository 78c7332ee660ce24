"""What stands between a reporting verb and what is said: whom it was told, and when or where.

"told reporters in Vell on Monday that ...": all rules behind a verb start from where it ends.
"""

from __future__ import annotations

from collections.abc import Sequence

from firsthand.reading.rules.cues import cue_list
from firsthand.reading.rules.groups import Group
from firsthand.reading.rules.tokens import Token
from firsthand.reading.rules.words import is_adverb, is_finite, word_lists

_DASHES = frozenset({";", "--", "\u2014"})
_PERSONS = frozenset({"him", "her", "me", "us", "them", "you", "it"})
# Verbs that name whom they address before what they say.
_ADDRESSING = frozenset(
    "tell ask assure warn remind inform advise convince persuade teach alert email promise"
    " show".split()
)
_LONGEST_ADVERBIAL = 18
_LONGEST_RECIPIENT = 15


def content_start(tokens: Sequence[Token], group: Group) -> int:
    """Behind the verb, whom it was told, and when or where it was said."""
    at = after_recipient(tokens, group)
    while at < len(tokens) and (
        tokens[at].lower in word_lists().weekdays or is_adverb(tokens[at].lower)
    ):
        at += 1
    return _after_adverbial(tokens, at)


def after_recipient(tokens: Sequence[Token], group: Group) -> int:
    """Over "reporters", "the Herald", "him" behind a verb that addresses somebody."""
    at = group.end
    if group.passive or group.cue.lemma not in _ADDRESSING:
        return at
    limit = min(len(tokens), at + _LONGEST_RECIPIENT)
    if at < limit and tokens[at].lower in word_lists().determiners:
        at += 1
    while at < limit and tokens[at].is_word and (tokens[at].capital or tokens[at].lower == "of"):
        at += 1
    if at > group.end and (marked := _marked_content(tokens, at, limit)) is not None:
        return marked
    while at < limit and tokens[at].lower in cue_list().recipients:
        if _is_asked(tokens, at):
            break
        at += 1
        if tokens[at - 1].lower in _PERSONS:
            break
    return at


def _is_asked(tokens: Sequence[Token], at: int) -> bool:
    """Whether a recipient's noun belongs to what is asked: "asks newspapers to print"."""
    if tokens[at].lower in _PERSONS:
        return False
    return at + 1 < len(tokens) and tokens[at + 1].lower == "to"


def _marked_content(tokens: Sequence[Token], at: int, limit: int) -> int | None:
    """Where "that", "whether" or a quotation opens the content behind a recipient of any words."""
    for i in range(at, min(limit, at + 5)):
        if tokens[i].lower in {"that", "if", "whether", ":"} or tokens[i].is_quotation:
            return i
        if not tokens[i].is_word or is_finite(tokens[i].lower):
            return None
    return None


def _after_adverbial(tokens: Sequence[Token], at: int) -> int:
    """Over "in a statement on Monday" to what is said, if that is plainly marked."""
    if at >= len(tokens):
        return at
    if not (tokens[at].lower in word_lists().prepositions or tokens[at].is_comma):
        return at
    for i in range(at, min(at + _LONGEST_ADVERBIAL, len(tokens))):
        token = tokens[i]
        if token.lower in {"that", ":"} or _opens_speech(tokens, i, at):
            return i
        if token.lower in _DASHES or (is_finite(token.lower) and not token.lower.endswith("ed")):
            return at
    return at


def _opens_speech(tokens: Sequence[Token], at: int, start: int) -> bool:
    return tokens[at].is_quotation and at > start and (tokens[at - 1].is_comma or at == start + 1)
