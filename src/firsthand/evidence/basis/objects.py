"""What the source's words say was done to it: "they beat me", "broke my arm", "in front of me".

A denial, a condition, or what somebody wanted to do, in the same clause before it, undoes it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from firsthand.evidence.basis.lists import follows, words
from firsthand.evidence.basis.verbs import Near, Shown
from firsthand.text import Span

_OBJECT = re.compile(
    r"\b(?P<done>(?P<verb>[a-z]+)(?:\s+(?:at|on|for|up|over|down|hands?\s+on))?)\s+(?P<me>me|us|him|her|them)\b(?!['’]s)"
)
_MINE = re.compile(
    r"\b(?P<verb>[a-z]+)(?:\s+(?:on|off))?\s+(?P<whose>my|his|her)\s+(?:own\s+|left\s+|right\s+)?(?P<part>[a-z]+)\b"
)
_BEFORE_EYES = re.compile(
    r"(?i)\b(?:in\s+front\s+of\s+(?:me|us|my\s+\w+)|(?:before|with)\s+(?:my|our)\s+own\s+(?:eyes|ears)|before\s+my\s+eyes)\b"
)
_HER_OWN = re.compile(
    r"\s+(?!(?:and|with|on|in|until|to|for|then|while|when|because|from|into|out|off|at|by|away|down|up|over"
    r"|after|before)\b)\w"
)
_NOT_SO = re.compile(
    r"(?i)\b(?:not|never|nobody|no\s+one|none|without|if|unless|whether|would|could|will|might|may|should|can"
    r"|cannot|shall|whenever)\b|n['’]t\b|['’](?:d|ll)\b"
    r"|(?<!used )(?<!began )(?<!started )(?<!proceeded )\bto\s+(?:\w+ly\s+)?\Z"
)
_BREAK = re.compile(r"[.,;:!?—–\"“”…]")
_CLAUSE = 40
"""Characters before a verb that can belong to its clause."""


def objects(text: str, span: Span, agreeing: frozenset[str]) -> Iterator[Shown]:
    """What somebody did to the source, which is one of these objects."""
    for found in _OBJECT.finditer(text, span.start, span.end):
        if found["me"] in agreeing and _is_done(found, text, span):
            yield Shown(Near.BEFELL, Span(*found.span()))


def _is_done(found: re.Match[str], text: str, span: Span) -> bool:
    done = " ".join(found["done"].split())
    if done not in _deeds(found["me"]) or follows(
        text, found.end(), span.end, words("done_to_tails")
    ):
        return False
    owned = found["me"] == "her" and _HER_OWN.match(text, found.end(), span.end)
    return not owned and _is_so(text, span.start, found.start())


def _deeds(me: str) -> frozenset[str]:
    """The verbs that count before this object: fewest before "us", which is also a people."""
    if me == "us":
        return words("done_to_us")
    of_one = words("done_to") | words("done_to_me")
    if me == "me":
        return of_one | words("doing_to_me")
    return words("done_to") if me == "them" else of_one


def my_body(text: str, span: Span, whose: frozenset[str]) -> Iterator[Shown]:
    """What was done to the body: "they broke my arm"."""
    for found in _MINE.finditer(text, span.start, span.end):
        hurt = found["verb"] in words("hurt_body") and found["part"] in words("body")
        if hurt and found["whose"] in whose and _is_so(text, span.start, found.start()):
            yield Shown(Near.BEFELL, Span(*found.span()))


def before_eyes(text: str, span: Span) -> Iterator[Shown]:
    """What happened in front of the source."""
    for found in _BEFORE_EYES.finditer(text, span.start, span.end):
        if _is_so(text, span.start, found.start()):
            yield Shown(Near.SAW, Span(*found.span()))


def _is_so(text: str, start: int, at: int) -> bool:
    """Whether nothing before it in its clause undoes it."""
    return not _NOT_SO.search(_BREAK.split(text[max(start, at - _CLAUSE) : at])[-1])
