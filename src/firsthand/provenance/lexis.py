"""Words as wording looks at them: a number each, none for those without content.

Numbers are cut from BLAKE2, so that they are the same in every process and findings do not
depend on Python's own seed. Endings are cut off lightly ("barred", "barring", "bars" are one):
a full stemmer would be a dependency for a few words more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from hashlib import blake2b

from firsthand.lists import word_lists_in

WORD = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)*")
_KNOWN = 1 << 18
"""Words kept with their numbers, some 50 MB; a larger vocabulary is counted again."""
_ENDINGS = ("ings", "ing", "ies", "ied", "ed", "es", "s", "d")
_SHORTEST = 3
"""Letters that an ending leaves at least."""


def lists() -> dict[str, str]:
    """The word lists of wording."""
    return word_lists_in("firsthand.provenance", "words/wording.toml")


@cache
def _empty() -> frozenset[str]:
    return frozenset(lists()["empty"].split())


def number(words: str) -> int:
    """64 bits that stand for some words."""
    return int.from_bytes(blake2b(words.encode(), digest_size=8).digest(), "little")


@lru_cache(maxsize=_KNOWN)
def content(word: str) -> int:
    """The number of a word in small letters without its ending; 0 where it has no content."""
    plain = word.replace("’", "'").removesuffix("'s")
    return 0 if plain in _empty() or "'" in plain else number(stem(plain))


def stem(word: str) -> str:
    """A word without its ending: "carried" and "carries" are "carri", "barred" is "bar"."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return _single(word[: -len(ending)] + ("i" if ending in ("ies", "ied") else ""))
    return word[:-1] + "i" if word.endswith("y") and len(word) > _SHORTEST else _single(word)


def _single(word: str) -> str:
    """Without the second of two letters at the end, and without a mute "e"."""
    if len(word) > _SHORTEST and word[-1] == word[-2]:
        return word[:-1]
    return word[:-1] if len(word) > _SHORTEST and word[-1] == "e" else word


def words_in(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The words of a stretch, in order."""
    return WORD.finditer(text, start, end)
