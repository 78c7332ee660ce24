"""How the source would know what it says: experienced, saw, examined, heard, inferred, unstated.

Basis follows the practice of country-of-origin information and HURIDOCS: a statement is first-hand
only where words put its source at the act, and those words are shown. What is nearest the act goes
first; where no words say anything, it is unstated, which is an answer (docs/labelling.md).
"""

from __future__ import annotations

import re
from dataclasses import replace

from firsthand.evidence.basis.heard import hearsay_of
from firsthand.evidence.basis.inferred import inferred
from firsthand.evidence.basis.own import own_words
from firsthand.evidence.basis.told import told_of_source
from firsthand.evidence.basis.verbs import Near, Shown
from firsthand.evidence.basis.voices import Voices, voices_of
from firsthand.evidence.basis.who import Who, who_of
from firsthand.evidence.telling import Telling
from firsthand.evidence.values import Basis, BasisKind, By

_KINDS = {
    Near.BEFELL: BasisKind.EXPERIENCED,
    Near.SAW: BasisKind.SAW,
    Near.DID: BasisKind.EXPERIENCED,
    Near.EXAMINED: BasisKind.EXAMINED,
}
# Cues of denial, of thought, feeling and will: what they report is no account of an act.
_NO_ACCOUNT = re.compile(
    r"(?i)\b(?:den(?:y|ies|ied|ying)|reject|dismiss|disput|refut|repudiat|believ|think|thought|fear|feel|felt\b"
    r"|hop(?:e|ing)|suspect|expect|assum|doubt|worr|want|plan|vow|promis|threaten|demand|urge|refus|declin|ask)"
)

_TO_THEM = re.compile(r"[\s,:“\"‘']*(?:that\s+)?(?:I|you|we|my|your|to|not|if)\b")
"""What is told to the source at the act ("told me I was nothing") is no account of another's."""


def basis_of(telling: Telling) -> Basis:
    """How the source would know, with the words that say so; unstated where none do."""
    voices, who = voices_of(telling), who_of(telling)
    is_account = not _NO_ACCOUNT.search(telling.words(telling.attribution.cue))
    found = _first_hand(telling, voices, who) if is_account else None
    heard = _heard(telling, voices, who)
    if (
        found
        and heard
        and heard.heard_from
        and not _TO_THEM.match(telling.text, heard.spans[0].end)
    ):
        return replace(found, heard_from=heard.heard_from)
    return found or heard or inferred(telling)


def _first_hand(telling: Telling, voices: Voices, who: Who) -> Basis | None:
    """The words nearest the act; the source's own go before the report's."""
    told = [(s, By.REPORT) for s in told_of_source(telling)]
    if any(s.near is Near.EXAMINED for s, _ in told):
        who = replace(who, pronouns=frozenset())  # who looked at a body speaks of somebody else
    own = [(s, By.SOURCE) for s in own_words(telling, voices, who)]
    nearest = min((*own, *told), key=lambda pair: pair[0].near, default=None)
    return _as_basis(*nearest) if nearest else None


def _as_basis(shown: Shown, by: By) -> Basis:
    return Basis(_KINDS[shown.near], by, (shown.span,))


def _heard(telling: Telling, voices: Voices, who: Who) -> Basis | None:
    for found in hearsay_of(telling, voices, who):
        return Basis(BasisKind.HEARD, found.by, (found.span,), found.heard_from)
    return None
