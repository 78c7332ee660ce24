"""The head of a noun phrase, by the order of its words: what comes before "of", "who" or a comma.

English puts the head of a noun phrase last of the words before its complements (Huddleston and
Pullum, 2002, chapter 5), and a name behind the noun that it goes with ("commander Revik Solm").
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from firsthand.sources.names import TITLES
from firsthand.sources.nouns import Noun, meaning, words
from firsthand.sources.tokens import (
    LONGEST,
    Token,
    behind_measure,
    is_body_word,
    is_known,
    is_role,
    may_head,
    tokens_of,
)

_PAST: Final = frozenset({"former", "ex", "late"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: its tokens, and which of them are its head.

    The core are the tokens before its complements, without its determiners (`first` to `end`);
    `head` is the first token of the head, a noun or a name (`is_name`), and `stop` the token
    after it. `noun` is the common noun right before a name, where there is one.
    """

    tokens: tuple[Token, ...]
    first: int
    end: int
    head: int
    stop: int
    is_name: bool
    noun: int | None = None

    @property
    def determiners(self) -> tuple[Token, ...]:
        return self.tokens[: self.first]

    @property
    def head_token(self) -> Token:
        """The last word of the head, which says what it is."""
        return self.tokens[self.stop - 1]

    @property
    def range(self) -> tuple[int, int]:
        return self.tokens[self.head].start, self.head_token.end


def phrase_of(text: str) -> Phrase | None:
    """The phrase that words begin with; None where there is no word at all."""
    return _phrase(text[:LONGEST])


@lru_cache(maxsize=4096)
def _phrase(text: str) -> Phrase | None:
    tokens = tokens_of(text)
    first = _start(tokens)
    if first == len(tokens):
        return None
    end = _core_end(tokens, first)
    if end == first:
        return Phrase(tokens, first, first + 1, first, first + 1, tokens[first].capital)
    return _headed(tokens, first, end)


def _start(tokens: tuple[Token, ...]) -> int:
    """The first token behind opening signs and determiners; a determiner may stand alone."""
    at = next((i for i, t in enumerate(tokens) if t.is_word), len(tokens))
    at = after = behind_measure(tokens, at)
    while after < len(tokens) and tokens[after].small in words("determiners"):
        after += 1
    alone = after == len(tokens) or not tokens[after].is_word or _bounds(tokens, after)
    return max(at, after - 1) if alone and after > at else after


def _bounds(tokens: tuple[Token, ...], at: int) -> bool:
    token = tokens[at]
    return (not token.is_word and token.text != "&") or token.small in words("boundaries")


def _core_end(tokens: tuple[Token, ...], first: int) -> int:
    """Where the core ends: at a complement, a sign, or a participle behind its noun."""
    at = first
    while at < len(tokens):
        if _bounds(tokens, at) and not (at > first and _within_name(tokens, at)):
            break
        if at > first and _goes_on(tokens[at - 1], tokens[at]):
            break
        at += 1
    return at


def _within_name(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether "of" or "for" joins the parts of a body's name ("Ministry of Defence")."""
    if tokens[at].text not in ("of", "for", "Without") or at + 1 >= len(tokens):
        return False
    before, after = tokens[at - 1], tokens[at + 1]
    if _of_office(tokens, at) or (tokens[at].capital and before.capital):
        return True
    return before.capital and not before.owns and after.capital and is_body_word(before)


def _of_office(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether "of" joins a title and its office: "Secretary of State"."""
    office = at > 0 and tokens[at].text == "of" and tokens[at - 1].small in TITLES
    return office and any(t.small in words("offices_of") for t in tokens[at + 1 : at + 2])


def _goes_on(noun: Token, token: Token) -> bool:
    """Whether what follows a noun says more of it: "detained in", "issued by", "himself"."""
    if token.capital:
        return False
    if token.small in words("after_noun"):
        return True
    if not is_known(noun) or is_known(token):
        return False
    return token.small.endswith(("ed", "ing")) or token.small in words("participles")


def _headed(tokens: tuple[Token, ...], first: int, end: int) -> Phrase:
    """The phrase with its head: the last noun, or the name at the end of the core."""
    last = end - 1
    if last - 1 > first and _of_office(tokens, last - 1):
        last -= 2
    while last > first and not may_head(tokens[last], tokens[first:last]):
        last -= 1
    head = _name_start(tokens, first, last)
    if head is None or _is_common(tokens, first, head, last):
        return Phrase(tokens, first, end, last, last + 1, is_name=False)
    led = head > first and not tokens[head - 1].owns and tokens[head - 1].small not in _PAST
    noun = head - 1 if led else None
    name = _after_role(tokens, head, last)
    if name > head and is_role(tokens[name - 1]) and tokens[name - 1].small not in TITLES:
        noun = name - 1
    return Phrase(tokens, first, end, name, last + 1, True, noun)


def _name_start(tokens: tuple[Token, ...], first: int, last: int) -> int | None:
    """Where the words with capitals begin that end at `last`; None where it is no such word."""
    at = last
    while at >= first and _in_name(tokens, at, at == last):
        at -= 1
    at += 1
    while at <= last and (not tokens[at].capital or (tokens[at].small in _PAST and at < last)):
        at += 1
    return at if at <= last else None


def _in_name(tokens: tuple[Token, ...], at: int, is_last: bool) -> bool:
    token = tokens[at]
    if token.owns and not is_last:
        return False
    joins = token.small in words("particles") or token.text in ("of", "for", "&")
    return token.capital or token.text[0].isdigit() or (joins and not is_last)


def _is_common(tokens: tuple[Token, ...], first: int, head: int, last: int) -> bool:
    """Whether one word has its capital only because a sentence or a headline begins with it."""
    if head != last or first != last:
        return False
    found = meaning(tokens[last].small)
    pronouns = words("pronoun_one") | words("pronoun_many") | words("pronoun_thing")
    if tokens[last].small in pronouns:
        return len(tokens[last].text) == 1 or not tokens[last].text.isupper()
    if found is None or not found.listed or tokens[0] is not tokens[last]:
        return False
    return found.plural or found.noun in (Noun.ORGANISATION, Noun.KIN)


def _after_role(tokens: tuple[Token, ...], head: int, last: int) -> int:
    """Where the name itself begins, behind a role with a capital: "Culture Minister Ada Lem"."""
    start = head
    for at in range(head, last):
        if is_role(tokens[at]) and not is_body_word(tokens[last]) and not tokens[at].owns:
            start = _first_title(tokens, head, at) if tokens[at].small in TITLES else at + 1
            start = at + 3 if _of_office(tokens, at + 1) and at + 3 <= last else start
    return start


def _first_title(tokens: tuple[Token, ...], head: int, at: int) -> int:
    while at > head and tokens[at - 1].small in TITLES:
        at -= 1
    return at
