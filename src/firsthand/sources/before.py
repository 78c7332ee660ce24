"""The description right before a name: "commander Revik Solm", "the commander, Revik Solm"."""

from __future__ import annotations

import re
from typing import Final

from firsthand.sources.apposition import apposition, profile_words
from firsthand.sources.nouns import is_person, meaning
from firsthand.sources.phrase import phrase_of
from firsthand.sources.proper import is_demonym
from firsthand.sources.tokens import Token, is_role, tokens_of
from firsthand.text import Span

_REACH: Final = 160
_NEAR: Final = 90
_COMMA: Final = re.compile(r",\s+\Z")
_CLOSES: Final = re.compile(r"\s*(?:[,.;:)!?–—]|\Z)")
_STARTS: Final = re.compile(
    r"(?<![^\s(])(?:an?|the|his|her|their|its|another|one of|former|[A-Z][^\W\d_]*['’]s)\s",
    re.IGNORECASE,
)
_NOT_IN_NAMES: Final = frozenset(
    "in on at when but and the as by for to from of with after before while if so then later "
    "although however january february march april may june july august september october "
    "november december monday tuesday wednesday thursday friday saturday sunday".split()
)


def role_before(text: str, mention: Span, sentence: Span) -> Span | None:
    """The mention with the role that stands before its name, where one does."""
    phrase = phrase_of(mention.of(text))
    if phrase is None or not phrase.is_name or phrase.first > 0:
        return None
    start = max(sentence.start, mention.start - _NEAR)
    words = text[start : mention.start]
    last = tokens_of(words[words.rstrip().rfind(" ") + 1 :])
    if not last or not _leads(last[-1]) or text[mention.start - 1] != " ":
        return None
    before = tokens_of(words)
    at = len(before)
    while at > 0 and _goes_before(before, at - 1, len(before)):
        at -= 1
    return Span(start + before[at].start, mention.end)


def _leads(token: Token) -> bool:
    """Whether a word may stand right before a name as its role."""
    found = meaning(token.small)
    office = token.capital and token.small in profile_words("offices")
    noun = is_role(token) and is_person(token.small) and not (found and found.plural)
    return (office or noun) and not token.owns


def _goes_before(tokens: tuple[Token, ...], at: int, last: int) -> bool:
    token = tokens[at]
    if at == last - 1:
        return True
    if not token.is_word or token.small in _NOT_IN_NAMES:
        return False
    known = meaning(token.small)
    listed = token.small in profile_words("before_roles") or (known is not None and known.listed)
    return token.capital or listed or is_demonym(token.small) or "-" in token.text


def description_before(text: str, mention: Span, sentence: Span) -> Span | None:
    """The noun phrase before the comma before a name that a comma or a stop closes."""
    start = max(sentence.start, mention.start - _REACH)
    comma = _COMMA.search(text, max(start, mention.start - 4), mention.start)
    phrase = phrase_of(mention.of(text))
    if not comma or phrase is None or not phrase.is_name or not _CLOSES.match(text, mention.end):
        return None
    from_comma = max(text.rfind(c, start, comma.start()) for c in ',;:“”"()—') + 1
    low = max(start, from_comma)
    for found in _STARTS.finditer(text, low, comma.start()):
        if from_comma > start and not text[low : found.start()].strip():
            return None
        if apposition(text[found.start() : comma.start()], plural=False):
            return Span(found.start(), comma.start())
    return None
