"""The words of a noun phrase, one by one, and what each may be by the lists."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from firsthand.sources.names import TITLES
from firsthand.sources.nouns import Noun, is_person, meaning, places, words

_TOKEN: Final = re.compile(
    r"[A-Z][^\W\d_]{0,4}\.(?=\s*[A-Z])|[^\W_](?:[^\W_]|[.'’&/-](?=[^\W_]))*|[^\w\s.]|_"
)
_ARTICLED: Final = re.compile(r"[a-z]{2,3}-[A-Z]")
_OWNS: Final = ("'s", "’s")
LONGEST: Final = 400
"""Characters of a source span that are looked at; the head of a phrase comes early."""
_VERBS: Final = frozenset("became said says told has was is".split())
_BARE: Final = frozenset({"' ", "’ "})


@dataclass(frozen=True, slots=True)
class Token:
    """One word or sign, and where it stands in the words looked at.

    `small` is the word as the lists have it: in small letters, without the "'s" of an owner.
    """

    text: str
    small: str
    start: int
    end: int
    owns: bool

    @property
    def capital(self) -> bool:
        return self.text[0].isupper() or bool(_ARTICLED.match(self.text))

    @property
    def is_word(self) -> bool:
        return self.text[0].isalnum()


def tokens_of(text: str) -> tuple[Token, ...]:
    """The words and signs of a text, without full stops; an owner's "'" is part of its word."""
    found = [(m[0], m.start(), m.end()) for m in _TOKEN.finditer(text[:LONGEST])]
    return tuple(_token(text, *word) for word in found if word[0] not in ("'", "’"))


def _token(text: str, word: str, start: int, end: int) -> Token:
    owns = word.endswith(_OWNS)
    small = (word[:-2] if owns else word).lower().rstrip(".")
    bare = word[-1:] == "s" and text[end : end + 2] in _BARE
    return Token(word, small, start, end, owns or bare)


def is_number(token: Token) -> bool:
    """Whether a word counts: "20", "two", "dozens"."""
    counts = token.small in words("indefinite") and token.small not in ("a", "an", "another")
    return token.text.isdigit() or counts


def behind_measure(tokens: tuple[Token, ...], at: int) -> int:
    """The number behind "at least", "about", "more than", where one stands there."""
    after = at
    while after < len(tokens) and tokens[after].small in words("roughly"):
        after += 1
    number = after < len(tokens) and is_number(tokens[after])
    return after if number else at


def is_body_word(token: Token) -> bool:
    """Whether a word with a capital is one that bodies have in their names."""
    found = meaning(token.small)
    listed = found is not None and found.noun is Noun.ORGANISATION and found.listed
    return listed or token.small in words("body_words") or token.small in words("bodies")


def is_known(token: Token) -> bool:
    """Whether the lists, and not its ending alone, say what a noun names."""
    found = meaning(token.small)
    return found is not None and found.listed


def may_head(token: Token, before: tuple[Token, ...]) -> bool:
    """A verb or adverb that is left over behind a name heads nothing."""
    if token.capital or meaning(token.small) or token.text[0].isdigit() or not before[-1].capital:
        return True
    return not token.small.endswith(("ed", "ly")) and token.small not in _VERBS


def is_role(token: Token) -> bool:
    """Whether a word goes before a person's name: "Captain", "Judge", "commander"."""
    titled = token.small in TITLES and token.small not in ("the", "of", "st", "former", "ex")
    found = meaning(token.small)
    return titled or (is_person(token.small) and found is not None and not found.plural)


def is_place(name: str) -> bool:
    """Whether words are the name of a state or of its seat of government."""
    return name.lower() in places().names
