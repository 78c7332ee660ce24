"""What the cue makes of the content, whatever that says.

"asked whether" makes a question of it, "urged" a request, "declined to" nothing that is claimed;
"suspects" puts it below certain, and "denied" turns it round.
"""

from __future__ import annotations

import re

from firsthand.evidence.force.cue import Cue
from firsthand.evidence.force.head import Head
from firsthand.evidence.force.hedges import Hedge, takes_clause
from firsthand.evidence.force.mood import unasserted
from firsthand.evidence.language.inflection import word_set
from firsthand.evidence.language.prose import phrases
from firsthand.evidence.telling import Telling
from firsthand.evidence.values import Force, ForceLevel, Mood
from firsthand.sources.source import SourceKind
from firsthand.text import Span

_SILENCES = phrases("force", "silences")
_ASKED_FOR = phrases("force", "asked_for", "withheld")
_CLAIMS = phrases("force", "claims")
_COURTS = phrases("force", "courts")
_COUNTS = phrases("force", "counts")
_PAPER = phrases("force", "papers")
_FINDINGS = phrases("force", "findings")
_ASKS = re.compile(
    r"[\"'“‘]?(?:if|whether|wh(?:o|om|at|en|ere|y|ich|ose)|how)\b|[^?]*\?", re.IGNORECASE
)
_SOMEBODY = re.compile(r"(?:[^\W_][\w.'’-]*,? ){1,6}(?:if|whether|why|how|what|about)\b", re.I)
_AS = re.compile(r"\bas\b", re.IGNORECASE)
_PREPOSITIONS = (("to",), ("for",), ("on",), ("upon",))
_OBJECT = 7
_QUOTES = ('"', "“", "‘", "'", "«", "„")
_CLAUSE = frozenset(("that", "if", "i", "we", "he", "she", "they"))
_PIECES = 2
_OPENING = 120


def unasserted_by(telling: Telling, cue: Cue) -> Force | None:
    """A question, a request, a refusal or a deed, by the cue alone."""
    for rule in (_silent, _asked, _asked_for, _turned_down, _done, _not_said):
        if (found := rule(telling, cue)) is not None:
            return found
    return None


def _silent(telling: Telling, cue: Cue) -> Force | None:
    """Read "declined to comment", "did not reply", "would not say"."""
    found = telling.first(_SILENCES, telling.attribution.cue)
    return unasserted(Mood.ASSERTION, found) if found else None


def _asked(telling: Telling, cue: Cue) -> Force | None:
    """Read "asked whether", "wondered why", "asked about"."""
    found = cue.find("asks")
    about = cue.has("about") and not cue.passive
    asks = about or any(_asks(telling.text, piece) for piece in telling.content[:_PIECES])
    return unasserted(Mood.QUESTION, found) if found and asks else None


def _asks(text: str, piece: Span) -> bool:
    """Whether a piece is a question, or opens with who is asked: "the clerk whether"."""
    opening = text[piece.start : min(piece.end, piece.start + _OPENING)]
    return _ASKS.match(opening) is not None or _SOMEBODY.match(opening) is not None


def _asked_for(telling: Telling, cue: Cue) -> Force | None:
    """Read "urged", "called on", "told them to", "wants"; not what an order lays down on paper."""
    if cue.find("on_paper") and _is_paper(telling):
        return None
    found = cue.find("requests")
    if found is None and (cue.words[-1:] in _PREPOSITIONS or _to_do(cue)):
        found = cue.find("requests_with_to")
    return unasserted(Mood.REQUEST, found) if found else None


def _to_do(cue: Cue) -> bool:
    """Whether the content opens with "for" or an infinitive, maybe behind its subject."""
    opening = cue.opening(_OBJECT)
    if opening[:1] in (["for"], ["to"]):
        return True
    before = opening[: opening.index("to")] if "to" in opening else ["that"]
    said = cue.content[:1] in _QUOTES or not _CLAUSE.isdisjoint(before)
    return not said and word_set("force", "auxiliaries", "finite").isdisjoint(before)


def _is_paper(telling: Telling) -> bool:
    """Whether the source is an order, a law or another document."""
    source = telling.source
    named = telling.first(_PAPER, telling.attribution.source) is not None
    return named or (source is not None and source.kind is SourceKind.DOCUMENT)


