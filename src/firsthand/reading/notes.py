"""Footnotes and endnotes: in reports of the UN and of NGOs they are the attribution.

A note that cites something (an interview, a document, an address, a title with its year) is the
source of the words its mark follows: the words of its sentence since the mark before. A note
that explains or points elsewhere in the report cites nothing; "Ibid." is the note before.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import deque
from collections.abc import Iterator, Sequence

from firsthand.ingest.report import Note, Report
from firsthand.reading.proposal import Proposal
from firsthand.text import Span, sentences, trimmed

_NUMBER = re.compile(
    r"\s*[\[(]?(?:\d{1,4}(?!\w)|[*\u2020\u2021]|[\u00b9\u00b2\u00b3\u2070-\u2079]+)?[\])]?[.:]?\s*"
)
_IBID = re.compile(r"(?:ibid|ibidem|id|idem)\b\.?", re.IGNORECASE)
_EXPLAINS = re.compile(
    r"(?:the (?:term|word|phrase|name|expression|figure)s?"
    r"|(?:see|cf\.?)(?: also)? (?:paras?|paragraphs?|sections?|chapters?|annex|appendix|notes?"
    r"|above|below|p|pp|pages?|table|figure|footnotes?)"
    r"|this|these|that|for the purposes?|in this report|as used|names?|some names|all names"
    r"|not|note that|pseudonym)\b",
    re.IGNORECASE,
)
_CITES = re.compile(
    r"\b(?:interview(?:s|ed)?|testimon(?:y|ies)|witness|statement|letter|e-?mails?|correspondence|telephone"
    r"|communication|submission|affidavit|deposition|report(?:s|ed)?|judg(?:e)?ment|court|tribunal"
    r"|case no|resolution|decree|order|memorandum|minutes|transcript|record|archive|exhibit|video"
    r"|photograph|footage|satellite|press release|meeting|conversation|available at|accessed|see)\b"
    r"|https?://|www\.|\bv\. |\b[A-Z]/[A-Z]{2,}|\bS/\d{4}/|\b(?:1[89]|20)\d\d\b",
    re.IGNORECASE,
)
_LONGEST_LOOK = 2000


def without_marks(report: Report) -> str:
    """The text with a space for every character of a mark, so that "left.9 Then" is two sentences.

    Offsets stay what they are.
    """
    parts: list[str] = []
    end = 0
    for mark in sorted(note.mark for note in report.notes):
        if mark.start >= end:
            parts += [report.text[end : mark.start], " " * len(mark)]
            end = mark.end
    return "".join([*parts, report.text[end:]])


def read_notes(report: Report, text: str, sourced: Sequence[Span]) -> Iterator[Proposal]:
    """What the notes attribute; `sourced` are the words whose source the text itself names.

    `text` is the report's with its marks blank (`without_marks`). `sourced` is in order; words
    that lie within it are left to that attribution.
    """
    before: Note | None = None
    cited: Span | None = None
    reach = _reach(sourced)
    for note in sorted(report.notes, key=lambda n: n.mark):
        cited = _citation(report.text, note, cited)
        content = _followed(report, text, note, before)
        before = note
        if cited is not None and content is not None and not _within(content, sourced, reach):
            yield Proposal((cited,), (note.mark,), (content,), "note")


def _citation(text: str, note: Note, before: Span | None) -> Span | None:
    """The words that name what a note cites; None where it cites nothing."""
    number = _NUMBER.match(text, note.body.start, note.body.end)
    body = trimmed(text, number.end() if number else note.body.start, note.body.end)
    if body is None or _EXPLAINS.match(text, body.start, body.end):
        return None
    if _IBID.match(text, body.start, body.end):
        return before
    if not _CITES.search(text, body.start, min(body.end, body.start + _LONGEST_LOOK)):
        return None
    return _without_stop(text, next(sentences(text, body), body))


def _without_stop(text: str, span: Span) -> Span:
    end = span.end - 1 if text[span.end - 1] == "." and len(span) > 1 else span.end
    return Span(span.start, end)


def _followed(report: Report, text: str, note: Note, before: Note | None) -> Span | None:
    """The words that a mark follows: its sentence, from the mark before on."""
    block = next(iter(_blocks_at(report, note.mark)), None)
    if block is None:
        return None
    start = block.start
    if before is not None and start <= before.mark.end <= note.mark.start:
        start = before.mark.end
    if start >= note.mark.start:
        return None
    found = deque(sentences(text, Span(start, note.mark.start)), maxlen=1)
    return found[0] if found else None


def _blocks_at(report: Report, mark: Span) -> Iterator[Span]:
    at = bisect_right(report.blocks, mark.start, key=lambda b: b.span.start) - 1
    if at >= 0 and report.blocks[at].span.contains(mark):
        yield report.blocks[at].span


def _reach(sourced: Sequence[Span]) -> list[int]:
    """How far the spans up to each one reach, so that one look tells what covers a place."""
    reach: list[int] = []
    for span in sourced:
        reach.append(max(span.end, reach[-1] if reach else 0))
    return reach


def _within(content: Span, sourced: Sequence[Span], reach: Sequence[int]) -> bool:
    """Whether most of `content` lies in words that the text itself attributes."""
    at = bisect_right(sourced, content.end, key=lambda s: s.start) - 1
    return at >= 0 and reach[at] > (content.start + content.end) // 2
