"""Names as people write them: titles, parts, initials, accents, acronyms, either order.

Nothing here knows a name beforehand, and nothing is guessed from one: two names are of one
source where the words of one are among the words of the other.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Final

TITLES: Final = frozenset(
    "mr mrs ms miss mx dr prof professor sir dame lord lady madam president vice prime minister "
    "senator sen rep congressman congresswoman representative governor gov mayor ambassador "
    "secretary general gen colonel col captain capt major maj lieutenant lt sergeant sgt corporal "
    "cpl private admiral commander judge justice chief chairman chairwoman chair director "
    "bishop archbishop cardinal father fr sister brother rev reverend rabbi imam sheikh pastor "
    "pope king queen prince princess attorney detective officer inspector superintendent "
    "constable comrade st saint first deputy assistant former ex hon the".split()
)
_OFFICES: Final = frozenset("minister president secretary officer inspector commissioner".split())
"""Titles with a word before them that is none: "Mines Minister", "Chief Executive Officer"."""
HE_TITLES: Final = frozenset("mr sir lord king prince father brother congressman".split())
SHE_TITLES: Final = frozenset(
    "mrs ms miss dame lady madam queen princess sister congresswoman".split()
)
_SUFFIX: Final = frozenset("jr sr ii iii iv phd md esq".split())
_SMALL: Final = frozenset("of the and for de la van von der al el bin ibn da del du di".split())
_WORD = re.compile(r"[^\W_]+(?:['’][^\W\d_]{2,})?(?:\.[^\W\d_])*")
_OWNS = re.compile(r"['’]s?$")


@cache
def parts(name: str) -> tuple[str, ...]:
    """The words of a name that tell it apart: small letters, no accents, titles or suffixes."""
    words = [_plain(_OWNS.sub("", w)) for w in _WORD.findall(_OWNS.sub("", name.strip()))]
    kept = [w for w in words if w and w not in _SUFFIX]
    kept = kept[_behind_office(kept) :]
    while len(kept) > 1 and kept[0] in TITLES:
        kept = kept[1:]
    return tuple(w for w in kept if w not in _SMALL) or tuple(kept)


def _behind_office(words: Sequence[str]) -> int:
    """Where a name of two words or more begins behind an office: "Interior Minister Ada Lem"."""
    ends = (at + 1 for at in range(len(words) - 3, 0, -1) if words[at] in _OFFICES)
    return next(ends, 0)


def _plain(word: str) -> str:
    if word.isascii():
        return word.lower().replace(".", "")
    spread = unicodedata.normalize("NFKD", word.casefold())
    return "".join(c for c in spread if not unicodedata.combining(c)).replace(".", "")


@lru_cache(maxsize=4096)
def title_of(name: str) -> str | None:
    """The word "he" or "she" where the name's own title says so ("Mrs Ada Lem"), else None."""
    words = {_plain(w) for w in _WORD.findall(name)[:2]}
    if words & HE_TITLES:
        return "he"
    return "she" if words & SHE_TITLES else None


def same_name(short: str, long: str) -> float:
    """How surely the two are one name: 1 alike, less for a part of the other, 0 not at all."""
    a, b = parts(short), parts(long)
    if not a or not b:
        return 0.0
    if a == b or "".join(a) == "".join(b):
        return 1.0
    if len(a) > len(b):
        a, b = b, a
    if sorted(a) == sorted(b):
        return 0.95
    return _part(a, b)


def _part(a: tuple[str, ...], b: tuple[str, ...]) -> float:
    """How surely the shorter name is a part of the longer one."""
    if len(a) == 1 and _stands_for(a[0], b):
        return 0.9
    if len(a) > 1 and a == tuple(w for w in b if len(w) > 1):
        return 0.9
    if all(w in b for w in a):
        at_edge = a == b[-len(a) :] or a == b[: len(a)]
        return 0.9 if at_edge and len(a) > 1 else 0.8 if at_edge else 0.6
    alike = len(a) == len(b) and a[-1] == b[-1] and all(map(_initial, a, b))
    return 0.85 if alike else 0.0


def _initial(one: str, other: str) -> bool:
    """Whether the words are alike, or one is the other's first letter."""
    return one == other or (min(len(one), len(other)) == 1 and one[0] == other[0])


def _stands_for(acronym: str, words: tuple[str, ...]) -> bool:
    """Whether these letters are the first letters of at least two words."""
    return len(words) > 1 and len(acronym) > 1 and acronym == "".join(w[0] for w in words)
