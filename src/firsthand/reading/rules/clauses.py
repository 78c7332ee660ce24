"""Where reported content ends, and where it starts when it stands before its verb.

Indirect speech runs to the end of its sentence, short of what plainly belongs to the report
again: another attribution put in at the end ("..., he said", "..., according to"), or a new
reporting verb in -ing ("..., adding that").
"""

from __future__ import annotations

from collections.abc import Sequence

from firsthand.reading.rules.cues import Form, cue_list
from firsthand.reading.rules.takeover import others_speak
from firsthand.reading.rules.tokens import Range, Token

LONGEST_CLAUSE = 120


def clause_end(tokens: Sequence[Token], at: int) -> int:
    """One past the last token of the clause that starts at `at`."""
    limit = min(len(tokens), at + LONGEST_CLAUSE)
    first = at + 2 if tokens[at].lower == "that" else at + 1
    for i in range(first, limit):
        if _cuts(tokens, i) or others_speak(tokens, i):
            return i
    end = limit
    while end > at and tokens[end - 1].lower in {".", "!", "?", ";", ":", ",", "\u2026"}:
        end -= 1
    return end


def _cuts(tokens: Sequence[Token], at: int) -> bool:
    """Whether the report takes over again at this token."""
    token = tokens[at]
    if token.is_quotation or token.is_word:
        return False
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is None:
        return False
    if token.lower == ";":
        return True
    if token.lower in {"-", "--", "\u2014", "\u2013"} and following.lower in {
        "but",
        "and",
        "although",
        "though",
    }:
        return True
    if token.is_comma and following.is_word:
        if following.lower == "according":
            return True
        cue = cue_list().verbs.get(following.lower)
        return cue is not None and Form.ING in cue.forms
    return False


def phrase_end(tokens: Sequence[Token], at: int) -> int:
    """One past the last token of a noun phrase that a verb takes ("called for a ban")."""
    limit = min(len(tokens), at + LONGEST_CLAUSE)
    end = at
    while end < limit:
        token = tokens[end]
        if (
            token.is_word
            and end > at
            and token.lower in {"while", "but", "because", "when", "although", "though"}
        ):
            break
        if not token.is_word and not token.is_quotation and token.lower not in "$%&()[]'\u2019":
            break
        end += 1
    return end


def to_comma(tokens: Sequence[Token], at: int) -> int:
    """One past the last token before the next comma or the clause's end."""
    end = clause_end(tokens, at)
    return next((i for i in range(at + 1, end) if tokens[i].is_comma), end)


def left_clause(tokens: Sequence[Token], before: int) -> tuple[Range, ...]:
    """The content that ends right before `before`: quotations alone, or the whole clause."""
    end = before
    while end > 0 and tokens[end - 1].is_comma:
        end -= 1
    start = max(0, end - LONGEST_CLAUSE)
    if end == start:
        return ()
    for i in range(end - 1, start, -1):
        if tokens[i].lower == ";":
            start = i + 1
            break
    last = tokens[end - 1]
    if last.is_quotation and end - 1 > start and not _runs_on(tokens, start, end - 1):
        return ((end - 1, end),)
    while start < end and tokens[start].lower in {"and", "but", "yet", "so", "."}:
        start += 1
    return ((start, end),) if start < end else ()


def _runs_on(tokens: Sequence[Token], start: int, quotation: int) -> bool:
    """Whether the words before a quotation make one clause with it."""
    before = tokens[quotation - 1]
    return before.is_word or before.is_quotation