def _turned_down(telling: Telling, cue: Cue) -> Force | None:
    """Read "rejected the request", "agreed to the plan", "denied them visas": decisions."""
    found = cue.find("turns_down")
    withheld = cue.passive and cue.leads and cue.has("denied")
    ruled = _COUNTS.search(cue.content) and telling.first(_COURTS, telling.attribution.source)
    wanted = _ASKED_FOR.search(cue.content)
    claim = _CLAIMS.search(cue.content, 0, wanted.start()) if wanted else None
    if found and (cue.has("against") or withheld or ruled or (wanted and claim is None)):
        return unasserted(Mood.ASSERTION, found)
    return None


def _done(telling: Telling, cue: Cue) -> Force | None:
    """Read "dismissed the minister", "laughed at them": something done, nothing said to be so."""
    found = cue.find("acts")
    says = _AS.search(cue.content) or _CLAIMS.search(cue.content) or cue.has("as")
    return unasserted(Mood.ASSERTION, found) if found and not says else None


def _not_said(telling: Telling, cue: Cue) -> Force | None:
    """Read "never said that", "did not deny": the claim is left open."""
    if cue.negation is None or cue.find("believe", "doubt", "exclude", "attitudes"):
        return None
    return unasserted(Mood.ASSERTION, cue.negation)


def doubt_by(telling: Telling, cue: Cue, head: Head) -> Hedge | None:
    """Read "suspects", "is believed to", "doubted", "feared": below certain by the cue."""
    for level, name in (
        (ForceLevel.PROBABLE, "doubt"),
        (ForceLevel.POSSIBLE, "fear"),
        (ForceLevel.POSSIBLE, "exclude"),
    ):
        found = cue.find(name)
        if found is not None and (name != "exclude" or cue.negation is not None):
            return Hedge(level, (found,), denies=name == "doubt" and cue.negation is None)
    return _believed(cue, head) or _likely(cue) or _suggested(telling, cue)


def _believed(cue: Cue, head: Head) -> Hedge | None:
    """Read "thinks that ...", and "suspects arson"; not "believes in", "felt cold"."""
    claims = takes_clause(head.words) or (head.verb < head.end and not _is_feeling(head))
    found = cue.find("believe") if claims else cue.find("expect")
    if found is None or cue.has("in", "of", "about"):
        return None
    return Hedge(ForceLevel.PROBABLE, (found,), denies=cue.negation is not None)


def _is_feeling(head: Head) -> bool:
    return head.words[head.start].among("not_claims")


def _likely(cue: Cue) -> Hedge | None:
    """Read "is likely to", "seems to" as the cue, where they are not of another's saying."""
    if cue.find("speech"):
        return None
    for at, (word, span) in enumerate(zip(cue.words, cue.spans, strict=True)):
        if word in word_set("force", "likelihood") or _seems(cue, at):
            return Hedge(ForceLevel.PROBABLE, (span,), denies=word == "unlikely")
    return _by_modal(cue)


def _seems(cue: Cue, at: int) -> bool:
    """Read "seemed" and "appeared" before what seems so; not "appeared in court"."""
    if cue.words[at] not in word_set("force", "seem"):
        return False
    following = [*cue.words[at + 1 :], *cue.opening(1)]
    return bool(following) and following[0] not in word_set("force", "in_public")


def _by_modal(cue: Cue) -> Hedge | None:
    """Read a cue that itself only may be so, or should: "may still hold", "should support"."""
    for word, span in zip(cue.words, cue.spans, strict=True):
        if word in word_set("force", "possible_modals"):
            return Hedge(ForceLevel.POSSIBLE, (span,), denies=cue.negation is not None)
        if word in {"should", "ought"}:
            return Hedge(ForceLevel.UNSPECIFIED, (span,))
    return None


def _suggested(telling: Telling, cue: Cue) -> Hedge | None:
    """Read "the evidence suggests": a thing that suggests is weaker than one that shows."""
    found = cue.find("suggests")
    thing = telling.first(_FINDINGS, telling.attribution.source)
    return Hedge(ForceLevel.PROBABLE, (found,)) if found and thing else None


def denied_by(cue: Cue) -> Span | None:
    """Read "denied that", "disputes"; "rejected" of a claim, not of a thing "as farcical"."""
    found = cue.find("denies") or (cue.negation if cue.find("attitudes") else None)
    if found is not None:
        return found
    put_aside = cue.find("puts_aside")
    return put_aside if put_aside and _CLAIMS.search(cue.content) and not cue.passive else None
