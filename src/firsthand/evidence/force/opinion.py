"""Whether the content judges, wishes, demands or foretells rather than tells what is so.

By the cue ("condemned", "hopes", "predicted"), by a duty, a demand or a forecast in the content, or
by evaluative words in its first sentences (appraisal; Martin and White, 2005).
"""

from __future__ import annotations

from firsthand.evidence.force.clause import Word
from firsthand.evidence.force.cue import cue_of
from firsthand.evidence.force.force import force_of
from firsthand.evidence.force.head import Head, heads
from firsthand.evidence.force.hedges import lexical
from firsthand.evidence.language.inflection import verbs, word_set
from firsthand.evidence.language.prose import phrases
from firsthand.evidence.telling import Telling
from firsthand.evidence.values import Force, ForceLevel, Marked, Mood
from firsthand.text import Span

_DEMANDS = phrases("opinion", "demands")
_JUDGED = phrases("opinion", "judged")
_SENTENCES = 3
_OWN = (frozenset(("i", "we", "he", "she", "they")), frozenset(("i", "we")))
"""The pronouns of the speaker: in the report's words, and in the speaker's own."""
_LISTS = ("evaluative", "duties", "degrees")
_WORDS = frozenset[str]().union(*(word_set("opinion", name) for name in _LISTS))


def opinion_of(telling: Telling, force: Force | None = None) -> Marked:
    """Whether the statement is an opinion, with the words that show it.

    `force` is that of the statement, where the caller has it already.
    """
    force = force or force_of(telling)
    asked = force.mood is Mood.QUESTION
    by_cue = None if asked else _by_cue(telling)
    found = by_cue or _by_force(force) or _by_words(telling)
    return Marked(True, (found,)) if found else Marked()


def _by_cue(telling: Telling) -> Span | None:
    cue = cue_of(telling)
    judges = verbs("opinion", "judges") | verbs("opinion", "asks")
    found = zip(cue.words, cue.spans, strict=True)
    return next((span for word, span in found if word in judges), None) or telling.first(
        _JUDGED, telling.attribution.cue
    )


def _by_force(force: Force) -> Span | None:
    """Read "I think", a request, a wish or a demand in the content."""
    wished = force.mood is Mood.REQUEST or force.level is ForceLevel.PROBABLE
    return force.spans[0] if wished and force.spans else None


def _by_words(telling: Telling) -> Span | None:
    """Read a duty, a demand or an evaluative word in the first sentences."""
    for head in heads(telling.text, telling.content)[:_SENTENCES]:
        found = next((w.span for w in head.words if _judges(w)), None)
        found = found or _attitude(head) or _forecast(head) or _demand(telling, head)
        if found is not None:
            return found
    return None


def _forecast(head: Head) -> Span | None:
    """Read "it will rain", and "it would rain" in reported speech."""
    if head.verb >= head.end:
        return None
    verb = head.words[head.verb]
    if _is_coming(head):
        return head.words[head.verb + 1].span
    backshifted = verb.lower in {"would", "wouldn't"} and not head.direct
    return verb.span if backshifted or verb.lower in word_set("opinion", "forecasts") else None


def _is_coming(head: Head) -> bool:
    """Read "it is going to fail": a forecast of somebody else than the speaker, with its verb."""
    own = head.words[head.start].lower in {"i", "we", "i'm", "we're"}
    near = [w.lower for w in head.behind[1:4]]
    return not own and near[:2] == ["going", "to"] and near[2:3] not in (["the"], ["a"], ["be"])


def _attitude(head: Head) -> Span | None:
    """Read "we appreciate", "she admires" as the main verb of the speaker's own clause."""
    at = lexical(head)
    if at >= head.end or head.words[head.start].lower not in _OWN[head.direct]:
        return None
    word = head.words[at]
    return word.span if word.lower in verbs("opinion", "attitudes") else None


def _judges(word: Word) -> bool:
    return word.lower in _WORDS


def _demand(telling: Telling, head: Head) -> Span | None:
    return telling.first(_DEMANDS, (head.span,))
