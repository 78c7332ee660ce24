"""How the source puts it: the level, whether it is affirmed, and the mood (FactBank's axes).

The cue comes first ("declined to", "asked whether", "suspects", "denied"), then the main clause of
the content, by its mood, its hedges and its negation. What is not asserted is never denied.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from firsthand.evidence.force.cue import cue_of
from firsthand.evidence.force.head import Head, heads
from firsthand.evidence.force.hedges import Hedge, hedge_of
from firsthand.evidence.force.mood import condition_of, question_of, refusal_of, request_of
from firsthand.evidence.force.negation import is_no, negation_of
from firsthand.evidence.force.putting import denied_by, doubt_by, unasserted_by
from firsthand.evidence.language.inflection import word_set
from firsthand.evidence.language.prose import phrases
from firsthand.evidence.telling import Telling
from firsthand.evidence.values import Force, ForceLevel, Mood, Polarity
from firsthand.text import Span

_PREFACE = phrases("force", "prefaces")
_FALSE = phrases("force", "falsehoods")
_UNKNOWN = phrases("force", "unknown")
_CALLS = phrases("force", "calls")
_SHORT = 3
_WORD = 16


def force_of(telling: Telling) -> Force:
    """The force of one statement, with the words that show it."""
    found = heads(telling.text, telling.content)
    if not found:
        return Force()
    cue = cue_of(telling)
    head = main_of(telling.text, found)
    by_cue = unasserted_by(telling, cue)
    open_ = (
        by_cue
        or question_of(found)
        or refusal_of(telling.text, head)
        or request_of(telling.text, head)
    )
    if open_ is not None:
        return open_
    doubt = doubt_by(telling, cue, head) or hedge_of(head)
    denial = _denial(telling, denied_by(cue), negation_of(head))
    return _put(doubt, denial, condition_of(head, cue.find("promises")))


def main_of(text: str, found: Sequence[Head]) -> Head:
    """The sentence with the main claim: the first that is no preface and no question it answers."""
    doubted = next((h for h in found if _is_open(text, h)), None)
    if doubted is not None:
        return doubted
    answer = next((b for a, b in pairwise(found) if a.asks and is_no(b)), None)
    return answer or next((h for h in found if not _leads_in(text, h)), found[0])


def _is_open(text: str, head: Head) -> bool:
    """Whether a sentence says "may" and that the speaker does not know."""
    if _UNKNOWN.search(text, head.words[0].start, head.words[-1].end) is None:
        return False
    hedge = hedge_of(head)
    return hedge is not None and hedge.level is ForceLevel.POSSIBLE


def _leads_in(text: str, head: Head) -> bool:
    words = [w for w in head.words if not w.is_mark]
    short = len(words) <= _SHORT and head.verb == head.end
    return short or head.asks or _PREFACE.match(text, words[0].start, words[-1].end) is not None


def _denial(telling: Telling, by_cue: Span | None, inside: Span | None) -> Span | None:
    """The word that denies; a denial of a denial affirms; what is called a lie is denied."""
    if by_cue is not None:
        return None if inside is not None else by_cue
    return inside or _called_false(telling)


def _called_false(telling: Telling) -> Span | None:
    """Read "called the story an invention", "described the reports as false"."""
    if telling.first(_CALLS, telling.attribution.cue) is None:
        return None
    found = telling.first(_FALSE, telling.content)
    return found if found and not _is_thing(telling.text, found) else None


def _is_thing(text: str, found: Span) -> bool:
    """Whether the word names somebody's lies or the like and calls nothing so: "in its lies"."""
    before = text[max(found.start - _WORD, 0) : found.start].split()
    return bool(before) and before[-1].lower() in word_set("force", "owners")


def _put(doubt: Hedge | None, denial: Span | None, condition: Force | None) -> Force:
    """The level and polarity together; an "if" opens what is not doubted anyway."""
    if doubt is None and condition is not None:
        return condition
    level = doubt.level if doubt else ForceLevel.CERTAIN
    spans = doubt.spans if doubt else ()
    if level is ForceLevel.UNSPECIFIED:
        return Force(level, mood=Mood.REQUEST, spans=spans)
    denied = denial is not None or (doubt is not None and doubt.denies)
    shown = tuple(sorted({*spans, *((denial,) if denial else ())}))
    return Force(level, Polarity.DENIED if denied else Polarity.AFFIRMED, Mood.ASSERTION, shown)
