"""To whom names and nouns lead that stand as a source."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from firsthand.reading.attribution import Attribution
from firsthand.reading.page import Page
from firsthand.sources.ahead import Ahead
from firsthand.sources.entities import Entities
from firsthand.sources.features import PRONOUNS
from firsthand.sources.kinds import head_of, is_indefinite, kind_of, sets_apart
from firsthand.sources.led import Led
from firsthand.sources.name_runs import Names
from firsthand.sources.names import parts
from firsthand.sources.naming import Named
from firsthand.sources.opening import as_said
from firsthand.sources.source import How, SourceKind
from firsthand.text import Span

_COMPLEMENT = re.compile(
    r"\b(?:of|for|to|from|by|with|in|at|on|about|against|under|near|and|or|&)\s+(?:the\s+)?(?:[a-z][\w.-]*\s+)?$"
)
_OWNS = re.compile(r"^['’]s?\s+\w")
_ARTICLE = re.compile(r"^(?:the|this|that|these|those|his|her|their|its|a|an)\s+", re.IGNORECASE)
_AND = re.compile(r"(?<=\w) (?:and|&) (?:the )?(?=[A-Z])")
_AGE = re.compile(r"\b(?P<years>\d{1,3})[- ]year[- ]old\b")
_STATED = r",? (?:(?:an? |aged )?{0}\b)"
_BESIDE = 30
_POINTING = ("the ", "that ", "this ", "those ", "these ")


class Descriptions:
    """Leads names and nouns to the entities of a page, and makes one for who is only described."""

    def __init__(self, entities: Entities, page: Page, read: Sequence[Attribution]) -> None:
        self.entities, self.text = entities, page.text
        self.ahead = Ahead(entities, page, read)
        self._made: dict[tuple[str, ...], int] = {}
        self._roles: dict[str, int] = {}
        self._tops: dict[str, int] = {}
        self._nouns: dict[str, int] = {}
        self._fullest: dict[int, Span] = {}
        self._looked = self._look_ahead(read)

    def led(self, a: Attribution, words: str) -> Led:
        """Where these source words lead; somewhere always, for they describe somebody."""
        named = self._named(a, words)
        if named is not None and named.entity is not None:
            self._roles |= dict.fromkeys(_heads(words), named.entity)
        return named or self._noun(a, words)

    def _look_ahead(self, read: Sequence[Attribution]) -> dict[str, Led]:
        """Whom the unnamed of the top lines are, before any pronoun is led to them."""
        found = {}
        for a in read:
            words = " ".join(span.of(self.text) for span in a.source)
            if not words or words.lower() in PRONOUNS or self._named(a, words):
                continue
            looked = self.ahead.found(a, words, self._kind(a, words))
            if looked is None:
                continue
            found[a.id] = looked
            if looked.entity is not None:
                self._move(a, looked.entity)
        return found

    def _move(self, a: Attribution, entity: int) -> None:
        for number in (n for s in a.source for n in self.entities.mentions.within(s)):
            self.entities.move(number, entity)

    def _named(self, a: Attribution, words: str) -> Led | None:
        """By a name that is the source itself, not part of what describes it."""
        mentions, bearers = self.entities.mentions, self.entities.naming
        inside = [n for span in a.source for n in mentions.within(span) if n in bearers.of]
        own = [n for n in inside if not self._is_complement(a, n)]
        if len(own) > 1 and self._are_two(a, own):
            return None
        if own:
            number = max(own, key=lambda n: (mentions.all[n].name is Names.PERSON, -n))
            return self._by(bearers.of[number], mentions.all[number].span)
        if inside:
            return None
        named = words[:1].isupper() and len(parts(words)) <= 4
        found = (bearers.match(words, Names.PERSON) or bearers.match(words)) if named else None
        return self._by(found, a.source[0]) if found else None

    def _by(self, named: Named, span: Span) -> Led:
        evidence = self._fullest_of(named.bearer)
        spans = (span, evidence) if span != evidence else (span,)
        return Led(named.bearer, How.NAME, named.score, spans, named.others)

    def _fullest_of(self, bearer: int) -> Span:
        """Where the fullest form of a name stands first."""
        if bearer not in self._fullest:
            m = self.entities.mentions
            numbers = self.entities.naming.bearers[bearer].mentions
            self._fullest[bearer] = m.all[max(numbers, key=lambda n: len(parts(m.words(n))))].span
        return self._fullest[bearer]

    def _is_complement(self, a: Attribution, number: int) -> bool:
        """Whether a name only belongs to the description: "a spokesman for Lem", "Lem's lawyer"."""
        name = self.entities.mentions.all[number].span
        whole = next(s for s in a.source if s.contains(name))
        before, after = self.text[whole.start : name.start], self.text[name.end : whole.end]
        if _COMPLEMENT.search(before) or _OWNS.match(after):
            return True
        segment = re.split(
            r"[,(;:\u2014\u2013]| who | which | of | for | in | at | on | and ", after
        )[0]
        body = self.entities.mentions.all[number].name is Names.BODY
        return bool(segment.strip()) and self._is_noun(segment, body=body)

    def _is_noun(self, segment: str, *, body: bool) -> bool:
        """Whether a noun behind the name is what it describes ("Lem spokesman"), not its own.

        "The Lantern newspaper" is the Lantern.
        """
        last = segment.split()[-1]
        same = body and kind_of("the " + last) is SourceKind.ORGANISATION
        return last[:1].islower() and last.isalpha() and not same

    def _are_two(self, a: Attribution, own: Sequence[int]) -> bool:
        spans = [self.entities.mentions.all[n].span for n in own]
        return any(_AND.search(self.text[s.end - 1 : e.start + 1]) for s, e in pairwise(spans))

    def _noun(self, a: Attribution, words: str) -> Led:
        kind = self._kind(a, words)
        looked = self._looked.get(a.id)
        if looked is not None and looked.entity is not None:
            return looked
        entity = self._known(a, words, kind)
        if entity is None:
            entity = self._new(a, words, kind)
            return Led(entity, How.ALONE, 1.0, a.source, looked.candidates if looked else ())
        return Led(entity, How.NOUN, 0.7, a.source, looked.candidates if looked else ())

    def _kind(self, a: Attribution, words: str) -> SourceKind:
        return kind_of(as_said(self.text, a.source[0]) if len(a.source) == 1 else words)

    def _known(self, a: Attribution, words: str, kind: SourceKind) -> int | None:
        """The entity spoken of by the same words before, or whose noun this is."""
        same = self._made.get(_key(words))
        if same is not None:
            return same
        if (aged := self._of_age(a, words)) is not None:
            return aged
        head = _head(words)
        if head in self._tops and not sets_apart(words):
            return self._tops[head]
        if is_indefinite(words):
            return None
        if head in self._roles and kind is SourceKind.UNNAMED_PERSON:
            return self._roles[head]
        spoken = self._of_noun(a, head)
        pointed = words.lower().startswith(_POINTING)
        return self._nouns.get(head) if spoken is None and pointed else spoken

    def _of_age(self, a: Attribution, words: str) -> int | None:
        """Who is named beside this age before: "the 42-year-old" is "Pak Hyon-su, 42"."""
        age = _AGE.search(words)
        if age is None or is_indefinite(words):
            return None
        mentions, bearers = self.entities.mentions, self.entities.naming.of
        stated = re.compile(_STATED.format(age["years"]))
        for number in sorted(bearers, reverse=True):
            span = mentions.all[number].span
            before = span.end <= a.source[0].start
            if before and stated.match(self.text, span.end, span.end + _BESIDE):
                return bearers[number].bearer
        return None

    def _of_noun(self, a: Attribution, head: str) -> int | None:
        """The entity that the page led this noun to already."""
        mentions = self.entities.mentions
        for number in (n for span in a.source for n in mentions.within(span)):
            known = self.entities.of.get(number)
            same = known is not None and self.entities.head(number) == head
            if same and known is not None and self._is_one(known, number):
                return known
        return None

    def _is_one(self, entity: int, number: int) -> bool:
        """Whether the entity was spoken of before this mention, or bears a name."""
        known = self.entities.all[entity]
        return (
            known.bearer is not None or known.mentions[0] < number or entity in self._made.values()
        )

    def _new(self, a: Attribution, words: str, kind: SourceKind) -> int:
        """An entity of its own: that of its head noun, where this is the noun's first place."""
        head = words[slice(*head_of(words))].lower().split()[-1:]
        inside = [n for s in a.source for n in self.entities.mentions.within(s)]
        fresh = (
            self.entities.of[n]
            for n in inside
            if n in self.entities.of and [self.entities.head(n)] == head
            and self.entities.all[self.entities.of[n]].mentions[:1] == [n]
            and self.entities.all[self.entities.of[n]].bearer is None
        )  # fmt: skip
        body = kind in (SourceKind.ORGANISATION, SourceKind.DOCUMENT)
        entity = next(fresh, None)
        if entity is None:
            entity = self.entities.new(body=body, plural=kind is SourceKind.GROUP)
        self._made[_key(words)] = entity
        self._nouns[_head(words)] = entity
        if head and self.ahead.is_top(a):
            self._tops[head[0]] = entity
        return entity


def _head(words: str) -> str:
    """The head noun of a description, small."""
    return (words[slice(*head_of(words))].lower().split() or [""])[-1]


def _heads(words: str) -> list[str]:
    """The nouns by which a name is described beside it: "the commander, Captain Solm"."""
    segments = (part for part in words.split(", ") if part)
    heads = (part[slice(*head_of(part))].lower().split() for part in segments)
    return [found[-1] for found in heads if found and found[-1].isalpha()]


def _key(words: str) -> tuple[str, ...]:
    """The words by which the same description is known again."""
    return tuple(_ARTICLE.sub("", words).lower().split())
