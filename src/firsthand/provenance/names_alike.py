"""Whether two names may be one person's: in either order, cut, misspelt, transcribed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final

from firsthand.provenance.folding import folded, is_common, is_misspelt, is_near, may_begin, sound
from firsthand.sources.names import parts

_JOINT: Final = re.compile(r"\b(?:al|el|ul)[-‐‑ ]|(?<=\w)[-‐‑](?=\w)", re.IGNORECASE)
"""What does not part two names: hyphens in given names, and the Arabic article."""

Key = frozenset[str]


class Alike(StrEnum):
    """How two names go together."""

    SAME = "same full name"
    COMMON = "same full name, a common one"
    LONGER = "same first and last name"
    HEARD = "one name in two spellings"
    INITIALS = "same surname, initials that fit"
    NEAR = "names that differ in spelling or length"
    BARE = "a bare name within the other"
    DIFFERENT = "different names"


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name: its words folded, each once; `initials` are those of one letter.

    `keys` hold the surname and the rest, with either end of the name as the surname, so that
    names in both orders meet; `ends` only the first word and the last.
    """

    words: tuple[str, ...]
    initials: tuple[str, ...]
    keys: frozenset[Key]
    ends: Key

    @property
    def is_bare(self) -> bool:
        """Whether it is one word, with initials maybe."""
        return len(self.words) == 1

    @property
    def is_common(self) -> bool:
        return all(is_common(word) for word in self.words)

    @property
    def heard(self) -> Key:
        """How its words sound, wherever they stand."""
        return frozenset(map(sound, self.words))

    @property
    def initialed(self) -> Iterator[tuple[str, str]]:
        """Each surname that it may have, with the first letter of another word or an initial."""
        for at, word in enumerate(self.words):
            others = (*self.words[:at], *self.words[at + 1 :], *self.initials)
            yield from ((word, other[0]) for other in others)

    @property
    def pieces(self) -> frozenset[str]:
        """What a bare name may be: a word of it, or the words of a given name together."""
        return frozenset(self.words).union(*self.keys)


@lru_cache(maxsize=65536)
def name_of(text: str) -> Name | None:
    """The name in these words; None where nothing of them is a name."""
    every = tuple(dict.fromkeys(parts(_JOINT.sub("", text))))
    long = tuple(w for w in every if len(w) > 1)
    if not long:
        return None
    words = tuple(map(folded, long))
    return Name(words, tuple(w for w in every if len(w) == 1), _keys(long), _ends(words))


def _keys(words: tuple[str, ...]) -> frozenset[Key]:
    if len(words) == 1:
        return frozenset({frozenset({folded(words[0])})})
    cuts = ((words[:1], words[1:]), (words[:-1], words[-1:]))
    return frozenset(frozenset(folded("".join(half)) for half in cut) for cut in cuts)


def _ends(words: tuple[str, ...]) -> Key:
    return frozenset({words[0], words[-1]})


@lru_cache(maxsize=65536)
def alike(one: Name, other: Name) -> Alike:
    """How the two names go together; the order of the two does not matter."""
    if one.is_bare or other.is_bare:
        return _bare(one, other)
    if one.keys & other.keys:
        return Alike.COMMON if one.is_common or other.is_common else Alike.SAME
    if one.ends == other.ends:
        return Alike.LONGER
    if one.heard == other.heard and len(one.heard) > 1 and not (one.is_common or other.is_common):
        return Alike.HEARD
    return Alike.NEAR if _all_near(one, other) else Alike.DIFFERENT


def _bare(one: Name, other: Name) -> Alike:
    bare, full = (one, other) if one.is_bare else (other, one)
    found = [piece for piece in full.pieces if is_near(bare.words[0], piece)]
    if not found or not _initials_fit(bare, full, found):
        return Alike.DIFFERENT
    return Alike.INITIALS if _is_surname(bare, full, found) else Alike.BARE


def _is_surname(bare: Name, full: Name, found: list[str]) -> bool:
    """Whether a surname with initials says enough: the same word, and not a common one."""
    told = bare.initials and (not full.is_bare or full.initials)
    return bool(told) and bare.words[0] in found and not bare.is_common


def _initials_fit(bare: Name, full: Name, found: list[str]) -> bool:
    """Whether the initials beside a surname begin other words of the full name than those found."""
    if not bare.initials or (full.is_bare and not full.initials):
        return True
    others = (*full.pieces.difference(found), *full.initials)
    return any(may_begin(initial, word) for initial in bare.initials for word in others)


def _all_near(one: Name, other: Name) -> bool:
    """Whether every word of the shorter name has its like in the longer one, in any order."""
    short, long = sorted((one.words, other.words), key=lambda words: (len(words), words))
    left = list(long)
    for word in short:
        found = [w for w in left if is_near(word, w)]
        if not found:
            return _together_near(one, other)
        left.remove(word if word in found else found[0])
    return True


def _together_near(one: Name, other: Name) -> bool:
    """Whether all words of one, written together, are a piece of the other, or all of it."""
    for part, whole in ((one, other), (other, one)):
        pieces = {*whole.pieces, "".join(whole.words), "".join(whole.words[::-1])}
        if any(is_misspelt("".join(part.words), piece) for piece in pieces):
            return True
    return False
