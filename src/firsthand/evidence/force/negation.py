"""Whether the main claim is that something is not so: "did not", "no one", "there was no".

Only the main clause is looked at: its verb, a negative subject, and "no" right behind the verb.
"not only" and "no doubt" deny nothing, and "I do not know" leaves the matter open.
"""

from __future__ import annotations

from collections.abc import Sequence

from firsthand.evidence.force.clause import Word, is_adverb
from firsthand.evidence.force.head import Head
from firsthand.evidence.force.hedges import lexical
from firsthand.evidence.language.inflection import word_set
from firsthand.text import Span

_AFTER = 4
_COMPARES = frozenset("more less better worse but fewer else than".split())


def negation_of(head: Head) -> Span | None:
    """The word that denies the main claim, if one does."""
    return _in_verb(head) or _in_subject(head) or _behind_verb(head) or _alone(head)


def _list(name: str) -> frozenset[str]:
    return word_set("force", name)


def _in_verb(head: Head) -> Span | None:
    """Read "did not", "never", "weren't": before the verb's own word or close behind it."""
    last = min(max(lexical(head), head.verb + 1) + 1, head.end)
    for at in range(_before_verb(head), last):
        word = head.words[at]
        if _negates(word) and not _spares(head, at):
            return word.span
    return _no_longer(head) or _not_to(head, last)


def _no_longer(head: Head) -> Span | None:
    """Read "no longer" before the verb or among its auxiliaries."""
    near = range(max(head.verb - 2, head.start), min(head.verb + _AFTER, head.end - 1))
    for at in near:
        if head.words[at].lower == "no" and head.words[at + 1].lower == "longer":
            return head.words[at].span
    return None


def _before_verb(head: Head) -> int:
    """The first of the adverbs right before the verb."""
    at = head.verb
    while at > head.start and is_adverb(head.words[at - 1].lower):
        at -= 1
    return at


def _not_to(head: Head, at: int) -> Span | None:
    """Read "tend not to", "seemed not to"."""
    before, near = head.words[at - 1 : at], head.words[at : at + 2]
    if before and before[0].among("tends") and [w.lower for w in near] == ["not", "to"]:
        return near[0].span
    return None


def _negates(word: Word) -> bool:
    return word.among("negations") or word.lower.endswith("n't")


def _spares(head: Head, at: int) -> bool:
    """Whether what follows takes the denial back: "not only", "do not know", "until"."""
    following = {w.lower for w in head.words[at + 1 : at + 3]}
    first = head.words[at + 1].lower if at + 1 < len(head.words) else ""
    return first in _list("not_denials") or bool(following & _list("unknowing"))


def _in_subject(head: Head) -> Span | None:
    """Read "no one was", "none of the men", "no order had been": the clause opens with it."""
    words = head.before or head.clause
    if len(words) > 1 and words[0].among("prepositions") and words[1].lower == "no":
        return words[1].span if words[0].lower not in {"for", "with", "of"} else None
    if not words or not words[0].among("negative_subjects") or _compared(head.clause):
        return None
    if len(words) > 1 and words[1].lower in _list("not_denials") | {",", "surprisingly"}:
        return None
    return words[0].span


def _behind_verb(head: Head) -> Span | None:
    """Read "there was no", "found nothing", "have no": right behind the verb or its adverb."""
    at = max(lexical(head), head.verb)
    near = head.words[at : min(at + _AFTER, head.end)] if at < head.end else ()
    for place, word in enumerate(near):
        rest = head.words[at + place : head.end]
        if place and word.among("prepositions"):
            return None
        if word.among("negative_subjects") and not _compared(rest):
            doubtless = len(rest) > 1 and rest[1].among("not_denials") and not _is_of(rest)
            return None if doubtless else word.span
    return None


def _is_of(rest: Sequence[Word]) -> bool:
    """Whether it is "no question of", which denies, unlike "no question that"."""
    return len(rest) > 2 and rest[2].lower == "of"


def _compared(words: Sequence[Word]) -> bool:
    """Read "no one is more able", "nothing better than", "no more than": a claim, no denial."""
    near = [w.lower for w in words[1:4] if not w.among("to_be")]
    return not _COMPARES.isdisjoint(near[:2])


def _alone(head: Head) -> Span | None:
    """Read "No" and "Not at all" as the whole of an answer."""
    if is_no(head):
        return head.words[0].span
    words = [w for w in head.words if not w.is_mark]
    course = [w.lower for w in words[-3:]] == ["of", "course", "not"]
    return words[-1].span if course and len(words) <= _AFTER else None


def is_no(head: Head) -> bool:
    """Whether a sentence is "No", "Never" or "Not at all" and no more."""
    words = [w for w in head.words if not w.is_mark]
    return len(words) <= 3 and head.words[0].lower in {"no", "not", "never"}
