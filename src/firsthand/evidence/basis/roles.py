"""The role words of `words/connection.toml`, and looking for them in a few words quickly."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any

from firsthand.lists import word_lists_in

WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


def _raw() -> dict[str, Any]:
    return word_lists_in("firsthand.evidence", "words/connection.toml")


@cache
def role_words(name: str) -> frozenset[str]:
    """A list by its name; "_" stands for a space."""
    return frozenset(w.replace("_", " ") for w in str(_raw()[name]).split())


@cache
def _phrases(name: str) -> frozenset[str]:
    return frozenset(w for w in role_words(name) if " " in w)


@cache
def role_pattern(name: str) -> re.Pattern[str]:
    """Any word of a list, as a whole word; with its capitals where the list is of names."""
    listed = sorted(role_words(name), key=len, reverse=True)
    named = any(w[0].isupper() for w in listed)
    kept, beside = ("", r"\w") if named else ("(?i)", r"[\w-]")
    either = "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in listed)
    return re.compile(rf"{kept}(?<!{beside})(?:{either})(?!{beside}|['’]s\b)")


@lru_cache(maxsize=4096)
def has_role(words: str, name: str) -> bool:
    """Whether some words have one of a list in small letters among them."""
    found = [w.lower() for w in WORD.findall(words)]
    if not role_words(name).isdisjoint(found):
        return True
    spaced = f" {' '.join(found)} "
    return any(f" {phrase} " in spaced for phrase in _phrases(name))
