"""Whom a mention of a document may stand for."""

from __future__ import annotations

from collections.abc import Sequence

from firsthand.sources.features import Form, Seen
from training.people.data import Mention

_NEAR = 40
_BEHIND = 5
_AHEAD = frozenset({Form.HE, Form.SHE, Form.THEY})


def candidates(mentions: Sequence[Mention], seen: Seen, of: int) -> tuple[int, ...]:
    """The mentions before it that are near and do not hold it; for "he", "she" and "they" also
    those behind it in its sentence: "before she left, Ada Lem said so".
    """
    me = mentions[of]
    near = range(max(0, of - _NEAR), of)
    before = [i for i in near if not _holds(mentions[i], me)]
    behind = range(of + 1, min(len(mentions), of + 1 + _BEHIND)) if me.form in _AHEAD else ()
    own = seen.sentence[of]
    after = [i for i in behind if seen.sentence[i] == own and mentions[i].first >= me.last]
    return (*before, *after)


def _holds(outer: Mention, inner: Mention) -> bool:
    return outer.first <= inner.first and inner.last <= outer.last
