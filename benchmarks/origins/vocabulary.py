"""The word lists beside the code, with their types."""

from __future__ import annotations

from functools import cache
from typing import cast

from firsthand.lists import word_lists_in

_PACKAGE = "benchmarks.origins"


@cache
def words(table: str, key: str) -> tuple[str, ...]:
    """One list of words.toml."""
    return tuple(cast(list[str], word_lists_in(_PACKAGE, "words.toml")[table][key]))


@cache
def more(key: str) -> tuple[str, ...]:
    """One of the lists that any account draws on, whatever the act."""
    return tuple(cast(list[str], word_lists_in(_PACKAGE, "sayings.toml")["more"][key]))


@cache
def ways(table: str, key: str) -> tuple[tuple[str, ...], ...]:
    """A list whose items are ways to say one thing each."""
    return tuple(tuple(item.split("|")) for item in words(table, key))


@cache
def acts() -> tuple[tuple[str, tuple[tuple[str, ...], ...]], ...]:
    """What was done, and its sayings: the basis first, then the wordings."""
    found = word_lists_in(_PACKAGE, "sayings.toml")["act"]
    return tuple((act["harm"], tuple(tuple(s) for s in act["sayings"])) for act in found)


@cache
def languages() -> tuple[dict[str, object], ...]:
    """Names by language, as names.toml has them."""
    return tuple(word_lists_in(_PACKAGE, "names.toml")["language"])


def names(language: int, key: str) -> tuple[tuple[str, ...], ...]:
    """The variants of each given or family name of a language."""
    return tuple(tuple(n.split("|")) for n in cast(list[str], languages()[language][key]))
