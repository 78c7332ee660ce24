"""Words of names without the accidents of spelling: transliterations of one name come out alike.

A light folding of our own (no library knows where the words come from). It takes away what
transcribers of Arabic, Slavic, Korean and German names do differently, and no more: two names
that come out alike are still held to be one only with something else in common.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any, Final

from rapidfuzz.distance import Levenshtein

from firsthand.lists import word_lists_in

_LETTERS: Final = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ı": "i", "ß": "ss", "æ": "e", "œ": "e", "þ": "th", "ð": "d"}
)
_RULES: Final = tuple(
    (re.compile(pattern), by)
    for pattern, by in (
        ("tsch|tch|cz", "ch"),
        ("sch|sh", "s"),
        ("zh", "z"),
        ("ph", "f"),
        ("gh", "g"),
        ("[kc]h(?=[^aeiouy])|kh|ck|q", "k"),
        ("c(?![eiyh])", "k"),
        ("ch", "c"),
        ("x", "ks"),
        ("w", "v"),
        ("eo|ou|oo|ue", "u"),
        ("oe", "o"),
        ("ae", "a"),
        ("i[iy]|ij|ee|ie|ei|ey|y|j(?![aeiou])", "i"),
        (r"(.)\1+", r"\1"),
        ("^h(?=[^aeiouy])|(?<=.)h$", ""),
    )
)
_LONG: Final = 6
_OF_LONG: Final = str.maketrans("oe", "ua")
_VOWELS: Final = "aeiouy"
_SOUNDS: Final = str.maketrans("bpfvgkqcdtzjslr", "bbbbgggcddsssll")
_INITIALS: Final = "jyi jzgc zsc ckqg khxg wvu vbfp td tc sx".split()
_SILENT: Final = re.compile(rf"[{_VOWELS}h]")


def _lists() -> dict[str, Any]:
    return word_lists_in("firsthand.provenance", "words/names.toml")


@cache
def _spellings() -> dict[str, str]:
    rows = [row.split() for row in _lists()["spellings"]]
    return {word: row[0] for row in rows for word in row}


@lru_cache(maxsize=65536)
def folded(word: str) -> str:
    """A small-letter word without accents, folded; of long words vowels fall together too."""
    folding = _spellings().get(word, word).translate(_LETTERS)
    for pattern, by in _RULES:
        folding = pattern.sub(by, folding)
    return folding.translate(_OF_LONG) if len(folding) >= _LONG else folding


@cache
def _common() -> frozenset[str]:
    return frozenset(folded(word) for word in _lists()["common"].split())


def is_common(word: str) -> bool:
    """Whether many people bear this name; the word is folded."""
    return word in _common()


@lru_cache(maxsize=65536)
def sound(word: str) -> str:
    """What hardly any transcription changes: the first sound, and the kinds of consonants."""
    first = "a" if word[0] in _VOWELS else word[0]
    heard = _SILENT.sub("", first.translate(_SOUNDS) + "|" + word[1:].translate(_SOUNDS))
    return re.sub(r"(.)\1+", r"\1", ("a" if first == "a" else "") + heard)


def may_begin(initial: str, word: str) -> bool:
    """Whether an initial may be a word's, by the letters that transcribers write for each other."""
    first = word[0]
    if initial == first or (initial in _VOWELS and first in _VOWELS):
        return True
    return any(initial in row and first in row for row in _INITIALS)


def is_near(one: str, other: str) -> bool:
    """Whether two folded words may be one word: misspelt, heard otherwise, or a short form."""
    short, long = sorted((w.translate(_OF_LONG) for w in (one, other)), key=len)
    return is_misspelt(one, other) or (len(short) >= 3 and long.startswith(short))


def is_misspelt(one: str, other: str) -> bool:
    """Whether two folded words may be one word in two spellings."""
    short, long = sorted((w.translate(_OF_LONG) for w in (one, other)), key=len)
    if short == long or (len(short) >= 3 and sound(short) == sound(long)):
        return True
    allowed = 0 if len(short) < 4 else 1 if len(long) < 8 else 2
    return len(long) - len(short) <= allowed and Levenshtein.distance(short, long) <= allowed
