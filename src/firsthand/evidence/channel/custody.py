"""Custody said of a source in the present tense: "who is in custody", "the jailed editor".

A statement made in custody is never shown without that mark, so what is said once of the source
marks all that it says from that paragraph on. Custody of somebody else does not ("the lawyer of
the jailed editor"), nor custody in the past ("had been held in 2009").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from firsthand.evidence.channel.asides import PERSONS, WORDS, ends_of, mentioned, name_word
from firsthand.evidence.language.prose import phrases, word_file
from firsthand.sources.source import Source
from firsthand.text import Span, sentences

_IS_HELD = re.compile(
    phrases(WORDS, "is_held").pattern.removeprefix(r"(?<![\w’'-])"), re.IGNORECASE
)
_PRONOUN_HELD = phrases(WORDS, "pronoun_held")
_CAPTIVE = phrases(WORDS, "captive")
_RELATION = re.compile(rf"\b{word_file(WORDS)['relations']}\s+(?:of|for|to)\b", re.IGNORECASE)
_RELATED_HEAD = re.compile(
    rf"^(?:his|her|their|[^,]{{1,60}}[’']s?)\s+(?:[\w-]+\s+){{0,2}}{word_file(WORDS)['relations']}\b",
    re.IGNORECASE,
)
_APOSTROPHES = frozenset("’'")
_SPOKE = re.compile(
    r"\b(?:(?:spoke|speaks|speaking|appear(?:ed|s|ing)|(?:was|were) shown|gave|made|confessed"
    r"|testified|recanted)\b"
    r"(?:(?!\b(?:that|he|she|they|was|were|had|has|been|is|are|who|of|about)\b)[^.!?“”\"\n]){0,60}?"
    r"|(?:said|says|told)[ ,]{1,2})(?:while |whilst )?"
    r"(?P<held>\b(?:in|from) (?:(?:police|state|military|his|her|their|a|the) ){0,2}"
    r"(?:custody|detention|prison|jail|captivity|cell))\b"
)


@lru_cache(maxsize=512)
def held(text: str, source: Source) -> tuple[Span, ...]:
    """The words that say of a source that it is in custody, in order."""
    if source.kind not in PERSONS:
        return ()
    found = (_in_mentions, _behind, _pronouns, _spoke)
    return tuple(sorted({span for find in found for span in find(text, source)}))


def _in_mentions(text: str, source: Source) -> Iterator[Span]:
    """In the words for the source: "the jailed editor", "Aske, who is in custody"."""
    for mention in source.mentions:
        for match in _CAPTIVE.finditer(text, mention.start, mention.end):
            before = text[mention.start : match.start()]
            possessive = re.match(r"[\w-]*[’']s?\s", text[match.end() : match.end() + 30])
            if not _RELATION.search(before) and not possessive:
                yield Span(*match.span())


def _behind(text: str, source: Source) -> Iterator[Span]:
    """Right behind a mention or the name: "Aske remains in prison"."""
    for end in _ends(text, source):
        if match := _IS_HELD.match(text, end):
            span = Span(*match.span())
            yield Span(span.start + len(match[0]) - len(match[0].lstrip(" ,\n")), span.end)


def _ends(text: str, source: Source) -> Iterator[int]:
    yield from (m.end for m in source.mentions if not _RELATED_HEAD.match(m.of(text)))
    last = name_word(source)
    if last is not None:
        yield from (end for end in ends_of(last, text) if text[end : end + 1] not in _APOSTROPHES)


def _pronouns(text: str, source: Source) -> Iterator[Span]:
    """By a pronoun, where the sentence before mentions the source."""
    for span, before in _pronoun_places(text):
        if mentioned(text, before, source) and not _RELATED_HEAD.match(source.name):
            yield span


def _spoke(text: str, source: Source) -> Iterator[Span]:
    """In a sentence on its speaking: "The docker spoke again, in custody"."""
    for span, sentence in _spoken_places(text):
        if mentioned(text, sentence, source) and not _RELATED_HEAD.match(source.name):
            yield span


def spoken_in_custody(text: str) -> tuple[Span, ...]:
    """Where a report says that somebody spoke in custody."""
    return tuple(span for span, _ in _spoken_places(text))


@lru_cache(maxsize=8)
def _spoken_places(text: str) -> tuple[tuple[Span, Span], ...]:
    """Each speaking in custody, and the part of its sentence before it."""
    found = []
    for match in _SPOKE.finditer(text):
        line = max(text.rfind("\n", 0, match.start()) + 1, match.start() - 300)
        before = list(sentences(text, Span(line, match.end())))
        found.append((Span(*match.span("held")), before[-1]))
    return tuple(found)


@lru_cache(maxsize=8)
def _pronoun_places(text: str) -> tuple[tuple[Span, Span], ...]:
    """Each "he remains in prison" that opens a sentence, and the sentence before it."""
    found = []
    for match in _PRONOUN_HELD.finditer(text):
        line = max(text.rfind("\n", 0, match.start()) + 1, match.start() - 1000)
        before = list(sentences(text, Span(line, match.start()))) if line < match.start() else []
        if before and text[before[-1].end - 1] in '.!?”"':
            found.append((Span(*match.span()), before[-1]))
    return tuple(found)
