"""From proposals to attributions: what every reader shares.

A reader proposes what it finds in running words; what the form of a document says is added here:
turns, the author of a statement, notes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from firsthand.ingest.report import Report, ReportKind
from firsthand.reading.attribution import Attribution, AttributionKind, attribution_id
from firsthand.reading.notes import read_notes
from firsthand.reading.page import Page
from firsthand.reading.proposal import Proposal
from firsthand.reading.quotes import kind_of
from firsthand.reading.rules.scores import score_of
from firsthand.reading.signed import read_signed
from firsthand.reading.statement import read_statement
from firsthand.reading.turns import read_turns
from firsthand.text import Span

_SPOKEN = frozenset({"turn", "statement"})
_PLAIN_SPEECH = frozenset(
    {"that", "clause", "quote", "colon", "end", "inverted", "according", "noun", "relay"}
)
_ONE_SPEAKER = frozenset({ReportKind.TRANSCRIPT, ReportKind.STATEMENT})


def composed(report: Report, page: Page, by_reader: Iterable[Proposal]) -> tuple[Attribution, ...]:
    """The attributions of a report, in order of their first character."""
    by_form = list(_by_form(report, page))
    marks = {p.cue for p in by_form if p.cue}
    by_words = [p for p in by_reader if p.cue not in marks and _adds(report, p)]
    proposals = [*by_form, *_each_by_its_own(by_words)]
    proposals += read_notes(report, page.text, _sourced(proposals))
    quoted = sorted(span for quotation in page.quotations for span in quotation.spans)
    made = (_attribution(report, proposal, quoted) for proposal in proposals)
    return tuple(sorted({a.id: a for a in made}.values(), key=_order))


def _each_by_its_own(proposals: Sequence[Proposal]) -> Iterator[Proposal]:
    """The same, without the words of whoever spoke right before.

    Of '"It stood there," she said. It was raided, the mayor said' the first words are hers alone.
    """
    by_content: dict[Span, list[Proposal]] = {}
    for p in proposals:
        for span in p.content:
            by_content.setdefault(span, []).append(p)
    for p in proposals:
        own = tuple(s for s in p.content if not _is_taken(s, p, by_content[s]))
        yield replace(p, content=own) if own and own != p.content else p


def _is_taken(span: Span, by: Proposal, others: Iterable[Proposal]) -> bool:
    """Whether somebody else's cue stands between the words and this one's."""
    cues = [other.cue[0].start for other in others if other is not by and other.cue]
    return bool(by.cue) and any(span.end <= cue < by.cue[0].start for cue in cues)


def _by_form(report: Report, page: Page) -> Iterable[Proposal]:
    """Who speaks because of what the document is, or what a paragraph of it looks like."""
    if report.kind is ReportKind.TRANSCRIPT:
        return read_turns(report.text, page.blocks)
    return read_statement(report) if report.kind is ReportKind.STATEMENT else read_signed(page)


def _adds(report: Report, proposal: Proposal) -> bool:
    """Whether words add a speaker: where one speaks throughout, "I saw it" and colons do not."""
    if report.kind not in _ONE_SPEAKER:
        return True
    if proposal.score is None and proposal.pattern.split(".")[-1] not in _PLAIN_SPEECH:
        return False
    says = any(c.isalnum() for span in proposal.cue for c in span.of(report.text))
    return says and not any(s.of(report.text).lower() in {"i", "we"} for s in proposal.source)


def _sourced(proposals: Iterable[Proposal]) -> list[Span]:
    """The words whose source the text itself names, in order."""
    return sorted(s for p in proposals if p.source and p.pattern not in _SPOKEN for s in p.content)


def _attribution(report: Report, proposal: Proposal, quoted: Sequence[Span]) -> Attribution:
    source, cue, content = proposal.source, proposal.cue, proposal.content
    kind = AttributionKind.DIRECT
    if proposal.pattern not in _SPOKEN:
        own = quoted if proposal.quoted is None else proposal.quoted
        kind = kind_of(report.text, content, own)
    score = score_of(proposal.pattern) if proposal.score is None else proposal.score
    name = attribution_id(report, source, cue, content)
    pattern, override = proposal.pattern, proposal.override
    return Attribution(name, source, cue, content, kind, score, pattern, override)


def _order(a: Attribution) -> tuple[object, ...]:
    first = min(s.start for s in (*a.source, *a.cue, *a.content))
    return first, a.content, a.source, a.cue
