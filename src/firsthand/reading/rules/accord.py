"""Cues that are no verbs: "according to X", "the claim that", and a colon after a name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from firsthand.reading.rules.clauses import clause_end, left_clause
from firsthand.reading.rules.cues import cue_list
from firsthand.reading.rules.frames import has_clause
from firsthand.reading.rules.speakers import phrase_after
from firsthand.reading.rules.subjects import LONGEST_PHRASE, subject_before
from firsthand.reading.rules.tokens import Range, Token
from firsthand.reading.rules.verbs import Found
from firsthand.reading.rules.words import is_finite, word_lists

_OBJECTS = frozenset({"him", "them", "me", "us"})
_SUBJECTS = frozenset({"he", "she", "they", "it", "we", "i"})
_CREDITS = frozenset("photo photos photograph picture image source credit video foto".split())
_POSSESSIVE = frozenset({"his", "her", "their", "its", "my", "our", "your"})


def found_by_accord(tokens: Sequence[Token], at: int) -> Iterator[Found]:
    """Read "According to X, ..." and "..., according to X": X and the clause on the other side."""
    if tokens[at].lower != "according" or at + 2 >= len(tokens) or tokens[at + 1].lower != "to":
        return
    source = phrase_after(tokens, at + 2)
    if source is None:
        return
    left = left_clause(tokens, at)
    source = source if left else _without_subject(tokens, source)
    right = _behind(tokens, source[1]) if not left or at < 2 else ()
    content = left or right
    if content:
        yield Found(source, (at, at + 2), tuple(content), "according")


def _without_subject(tokens: Sequence[Token], source: Range) -> Range:
    """Without the subject that follows where no comma parts them: "to him the order came"."""
    start, end = source
    if end >= len(tokens) or not tokens[end].is_word or not is_finite(tokens[end].lower):
        return source
    parts = (i for i in range(start + 1, end) if _parts(tokens, i))
    return start, next(parts, end)


def _parts(tokens: Sequence[Token], at: int) -> bool:
    """Whether a second noun phrase starts here, right behind a pronoun or a noun."""
    before, lists = tokens[at - 1], word_lists()
    opens = tokens[at].lower in lists.determiners | _SUBJECTS
    if before.lower in _OBJECTS or (opens and before.lower == "her"):
        return True
    if not opens or not before.is_word:
        return False
    closed = lists.determiners | lists.prepositions | lists.boundaries | _POSSESSIVE
    return before.lower not in closed and not is_finite(before.lower)


def _behind(tokens: Sequence[Token], at: int) -> tuple[Range, ...]:
    if at < len(tokens) and tokens[at].is_word:
        end = clause_end(tokens, at)
        return ((at, end),) if has_clause(tokens, at, end) else ()
    limit = min(len(tokens), at + LONGEST_PHRASE)
    comma = next((i for i in range(at, limit) if tokens[i].is_comma), None)
    if comma is None or comma + 1 >= len(tokens):
        return ()
    return ((comma + 1, clause_end(tokens, comma + 1)),)


def found_by_noun(tokens: Sequence[Token], at: int) -> Iterator[Found]:
    """Read "Her claim that ...", "the fear among guards that ...": a noun that takes "that"."""
    if tokens[at].lower not in cue_list().nouns or at + 2 >= len(tokens) or at == 0:
        return
    if tokens[at + 1].lower != "that" or is_finite(tokens[at + 2].lower):
        return
    content = (at + 1, clause_end(tokens, at + 1))
    owner = _owner(tokens, at)
    if owner is not None:
        yield Found(owner, (at, at + 1), (content,), "noun")


def _owner(tokens: Sequence[Token], noun: int) -> Range | None:
    """The possessive before a noun: "his", "the widow's"."""
    for at in range(noun - 1, max(-1, noun - 4), -1):
        if tokens[at].lower in _POSSESSIVE:
            return at, at + 1
        if tokens[at].lower.endswith(("'s", "s'")) and tokens[at].is_word:
            return subject_before(tokens, at + 1)
        if not tokens[at].is_word or tokens[at].lower in word_lists().boundaries:
            return None
    return None


def _titled(tokens: Sequence[Token]) -> bool:
    words = [t for t in tokens if t.is_word]
    return sum(t.capital for t in words) > 0.6 * len(words)


def found_by_colon(tokens: Sequence[Token], at: int) -> Iterator[Found]:
    """Read "NAME: ..." at the start: a headline's or a list's way to say who speaks."""
    if tokens[at].lower != ":" or not 0 < at <= 6 or at + 1 >= len(tokens):
        return
    if any(t.lower in _CREDITS for t in tokens[:at]):
        return
    if any(not t.is_word or (is_finite(t.lower) and not t.capital) for t in tokens[:at]):
        return
    if tokens[at + 1].is_quotation:
        yield Found((0, at), (at, at + 1), ((at + 1, len(tokens)),), "name_colon")
    elif at <= 4 and _titled(tokens):
        end = clause_end(tokens, at + 1)
        if end > at + 1:
            yield Found((0, at), (at, at + 1), ((at + 1, end),), "name_colon.bare")
