"""Transcripts: each turn's words are its speaker's, with no verb that says so.

A turn opens with a label at the start of a paragraph ("MS. ROE:", "Q.", "A:"), maybe after a
time stamp, and goes on over the paragraphs that open with none. The label is the source; the
form of the document takes the place of a cue.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from firsthand.ingest.report import Block, BlockKind
from firsthand.reading.proposal import Proposal
from firsthand.text import Span, trimmed

_TIME = r"(?:[\[(]?\d{1,2}:\d{2}(?::\d{2})?[\])]?\s+)?"
_WORD = r"\w[\w.'\u2019-]{0,30}"
_NAME = rf"[^\W\d_a-z][\w.'\u2019-]{{0,30}}(?: {_WORD}){{0,5}}(?: ?[(\[][^)\]\n]{{0,60}}[)\]])?"
_LABEL = re.compile(rf"{_TIME}(?P<label>(?:[QA](?=[.:]))|{_NAME}(?=:))[.:](?:\s+|\Z)")
_LONGEST_LABEL = 300


def read_turns(text: str, blocks: Iterable[Block]) -> Iterator[Proposal]:
    """The turns of a transcript, in order; what comes before the first label is nobody's."""
    label: Span | None = None
    content: list[Span] = []
    for block in blocks:
        limit = min(block.span.end, block.span.start + _LONGEST_LABEL)
        found = _LABEL.match(text, block.span.start, limit)
        if found is not None or block.kind is not BlockKind.PARAGRAPH:
            yield from _turn(label, content)
            label, content = None, []
        if found is not None and block.kind is BlockKind.PARAGRAPH:
            label = Span(found.start("label"), found.end("label"))
        start = found.end() if found is not None else block.span.start
        spoken = trimmed(text, start, block.span.end)
        content += [spoken] if spoken and label else []
    yield from _turn(label, content)


def _turn(label: Span | None, content: list[Span]) -> Iterator[Proposal]:
    if label is not None and content:
        yield Proposal((label,), (), tuple(content), "turn")
