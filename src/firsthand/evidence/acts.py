"""Words for acts and conditions that bear on somebody, and how surely a sentence tells of one.

The acts follow the violations of the HURIDOCS and OHCHR vocabularies (killing, ill-treatment,
detention, coercion, displacement, exploitation) with the wrongs that news reports beside them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from firsthand.evidence.prose import listed, phrases

# Estimates, made while these rules were written; too few labelled sentences to measure them by.
GRAVE = 0.9
OTHER = 0.8
DEED = 0.6
_NAME = re.compile(r"[\w,;’'”)]\s+[A-Z][^\W\d_]|\A[A-Z][\w.’-]+\s+[A-Z]")
_PEOPLE = ("ers", "ors", "ees", "ists", "men")
_SHORT = 4
_VOWELS = "aeiou"


def bearing(sentence: str, words: Sequence[str]) -> float:
    """How surely a sentence tells of an act or condition that bears on somebody; 0 if not.

    `words` are those of the sentence in order, in small letters unless they are names.
    """
    if is_grave(words) or (_has(words, _present("grave")) and _is_clause(words)):
        return GRAVE
    people = _is_of_people(words) or _NAME.search(sentence)
    condition = _has(words, listed("voice", "conditions")) and _is_clause(words)
    if people and (condition or _tells(words) or _phrased().search(sentence)):
        return OTHER
    return DEED if _is_deed(words) else 0.0


def is_grave(words: Sequence[str]) -> bool:
    """Whether harm to the body, detention or death is told, by a past or -ing form."""
    return _has(words, _forms("grave"))


def _has(words: Sequence[str], some: frozenset[str]) -> bool:
    return not some.isdisjoint(words)


def _is_of_people(words: Sequence[str]) -> bool:
    """Whether a word stands for people: one of the list, or a plural like "rowers"."""
    things = listed("voice", "things")
    return _has(words, listed("voice", "people")) or any(
        len(w) > _SHORT and w.endswith(_PEOPLE) and w not in things for w in words
    )


def _is_clause(words: Sequence[str]) -> bool:
    """Whether there is a verb that makes nouns a sentence."""
    return _has(words, listed("voice", "verbal")) or any(w.endswith("ed") for w in words)


def _tells(words: Sequence[str]) -> bool:
    """A past or -ing form, or a present one right behind who does it: "guards search"."""
    if _has(words, _forms("other")):
        return True
    present, who = _present("other"), listed("voice", "people") | {"to", "who", "and"}
    return any(word in present and before in who for before, word in pairwise(words))


def _is_deed(words: Sequence[str]) -> bool:
    """Whether somebody did something to or with somebody else: "Lem brought his son with him"."""
    at = next((i for i, w in enumerate(words) if w in listed("voice", "deeds")), 0)
    if not at:
        return False
    people, before, behind = listed("voice", "people"), words[:at], words[at + 1 :]
    done_by = _has(before, people) or any(w[0].isupper() for w in before)
    return done_by and (
        _has(behind, people) or any(w[0].isupper() and w != "May" for w in behind[:2])
    )


@cache
def _phrased() -> re.Pattern[str]:
    return phrases("voice", "phrased")


@cache
def _forms(name: str) -> frozenset[str]:
    """The past and -ing forms of a list of verbs."""
    return frozenset(form for entry in listed("voice", name) for form in _inflected(entry))


@cache
def _present(name: str) -> frozenset[str]:
    bases = [entry.split("/")[0].rstrip(":") for entry in listed("voice", name)]
    return frozenset(form for base in bases for form in (base, _third(base)))


def _inflected(entry: str) -> Iterator[str]:
    """Past and -ing forms of a verb: "stab:" doubles its letter, "/" adds forms."""
    lemma, *irregular = entry.split("/")
    stem = lemma[:-1] + lemma[-2] if lemma.endswith(":") else lemma
    yield from irregular or [_past(stem)]
    yield _ing(stem)


def _third(base: str) -> str:
    if base.endswith(("s", "sh", "ch", "x", "z", "o")):
        return base + "es"
    return base[:-1] + "ies" if _ends_in_y(base) else base + "s"


def _past(stem: str) -> str:
    if stem.endswith("e"):
        return stem + "d"
    return stem[:-1] + "ied" if _ends_in_y(stem) else stem + "ed"


def _ing(stem: str) -> str:
    return (stem[:-1] if stem.endswith("e") and not stem.endswith("ee") else stem) + "ing"


def _ends_in_y(word: str) -> bool:
    return word.endswith("y") and word[-2:-1] not in _VOWELS
