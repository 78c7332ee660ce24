"""Verb groups: a reporting verb with its auxiliaries and adverbs ("has repeatedly said")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from firsthand.reading.rules.cues import Cue, Form, cue_list
from firsthand.reading.rules.tokens import Token
from firsthand.reading.rules.words import is_adverb, is_auxiliary, word_lists

_BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "am"})
_POSSESSIVE = frozenset({"her", "his", "my", "your"})
# Adverbs that belong to what stands before them rather than to the verb.
_OF_THE_SUBJECT = frozenset({"all", "both", "long", "since", "today", "yesterday", "tonight"})
_NEGATIONS = frozenset({"not", "never", "cannot"})
_MOST_HELPERS = 6


@dataclass(frozen=True, slots=True)
class Group:
    """A verb with its helpers: tokens `start` to `end`, the verb last."""

    cue: Cue
    form: Form
    start: int
    end: int
    passive: bool
    negated: bool

    @property
    def is_ing(self) -> bool:
        """Whether it is an -ing form, which shares the subject of another verb."""
        return self.form is Form.ING


def group_at(tokens: Sequence[Token], at: int) -> Group | None:
    """The verb group whose verb is the token at `at`; None where the word is no verb there."""
    cue = cue_list().verbs.get(tokens[at].lower)
    if cue is None or not tokens[at].is_word:
        return None
    start = group_start(tokens, at)
    helpers = {t.lower for t in tokens[start:at]}
    form = _form(cue, helpers)
    if not _stands_as_verb(tokens, start, form, helpers):
        return None
    passive = form is Form.PARTICIPLE and bool(helpers & _BE)
    negated = any(h in _NEGATIONS or h.endswith("n't") for h in helpers)
    return Group(cue, form, start, at + 1, passive, negated)


def group_start(tokens: Sequence[Token], at: int) -> int:
    """The first auxiliary or adverb that belongs to the verb at `at`."""
    start = at
    while start > max(0, at - _MOST_HELPERS) and tokens[start - 1].is_word:
        word = tokens[start - 1].lower
        if not (is_auxiliary(word) or is_adverb(word)):
            break
        start -= 1
    while start < at and tokens[start].lower in _OF_THE_SUBJECT:
        start += 1
    return start


def _form(cue: Cue, helpers: set[str]) -> Form:
    """The one form meant, where several look alike: a helper makes it a participle."""
    if Form.PARTICIPLE in cue.forms and any(is_auxiliary(h) for h in helpers):
        return Form.PARTICIPLE
    order = (Form.PAST, Form.THIRD, Form.BASE, Form.ING, Form.PARTICIPLE)
    return next(form for form in order if form in cue.forms)


def _stands_as_verb(tokens: Sequence[Token], start: int, form: Form, helpers: set[str]) -> bool:
    """No noun ("the claims", "her report"), infinitive, or plan ("will say")."""
    before = tokens[start - 1].lower if start else ""
    lists = word_lists()
    if before == "to" or before.endswith("'s") or before in _POSSESSIVE:
        return False
    if before in lists.determiners - lists.pronouns - {"that", "this"}:
        return False
    if form is Form.PARTICIPLE and not any(is_auxiliary(h) for h in helpers):
        return False
    return form is not Form.BASE or (before != "this" and not helpers & lists.modals)
