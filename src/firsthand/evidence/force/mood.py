"""What is asked, wished or demanded in the content itself, or hangs on an "if", is not asserted.

FactBank leaves questions, requests, wishes and conditions uncommitted (Saurí and Pustejovsky,
2009); a "would" or "will" without a condition is a plain claim, as docs/labelling.md has it.
"""

from __future__ import annotations

from collections.abc import Sequence

from firsthand.evidence.force.clause import Word
from firsthand.evidence.force.head import Head
from firsthand.evidence.force.hedges import lexical
from firsthand.evidence.language.inflection import verbs
from firsthand.evidence.language.prose import phrases
from firsthand.evidence.values import Force, ForceLevel, Mood
from firsthand.text import Span

_REFUSES = phrases("force", "refusals")
_GREETS = phrases("force", "greetings")


def unasserted(mood: Mood, *spans: Span) -> Force:
    """A force that commits to nothing, with the words that show it."""
    return Force(ForceLevel.UNSPECIFIED, mood=mood, spans=tuple(sorted(set(spans))))


def question_of(heads: Sequence[Head]) -> Force | None:
    """Read content that ends in a question, or is a "whether" or an "if" and no more."""
    first, last = heads[0], heads[-1]
    if last.asks and (len(heads) == 1 or not first.direct):
        return unasserted(Mood.QUESTION, last.words[-1].span)
    opener = first.words[first.start]
    if opener.lower == "whether" or (opener.lower == "if" and first.condition == opener.span):
        return unasserted(Mood.QUESTION, opener.span)
    return None


def request_of(text: str, head: Head) -> Force | None:
    """Read a greeting, an imperative, or what somebody asks for or wishes in the first person."""
    first = head.words[head.start]
    if (found := _GREETS.match(text, first.start, head.words[-1].end)) is not None:
        return unasserted(Mood.REQUEST, Span(*found.span()))
    if head.direct and first.among("imperatives") and _is_imperative(head):
        return unasserted(Mood.REQUEST, first.span)
    return _wish(head)


def _is_imperative(head: Head) -> bool:
    """Whether the verb that opens the sentence is one: no noun ("Help came") and no subject."""
    if head.words[head.start].lower in {"be", "don't"} or head.start + 1 == len(head.words):
        return True
    second = head.words[head.start + 1]
    noun = second.lower.endswith(("ed", "ing")) or second.among("finite", "auxiliaries")
    return not noun and second.lower not in {",", "of"}


def _wish(head: Head) -> Force | None:
    """Read "we hope", "she wants", "I would like"; "I urge" and "we call on" of oneself alone."""
    at = lexical(head)
    if at >= head.end or not head.before:
        return None
    word = head.words[at]
    if _is_wish(head, word) or (_is_asking(word) and (_is_first(head) or _is_still(head, at))):
        return unasserted(Mood.REQUEST, word.span)
    return None


def _is_wish(head: Head, word: Word) -> bool:
    """Whether a verb wishes; "wanted" tells of a past wish, and that is a claim."""
    would = head.words[head.verb].among("conditional")
    wishes = word.lower in verbs("force", "wish") and word.lower != "wanted"
    return wishes or (would and word.among("would_like"))


def _is_first(head: Head) -> bool:
    return head.words[head.start].lower in {"i", "we"}


def _is_still(head: Head, at: int) -> bool:
    """Read "they are calling on", said of the speakers in the report's words."""
    pronoun = head.words[head.start].lower in {"he", "she", "they"} and not head.direct
    return pronoun and at > head.verb and head.words[at].lower.endswith("ing")


def _is_asking(word: Word) -> bool:
    return word.lower in verbs("force", "ask_first") and not word.lower.endswith("ed")


def condition_of(head: Head, promise: Span | None) -> Force | None:
    """Read "would" and "will", or a promise, under an "if" or "unless" of the same sentence."""
    if head.condition is None:
        return None
    verb = head.words[head.verb] if head.verb < head.end else None
    if verb is not None and verb.among("conditional"):
        return unasserted(Mood.CONDITION, verb.span, head.condition)
    return unasserted(Mood.CONDITION, promise, head.condition) if promise else None


def refusal_of(text: str, head: Head) -> Force | None:
    """Read "no comment" and "I can't discuss that" as the main clause."""
    clause = head.clause
    if not clause:
        return None
    found = _REFUSES.search(text, clause[0].start, clause[-1].end)
    return unasserted(Mood.ASSERTION, Span(*found.span())) if found else None
