"""Whether a name is of a person or of a body, by the words in it and the words before it."""

from __future__ import annotations

import re
from typing import Final

from firsthand.sources.names import TITLES
from firsthand.sources.nouns import PEOPLE, Noun, meaning, places, words
from firsthand.sources.phrase import Phrase
from firsthand.sources.source import SourceKind
from firsthand.sources.tokens import Token, is_body_word, is_place, is_role

_ACRONYM: Final = re.compile(r"[A-Z][A-Z0-9&-]{1,4}s?|(?:[A-Z]\.){2,5}[A-Z]?|[A-Z]+(?:/[A-Z]+)+")
_COUNTED: Final = frozenset("two three four five six seven eight nine ten twelve".split())
_BY_NOUN: Final = {
    Noun.PERSON: SourceKind.NAMED_PERSON,
    Noun.KIN: SourceKind.NAMED_PERSON,
    Noun.GROUP: SourceKind.GROUP,
    Noun.ORGANISATION: SourceKind.ORGANISATION,
    Noun.DOCUMENT: SourceKind.DOCUMENT,
}


def kind_of_name(phrase: Phrase, is_body: bool | None) -> SourceKind:
    """What a name names; `is_body` is a tagger's answer, None where there is none."""
    if role_alone(phrase) or _is_one_of_a_people(phrase):
        return SourceKind.UNNAMED_PERSON
    return (
        _by_words_before(phrase)
        or _by_number(phrase)
        or _by_tagger(phrase, is_body)
        or _by_words_within(phrase)
        or (SourceKind.ORGANISATION if _has_article(phrase) else SourceKind.NAMED_PERSON)
    )


def role_alone(phrase: Phrase) -> bool:
    """Whether an office stands with a capital for its holder: "the President", "Prime Minister"."""
    name = phrase.tokens[phrase.head : phrase.stop]
    if not name or not is_role(name[-1]) or _is_body(name[-1]):
        return False
    return _has_article(phrase) or (name[-1].small in TITLES and all(map(_of_office, name[:-1])))


def _is_one_of_a_people(phrase: Phrase) -> bool:
    """Whether "a" makes one unnamed person of a people's name: "a Syrian"."""
    one = any(t.small in ("a", "an", "another") for t in phrase.determiners)
    small = phrase.head_token.small
    return one and (is_demonym(small) or small in words("followers"))


def _of_office(token: Token) -> bool:
    return token.small in TITLES or is_body_word(token) or is_demonym(token.small)


def is_demonym(small: str) -> bool:
    """Whether a word says of which people somebody is: "Syrian"."""
    return small in places().demonyms


def _has_article(phrase: Phrase) -> bool:
    return any(t.small in ("the", "its", "a", "an") for t in phrase.determiners)


def _by_words_before(phrase: Phrase) -> SourceKind | None:
    """By a title ("Captain Solm") or a noun before the name ("the news site Seven Bells")."""
    name = phrase.tokens[phrase.head : phrase.stop]
    if len(name) > 1 and name[0].small in TITLES and not _is_body(name[-1]):
        return SourceKind.NAMED_PERSON
    found = meaning(phrase.tokens[phrase.noun].small) if phrase.noun is not None else None
    return _BY_NOUN[found.noun] if found is not None and found.listed else None


def _by_number(phrase: Phrase) -> SourceKind | None:
    """A paper has its number behind it: "Order 17", "Article 48"."""
    name = phrase.tokens[phrase.head : phrase.stop]
    numbered = len(name) > 1 and any(map(str.isdigit, name[-1].text))
    return SourceKind.DOCUMENT if numbered and _means(name[-2], Noun.DOCUMENT) else None


def _by_tagger(phrase: Phrase, is_body: bool | None) -> SourceKind | None:
    if is_body is None:
        return None
    last = phrase.head_token
    listed = _has_article(phrase) and (_is_body(last) or _is_followers(last))
    return None if listed else SourceKind.ORGANISATION if is_body else SourceKind.NAMED_PERSON


def _by_words_within(phrase: Phrase) -> SourceKind | None:
    name = phrase.tokens[phrase.head : phrase.stop]
    if _is_followers(name[-1]) or (_has_article(phrase) and _are_people(name[-1])):
        return SourceKind.GROUP
    if _is_paper(phrase, name):
        return SourceKind.DOCUMENT
    if _is_bodys(name) or is_place(" ".join(t.small for t in name)):
        return SourceKind.ORGANISATION
    return None


def _are_people(token: Token) -> bool:
    """Whether a plural names people by what they do: "the Officers"."""
    found = meaning(token.small)
    people = found is not None and found.noun in PEOPLE and found.plural and found.listed
    return people and token.small not in words("body_words")


def _is_followers(token: Token) -> bool:
    """Whether a plural names people by their country, party or faith: "Americans"."""
    single = token.small.removesuffix("s")
    followers = single in words("followers") or is_demonym(single)
    return followers and single != token.small and not token.owns


def _is_paper(phrase: Phrase, name: tuple[Token, ...]) -> bool:
    """Whether the name ends in a paper's noun and has what a person's name has not."""
    led = bool(phrase.determiners) or (phrase.head > 0 and phrase.tokens[phrase.head - 1].owns)
    paper = _means(name[-1], Noun.DOCUMENT) and name[-1].small not in words("body_words")
    return paper and (led or len(name) > 2)


def _is_bodys(name: tuple[Token, ...]) -> bool:
    if len(name) == 1:
        return bool(_ACRONYM.fullmatch(name[0].text)) or _is_body(name[0])
    counted = name[0].small in _COUNTED
    return counted or any(map(_is_body, name)) or bool(_ACRONYM.fullmatch(name[-1].text))


def _is_body(token: Token) -> bool:
    found = meaning(token.small)
    person = found is not None and found.noun in PEOPLE and found.listed
    return is_body_word(token) and not (person and token.small not in words("body_words"))


def _means(token: Token, noun: Noun) -> bool:
    found = meaning(token.small)
    return found is not None and found.noun is noun and found.listed
