"""Who speaks before a verb: its own subject, or that of the verb whose subject it shares."""

from __future__ import annotations

from collections.abc import Sequence

from firsthand.reading.rules.groups import Group, group_start
from firsthand.reading.rules.subjects import LONGEST_PHRASE, subject_before
from firsthand.reading.rules.tokens import Range, Token
from firsthand.reading.rules.words import is_auxiliary, is_finite, word_lists

_JOINS = frozenset({"and", "but", "or"})
RELATIVES = frozenset({"who", "which"})
# Words before an -ing form that leave its subject to the main verb ("by saying", "while noting").
_LINKS = frozenset("and but while by in before after or with from without of for".split())


def speaker_before(tokens: Sequence[Token], group: Group, earlier: Range | None) -> Range | None:
    """The subject before the verb; for "adding" and "and said" the subject already named."""
    if _shares_subject(tokens, group):
        return earlier or first_subject(tokens, 0, group.start)
    if tokens[group.start - 1].lower in RELATIVES:
        return group.start - 1, group.start
    return subject_before(tokens, group.start)


def _shares_subject(tokens: Sequence[Token], group: Group) -> bool:
    if group.start == 0:
        return True
    before = tokens[group.start - 1]
    if not group.is_ing:
        return before.lower in _JOINS
    helped = any(is_auxiliary(t.lower) for t in tokens[group.start : group.end - 1])
    return not helped and (not before.is_word or before.lower in _LINKS)


def first_subject(tokens: Sequence[Token], floor: int, limit: int) -> Range | None:
    """The subject of the first finite verb between `floor` and `limit`."""
    for at in range(floor + 1, min(limit, floor + LONGEST_PHRASE)):
        if tokens[at].is_word and is_finite(tokens[at].lower):
            start = group_start(tokens, at)
            found = subject_before(tokens, start, floor) if start > floor else None
            if found is not None and tokens[start - 1].lower not in word_lists().relatives:
                return found
    return None
