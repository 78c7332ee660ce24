"""Which statements of a source belong to one occasion of speaking.

A channel or a circumstance is said once and holds for what follows: "In an interview with X, Lem
said ... She added". It ends where the words open another occasion: another channel, or a perfect
tense, which tells of no one occasion ("has said").
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from firsthand.evidence.language.prose import phrases
from firsthand.evidence.telling import Telling
from firsthand.sources.source import Source
from firsthand.text import Span

_CONTINUES = phrases("relay", "continues")
_PERFECT = phrases("relay", "perfect")
_MARKS = " \t\r\n\"'“”‘’«»"


@dataclass(frozen=True, slots=True)
class Said:
    """A telling as a key: one is the same as another where its attribution and source are."""

    id: str
    source: Source | None = field(hash=False)
    telling: Telling = field(compare=False)


def said(telling: Telling) -> Said:
    """The key of a telling, by which what its own words say is read once."""
    return Said(telling.attribution.id, telling.source, telling)


def paragraph(telling: Telling) -> int:
    """The number of the block that the statement's sentence stands in."""
    return block_at(telling, telling.sentence.start)


def block_at(telling: Telling, place: int) -> int:
    """The number of the block that holds a character, or the nearest before it."""
    return max(bisect_right(telling.report.blocks, place, key=lambda b: b.span.start) - 1, 0)


def block(telling: Telling) -> Span:
    """The words of the statement's block; its sentence, where the report has no blocks."""
    blocks = telling.report.blocks
    return blocks[paragraph(telling)].span if blocks else telling.sentence


def continues(telling: Telling, before: Telling) -> bool:
    """Whether a statement directly goes on with an earlier one of the same source."""
    if not 0 <= paragraph(telling) - paragraph(before) <= 1:
        return False
    return _adds(telling) or _adjoins(telling, before)


def follows(telling: Telling, before: Telling) -> bool:
    """Whether a statement stands in the sentence of an earlier one, or the next of its block."""
    here, there = telling.sentence, before.sentence
    if here == there:
        return True
    gap = (
        telling.text[there.end : here.start] if there.end <= here.start <= there.end + 4000 else "x"
    )
    return paragraph(telling) == paragraph(before) and not _without(telling, gap, there.end)


def _without(telling: Telling, gap: str, start: int) -> str:
    """What a gap holds besides the statement's own content."""
    words = list(gap)
    for c in telling.content:
        for at in range(max(c.start, start), min(c.end, start + len(gap))):
            words[at - start] = " "
    return "".join(words).strip(_MARKS)


def _adds(telling: Telling) -> bool:
    return telling.first(_CONTINUES, telling.attribution.cue) is not None


def _adjoins(telling: Telling, before: Telling) -> bool:
    """Whether nothing but quotation marks stands between two contents: one quotation."""
    if not telling.content or not before.content:
        return False
    start, end = before.content[-1].end, telling.content[0].start
    return 0 <= end - start <= 12 and not telling.text[start:end].strip(_MARKS)


def of_no_occasion(telling: Telling) -> bool:
    """Whether the cue tells of speaking at no one time: "has said"."""
    cue = telling.attribution.cue
    if not cue:
        return False
    near = Span(max(telling.sentence.start, cue[0].start - 30), cue[-1].end)
    return telling.first(_PERFECT, (near,)) is not None


def same_source(telling: Telling, others: Sequence[Telling]) -> list[Telling]:
    """The tellings of the same source that stand before this one, nearest first."""
    source = telling.source
    if source is None:
        return []
    place = _start(telling)
    found = [t for t in others if t.source and t.source.id == source.id and _start(t) < place]
    return found[::-1]


def _start(telling: Telling) -> int:
    return (
        min(
            (telling.attribution.cue or telling.attribution.content)[0].start,
            telling.content[0].start,
        )
        if telling.content
        else telling.sentence.start
    )
