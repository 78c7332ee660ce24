"""Whether the content judges, wishes, demands or foretells rather than tells what is so.

By the cue ("condemned", "hopes", "predicted"), by a duty, a demand or a forecast in the content, or
by evaluative words in its first sentences (appraisal; Martin and White, 2005).
"""

from __future__ import annotations

from firsthand.evidence.clause import Word
from firsthand.evidence.cue import cue_of
from firsthand.evidence.force import force_of
from firsthand.evidence.head import Head, heads
from firsthand.evidence.inflection import verbs, word_set
from firsthand.evidence.prose import phrases
from firsthand.evidence.telling import Telling
from firsthand.evidence.values import Force, ForceLevel, Marked, Mood
from firsthand.text import Span

_DEMANDS = phrases("opinion", "demands")
_SENTENCES = 2
_LISTS = ("evaluative", "duties", "degrees")
_WORDS = frozenset[str]().union(*(word_set("opinion", name) for name in _LISTS))


def opinion_of(telling: Telling, force: Force | None = None) -> Marked:
    """Whether the statement is an opinion, with the words that show it.

    `force` is that of the statement, where the caller has it already.
    """
    found = _by_cue(telling) or _by_force(force or force_of(telling)) or _by_words(telling)
    return Marked(True, (found,)) if found else Marked()


def _by_cue(telling: Telling) -> Span | None:
    cue = cue_of(telling)
    judges = verbs("opinion", "judges") | verbs("opinion", "asks")
    found = zip(cue.words, cue.spans, strict=True)
    return next((span for word, span in found if word in judges), None)


def _by_force(force: Force) -> Span | None:
    """Read "I think", a request, a wish or a demand in the content."""
    wished = force.mood is Mood.REQUEST or force.level is ForceLevel.PROBABLE
    return force.spans[0] if wished and force.spans else None


def _by_words(telling: Telling) -> Span | None:
    """Read a duty, a demand or an evaluative word in the first sentences."""
    for head in heads(telling.text, telling.content)[:_SENTENCES]:
        found = next((w.span for w in head.words if _judges(w)), None)
        if found is not None:
            return found
        if (found := _forecast(head) or _demand(telling, head)) is not None:
            return found
    return None


def _forecast(head: Head) -> Span | None:
    """Read "it will rain", and "it would rain" in reported speech."""
    if head.verb >= head.end:
        return None
    verb = head.words[head.verb]
    backshifted = verb.lower in {"would", "wouldn't"} and not head.direct
    return verb.span if backshifted or verb.lower in word_set("opinion", "forecasts") else None


def _judges(word: Word) -> bool:
    return word.lower in _WORDS


def _demand(telling: Telling, head: Head) -> Span | None:
    return telling.first(_DEMANDS, (head.span,))
