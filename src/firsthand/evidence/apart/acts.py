"""Words for acts and conditions that bear on somebody, and how surely a sentence tells of one.

The acts follow the violations of the HURIDOCS and OHCHR vocabularies (killing, ill-treatment,
detention, coercion, displacement, exploitation) with the wrongs that news reports beside them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise, takewhile

from firsthand.evidence.language.prose import listed, phrases

# Estimates, made while these rules were written; too few labelled sentences to measure them by.
GRAVE = 0.9
OTHER = 0.8
DEED = 0.6
_NAME = re.compile(r"[\w,;’'”)]\s+[A-Z][^\W\d_]|\A[A-Z][\w.’-]+\s+[A-Z]")
_PEOPLE = ("ers", "ors", "ees", "ists", "men")
_SHORT = 4
_AUXILIARIES = frozenset(
    "is are was were been being be get gets got has have had isn't aren't wasn't weren't".split()
)
_ARTICLES = frozenset({"a", "the", "this", "that", "such", "of", "its", "their", "his", "her"})
# Behind these no object of the verb follows any more.
_ENDS = frozenset("of from in on at by for with to as and off up out away when that after".split())
_VOWELS = "aeiou"


def bearing(sentence: str, words: Sequence[str], is_told: bool = True) -> float:
    """How surely a sentence tells of an act or condition that bears on somebody; 0 if not.

    `words` are those of the sentence in order, in small letters unless they are names. Where
    `is_told` is false, only an act counts, and no condition.
    """
    if is_grave(words) or any(_does(words, "grave")):
        return GRAVE
    people = _is_of_people(words) or _NAME.search(sentence)
    if people and (_tells(words) or _phrased().search(sentence)):
        return OTHER
    if not is_told:
        return 0.0
    if people and _is_condition(words):
        return OTHER
    return DEED if _is_deed(words) else 0.0


def is_grave(words: Sequence[str]) -> bool:
    """Whether harm to the body, detention or death is told, by a past or -ing form.

    An -ing form that opens the sentence or follows an article is a noun: "the killing of men".
    """
    grave = _forms("grave")
    return any(
        word in grave and not (word.endswith("ing") and (not at or words[at - 1] in _ARTICLES))
        for at, word in enumerate(words)
    )


def is_finite(words: Sequence[str]) -> bool:
    """Whether words tell of what was done, as a passive or as an act of those with force."""
    return (
        _has(words, _AUXILIARIES)
        or _has(words, listed("voice", "forces"))
        or any(w in _forms("grave") and _is_name(words[i + 1 : i + 3]) for i, w in enumerate(words))
    )


def _has(words: Sequence[str], some: frozenset[str]) -> bool:
    return not some.isdisjoint(words)


def _is_of_people(words: Sequence[str]) -> bool:
    """Whether a word stands for people: one of the list, or a plural like "rowers"."""
    things = listed("voice", "things")
    return any(
        w in listed("voice", "people")
        or (len(w) > _SHORT and w.endswith(_PEOPLE) and w not in things)
        for w in (word.removesuffix("'s").removesuffix("'") for word in words)
    )


def _is_clause(words: Sequence[str]) -> bool:
    """Whether there is a verb that makes nouns a sentence."""
    return _has(words, listed("voice", "verbal")) or any(w.endswith("ed") for w in words)


def _is_condition(words: Sequence[str]) -> bool:
    """A state somebody is in, or a noun like "torture" that is done, faced or undergone."""
    if not _is_clause(words):
        return False
    found, topical = listed("voice", "conditions"), listed("voice", "topical")
    near = [words[max(0, i - 5) : i] for i, word in enumerate(words) if word in found]
    undergone = listed("voice", "undergoing")
    states = listed("voice", "states")
    return any(
        word in states and words[at - 1] not in _ARTICLES for at, word in enumerate(words) if at
    ) or any(topical.isdisjoint(before[-3:]) and _has(before, undergone) for before in near)


def _tells(words: Sequence[str]) -> bool:
    """A verb of force with somebody who bears it, or any deed of those who have force."""
    return (
        _has(words, _forms("undergone"))
        or any(_does(words, "other"))
        or any(_bears(words, i) for i in _places(words, _forms("other")))
        or any(_forces(words, i) for i in _places(words, listed("voice", "forces")))
    )


def _places(words: Sequence[str], some: frozenset[str]) -> list[int]:
    return [i for i, word in enumerate(words) if word in some]


def _does(words: Sequence[str], name: str) -> Iterator[bool]:
    """A present form between who does it and who bears it: "guards search him"."""
    present, who = _present(name), listed("voice", "people") | {"who", "will"}
    for at, (before, word) in enumerate(pairwise(words), 1):
        if word in present:
            habit = before == "to" and words[at - 2].startswith("continu")
            yield (before in who or before.endswith(_PEOPLE) or habit) and _reaches(words, at)


def _bears(words: Sequence[str], at: int) -> bool:
    """Whether a form is passive, or somebody stands close behind it or does it by force."""
    before = words[max(0, at - 3) : at]
    passive = not words[at].endswith("ing") and _has(before, _AUXILIARIES)
    return passive or _has(before, listed("voice", "forces")) or _reaches(words, at)


def _reaches(words: Sequence[str], at: int) -> bool:
    """Whether somebody, or what is somebody's, stands close behind a verb."""
    behind = list(takewhile(lambda w: w not in _ENDS, words[at + 1 : at + 5]))
    return _is_of_people(behind) or _is_name(behind)


def _is_name(words: Sequence[str]) -> bool:
    return any(w[0].isupper() and w != "May" for w in words)


def _forces(words: Sequence[str], at: int) -> bool:
    """Whether those with force did something to somebody: "soldiers emptied her shop"."""
    for place in range(at + 1, min(at + 5, len(words))):
        word = words[place]
        if word in listed("voice", "forces") or word in {"who", "to", "by", "of", "in"}:
            return False
        if word.endswith("ed") or word in listed("voice", "irregular"):
            return word not in listed("voice", "harmless") and _reaches(words, place)
    return False


def _is_deed(words: Sequence[str]) -> bool:
    """Whether somebody did something to or with somebody else: "Lem brought his son with him"."""
    at = next((i for i, w in enumerate(words) if w in listed("voice", "deeds")), 0)
    before = words[max(0, at - 3) : at]
    done_by = _has(before, listed("voice", "people")) or any(w[0].isupper() for w in before)
    behind = words[at + 1 : at + 3]
    return done_by and (_has(behind, listed("voice", "people")) or _is_name(behind))


@cache
def _phrased() -> re.Pattern[str]:
    return phrases("voice", "phrased", "forceful")


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
