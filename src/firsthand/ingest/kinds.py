"""What kind of document a draft is, by its form; a person can say otherwise.

Only plain forms count: speakers' labels on most of its paragraphs, marks that lead to notes,
the opening words of a statement or of a record. Whatever shows none of these is news.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from firsthand.ingest.draft import DraftBlock, Metadata
from firsthand.ingest.labels import OPENS_TURN, speakers_among
from firsthand.ingest.report import BlockKind, ReportKind

_STATEMENT_TITLE = re.compile(
    r"(?:(?:witness|written|personal|press|sworn|joint|opening|closing)\s+)?"
    r"(?:statement|testimony|affidavit|declaration|remarks|open letter)\s+(?:of|by|from|to)\b"
    r"|(?:witness|sworn|written) statement\b|affidavit\b"
    r"|.{0,80}:\s+(?:my|a) (?:statement|testimony)$",
    re.I,
)
_STATEMENT_OPENS = re.compile(
    r"(?:\d+\.\s*)?(?:I, (?:the undersigned|[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+)*),"
    r"|My name is\b|I am (?:a|an|the) .{0,200}\b(?:make|give) this statement)"
)
_RECORD = re.compile(
    r"(?:in the (?:\w+ ){0,4}court\b|(?:summary|verbatim|provisional|official) records?\b"
    r"|minutes of\b|case (?:no|number)\b|resolution \d|judge?ment\b|indictment\b|decree\b"
    r"|order no\b|docket\b|the meeting was called to order\b|adopted by the \w+)",
    re.I,
)
_READ = (BlockKind.PARAGRAPH, BlockKind.KEY_POINT, BlockKind.SUBHEADING)
_LONGEST_LABEL = 300
_LEAST = 3
"""Turns, or notes, below which a form is an accident."""


def detect(blocks: Sequence[DraftBlock], metadata: Metadata) -> ReportKind:
    """The kind of a classified draft."""
    body = [b for b in blocks if b.kind in _READ]
    opening = [
        metadata.title or "",
        *(b.words for b in blocks[:6] if b.kind is not BlockKind.BOILERPLATE),
    ]
    if _has_turns(body) or _has_questions(body):
        return ReportKind.TRANSCRIPT
    if _is_statement(opening, body):
        return ReportKind.STATEMENT
    if _rests_on_notes(blocks, body):
        return ReportKind.FOOTNOTED_REPORT
    is_record = any(_RECORD.match(words) for words in opening)
    return ReportKind.OFFICIAL_RECORD if is_record else ReportKind.NEWS


def _rests_on_notes(blocks: Sequence[DraftBlock], body: Sequence[DraftBlock]) -> bool:
    """Notes throughout: one for each 150 words at least; an article may have a few."""
    words = sum(len(b.words) for b in body) / 6
    return sum(len(b.marks) for b in blocks) >= max(_LEAST, words / 150)


def _has_turns(body: Sequence[DraftBlock]) -> bool:
    """Speakers' labels on at least a third of the paragraphs."""
    opened = (OPENS_TURN.match(b.words[:_LONGEST_LABEL]) for b in body)
    labels = [(m["label"], m["mark"]) for m in opened if m]
    spoken = speakers_among(labels)
    return sum(label in spoken for label in labels) >= max(_LEAST, len(body) // 3)


def _has_questions(body: Sequence[DraftBlock]) -> bool:
    """An interview without labels: paragraphs that ask, each with an answer under it."""
    asks = [b.words.rstrip("”\"’' ").endswith("?") for b in body]
    answered = sum(a and not b for a, b in pairwise(asks))
    return answered > _LEAST and answered >= len(body) / 4


def _is_statement(opening: Sequence[str], body: Sequence[DraftBlock]) -> bool:
    titled = any(len(w) < 200 and _STATEMENT_TITLE.match(w) for w in opening)
    begins = any(_STATEMENT_OPENS.match(b.words) for b in body[:3])
    return (titled or begins) and _first_person(body)


def _first_person(body: Sequence[DraftBlock]) -> bool:
    """Whether "I" or "we" speaks in at least a third of the paragraphs, outside quotations."""
    outside = (re.sub(r"[“\"][^”\"]*[”\"]?", "", b.words[:2000]) for b in body)
    speaks = sum(bool(re.search(r"\b(?:I|[Ww]e|my|our)\b", words)) for words in outside)
    return speaks >= max(1, len(body) / 3)
