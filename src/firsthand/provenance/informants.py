"""The name of somebody who is only heard of: "she had it from her brother Ivo Lenn"."""

from __future__ import annotations

import re
from typing import Final

from firsthand.provenance.names_alike import name_of
from firsthand.sources.nouns import meaning

_WORD: Final = r"[A-Z][^\W\d_]*(?:[.'’-][^\W\d_]+)*\.?"
_LAST: Final = re.compile(rf"(?<![\w’'-])(?:al-|el-)?{_WORD}(?: (?:al-|el-)?{_WORD})+$")
_THE: Final = re.compile(r"\bthe $", re.IGNORECASE)


def full_name(words: str) -> str:
    """The full name at the end of the words; "" where there is none, or it is no person's."""
    found = _LAST.search(words.strip())
    if found is None or _THE.search(words[: found.start()]):
        return ""
    name = name_of(found[0])
    is_full = name is not None and not name.is_bare and not name.initials
    return found[0] if is_full and all(map(_is_proper, found[0].split())) else ""


def _is_proper(word: str) -> bool:
    """Whether a word is no noun for people, bodies or things, as far as the lists know."""
    known = meaning(word)
    return known is None or not known.listed
