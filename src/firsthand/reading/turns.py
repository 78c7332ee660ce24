"""Transcripts: each turn's words are its speaker's, with no verb that says so.

A turn opens with a label at the start of a paragraph ("MS. ROE:", "Q.", "A:") and goes on over
the paragraphs that open with none, up to a stage direction ("[The witness leaves.]"), which is
nobody's. The label is the source; the form of the document takes the place of a cue.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from firsthand.ingest.labels import OPENS_TURN, speakers_among
from firsthand.ingest.report import BlockKind
from firsthand.reading.page import Words
from firsthand.reading.proposal import Proposal
from firsthand.text import Span, trimmed

_LONGEST_LABEL = 300
_DIRECTION = re.compile(r"\s*(?:\[[^\]]*\]|\([^)]*\))[.]?\s*")


def read_turns(text: str, blocks: Sequence[Words]) -> Iterator[Proposal]:
    """The turns of a transcript, in order; what comes before the first label is nobody's.

    Where there are no labels at all, questions and answers take turns, their sources empty.
    """
    opened = [_opening(text, block) for block in blocks]
    speakers = speakers_among(_key(found) for found in opened if found)
    if not speakers:
        yield from _questions(text, blocks)
        return
    label: Span | None = None
    content: list[Span] = []
    for block, found in zip(blocks, opened, strict=True):
        opens = found is not None and _key(found) in speakers
        if opens or _ends_turn(text, block):
            yield from _turn(label, content)
            label, content = Span(*found.span("label")) if found and opens else None, []
        start = found.end() if found and opens else block.span.start
        spoken = trimmed(text, start, block.span.end)
        content += [spoken] if spoken and label else []
    yield from _turn(label, content)


def _questions(text: str, blocks: Sequence[Words]) -> Iterator[Proposal]:
    """An interview without labels: who asks and who answers is stated nowhere but by the form."""
    content: list[Span] = []
    asked = False
    for block in blocks:
        asks = text[block.span.start : block.span.end].rstrip("”\"’' ").endswith("?")
        if asks or _ends_turn(text, block):
            yield from _unnamed(content)
            content = []
        asked = asked or asks
        if asks:
            yield from _unnamed([block.span])
        elif asked and block.kind is BlockKind.PARAGRAPH:
            content.append(block.span)
    yield from _unnamed(content)


def _unnamed(content: list[Span]) -> Iterator[Proposal]:
    if content:
        yield Proposal((), (), tuple(content), "turn")


def _opening(text: str, block: Words) -> re.Match[str] | None:
    if block.kind is not BlockKind.PARAGRAPH:
        return None
    limit = min(block.span.end, block.span.start + _LONGEST_LABEL)
    return OPENS_TURN.match(text, block.span.start, limit)


def _key(found: re.Match[str]) -> tuple[str, str]:
    return found["label"], found["mark"]


def _ends_turn(text: str, block: Words) -> bool:
    """Whether nobody speaks here: a heading, or a paragraph wholly in brackets."""
    if block.kind is not BlockKind.PARAGRAPH:
        return True
    return _DIRECTION.fullmatch(text, block.span.start, block.span.end) is not None


def _turn(label: Span | None, content: list[Span]) -> Iterator[Proposal]:
    if label is not None and content:
        yield Proposal((label,), (), tuple(content), "turn")
