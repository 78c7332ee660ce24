"""What a noun phrase says of the person whom it names: role, age, people, kin, body.

A phrase is read from its head outward: adjectives before it ("former", "38-year-old", "Syrian")
say one thing each, what is left of them and what comes behind the head is the role.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from firsthand.sources.apposition import counted, person_head, profile_words
from firsthand.sources.belonging import bodies_of, people_of
from firsthand.sources.names import TITLES
from firsthand.sources.nouns import Noun, meaning, words
from firsthand.sources.phrase import Phrase, phrase_of
from firsthand.sources.source import ProfileFact, ProfileField
from firsthand.sources.tokens import Token, is_number
from firsthand.sources.when import SPAN_OF_TIME
from firsthand.text import Span, shifted

_ENDS: Final = re.compile(
    r"\sand (?:the|an?|his|her|their)\b|\s(?:who|whose|which|that|aged?|dated|named|called|like)\b"
    rf"|\sin (?:his|her|their)\b|\s?[,(]|\s?{SPAN_OF_TIME}"
)
_AGE: Final = re.compile(r"(\d{1,3})-year-old", re.IGNORECASE)
_SINGLE: Final = {"women": "woman", "men": "man", "witnesses": "witness", "eyewitnesses": "witness"}
_OWNER: Final = frozenset("his her their its my our your".split())


@dataclass(frozen=True, slots=True)
class Described:
    """A phrase cut to the role that it gives: the head noun, its adjectives from `start` on."""

    text: str
    at: int
    phrase: Phrase
    head: int
    end: int
    over: bool

    def span(self, start: int, end: int) -> Span:
        """Characters of the phrase as characters of the report."""
        return Span(self.at + start, self.at + end)

    def fact(
        self, field: ProfileField, start: int, end: int, led: int | None = None
    ) -> ProfileFact:
        """The fact whose value are these characters; its words begin at `led` where given."""
        span = self.span(start if led is None else led, end)
        return ProfileFact(field, self.text[start:end], span)


def facts_of_phrase(text: str, span: Span, *, over: bool = False) -> Iterator[ProfileFact]:
    """What a noun phrase says; `over` if the words around it say that it is no longer so."""
    words = span.of(text)
    cut = _ENDS.search(words)
    ended = re.compile(r"\s?(?:until|till)\b").match(words, cut.start()) if cut else None
    words = words[: cut.start()].rstrip() if cut else words
    phrase = phrase_of(words)
    found = _described(words, span.start, phrase, over=over or bool(ended)) if phrase else None
    if found:
        yield from _facts(found)


def _described(words: str, at: int, phrase: Phrase, *, over: bool) -> Described | None:
    if not phrase.is_name:
        if person_head(phrase) is None:
            return None
        last = phrase.tokens[-1].end
        end = last if _goes_on(phrase) else phrase.head_token.end
        return Described(words, at, phrase, phrase.stop - 1, end, over)
    head = phrase.noun if phrase.noun is not None else _office(phrase)
    if head is None or not _names_person(phrase.tokens[head]):
        return None
    return Described(words, at, phrase, head, phrase.tokens[head].end, over)


def _goes_on(phrase: Phrase) -> bool:
    """Whether complements stand behind the head."""
    behind = phrase.tokens[phrase.stop : phrase.stop + 1]
    return bool(behind) and behind[0].small in words("boundaries")


def _office(phrase: Phrase) -> int | None:
    """The last word of the office in a person's name ("Vice President Ada Lem"), if it has one."""
    offices = [
        at
        for at in range(phrase.head, phrase.stop - 1)
        if phrase.tokens[at].small in profile_words("offices")
    ]
    return offices[-1] if offices else None


def _names_person(token: Token) -> bool:
    found = meaning(token.small)
    return token.small in TITLES or (found is not None and found.noun in (Noun.PERSON, Noun.KIN))


def _facts(found: Described) -> Iterator[ProfileFact]:
    tokens, start = found.phrase.tokens, found.phrase.first
    over, led = found.over, None
    yield from _aged(found, tokens[found.head])
    for at in range(found.phrase.first, found.head):
        people = people_of(found.phrase, at, found.head)
        if _AGE.match(tokens[at].text):
            yield from _aged(found, tokens[at])
        elif people:
            yield found.fact(ProfileField.NATIONALITY, tokens[at].start, tokens[people - 1].end)
        elif tokens[at].small in profile_words("former"):
            over, led = True, tokens[at].start
        elif not (
            _sets_apart(tokens[at], tokens[at + 1])
            or (at > 0 and people_of(found.phrase, at - 1, found.head))
        ):
            continue
        start = max(people or 0, at + 1)
    yield from _said(found, tokens[start].start, led, over=over)


def _aged(found: Described, token: Token) -> Iterator[ProfileFact]:
    age = _AGE.match(token.text)
    if age:
        value = ProfileFact(ProfileField.AGE, age[1], found.span(token.start, token.end))
        yield value


def _sets_apart(token: Token, after: Token) -> bool:
    apart = token.small in words("apart") and after.small not in words("not_apart")
    return apart or is_number(token)


def _said(found: Described, start: int, led: int | None, *, over: bool) -> Iterator[ProfileFact]:
    """The relation, or the role and whose it is."""
    head = found.phrase.tokens[found.head]
    known = meaning(head.small)
    if known is not None and known.noun is Noun.KIN:
        yield from _relation(found, start, led)
    elif head.small == "one" and (rest := counted(found.phrase)):
        if not _is_bland(rest):
            yield found.fact(ProfileField.ROLE, head.start, found.end)
    elif not _AGE.match(head.text) and not _is_bland(head):
        field = ProfileField.FORMER_ROLE if over else ProfileField.ROLE
        yield found.fact(field, start, found.end, led)
        if not over:
            yield from (
                shifted_fact(f, found.at)
                for f in bodies_of(found.text, found.phrase, found.head, start)
            )


def shifted_fact(fact: ProfileFact, by: int) -> ProfileFact:
    """The same fact in a text that has `by` more characters before it."""
    return ProfileFact(fact.field, fact.value, shifted(fact.span, by))


def _is_bland(token: Token) -> bool:
    found = meaning(token.small)
    singles = {token.small, token.small.removesuffix("s"), _SINGLE.get(token.small, "")}
    return found is not None and bool(singles & profile_words("bland"))


def _relation(found: Described, start: int, led: int | None) -> Iterator[ProfileFact]:
    """Kin of whom: "father of a skier", "his sister", "Aske's cousin"."""
    tokens = found.phrase.tokens
    behind = tokens[found.phrase.stop : found.phrase.stop + 1]
    owner = next((t for t in tokens[: found.head] if t.owns or t.small in _OWNER), None)
    if behind and behind[0].text in ("of", "to") and not found.phrase.is_name:
        yield found.fact(ProfileField.RELATION, start if led is None else led, found.end)
    elif owner:
        whose = tokens[found.phrase.first] if owner.owns else owner
        yield found.fact(ProfileField.RELATION, whose.start, tokens[found.head].end)
