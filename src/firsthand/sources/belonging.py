"""To which people, and to which body, a role before or behind its noun belongs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from firsthand.sources.apposition import profile_words
from firsthand.sources.kinds import kind_of
from firsthand.sources.nouns import Noun, meaning
from firsthand.sources.phrase import Phrase, phrase_of
from firsthand.sources.proper import is_demonym
from firsthand.sources.source import ProfileFact, ProfileField, SourceKind
from firsthand.sources.tokens import Token, is_body_word, is_place
from firsthand.text import Span

_ACRONYM: Final = re.compile(r"[A-Z][A-Z0-9&]{1,6}|(?:[A-Z]\.){2,5}[A-Z]?")
_ARTICLE: Final = re.compile(r"(?:the|an?)\s+", re.IGNORECASE)
_FURTHER: Final = re.compile(r"\s(?:in|on|at|and|for|from|with|who|since|until|near)\s|,")
_LEADS: Final = frozenset("of for at with from in".split())


def people_of(phrase: Phrase, at: int, head: int) -> int:
    """Behind which token the word for a people ends that starts at `at`; 0 where it is none.

    It is the person's only where no other noun comes between: the "French" of "French Foreign
    Ministry spokesman" is the ministry's.
    """
    tokens = phrase.tokens
    for end in (at + 2, at + 1):
        if end <= head and is_demonym(" ".join(t.small for t in tokens[at:end])):
            return end if _is_own(tokens[end:head], tokens[head], tokens[end - 1]) else 0
    return 0


def _is_own(between: tuple[Token, ...], head: Token, people: Token) -> bool:
    taught = head.small in profile_words("of_languages")
    plain = not any(t.capital or t.owns or _is_body_noun(t) for t in between)
    return plain and not people.owns and people.capital and not (taught and not between)


def _is_body_noun(token: Token) -> bool:
    found = meaning(token.small)
    return found is not None and found.listed and found.noun is Noun.ORGANISATION


def body_behind(text: str, span: Span) -> Iterator[ProfileFact]:
    """The body behind a name: "Ada Lem of the Harbour Guard"."""
    led = re.compile(r"\S+").match(text, span.start, span.end)
    rest = text[led.end() : span.end] if led else ""
    phrase = phrase_of(rest)
    if led and phrase and kind_of(rest) is SourceKind.ORGANISATION and not is_place(rest.strip()):
        start, end = (led.end() + at for at in (phrase.tokens[phrase.first].start, phrase.range[1]))
        yield ProfileFact(ProfileField.ORGANISATION, text[start:end], Span(start, end))


def bodies_of(text: str, phrase: Phrase, head: int, start: int) -> Iterator[ProfileFact]:
    """The body that somebody with this role speaks for or belongs to."""
    yield from _before(text, phrase, head, start)
    behind = phrase.tokens[head + 1 : head + 2]
    if not phrase.is_name and behind and behind[0].text in _LEADS:
        yield from _behind(text, behind[0].end, phrase.tokens[head])


def _behind(text: str, at: int, role: Token) -> Iterator[ProfileFact]:
    """The body behind a role: "spokesman for the ministry", "member of the night gang"."""
    further = _FURTHER.search(text, at + 1)
    start = at + len(text[at:]) - len(text[at:].lstrip())
    end = further.start() if further else len(text)
    article = _ARTICLE.match(text, start, end)
    start = article.end() if article else start
    words = text[start:end].rstrip()
    if words and not _is_territory(words) and _is_body(words, text[at:end].strip(), role):
        yield ProfileFact(ProfileField.ORGANISATION, words, Span(start, start + len(words)))


def _is_territory(words: str) -> bool:
    """Whether words name a place to live in rather than a body to belong to."""
    phrase = phrase_of(words)
    return (
        is_place(words) or phrase is None or phrase.head_token.small in profile_words("territory")
    )


def _is_body(words: str, led: str, role: Token) -> bool:
    if role.small.removesuffix("s") in profile_words("outsiders"):
        return False
    kind = kind_of(led)
    phrase = phrase_of(words)
    if kind is SourceKind.GROUP and phrase is not None and role.small.startswith("member"):
        found = meaning(phrase.head_token.small)
        return found is not None and found.noun is Noun.GROUP
    return kind is SourceKind.ORGANISATION


def _before(text: str, phrase: Phrase, head: int, start: int) -> Iterator[ProfileFact]:
    """The body before a role: "Guard commander", "campaign spokesman", "Alphabet CEO"."""
    run = [t for t in phrase.tokens[phrase.first : head] if t.start >= start]
    last = max((i + 1 for i, t in enumerate(run) if _ends_body(t)), default=0)
    capitals = (i for i in range(last) if run[i].capital)
    first = next(capitals, last - 1 if last and _speaks(phrase.tokens[head]) else last)
    if first < last:
        yield _body(text, run[first], run[last - 1])
    elif len(run) == 1 and run[0].capital and _is_companys(phrase.tokens[head]):
        yield _body(text, run[0], run[0])


def _body(text: str, first: Token, last: Token) -> ProfileFact:
    value = re.sub(r"['’]s?\Z", "", text[first.start : last.end])
    return ProfileFact(
        ProfileField.ORGANISATION, value, Span(first.start, first.start + len(value))
    )


def _ends_body(token: Token) -> bool:
    body = is_body_word(token) if token.capital else _is_body_noun(token)
    if is_place(token.text) or token.text == "press":
        return False
    return body or bool(_ACRONYM.fullmatch(token.text))


def _speaks(token: Token) -> bool:
    return token.small.removesuffix("s") in profile_words("spokespeople")


def _is_companys(token: Token) -> bool:
    return token.small in profile_words("of_companies")
