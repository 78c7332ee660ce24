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

from firsthand.evidence.language.prose import Prose, listed, phrases
from firsthand.ingest.report import BlockKind

_ASKS = re.compile(r"[?!:][\"'’”)]*\Z")
_QUOTED = re.compile(r"“[^“”]*”|\"[^\"]*\"")
_POSTED = re.compile(r"https?://|www\.|(?:^|\s)[@#]\w|\bpic\.twitter|\bt\.co/")


# A row of words without any of these is a heading: "Dockers held after night raid".
_FUNCTION = re.compile(
    r"\b(?:an?|the|is|are|was|were|been|be|has|have|had|his|her|their|its|he|she|they|who|which)\b",
    re.IGNORECASE,
)
_ENDED = re.compile(r"[.!?…:;,][\"'’”)\]]*\Z")
_DIGIT = re.compile(r"\d")
_PICTURED = re.compile(
    r"\bpictured\b|\((?:left|right|cent(?:re|er)|[LRC])\)|\bCaption\b|\bfile photo\b", re.IGNORECASE
)
_TITLES = frozenset({BlockKind.HEADLINE, BlockKind.CAPTION})
_LONG_TITLE = 130
_ARGUES = re.compile(r"\b(?:I|[Ww]e|[Oo]ur|[Uu]s|[Mm]y|must|should|[Ll]et['’]s)\b")


def argues(sentence: str) -> bool:
    """Whether words speak for their author, or say what ought to be."""
    return bool(_ARGUES.search(sentence))


def is_heading(sentences: Sequence[Prose], at: int, text: str) -> bool:
    """Whether a sentence is a headline, a caption, or stands alone and is built like one."""
    here = sentences[at]
    if here.kind in _TITLES:
        return True
    beside = (*sentences[max(0, at - 1) : at], *sentences[at + 1 : at + 2])
    if len(here.span) > _LONG_TITLE or any(s.block == here.block for s in beside):
        return False
    words = here.span.of(text)
    return not _ENDED.search(words) or not (_FUNCTION.search(words) or _DIGIT.search(words))


def without_quotations(sentence: str) -> str:
    """A sentence without the words that it quotes, which are somebody else's."""
    return _QUOTED.sub(" ", sentence) if "“" in sentence or '"' in sentence else sentence


def before_claims(sentence: str) -> str:
    """A sentence up to where it says what is alleged, guessed, wished or ought to be."""
    found = _cutting().search(sentence)
    return sentence[: found.start()] if found else sentence


def without_verdicts(sentence: str) -> str:
    """A sentence without its verdicts, which are on record with the crimes they name."""
    return _verdict().sub(" ", sentence)


def needs_no_source(sentence: str, words: Sequence[str], is_told: bool) -> bool:
    """Whether a sentence is background or no assertion; `words` are its words in small letters.

    Where a grave act is told (`is_told`) the sentence stays the report's own, even if it also
    says what is on record, or who somebody is.
    """
    if _PICTURED.search(sentence):
        return True
    if _ASKS.search(sentence) or _POSTED.search(sentence) or words[:1] == ["if"]:
        return True
    if not listed("voice", "speaking").isdisjoint(words):
        return True
    if _counted().search(sentence):
        return True
    return not is_told and bool(_on_record().search(sentence))


def is_given(words: Sequence[str]) -> bool:
    """Whether the sentence's own words give it to somebody who speaks or thinks."""
    return not listed("voice", "attributing").isdisjoint(words)


@cache
def _cutting() -> re.Pattern[str]:
    return phrases("voice", "cutting")


@cache
def _counted() -> re.Pattern[str]:
    return phrases("voice", "counted")


@cache
def _on_record() -> re.Pattern[str]:
    return phrases("voice", "recorded", "defining")


@cache
def _verdict() -> re.Pattern[str]:
    return phrases("voice", "verdict")
