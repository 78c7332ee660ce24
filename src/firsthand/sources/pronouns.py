"""Whom a pronoun of the report stands for: the pair head over what came before.

"He", "she" are taken as the report uses them: an entity once called "she" is not "he". Nothing is
guessed from a first name. Within quotation marks a pronoun is the speaker's, and only
the speaker's own words can say whom it means (design, rule 3).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp

import numpy as np

from firsthand.sources.entities import Entities, Entity
from firsthand.sources.features import Form
from firsthand.sources.name_runs import Names
from firsthand.sources.pairs import Pairs
from firsthand.text import Span

NEAR = 40
_AHEAD = 5
ONE = frozenset({Form.HE, Form.SHE})
_NO_MATCH = {Form.HE: Form.SHE, Form.SHE: Form.HE}


@dataclass(frozen=True, slots=True)
class Choice:
    """An entity, the mention that leads to it best, and its share of the score."""

    entity: int
    mention: int
    share: float


def ranked(
    entities: Entities, pairs: Pairs, number: int, within: Span | None = None
) -> list[Choice]:
    """The entities a pronoun may stand for, best first; `within` keeps to a speaker's own words."""
    return weighed(entities, pairs, number, within)[0]


def weighed(
    entities: Entities, pairs: Pairs, number: int, within: Span | None = None
) -> tuple[list[Choice], float]:
    """The entities a pronoun may stand for, best first, and the share of its standing for none."""
    who = _candidates(entities, number, within)
    if not who:
        return [], 1.0
    m = entities.mentions
    scores, alone = pairs.scores(m.said, m.seen, number, np.array(who))
    *shares, none = _shares([*scores.tolist(), alone])
    whole, stands = dict[int, float](), dict[int, int]()
    for mention, share in zip(who, shares, strict=True):
        entity = entities.of[mention]
        known = whole.get(entity, 0.0)
        if entity not in stands or share > known / 2:
            stands[entity] = mention
        whole[entity] = known + share
    best = (Choice(entity, stands[entity], share) for entity, share in whole.items())
    return sorted(best, key=lambda c: -c.share), none


def _shares(scores: Sequence[float]) -> list[float]:
    """What each has of all; for a few dozen numbers an array would take longer."""
    most = max(scores)
    weights = [exp(score - most) for score in scores]
    whole = sum(weights)
    return [weight / whole for weight in weights]


def _candidates(entities: Entities, number: int, within: Span | None) -> list[int]:
    mentions, seen = entities.mentions.all, entities.mentions.seen
    of = mentions[number]
    ahead = range(number + 1, min(len(mentions), number + 1 + _AHEAD))
    same = [n for n in ahead if seen.sentence[n] == seen.sentence[number]]
    near = [*range(max(0, number - NEAR), number), *(same if of.form is not Form.IT else [])]
    spoken_of = {entities.of[n] for n in near if n in entities.of}
    agreeing = {e for e in spoken_of if agrees(entities.all[e], of.form)}
    return [
        n
        for n in near
        if entities.of.get(n) in agreeing
        and not (mentions[n].first <= of.first < mentions[n].last)
        and (within is None or within.contains(mentions[n].span))
        and (within is not None or mentions[n].name is not None or not seen.quoted[n])
    ]


def agrees(entity: Entity, form: Form) -> bool:
    """Whether the report's own use lets a pronoun stand for the entity."""
    if form in ONE:
        other = _NO_MATCH[form]
        never = entity.pronouns[other] > entity.pronouns[form]
        return entity.kind is Names.PERSON and not entity.plural and not never
    if form is Form.NOUN:
        return entity.kind is Names.PERSON and not entity.plural
    if form is Form.IT:
        return entity.kind is not Names.PERSON
    return form is Form.THEY
