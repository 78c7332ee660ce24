"""Whether the words of a source bring somebody in, or set them apart from those before."""

from __future__ import annotations

from firsthand.sources.nouns import is_in
from firsthand.sources.phrase import phrase_of
from firsthand.sources.tokens import behind_measure, tokens_of


def is_indefinite(words: str) -> bool:
    """Whether a determiner or a number brings somebody in: "a docker", "two guards", "someone".

    A plural with neither ("residents") does not say.
    """
    tokens = tokens_of(words)
    if not tokens:
        return False
    at = behind_measure(tokens, 0)
    first, following = tokens[at], tokens[at + 1 : at + 2]
    named = first.capital and any(t.capital for t in following)
    counted = is_in(first.small, "indefinite") or first.text.isdigit()
    return counted and not (named and first.small not in ("a", "an", "another", "one"))


def sets_apart(words: str) -> bool:
    """Whether the words say that it is not one mentioned before: "another", "a second"."""
    phrase = phrase_of(words)
    if phrase is None:
        return False
    before = phrase.tokens[: phrase.stop]
    after = [t.small for t in phrase.tokens[1 : phrase.stop + 1]] + [""]
    parted = (
        is_in(t.small, "apart") and not is_in(a, "not_apart")
        for t, a in zip(before, after, strict=False)
    )
    return any(parted) or after[phrase.stop - 1 : phrase.stop] == ["else"]
