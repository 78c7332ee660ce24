"""Reporting verbs: who stands before or behind one, and what it reports.

Four orders are told apart: "X said that ...", "..., X said", "..., said X", and the passive
"it was reported that ...", which names no source.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from firsthand.reading.clauses import clause_end, left_clause, to_comma
from firsthand.reading.cues import Form
from firsthand.reading.frames import (
    WH,
    after_recipient,
    content_of,
    content_start,
    frame_at,
    has_clause,
)
from firsthand.reading.groups import Group, group_at, group_start
from firsthand.reading.speakers import phrase_after
from firsthand.reading.subjects import LONGEST_PHRASE, subject_before
from firsthand.reading.tokens import Range, Token
from firsthand.reading.words import is_adverb, is_auxiliary, is_finite, is_participle, word_lists

_ASKS = frozenset({"?", "!"})
_JOINS = frozenset({"and", "but", "or"})
_RELATIVES = frozenset({"who", "which"})
# Words before an -ing form that leave its subject to the main verb ("by saying", "while noting").
_LINKS = frozenset("and but while by in before after or with from without of for".split())
_INTRODUCES = frozenset(
    "in while when after before during under at on although though since as if with by for from"
    " given despite asked like unlike".split()
)
_SIDE_REMARK = frozenset("who which and but while as a although though when with".split())
_LONGEST_REMARK = 18


@dataclass(frozen=True, slots=True)
class Found:
    """An attribution in token ranges; `frame` is the rule that found it."""

    source: Range | None
    cue: Range
    content: tuple[Range, ...]
    frame: str


def found_by_verb(tokens: Sequence[Token], at: int, earlier: Range | None) -> Iterator[Found]:
    """What the verb at `at` attributes; `earlier` is the source of the verb before it."""
    group = group_at(tokens, at)
    if group is None:
        return
    behind = _inverted(tokens, group)
    if behind is not None:
        yield from _put_in(tokens, group, behind, group.start, "inverted")
    elif group.passive:
        yield from _passive(tokens, group)
    elif group.is_ing and group.start == 0:
        yield from _opening(tokens, group)
    else:
        yield from _active(tokens, group, earlier)


def _active(tokens: Sequence[Token], group: Group, earlier: Range | None) -> Iterator[Found]:
    """Read "X said ...", or "..., X said" where the words reported stand around it."""
    source = _source(tokens, group, earlier)
    if source is not None and source is not earlier and _parenthetical(tokens, source, group):
        put_in = list(_put_in(tokens, group, source, source[0], "end"))
        if put_in:
            yield from put_in
            return
    yield from _framed(tokens, group, source)


def _put_in(
    tokens: Sequence[Token], group: Group, source: Range, start: int, name: str
) -> Iterator[Found]:
    """Content before "X said" that starts at `start`, and what goes on behind it."""
    left = left_clause(tokens, start)
    right = _rest(tokens, group.end) if name == "end" else ()
    if left and not _reported(tokens, left[0]) and not _completes(tokens, right):
        left = ()
    if "end" in group.cue.frames and (left or right):
        yield Found(source, (group.start, group.end), (*left, *right), name)


def _framed(tokens: Sequence[Token], group: Group, source: Range | None) -> Iterator[Found]:
    """Content behind the verb, in one of the frames the verb is known to take."""
    at = content_start(tokens, group)
    frame = frame_at(tokens, at, group)
    if frame is None or (source is None and frame not in {"quote", "prep"}):
        return
    name = frame + ".ing" if group.is_ing else frame
    start = at + 1 if frame == "prep" else at
    content = content_of(tokens, start, "np" if frame == "prep" else frame)
    if content and name in group.cue.frames:
        cue = (group.start, start if frame == "prep" else group.end)
        yield Found(source, cue, _within_relative(tokens, source, content), name)


def _within_relative(
    tokens: Sequence[Token], source: Range | None, content: tuple[Range, ...]
) -> tuple[Range, ...]:
    """In "X, who said it was dark, left": what "who" says ends at the comma."""
    start, end = content[0]
    if source is None or tokens[source[0]].lower not in _RELATIVES:
        return content
    return ((start, min(end, to_comma(tokens, start))),)


def _passive(tokens: Sequence[Token], group: Group) -> Iterator[Found]:
    """Read "It was reported that ...", "she is expected to ...": nobody is named as the source."""
    at = content_start(tokens, group)
    name = f"passive.{frame_at(tokens, at, group)}"
    if name not in group.cue.frames:
        return
    subject = subject_before(tokens, group.start) if name == "passive.to" else None
    content = (subject,) if subject else ()
    end = clause_end(tokens, at)
    if end > at and (subject or name != "passive.to"):
        yield Found(None, (group.start, group.end), (*content, (at, end)), name)


def _opening(tokens: Sequence[Token], group: Group) -> Iterator[Found]:
    """Read "Noting the cold, she said": the source is the subject behind the comma."""
    at = content_start(tokens, group)
    frame = frame_at(tokens, at, group)
    if frame is None or f"{frame}.ing" not in group.cue.frames:
        return
    comma = to_comma(tokens, at)
    source = first_subject(tokens, comma + 1, min(len(tokens), comma + LONGEST_PHRASE))
    if source is not None and comma > at:
        yield Found(source, (group.start, group.end), ((at, comma),), frame + ".opening")


def _source(tokens: Sequence[Token], group: Group, earlier: Range | None) -> Range | None:
    """The subject before the verb; for "adding" and "and said" the subject already named."""
    if _shares_subject(tokens, group):
        return earlier or first_subject(tokens, 0, group.start)
    if tokens[group.start - 1].lower in _RELATIVES:
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


def _parenthetical(tokens: Sequence[Token], source: Range, group: Group) -> bool:
    """Whether "X said" is put in: words or a quotation before it, and its clause ends there."""
    if group.is_ing or source[0] == 0 or source[1] > group.start:
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


def _reported(tokens: Sequence[Token], left: Range) -> bool:
    """Whether the words before ", she said" can be what she said: no mere "In May," or "When"."""
    words = tokens[left[0] : left[1]]
    if any(t.is_quotation and t.final for t in words):
        return True
    if words[0].lower in _INTRODUCES:
        return any(t.is_comma for t in words)
    return any(t.is_word and is_finite(t.lower) for t in words)


def _rest(tokens: Sequence[Token], at: int) -> tuple[Range, ...]:
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


def _completes(tokens: Sequence[Token], right: tuple[Range, ...]) -> bool:
    """Whether the words behind need a subject before: "The gate, she said, was open"."""
    return bool(right) and is_finite(tokens[right[0][0]].lower)


def _inverted(tokens: Sequence[Token], group: Group) -> Range | None:
    """The source behind the verb in "...", said X; None where the order is the usual one."""
    if not group.start or group.end >= len(tokens) or group.passive or group.is_ing:
        return None
    before = tokens[group.start - 1]
    if not (before.is_quotation or before.is_comma or before.lower in _ASKS):
        return None
    if not _can_be_source(tokens[group.end]) or group.form is Form.BASE or _tells(group):
        return None
    phrase = phrase_after(tokens, group.end)
    if phrase is None or before.is_quotation or tokens[group.start - 2].is_quotation:
        return phrase
    closes = phrase[1] >= len(tokens) or not tokens[phrase[1]].is_word
    start = max(0, group.start - LONGEST_PHRASE)
    return phrase if closes and has_clause(tokens, start, group.start) else None


def _tells(group: Group) -> bool:
    """Whether the verb names its hearer next, so that nobody can follow it as its source."""
    return group.cue.lemma == "tell"


def _can_be_source(token: Token) -> bool:
    lists = word_lists()
    if not token.is_word or token.lower in WH | {"that", "to"} or is_adverb(token.lower):
        return False
    return token.lower not in lists.prepositions | lists.weekdays
