"""Frames: where the content of a reporting verb starts, and in which shape it is taken.

The first token behind the verb, and behind whom it was told and when (`recipients`), names the
frame.
"""

from __future__ import annotations

from collections.abc import Sequence

from firsthand.reading.rules.clauses import clause_end, phrase_end
from firsthand.reading.rules.groups import Group
from firsthand.reading.rules.tokens import Range, Token
from firsthand.reading.rules.words import is_finite, is_participle, word_lists

WH = frozenset({"if", "whether", "how", "why", "what", "who", "where", "when"})
_TAKEN = frozenset({"for", "of", "about", "on", "against", "with", "at", "in", "over"})
_NO_CLAUSE = frozenset({"that", "who", "which", "to", ";", "as", "when", "while", "if"})
# Verbs that take a clause even where no verb in it is plain to see; "said a prayer" is rare.
_CLAUSAL = frozenset("say tell think believe add note argue insist claim".split())
_JOINS = frozenset({"and", "but", "or", "who", "which"})
_GOES_ON = frozenset("and but as while before then when".split())
_LONGEST_OPENING = 8


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
    return (
        "clause"
        if group.cue.lemma in _CLAUSAL or has_clause(tokens, at, clause_end(tokens, at))
        else "np"
    )


def _has_clause_behind(tokens: Sequence[Token], that: int) -> bool:
    """Whether "that" opens a clause; "she saw that herself" leaves no room for one."""
    words = 0
    for token in tokens[that + 1 : that + 1 + _LONGEST_OPENING]:
        if token.is_quotation or words == 2:
            return True
        if not (token.is_word or token.is_comma or token.joins_phrase):
            return False
        words += token.is_word
        if words == 1 and token.lower in _JOINS:
            return False
    return words == 2


def _report_goes_on(tokens: Sequence[Token], at: int) -> bool:
    """In "told us, “Go,” and we left": behind speech that ended, "and" opens new words."""
    if at + 1 >= len(tokens) or not tokens[at - 1].final:
        return False
    return tokens[at].lower in _GOES_ON and not tokens[at + 1].is_quotation


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
    if frame == "quote" and _report_goes_on(tokens, at + 1):
        end = at + 1
    shortest = 2 if frame == "clause" else 1
    return ((at, end),) if end - at >= shortest else ()
