"""Frames: where the content of a reporting verb starts, and in which shape it is taken.

Between the verb and what is said may stand whom it was told ("told reporters") and when, where
or how ("in a statement on Monday"). The first token behind them names the frame.
"""

from __future__ import annotations

from collections.abc import Sequence

from firsthand.reading.clauses import clause_end, phrase_end
from firsthand.reading.cues import cue_list
from firsthand.reading.groups import Group
from firsthand.reading.tokens import Range, Token
from firsthand.reading.words import is_adverb, is_finite, is_participle, word_lists

WH = frozenset({"if", "whether", "how", "why", "what", "who", "where", "when"})
_TAKEN = frozenset({"for", "of", "about", "on", "against", "with", "at", "in", "over"})
_DASHES = frozenset({";", "--", "\u2014"})
_NO_CLAUSE = frozenset({"that", "who", "which", "to", ";", "as", "when", "while", "if"})
_PERSONS = frozenset({"him", "her", "me", "us", "them", "you", "it"})
# Verbs that name whom they address before what they say.
_ADDRESSING = frozenset(
    "tell ask assure warn remind inform advise convince persuade teach alert email promise"
    " show".split()
)
# Verbs that take a clause even where no verb in it is plain to see; "said a prayer" is rare.
_CLAUSAL = frozenset("say tell think believe add note argue insist claim".split())
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
        at += 1
        if tokens[at - 1].lower in _PERSONS:
            break
    return at


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


def frame_at(tokens: Sequence[Token], at: int, group: Group) -> str | None:
    """How the content is taken, by its first token; None where nothing is."""
    if at >= len(tokens):
        return None
    token = tokens[at]
    if token.is_quotation or (token.is_comma and _quotation_at(tokens, at + 1)):
        return "quote"
    if not token.is_word:
        return "colon" if token.lower == ":" else None
    if token.lower == "that":
        return "that" if _has_clause_behind(tokens, at) else None
    if token.lower == "to":
        return "to"
    if token.lower in WH:
        return "wh"
    if token.lower in _TAKEN:
        return "prep"
    if is_participle(token.lower):
        return "ing"
    if token.lower in word_lists().prepositions | word_lists().weekdays:
        return None
    return "clause" if group.cue.lemma in _CLAUSAL or has_clause(tokens, at, len(tokens)) else "np"


def _has_clause_behind(tokens: Sequence[Token], that: int) -> bool:
    """Whether "that" opens a clause; "she saw that herself" leaves no room for one."""
    behind = tokens[that + 1 : that + 3]
    return any(t.is_quotation for t in behind) or sum(t.is_word for t in behind) == 2


def _quotation_at(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].is_quotation


def has_clause(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether a finite verb follows before anything that would make it another clause's."""
    first = at if "'" in tokens[at].lower else at + 1
    for token in tokens[first : min(end, at + 25)]:
        if token.lower in _NO_CLAUSE:
            return False
        if token.is_word and is_finite(token.lower) and not token.capital:
            return True
    return False


def content_of(tokens: Sequence[Token], at: int, frame: str) -> tuple[Range, ...]:
    """The content that starts at `at`, without the comma or colon before it."""
    if frame == "colon" or (frame == "quote" and tokens[at].is_comma):
        at += 1
    if at >= len(tokens):
        return ()
    end = phrase_end(tokens, at) if frame == "np" else clause_end(tokens, at)
    shortest = 2 if frame == "clause" else 1
    return ((at, end),) if end - at >= shortest else ()
