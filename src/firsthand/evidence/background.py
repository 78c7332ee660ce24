"""What stands in a report without a source and needs none, or is not asserted at all.

The guideline (docs/labelling.md) tells apart from a report's own voice: what is done openly and on
record (laws, elections, verdicts, appointments, games), what only says what something is, what
is asked, advised, guessed or spoken in the first person, and what its own words give to
somebody ("he also accused", "reportedly").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from firsthand.evidence.prose import listed, phrases

_ASKS = re.compile(r"[?!][\"'’”)]*\Z")
# What will be, but for a habit: "guards who will stop them if they run".
_FORETELLS = re.compile(r"(?<!who )(?<!that )(?<!which )\b(?:will|won['’]t)\b")
_POSTED = re.compile(r"https?://|www\.|(?:^|\s)[@#]\w|\bpic\.twitter|\bt\.co/")


def without_verdicts(sentence: str) -> str:
    """A sentence without its verdicts, which are on record with the crimes they name."""
    return _verdict().sub(" ", sentence)


def needs_no_source(sentence: str, words: Sequence[str], is_told: bool) -> bool:
    """Whether a sentence is background or no assertion; `words` are its words in small letters.

    Where a grave act is told (`is_told`) the sentence stays the report's own, even if it also
    says what is on record, or who somebody is.
    """
    if _ASKS.search(sentence) or _POSTED.search(sentence) or words[:1] == ["if"]:
        return True
    if not listed("voice", "speaking").isdisjoint(words) or _FORETELLS.search(sentence):
        return True
    return not is_told and bool(_on_record().search(sentence))


def is_given(words: Sequence[str]) -> bool:
    """Whether the sentence's own words give it to somebody who speaks or thinks."""
    return not listed("voice", "attributing").isdisjoint(words)


@cache
def _on_record() -> re.Pattern[str]:
    return phrases("voice", "recorded", "defining")


@cache
def _verdict() -> re.Pattern[str]:
    return phrases("voice", "verdict")
