"""Reporting verbs: what each reports, in the order in which it stands to its speaker.

Four orders are told apart: "X said that ...", "..., X said", "..., said X", and the passive
"it was reported that ...", which names its source behind "by" or not at all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from firsthand.reading.rules.clauses import clause_end, left_clause, to_comma
from firsthand.reading.rules.frames import content_of, frame_at
from firsthand.reading.rules.groups import Group, group_at
from firsthand.reading.rules.put_in import (
    completes,
    is_put_in,
    is_reported,
    rest_behind,
    speaker_behind,
)
from firsthand.reading.rules.recipients import content_start
from firsthand.reading.rules.sharing import RELATIVES, first_subject, speaker_before
from firsthand.reading.rules.speakers import phrase_after
from firsthand.reading.rules.subjects import LONGEST_PHRASE, subject_before
from firsthand.reading.rules.tokens import Range, Token

# Frames that, behind a negation, tell what was not said: "he didn't mention the cables".
_NAMES_THINGS = frozenset({"np", "prep", "to"})
# "did not reply to two letters" is a response that a report records of whom it accuses.
_ANSWERS = frozenset({"reply"})


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
    behind = speaker_behind(tokens, group)
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
    source = speaker_before(tokens, group, earlier)
    if source is not None and source is not earlier and is_put_in(tokens, source, group):
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
    right = rest_behind(tokens, group.end) if name == "end" else ()
    if left and not is_reported(tokens, left[0]) and not completes(tokens, right):
        left = ()
    if "end" in group.cue.frames and (left or right):
        yield Found(source, (group.start, group.end), (*left, *right), name)


def _framed(tokens: Sequence[Token], group: Group, source: Range | None) -> Iterator[Found]:
    """Content behind the verb, in one of the frames the verb is known to take."""
    at = content_start(tokens, group)
    frame = frame_at(tokens, at, group)
    if frame is None or (source is None and frame not in {"quote", "prep"}):
        return
    if group.negated and frame in _NAMES_THINGS and group.cue.lemma not in _ANSWERS:
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
    if source is None or tokens[source[0]].lower not in RELATIVES:
        return content
    return ((start, min(end, to_comma(tokens, start))),)


def _passive(tokens: Sequence[Token], group: Group) -> Iterator[Found]:
    """Read "It was reported that ...", "she is expected to ...": the source stands behind "by"."""
    source = _agent(tokens, group)
    at = content_start(tokens, replace(group, end=source[1]) if source else group)
    frame = frame_at(tokens, at, group)
    name = f"passive.{frame}"
    if name not in group.cue.frames and not (source and frame == "that"):
        return
    subject = subject_before(tokens, group.start) if name == "passive.to" else None
    content = (subject,) if subject else ()
    end = clause_end(tokens, at)
    if end > at and (subject or name != "passive.to"):
        yield Found(source, (group.start, group.end), (*content, (at, end)), name)


def _agent(tokens: Sequence[Token], group: Group) -> Range | None:
    """Who speaks in "I was told by the commander that ..."."""
    if group.end + 1 >= len(tokens) or tokens[group.end].lower != "by":
        return None
    return phrase_after(tokens, group.end + 1)


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
