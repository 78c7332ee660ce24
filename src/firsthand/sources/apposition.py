"""Whether words between commas are a description of a person, and no clause of their own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from firsthand.sources.nouns import PEOPLE, meaning, read_words
from firsthand.sources.nouns import words as words_of_kind
from firsthand.sources.phrase import Phrase, phrase_of
from firsthand.sources.tokens import Token, is_known

_PARTICIPLE: Final = re.compile(
    r"[^\W\d_]{2,}ed\s(?!(?:by|in|at|to|with|from|on|under|during|for|as|of|when|and|until|\d+)\b)"
)
_RELATIVE: Final = frozenset({"who", "whose", "which", "that"})
_GOES_ON: Final = frozenset(
    "of for at in with from to on and or by aged until since under during among".split()
)


@cache
def profile_words(name: str) -> frozenset[str]:
    """One list of ``profile.toml`` by its key."""
    return frozenset(read_words("profile")[name].split())


def apposition(words: str, *, plural: bool) -> bool:
    """Whether words describe one person (several, if `plural`) and hold no verb of their own."""
    phrase = phrase_of(words)
    if phrase is None or phrase.is_name:
        return False
    head = person_head(phrase)
    if head is None or not (phrase.determiners or is_known(head) or head.text[0].isdigit()):
        return False
    rest = phrase.tokens[phrase.end :]
    goes_on = not rest or rest[0].small in _GOES_ON | _RELATIVE or _is_participle(rest)
    return goes_on and _is_plural(phrase) == plural and not _has_verb(words, phrase)


def _is_participle(behind: Sequence[Token]) -> bool:
    """Whether a participle says more of the noun: "arrested in May", and not "shot the men"."""
    first = behind[0].small
    form = first.endswith("ed") or first in words_of_kind("participles")
    return form and len(behind) > 1 and behind[1].small in words_of_kind("boundaries")


def person_head(phrase: Phrase) -> Token | None:
    """The noun for people that heads a phrase: its own head, or the one that "one of" counts."""
    head = phrase.head_token
    if head.small == "one" and (rest := counted(phrase)):
        return rest
    if head.small.endswith("-year-old"):
        return head
    return head if _is_people(head.small) and not head.owns else None


def counted(phrase: Phrase) -> Token | None:
    """The noun behind "one of": "one of its dockers"."""
    behind = phrase.tokens[phrase.stop :]
    if not behind or behind[0].text != "of":
        return None
    nouns = (t for t in behind[1:] if _is_people(t.small))
    return next(nouns, None)


def _is_people(small: str) -> bool:
    found = meaning(small)
    return found is not None and found.noun in PEOPLE


def _is_plural(phrase: Phrase) -> bool:
    found = meaning(phrase.head_token.small)
    return found is not None and found.plural


def _has_verb(words: str, phrase: Phrase) -> bool:
    """Whether a verb stands behind the head, before any "who" or "which"."""
    behind = ["" if t.capital else t.small for t in phrase.tokens[phrase.stop :]]
    stop = next((i for i, w in enumerate(behind) if w in _RELATIVE), len(behind))
    if any(w in profile_words("finite") for w in behind[:stop]):
        return True
    end = phrase.tokens[phrase.stop + stop - 1].end
    return bool(_PARTICIPLE.search(words, phrase.head_token.end, end))


def fits(words: str) -> bool:
    """Whether a "who" right behind these words speaks of their head and of nobody within them."""
    phrase = phrase_of(words)
    if phrase is None:
        return False
    behind = phrase.tokens[phrase.stop :]
    return not any(_is_people(t.small) and not t.capital for t in behind) or (
        phrase.head_token.small in ("one", "some", "two")
    )
