"""The report's own words: its prose, cut into sentences, apart from what stands in quotations.

What has no source, what limits statements and what claims agreement are all looked for here, and
only here: a byline, a credit, a footnote, a table or a menu asserts nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from firsthand.evidence.language.alternatives import alternatives
from firsthand.evidence.telling import Surroundings
from firsthand.ingest.report import BlockKind
from firsthand.lists import word_lists_in
from firsthand.text import Span, trimmed

_PROSE = frozenset(
    {
        BlockKind.PARAGRAPH,
        BlockKind.HEADLINE,
        BlockKind.KEY_POINT,
        BlockKind.CAPTION,
        BlockKind.CORRECTION,
    }
)
# Where a clause starts: after a semicolon, a dash or a colon, or with its conjunction.
_CLAUSE = re.compile(
    r"[;:]\s+|\s[–—-]\s"
    r"|(?<=,)\s+(?=(?:but|yet|though|although|while|whereas|which|who|whose|where)\b)"
    r"|\s+(?=(?:though|although|whereas)\b)",
    re.IGNORECASE,
)
_HOLE = re.compile(r"\{([a-z]+)\}")
OPENING = r"(?<![\w’'-])"
"""With this each pattern of phrases begins: no part of a word stands before it."""
_EDGES = " \t\r\n,;:–—-.!"


@dataclass(frozen=True, slots=True)
class Prose:
    """A sentence of the report's prose; `block` is the number of its block on the page."""

    span: Span
    block: int
    kind: BlockKind


def prose(surroundings: Surroundings) -> Iterator[Prose]:
    """The sentences of paragraphs, headlines, key points, captions and corrections, in order."""
    page = surroundings.page
    for number, block in enumerate(page.blocks):
        for found in _within(surroundings.sentences, block.span) if block.kind in _PROSE else ():
            span = trimmed(page.text, max(found.start, block.span.start), found.end)
            if span is not None:
                yield Prose(span, number, block.kind)


def _within(sentences: Sequence[Span], block: Span) -> Sequence[Span]:
    first = bisect_right(sentences, block.start, key=lambda s: s.end)
    return sentences[first : bisect_left(sentences, block.end, key=lambda s: s.start)]


def is_quoted(surroundings: Surroundings, place: int) -> bool:
    """Whether a character stands between quotation marks."""
    return bool(touching(surroundings.quoted, Span(place, place + 1)))


def touching(spans: Sequence[Span], span: Span) -> Sequence[Span]:
    """Those of some spans, sorted and without overlap, that share a character with one."""
    first = bisect_right(spans, span.start, key=lambda s: s.end)
    return spans[first : bisect_left(spans, span.end, key=lambda s: s.start)]


def clause_of(text: str, sentence: Span, place: int) -> Span:
    """The clause of a sentence that holds a character, with its conjunction, without its stop."""
    start, end = sentence.start, sentence.end
    for cut in _CLAUSE.finditer(text, sentence.start, sentence.end):
        if cut.end() <= place:
            start = cut.end()
        elif cut.start() > place:
            end = cut.start()
            break
    while end > start + 1 and text[end - 1] in _EDGES:
        end -= 1
    return Span(start, end)


@cache
def word_file(name: str) -> dict[str, str]:
    """The lists of one file of words, as they stand in it."""
    raw = word_lists_in("firsthand.evidence", f"words/{name}.toml")
    return {key: str(value) for key, value in raw.items()}


@cache
def listed(file: str, name: str) -> frozenset[str]:
    """A list of single words."""
    return frozenset(word_file(file)[name].split())


def phrases(file: str, *names: str) -> re.Pattern[str]:
    """One pattern for some lists of phrases, one a line; a space there is any white space.

    `'` stands for either apostrophe, `{name}` for what another list of the file holds. The lines
    are regular expressions whose repeats are bounded.
    """
    words = word_file(file)
    lines = [p.strip() for name in names for p in words[name].splitlines()]
    filled = [_HOLE.sub(lambda hole: words[hole[1]], line) for line in lines if line]
    joined = alternatives(filled)
    joined = joined.replace(" ", r"\s+").replace("'", "['’]")
    return re.compile(rf"{OPENING}(?:{joined})(?!\w)", re.IGNORECASE)
