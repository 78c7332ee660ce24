"""Who is spoken of on a page: the bearers of names, and those only described.

Every mention leads to one entity, or to none where nothing says to which. Nouns lead to a name
beside them ("Guard commander Revik Solm", "Ada Lem, a cook"), to the same noun before ("the cook"
to "a cook"), else to an entity of their own.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from firsthand.sources.features import Form
from firsthand.sources.mentions import Mention, Mentions
from firsthand.sources.name_runs import Names
from firsthand.sources.naming import Naming

_INDEFINITE = frozenset(
    "a an another one some two three four five six seven eight nine ten".split()
)
_BESIDE = 3  # characters between a noun and a name in apposition: ", "


@dataclass(slots=True)
class Entity:
    """Somebody or something spoken of; `bearer` is None where it has no name."""

    bearer: int | None
    kind: Names | None
    plural: bool = False
    mentions: list[int] = field(default_factory=list)
    pronouns: Counter[Form] = field(default_factory=Counter)
    nouns: set[str] = field(default_factory=set)


class Entities:
    """The entities of a page, and to which each mention leads."""

    def __init__(self, mentions: Mentions, naming: Naming) -> None:
        self.mentions, self.naming = mentions, naming
        self.all = [Entity(n, b.kind) for n, b in enumerate(naming.bearers)]
        for entity, bearer in zip(self.all, naming.bearers, strict=True):
            if bearer.title:
                entity.pronouns[Form.HE if bearer.title == "he" else Form.SHE] += 1
        self.of: dict[int, int] = {}
        for number, named in sorted(naming.of.items()):
            self.lead(number, named.bearer)
        self._last: dict[str, int] = {}
        for number, mention in enumerate(mentions.all):
            if mention.form in (Form.NOUN, Form.NOUNS):
                self.lead(number, self._noun(number, mention))

    def lead(self, number: int, entity: int) -> None:
        """Let a mention lead to an entity."""
        self.of[number] = entity
        mention, known = self.mentions.all[number], self.all[entity]
        known.mentions.append(number)
        if mention.form in (Form.NOUN, Form.NOUNS):
            known.nouns.add(self.head(number))
            self._last[self.head(number)] = entity
        elif mention.form is not Form.NAME:
            known.pronouns[mention.form] += 1

    def move(self, number: int, entity: int) -> None:
        """Let a mention, and all that its entity was, lead to another entity."""
        before = self.of.get(number)
        if before is None or self.all[before].bearer is not None:
            return
        for mention in self.all[before].mentions:
            self.lead(mention, entity)
        self.all[before].mentions.clear()

    def new(self, *, body: bool = False, plural: bool = False) -> int:
        """One more entity, without a name."""
        self.all.append(Entity(None, Names.BODY if body else Names.PERSON, plural))
        return len(self.all) - 1

    def head(self, number: int) -> str:
        """The head word of a mention, small."""
        span = self.mentions.all[number].span
        return span.of(self.mentions.text).split()[-1].lower()

    def _noun(self, number: int, mention: Mention) -> int:
        beside = self._beside(number, mention)
        if beside is not None:
            return beside
        determiner = mention.span.of(self.mentions.text).split()[0].lower()
        before = self._last.get(self.head(number))
        if before is not None and determiner not in _INDEFINITE:
            return before
        return self.new(body=mention.body, plural=mention.form is Form.NOUNS)

    def _beside(self, number: int, mention: Mention) -> int | None:
        """The named entity right behind a noun ("commander Solm"), or before it and a comma."""
        text, singular = self.mentions.text, mention.form is Form.NOUN
        for other in (number + 1, number - 1):
            if not singular or not 0 <= other < len(self.mentions.all):
                continue
            near = self.mentions.all[other]
            between = (
                text[mention.span.end : near.span.start]
                if other > number
                else text[near.span.end : mention.span.start]
            )
            apposed = between == " " if other > number else between.strip() == ","
            person = near.name is Names.PERSON and not mention.body
            if apposed and person and other in self.of and len(between) <= _BESIDE:
                return self.of[other]
        return None
