"""The lists of a file of words, as sets: single words, and verbs by all their forms.

A list of verbs stays short enough to be judged when their forms are made here. Irregular ones are
written out in the list behind "~"; "admit/tt" doubles its last letter.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from firsthand.evidence.language.prose import listed, word_file
from firsthand.lists import word_lists_in


@cache
def word_set(file: str, *names: str) -> frozenset[str]:
    """All words of some lists of `words/FILE.toml`."""
    return frozenset[str]().union(*(listed(file, name) for name in names))


@cache
def lists_of(file: str) -> dict[str, frozenset[str]]:
    """For each word of `words/FILE.toml` the lists that hold it: one look answers for all."""
    return _by_word({name: listed(file, name) for name in word_file(file)})


@cache
def verb_lists(file: str) -> dict[str, frozenset[str]]:
    """For each form of a verb of `words/FILE.toml` the lists of `cues` that hold it."""
    return _by_word({name: verbs(file, name) for name in _cues(file)})


def _by_word(lists: Mapping[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for name, words in lists.items():
        for word in words:
            found.setdefault(word, set()).add(name)
    return {word: frozenset(names) for word, names in found.items()}


@cache
def verbs(file: str, *names: str) -> frozenset[str]:
    """All forms of the verbs in some lists of the table `cues` of `words/FILE.toml`."""
    cues = _cues(file)
    return frozenset(f for name in names for verb in cues[name].split() for f in _forms(verb))


@cache
def _cues(file: str) -> dict[str, str]:
    found: dict[str, str] = word_lists_in("firsthand.evidence", f"words/{file}.toml")["cues"]
    return found


def _forms(verb: str) -> tuple[str, ...]:
    if verb.startswith("~"):
        return (verb[1:],)
    base, _, doubled = verb.partition("/")
    stem = base[: 1 - len(doubled)] + doubled if doubled else base
    if base.endswith("e"):
        return (base, base + "s", base + "d", base if base.endswith("ee") else base[:-1] + "ing")
    if base.endswith("y") and base[-2] not in "aeiou":
        return (base, base[:-1] + "ies", base[:-1] + "ied", base + "ing")
    third = base + ("es" if base.endswith(("s", "sh", "ch", "x", "z")) else "s")
    return (base, third, stem + "ed", stem + "ing")
