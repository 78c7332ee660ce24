"""Whom a pronoun of the report stands for: the pair head over what came before.

"He", "she" are taken as the report uses them: an entity once called "she" is not "he". Nothing is
guessed from a first name. Within quotation marks a pronoun is the speaker's, and only
the speaker's own words can say whom it means (design, rule 3).
"""

from __future__ import annotations

import re
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
_OPENER = 0.75
"""The share at least of who has opened the paragraph."""
_LED = 4
"""Words before a name that opens one: "Shadow minister Dilys Prowther"."""
_BREAK = re.compile(r"\n+")
_QUOTES = re.compile('[“”"]')
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
    best = weighed(entities, pairs, number, within)[0]
    own = within is None and entities.mentions.all[number].form in ONE
    return opened(entities, best, number) if own else best


def opened(entities: Entities, best: list[Choice], number: int) -> list[Choice]:
    """The same, whoever has opened a paragraph since before one spoken of only before that.

    Who is named first in a paragraph is what it is about (centering: Grosz, Joshi and Weinstein,
    1995): "Adaro Pell, a welder, went to the river. ... he said" is not the man of the paragraph
    above, however often that one was "he".
    """
    if len(best) < 2:
        return best
    for mention in range(number - 1, max(-1, number - NEAR), -1):
        entity = entities.of.get(mention)
        if entity == best[0].entity:
            return best
        if entity is not None and _opens(entities, mention, number):
            there = [c for c in best if c.entity == entity]
            taken = [Choice(entity, mention, max(best[0].share, _OPENER)) for _ in there]
            return [*taken, *(c for c in best if c.entity != entity)] if taken else best
    return best


def _opens(entities: Entities, mention: int, number: int) -> bool:
    """Whether a person's name opens a paragraph, at most one before that of the pronoun."""
    m, text = entities.mentions.all[mention], entities.mentions.text
    if m.name is not Names.PERSON:
        return False
    before = text[text.rfind("\n", 0, m.span.start) + 1 : m.span.start]
    between = text[m.span.end : entities.mentions.all[number].span.start]
    near = len(_BREAK.findall(between)) <= 1
    return near and len(before.split()) <= _LED and not _QUOTES.search(before)


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
