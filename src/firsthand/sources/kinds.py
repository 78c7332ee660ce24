"""What a source is, by the words that name it: the noun that heads them decides.

A noun that says what is named ("the news site Seven Bells", "commander Ada Lem") counts first.
Then what a trained tagger says of the name, where it is known; then how names are written.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from firsthand.sources.brought_in import is_indefinite as is_indefinite
from firsthand.sources.brought_in import sets_apart as sets_apart
from firsthand.sources.common import kind_of_noun
from firsthand.sources.nouns import Noun, is_in, meaning
from firsthand.sources.phrase import Phrase, phrase_of
from firsthand.sources.proper import kind_of_name, role_alone
from firsthand.sources.source import SourceKind
from firsthand.sources.tokens import LONGEST

_CHANGED: Final = re.compile(r"\bnot (?:his|her|their) real name|\bpseudonym\b|\bname changed\b")
_CITED: Final = re.compile(r"[“\"«][^“”\"«»]{6,}[”\"»],? .*\d{4}")
"""A title in quotation marks with a year behind it: a note that cites what was published."""
_BODIES: Final = frozenset({SourceKind.ORGANISATION, SourceKind.DOCUMENT})


def kind_of(words: str, *, is_name: bool | None = None, is_body: bool | None = None) -> SourceKind:
    """What the words of a source name.

    `is_name` and `is_body` are a tagger's, where known: whether the words hold a name, and
    whether that name is of a body rather than of a person.
    """
    kind = _kind(words[:LONGEST], is_name, is_body)
    if kind is not SourceKind.NAMED_PERSON:
        return kind
    if _CITED.search(words[:LONGEST]):
        return SourceKind.DOCUMENT
    return SourceKind.UNNAMED_PERSON if _CHANGED.search(words) else kind


def head_of(words: str) -> tuple[int, int]:
    """Where the head noun, or the name, stands within the words; all of them, if nowhere."""
    phrase = phrase_of(words)
    if phrase is None:
        return 0, len(words)
    if rest := _goes_on(words, phrase):
        start, end = head_of(words[rest:])
        return start + rest, end + rest
    kind = _of_head(words, phrase, None, None)
    named = _name_behind(words, phrase) if kind is SourceKind.UNNAMED_PERSON else None
    return named or phrase.range


@lru_cache(maxsize=4096)
def _kind(text: str, is_name: bool | None, is_body: bool | None) -> SourceKind:
    phrase = phrase_of(text)
    if phrase is None:
        return SourceKind.ORGANISATION if is_body else SourceKind.UNNAMED_PERSON
    kind = _of_head(text, phrase, is_name, is_body)
    if kind is SourceKind.UNNAMED_PERSON and _name_behind(text, phrase):
        kind = SourceKind.NAMED_PERSON
    return _joined(text, phrase, kind, is_name, is_body)


def _of_head(text: str, phrase: Phrase, is_name: bool | None, is_body: bool | None) -> SourceKind:
    if phrase.is_name and is_name is not False:
        return kind_of_name(phrase, is_body)
    return _of_count(text, phrase) or kind_of_noun(phrase, is_body)


def _of_count(text: str, phrase: Phrase) -> SourceKind | None:
    """By what is counted: "one of them", "dozens of villagers", "a group of women"."""
    at = behind = _count(phrase)
    while behind:
        following = phrase_of(text[at:])
        behind = _count(following) if following else 0
        at += behind
    if not at:
        return None
    rest = _kind(text[at:], None, None)
    if rest in _BODIES:
        return rest
    one = phrase.head_token.small in ("one", "each", "either", "neither", "another")
    return SourceKind.UNNAMED_PERSON if one else SourceKind.GROUP


def _count(phrase: Phrase) -> int:
    """Behind which character the words stand that a number or a quantity counts; 0 if none."""
    small, of = phrase.head_token.small, phrase.tokens[phrase.stop : phrase.stop + 1]
    counts = bool(of) and of[0].text == "of" and (small == "one" or is_in(small, "quantities"))
    return of[0].end if counts else 0


def _name_behind(text: str, phrase: Phrase) -> tuple[int, int] | None:
    """Where a person's name stands that a description leads to: "a cook, Nela"."""
    for at, token in enumerate(phrase.tokens[phrase.stop :], phrase.stop):
        if token.text == ",":
            found = phrase_of(text[token.end :])
            if found and _is_persons(found, after=phrase.tokens[at - 1].capital):
                start, end = found.range
                return start + token.end, end + token.end
    return None


def _is_persons(phrase: Phrase, *, after: bool) -> bool:
    """Whether a phrase is but a person's name; after a name, one word may be a place."""
    if not phrase.is_name or phrase.determiners or role_alone(phrase):
        return False
    if after and phrase.stop - phrase.head < 2:
        return False
    return kind_of_name(phrase, None) is SourceKind.NAMED_PERSON


def _goes_on(text: str, phrase: Phrase) -> int:
    """Where the phrase goes on behind an "and" between adjectives ("health and safety officials").

    0 where it does not.
    """
    found = meaning(phrase.head_token.small)
    joint = phrase.tokens[phrase.end : phrase.end + 1]
    if phrase.is_name or (found and found.listed) or not joint or joint[0].small != "and":
        return 0
    rest = phrase_of(text[joint[0].end :])
    return joint[0].end if rest and not rest.determiners else 0


def _joined(
    text: str, phrase: Phrase, kind: SourceKind, is_name: bool | None, is_body: bool | None
) -> SourceKind:
    """What two are together, where "and" joins them: two bodies are bodies, two people a group."""
    joint = phrase.tokens[phrase.end : phrase.end + 1]
    if joint and joint[0].text == "," and _is_list(text, phrase, kind):
        return SourceKind.GROUP
    if not joint or not is_in(joint[0].small, "joins"):
        return kind
    rest = phrase_of(text[joint[0].end :])
    if rest is None or _one_of_two_trades(phrase, rest):
        return kind
    other = _kind(text[joint[0].end :], is_name, is_body)
    if _goes_on(text, phrase):
        return other
    return kind if kind in _BODIES and other in _BODIES else SourceKind.GROUP


def _is_list(text: str, phrase: Phrase, kind: SourceKind) -> bool:
    """Whether persons' names follow each other: "Ada Lem, Bo Roe and Cy Ash"."""
    if kind is not SourceKind.NAMED_PERSON or not phrase.is_name:
        return False
    rest = text[phrase.tokens[phrase.end].end :]
    second = phrase_of(rest)
    if second is None or not _is_persons(second, after=True):
        return False
    joint = second.tokens[second.end : second.end + 1]
    follows = bool(joint) and (joint[0].text == "," or is_in(joint[0].small, "joins"))
    return follows and any(is_in(t.small, "joins") for t in second.tokens[second.end :])


def _one_of_two_trades(phrase: Phrase, rest: Phrase) -> bool:
    """Whether "and" joins what one person is: "a teacher and activist"."""
    return (
        bool(phrase.determiners)
        and not rest.determiners
        and all(_is_trade(p) for p in (phrase, rest))
    )


def _is_trade(phrase: Phrase) -> bool:
    found = meaning(phrase.head_token.small)
    return found is not None and found.noun is Noun.PERSON and not found.plural
