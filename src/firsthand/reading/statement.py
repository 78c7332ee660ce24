"""Statements: every paragraph is its author's, who needs no "she said".

The author is the name in the byline, in the title ("Statement by ...") or after "I," in the
text; where the document names nobody, the source stays empty rather than guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from firsthand.ingest.report import Block, BlockKind, Report
from firsthand.reading.proposal import Proposal
from firsthand.text import Span, trimmed

_NAME = r"[^\W\d_a-z][\w.'\u2019-]*(?: (?:[^\W\d_a-z][\w.'\u2019-]*|de|van|von|al|bin|da|del)){0,5}"
_BY = re.compile(r"\s*(?:written )?(?:statement )?(?:by|of|from)?:?\s*", re.IGNORECASE)
# "Statement by the family of Joran Vell on his arrest": up to what it is about, or a mark.
_GROUP = r"(?i:the|an?|families|relatives|survivors|members) [^,;:.()\u2013\u2014\n]{2,100}?"
_ABOUT = r"(?i:on|to|about|regarding|concerning|after|before|at|dated|in response)\b"
_TITLE = re.compile(
    rf"(?i:statement|testimony|declaration|affidavit|letter) (?:(?i:by|of|from) (?P<name>{_NAME})"
    rf"|(?i:by|from) (?P<group>{_GROUP})(?=\s+{_ABOUT}|\s*(?:[,;:.()\u2013\u2014\n]|\Z)))"
)
# How lines of a press release open that its author does not speak.
_HANDLING = (
    *(
        "contact:",
        "contacts:",
        "contact (",
        "press contact:",
        "press contacts:",
        "press enquiries:",
    ),
    *("media contact:", "media contacts:", "media enquiries:", "media inquiries:"),
    *("for immediate release", "press release", "embargoed until", "under embargo", "###"),
    *("for more information, ", "for more information please", "for more information contact"),
    *("for further information", "note to editors", "notes to editors"),
)
_LONGEST_HANDLING = 40
_I = re.compile(rf"\bI, (?P<name>{_NAME}),")


def read_statement(report: Report) -> Iterator[Proposal]:
    """One attribution a paragraph, all to the author."""
    author = _author(report)
    source = (author,) if author else ()
    for block in report.blocks:
        spoken = trimmed(report.text, block.span.start, block.span.end)
        if spoken is None or block.kind is not BlockKind.PARAGRAPH:
            continue
        if not _is_handling(spoken.of(report.text)):
            yield Proposal(source, (), (spoken,), "statement")


def _is_handling(words: str) -> bool:
    """Whether a line tells the press how to reach somebody or when to print."""
    opening = words[:_LONGEST_HANDLING].lower()
    return opening.startswith(_HANDLING) or opening in {"ends", "ends.", "-ends-"}


def _author(report: Report) -> Span | None:
    """Where the author's name stands: byline, title or the words "I, NAME,"."""
    for kind, find in _PLACES:
        for block in report.blocks:
            found = find(report.text, block) if block.kind is kind else None
            if found is not None:
                return found
    return None


def _in_byline(text: str, block: Block) -> Span | None:
    opening = _BY.match(text, block.span.start, block.span.end)
    return trimmed(text, opening.end() if opening else block.span.start, block.span.end)


def _in_title(text: str, block: Block) -> Span | None:
    found = _TITLE.search(text, block.span.start, block.span.end)
    return Span(*found.span(found.lastgroup or 0)) if found else None


def _in_words(text: str, block: Block) -> Span | None:
    found = _I.search(text, block.span.start, block.span.end)
    return Span(*found.span("name")) if found else None


_PLACES = (
    (BlockKind.BYLINE, _in_byline),
    (BlockKind.HEADLINE, _in_title),
    (BlockKind.PARAGRAPH, _in_words),
)
