"""Closed word classes, and what the rules ask of a single word.

There is no tagger: a phrase ends where a word stands that cannot belong to it. The lists are in
``words.toml``, read once, on first use.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache

from firsthand.lists import word_lists_in


@dataclass(frozen=True, slots=True)
class WordLists:
    """The closed classes of ``words.toml``, by their names there."""

    auxiliaries: frozenset[str]
    modals: frozenset[str]
    adverbs: frozenset[str]
    boundaries: frozenset[str]
    prepositions: frozenset[str]
    relatives: frozenset[str]
    pronouns: frozenset[str]
    determiners: frozenset[str]
    weekdays: frozenset[str]
    finite: frozenset[str]
    not_verbs: frozenset[str]
    opens_modifier: frozenset[str]
    opens_adverbial: frozenset[str]
    ends_phrase: frozenset[str]


@cache
def word_lists() -> WordLists:
    """The lists, read from the package once."""
    raw = word_lists_in("firsthand.reading.rules", "words.toml")
    return WordLists(**{f.name: frozenset(raw[f.name].split()) for f in fields(WordLists)})


def is_auxiliary(word: str) -> bool:
    """Whether it can stand between a subject and its verb as part of the verb."""
    return word in word_lists().auxiliaries or word in word_lists().modals


def is_adverb(word: str) -> bool:
    """Whether it is a common adverb, or looks like one."""
    return word in word_lists().adverbs or (len(word) > 4 and word.endswith("ly"))


def is_participle(word: str) -> bool:
    """Whether it looks like a verb's -ing form."""
    return len(word) > 4 and word.endswith("ing") and word not in word_lists().not_verbs


# A pronoun with its shortened verb: "there's", "they've".
_SHORTENED = frozenset(
    f"{pronoun}'{verb}"
    for pronouns, verbs in (
        ("there it he she that what who", "s"),
        ("i we you they he she it", "ll d ve re m"),
    )
    for pronoun in pronouns.split()
    for verb in verbs.split()
)


@cache
def _past(word: str) -> bool:
    return len(word) > 3 and word.endswith("ed") and word not in word_lists().not_verbs


def is_finite(word: str) -> bool:
    """Whether it can be the verb of a clause: an auxiliary, a listed form, or one in -ed."""
    return is_auxiliary(word) or word in word_lists().finite or _past(word) or word in _SHORTENED
