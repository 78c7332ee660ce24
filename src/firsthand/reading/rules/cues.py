"""Reporting verbs and nouns: their forms, and the shapes in which each takes content.

The list is ``cues.toml``; it says how it was made. It is read once, on first use.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from firsthand.lists import word_lists_in


class Form(StrEnum):
    """Which form of its verb a word is."""

    BASE = "base"
    THIRD = "third"
    PAST = "past"
    PARTICIPLE = "participle"
    ING = "ing"


@dataclass(frozen=True, slots=True)
class Cue:
    """A form of a reporting verb, and the frames in which the verb takes content."""

    lemma: str
    forms: frozenset[Form]
    frames: frozenset[str]


@dataclass(frozen=True, slots=True)
class CueList:
    """All cues by the word: verbs, and nouns that take "that"."""

    verbs: dict[str, Cue]
    nouns: frozenset[str]
    recipients: frozenset[str]
    speech: frozenset[str]
    speakers: frozenset[str]


_LISTS = ("nouns", "recipients", "speech", "speakers")


@cache
def cue_list() -> CueList:
    """The cues, read from the package once."""
    raw = word_lists_in("firsthand.reading.rules", "cues.toml")
    verbs: dict[str, Cue] = {}
    for lemma, frames in raw["verbs"].items():
        _add(verbs, lemma, frozenset(frames.split()), raw["irregular"].get(lemma, "").split())
    return CueList(verbs, *(frozenset(raw[name].split()) for name in _LISTS))


def _add(verbs: dict[str, Cue], lemma: str, frames: frozenset[str], irregular: list[str]) -> None:
    """Enter all forms of a verb; forms that look alike share one entry."""
    past, participle = (irregular * 2)[:2] if irregular else (_past(lemma), _past(lemma))
    forms = [
        (lemma, Form.BASE),
        (_third(lemma), Form.THIRD),
        (past, Form.PAST),
        (participle, Form.PARTICIPLE),
        (_ing(lemma), Form.ING),
    ]
    for word in {w for w, _ in forms}:
        verbs[word] = Cue(lemma, frozenset(f for w, f in forms if w == word), frames)


def _third(lemma: str) -> str:
    if lemma.endswith(("s", "sh", "ch", "x", "z", "o")):
        return lemma + "es"
    return lemma[:-1] + "ies" if _consonant_y(lemma) else lemma + "s"


def _past(lemma: str) -> str:
    if lemma.endswith("e"):
        return lemma + "d"
    return lemma[:-1] + "ied" if _consonant_y(lemma) else _doubled(lemma) + "ed"


def _ing(lemma: str) -> str:
    if lemma.endswith("e") and not lemma.endswith(("ee", "oe")):
        return lemma[:-1] + "ing"
    return _doubled(lemma) + "ing"


def _consonant_y(lemma: str) -> bool:
    return lemma.endswith("y") and lemma[-2:-1] not in "aeiou"


def _doubled(lemma: str) -> str:
    """Short verbs and those stressed on the last syllable double their last letter."""
    if lemma in {
        "admit",
        "permit",
        "refer",
        "prefer",
        "infer",
        "slam",
        "rebut",
        "quip",
        "pan",
        "rap",
        "plan",
        "tap",
        "dub",
        "blog",
    }:
        return lemma + lemma[-1]
    return lemma
