"""Words put into or behind what somebody says: "..., X said, ..." and "...", said X.

The words around decide: a clause or a quotation stands before them, and their own clause ends
at once, so that "In May, officials said the road was cut" is read the usual way.
"""

from __future__ import annotations

from collections.abc import Sequence

from firsthand.reading.rules.clauses import clause_end
from firsthand.reading.rules.cues import Form
from firsthand.reading.rules.frames import WH, has_clause
from firsthand.reading.rules.groups import Group
from firsthand.reading.rules.recipients import after_recipient
from firsthand.reading.rules.sharing import RELATIVES
from firsthand.reading.rules.speakers import phrase_after
from firsthand.reading.rules.subjects import LONGEST_PHRASE
from firsthand.reading.rules.tokens import Range, Token
from firsthand.reading.rules.words import is_adverb, is_finite, is_participle, word_lists

_ASKS = frozenset({"?", "!"})
_INTRODUCES = frozenset(
    "in while when after before during under at on although though since as if with by for from"
    " given despite asked like unlike".split()
)
_SIDE_REMARK = frozenset("who which and but while as a although though when with".split())
_LONGEST_REMARK = 18


def is_put_in(tokens: Sequence[Token], source: Range, group: Group) -> bool:
    """Whether "X said" is put in: words or a quotation before it, and its clause ends there."""
    if group.is_ing or source[0] == 0 or source[1] > group.start:
        return False
    if tokens[source[0]].lower in RELATIVES:
        return False
    before = tokens[source[0] - 1]
    if before.is_quotation and before.final:
        return True
    if not (before.is_comma or before.is_quotation or before.lower in {*_ASKS, "as"}):
        return False
    return _ends(tokens, after_recipient(tokens, group))


def _ends(tokens: Sequence[Token], at: int) -> bool:
    """Whether the clause ends here, at once or with "on Monday", "in a statement"."""
    if at >= len(tokens):
        return True
    token = tokens[at]
    if not token.is_word:
        return not token.is_quotation and token.lower != ":"
    adverbial = word_lists().weekdays | word_lists().prepositions | {"when"}
    return token.lower in adverbial or is_participle(token.lower) or is_adverb(token.lower)


def is_reported(tokens: Sequence[Token], left: Range) -> bool:
    """Whether the words before ", she said" can be what she said: no mere "In May," or "When"."""
    words = tokens[left[0] : left[1]]
    if any(t.is_quotation and t.final for t in words):
        return True
    if words[0].lower in _INTRODUCES:
        return any(t.is_comma for t in words)
    return any(t.is_word and is_finite(t.lower) for t in words)


def rest_behind(tokens: Sequence[Token], at: int) -> tuple[Range, ...]:
    """What goes on behind "..., he said, ...": the rest of the clause, if it is no side remark."""
    limit = min(at + _LONGEST_REMARK, len(tokens) - 1)
    comma = next((i for i in range(at, limit) if tokens[i].is_comma), None)
    if comma is None:
        return ()
    first = tokens[comma + 1]
    if not first.is_quotation and (
        comma > at or is_participle(first.lower) or first.lower in _SIDE_REMARK
    ):
        return ()
    return ((comma + 1, clause_end(tokens, comma + 1)),)


def completes(tokens: Sequence[Token], right: tuple[Range, ...]) -> bool:
    """Whether the words behind need a subject before: "The gate, she said, was open"."""
    return bool(right) and is_finite(tokens[right[0][0]].lower)


def speaker_behind(tokens: Sequence[Token], group: Group) -> Range | None:
    """The source behind the verb in "...", said X; None where the order is the usual one."""
    if not group.start or group.end >= len(tokens) or group.passive or group.is_ing:
        return None
    before = tokens[group.start - 1]
    if not (before.is_quotation or before.is_comma or before.lower in _ASKS):
        return None
    if not _can_be_source(tokens[group.end]) or group.form is Form.BASE or _tells(group):
        return None
    phrase = phrase_after(tokens, group.end)
    if phrase is None or _is_subject(tokens, phrase):
        return None
    if before.is_quotation or tokens[group.start - 2].is_quotation:
        return phrase
    closes = phrase[1] >= len(tokens) or not tokens[phrase[1]].is_word
    start = max(0, group.start - LONGEST_PHRASE)
    return phrase if closes and has_clause(tokens, start, group.start) else None


def _is_subject(tokens: Sequence[Token], phrase: Range) -> bool:
    """Whether a finite verb follows: in "a guard, “R.”, said he was hit" nobody is put behind."""
    end = phrase[1]
    if end >= len(tokens) or not tokens[end].is_word or tokens[end].capital:
        return False
    return is_finite(tokens[end].lower)


def _tells(group: Group) -> bool:
    """Whether the verb names its hearer next, so that nobody can follow it as its source."""
    return group.cue.lemma == "tell"


def _can_be_source(token: Token) -> bool:
    lists = word_lists()
    if not token.is_word or token.lower in WH | {"that", "to"} or is_adverb(token.lower):
        return False
    return token.lower not in lists.prepositions | lists.weekdays
