"""Who speaks by the form of a paragraph alone: labelled turns in an article, signed quotations.

An article that prints part of a transcript has turns ("WALLACE: ..."); a page that collects
voices signs each quotation ("“...” — Ada Lem, nurse"). The mark takes the place of the cue.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from firsthand.ingest.labels import OPENS_TURN, speakers_among
from firsthand.ingest.report import BlockKind
from firsthand.reading.page import Page, Words
from firsthand.reading.proposal import Proposal
from firsthand.text import Span, shifted, trimmed

_OPENING = "\"“”„'‘"
_CLOSING = "\"”’'"
_LEAST = 3
"""Labelled paragraphs below which a colon is a colon."""
_LONGEST_LABEL = 300
_SIGNATURE = re.compile(
    r"(?<=[\"”’'])[.,]?\s*(?P<dash>[―—–]|--?)\s*(?P<name>(?-i:[^\W\d_a-z])[^\"“”\n.!?]{1,80})\.?\s*\Z"
)


def read_signed(page: Page) -> Iterator[Proposal]:
    """The turns and the signed quotations among an article's paragraphs."""
    paragraphs = [b for b in page.blocks if b.kind in (BlockKind.PARAGRAPH, BlockKind.PULL_QUOTE)]
    yield from _turns(page.text, paragraphs)
    yield from _signatures(page.text, paragraphs)


def _turns(text: str, paragraphs: Sequence[Words]) -> Iterator[Proposal]:
    opened = [found for block in paragraphs if (found := _label(text, block))]
    speakers = speakers_among((m["label"], m["mark"]) for _, m in opened)
    spoken = [(block, m) for block, m in opened if (m["label"], m["mark"]) in speakers]
    for block, m in spoken if len(spoken) >= _LEAST else ():
        content = _unquoted(text, m.end(), block.span.end)
        if content:
            cue = (Span(*m.span("mark")),)
            yield Proposal((Span(*m.span("label")),), cue, (content,), "turn")


def _label(text: str, block: Words) -> tuple[Words, re.Match[str]] | None:
    """The label that opens a paragraph, behind a quotation mark maybe."""
    start = block.span.start + (text[block.span.start] in _OPENING)
    found = OPENS_TURN.match(text, start, min(block.span.end, start + _LONGEST_LABEL))
    return (block, found) if found and found["mark"] == ":" else None


def _unquoted(text: str, start: int, end: int) -> Span | None:
    """The words of a turn, without the mark that closes a quotation of the whole paragraph."""
    closes = end > start and text[end - 1] in _CLOSING
    opened = any(c in _OPENING for c in text[start : end - 1]) if closes else False
    return trimmed(text, start, end - 1 if closes and not opened else end)


def _signatures(text: str, paragraphs: Sequence[Words]) -> Iterator[Proposal]:
    for block in paragraphs:
        opens = text[block.span.start] in _OPENING
        near = max(block.span.start, block.span.end - 120)
        found = _SIGNATURE.search(text[near : block.span.end]) if opens else None
        if found:
            dash, name = (shifted(Span(*found.span(g)), near) for g in ("dash", "name"))
            content = trimmed(text, block.span.start, dash.start)
            if content:
                yield Proposal((name,), (dash,), (content,), "signed")
