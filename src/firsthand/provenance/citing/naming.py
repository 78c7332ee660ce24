"""Names of outlets as reports write them, bare of what stands around them, and compared.

"the Quellmouth Lantern newspaper" is "Quellmouth Lantern", "Lantern" may be, "QL" too.
"""

from __future__ import annotations

import re
from functools import lru_cache

from firsthand.evidence.channel.names import kind_of
from firsthand.evidence.values import RelayKind
from firsthand.sources.names import parts, same_name

_END = re.compile(r"[,;:(\[“”\"\n]|[.](?=\s|\Z)|[’']s?(?=\s|\Z)")
_OWN = re.compile(
    r"\b(?:this|our|your|my) (?:own )?(?:news)?(?:paper|site|website|programme|program|channel"
    r"|station|magazine|outlet|agency|organisation|organization)\b",
    re.IGNORECASE,
)
_ALIKE = 0.8


@lru_cache(maxsize=1 << 16)
def bare(name: str) -> str:
    """A name without article, description and what follows; "" where no capital is left."""
    words = _END.split(" ".join(name.split()), maxsplit=1)[0].split()
    while words and (words[0].lower() == "the" or not words[0][:1].isupper()):
        words = words[1:]
    while words and not words[-1][:1].isupper() and not words[-1][:1].isdigit():
        words = words[:-1]
    return " ".join(words)


def is_own(name: str) -> bool:
    """Whether the words mean the outlet that prints them ("this newspaper", "your own paper")."""
    return _OWN.search(name) is not None


@lru_cache(maxsize=1 << 16)
def key(name: str) -> tuple[str, ...]:
    """What tells a name apart: its words in small letters, without articles."""
    return parts(name) if name else ()


def alike(short: str, long: str) -> float:
    """How surely two names are of one outlet; 0 where a part is too loose to be one."""
    score = same_name(short, long)
    return score if score >= _ALIKE else 0.0


def acronym(words: tuple[str, ...]) -> str:
    """The first letters of a name of several words, "" else."""
    return "".join(w[0] for w in words) if len(words) > 1 else ""


@lru_cache(maxsize=1 << 16)
def relay_kind(name: str) -> RelayKind | None:
    """Whether a bare name is an outlet's or a reporting body's; None for authorities and others."""
    kind = kind_of(name) if name else None
    return None if kind is None or kind.authority else kind.kind
