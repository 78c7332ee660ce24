"""The name that a source bears in its report, as far as it is a name.

A capital is no name yet: "Rower who stayed" opens a headline, "Contractor Rawle Pettifer" a
sentence. Different names set two people apart, so what is not surely a name is none.
"""

from __future__ import annotations

import re
from typing import Final

from firsthand.provenance.filed import FiledReport, FiledSource
from firsthand.sources.kinds import head_of
from firsthand.sources.nouns import PEOPLE, is_in, meaning
from firsthand.sources.source import SourceKind

PERSONS: Final = frozenset({SourceKind.NAMED_PERSON, SourceKind.UNNAMED_PERSON})
_PLAIN: Final = re.compile(r"(?:[A-Z][^\W\d_]*(?:[.'’-][^\W\d_]*)?(?:\s|\Z)){1,5}")
_LETTERS: Final = re.compile(r"[^\W\d_]+")
_COUNTS: Final = ("quantities", "indefinite", "determiners")


def name_in(report: FiledReport, source: FiledSource) -> str:
    """The name within the words that stand for a person; "" where they bear none."""
    if source.kind is SourceKind.UNNAMED_PERSON:
        return _among(report, source.name)
    return _without_trade(report, _of_named(source.name)) if source.kind in PERSONS else ""


def _of_named(words: str) -> str:
    if _PLAIN.fullmatch(words):
        return words
    start, end = head_of(words)
    return words[start:end]


def _among(report: FiledReport, words: str) -> str:
    """A name that stands where a description does ("Danil"), if each of its words is proper."""
    start, end = head_of(words)
    every = _LETTERS.findall(words[start:end])
    return words[start:end] if every and all(_is_proper(report, word) for word in every) else ""


def _is_proper(report: FiledReport, word: str) -> bool:
    """Whether a word is a name by its capital, by being no noun, and by bearing it everywhere."""
    small = word.lower()
    if not word[0].isupper() or meaning(small) is not None:
        return False
    counts = any(is_in(small, kind) for kind in _COUNTS)
    return not counts and re.search(rf"\b{re.escape(small)}\b", report.text) is None


def _without_trade(report: FiledReport, raw: str) -> str:
    """The name behind a noun that opens a sentence: "Contractor Rawle Pettifer said"."""
    trade, _, name = raw.partition(" ")
    found = meaning(trade.lower()) if " " in name else None
    is_trade = found is not None and found.listed and found.noun in PEOPLE
    said_small = is_trade and re.search(rf"\b{re.escape(trade.lower())}\b", report.text)
    return name if said_small else raw
