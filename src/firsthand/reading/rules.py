"""The reader by rules: everything in this folder, composed on one screen.

Quotations are found first, over all blocks, since one can run on from paragraph to paragraph.
Then the words are read (`paragraphs`), and what the form of the document says is added: turns,
the author of a statement, notes. A model reads behind the same interface later; the rules stay
as its check.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from firsthand.ingest.report import Block, BlockKind, Report, ReportKind
from firsthand.reading.attribution import Attribution, AttributionKind, attribution_id
from firsthand.reading.notes import read_notes, without_marks
from firsthand.reading.paragraphs import Paragraph, read_paragraphs
from firsthand.reading.proposal import Proposal
from firsthand.reading.quotes import kind_of, quotations
from firsthand.reading.reported import Page
from firsthand.reading.scores import score_of
from firsthand.reading.statement import read_statement
from firsthand.reading.tokens import Piece
from firsthand.reading.turns import read_turns
from firsthand.text import Span

_UNREAD = frozenset(
    {
        BlockKind.CREDIT,
        BlockKind.BYLINE,
        BlockKind.DATELINE,
        BlockKind.BOILERPLATE,
        BlockKind.FOOTNOTE,
    }
)
_SPOKEN = frozenset({"turn", "statement"})
_ONE_SPEAKER = frozenset({ReportKind.TRANSCRIPT, ReportKind.STATEMENT})
_PLAIN_SPEECH = frozenset(
    {"that", "clause", "quote", "colon", "end", "inverted", "according", "noun", "relay"}
)


@dataclass(frozen=True, slots=True)
class RulesReader:
    """Proposes the attributions of a report by rules alone: no weights, no tagger."""

    name: str = "rules/1"

    def read(self, report: Report) -> tuple[Attribution, ...]:
        """The attributions of the report, in order of their first character."""
        blocks = [b for b in report.blocks if b.kind not in _UNREAD and b.span.end > b.span.start]
        text = without_marks(report)
        page = Page(text, list(quotations(text, (b.span for b in blocks))))
        pieces = _pieces(page)
        by_words = read_paragraphs(page, _paragraphs(blocks, pieces))
        proposals = [*_by_form(report, blocks), *(p for p in by_words if _adds(report, p))]
        proposals += read_notes(report, text, _sourced(proposals))
        quoted = [piece.span for piece in pieces]
        made = (_attribution(report, proposal, quoted) for proposal in proposals)
        return tuple(_in_order({a.id: a for a in made}.values()))


def _pieces(page: Page) -> list[Piece]:
    pieces = [Piece(span, n) for n, q in enumerate(page.quotations) for span in q.spans]
    return sorted(pieces, key=lambda piece: piece.span)


def _paragraphs(blocks: Sequence[Block], pieces: Sequence[Piece]) -> Iterator[Paragraph]:
    """The blocks with the quotations in each."""
    for before, block in zip([None, *blocks], blocks, strict=False):
        first = bisect_left(pieces, block.span.start, key=lambda p: p.span.start)
        last = bisect_left(pieces, block.span.end, key=lambda p: p.span.start)
        follows = before is not None and before.kind is block.kind
        yield Paragraph(block.span, pieces[first:last], follows)


def _by_form(report: Report, blocks: Sequence[Block]) -> Iterable[Proposal]:
    """Who speaks because of what the document is."""
    if report.kind is ReportKind.TRANSCRIPT:
        return read_turns(report.text, blocks)
    return read_statement(report) if report.kind is ReportKind.STATEMENT else ()


def _adds(report: Report, proposal: Proposal) -> bool:
    """Whether words add a speaker: where one speaks throughout, "I saw it" and "ROE:" do not."""
    if report.kind not in _ONE_SPEAKER:
        return True
    first_person = any(s.of(report.text).lower() in {"i", "we"} for s in proposal.source)
    return proposal.pattern.split(".")[-1] in _PLAIN_SPEECH and not first_person


def _sourced(proposals: Iterable[Proposal]) -> list[Span]:
    """The words whose source the text itself names, in order."""
    return sorted(s for p in proposals if p.source and p.pattern not in _SPOKEN for s in p.content)


def _attribution(report: Report, proposal: Proposal, quoted: Sequence[Span]) -> Attribution:
    source, cue, content = proposal.source, proposal.cue, proposal.content
    kind = AttributionKind.DIRECT
    if proposal.pattern not in _SPOKEN:
        kind = kind_of(report.text, content, quoted)
    score = score_of(proposal.pattern)
    name = attribution_id(report, source, cue, content)
    return Attribution(name, source, cue, content, kind, score, proposal.pattern)


def _in_order(attributions: Iterable[Attribution]) -> list[Attribution]:
    return sorted(attributions, key=lambda a: (_first(a), a.content, a.source, a.cue))


def _first(attribution: Attribution) -> int:
    return min(s.start for s in (*attribution.source, *attribution.cue, *attribution.content))
