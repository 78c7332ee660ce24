"""Paragraphs: sentences read one by one, and stand-alone quotations given their speaker.

A quotation with no cue of its own belongs to who spoke last in its paragraph; one that opens a
paragraph belongs to who spoke last in the paragraph before, if that is of the same kind. Where
there is nobody to go to it stands `alone`, its source empty.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from firsthand.reading.page import Page
from firsthand.reading.proposal import Proposal, tidy
from firsthand.reading.rules.alone import alone_in
from firsthand.reading.rules.reported import read_inside, read_sentence
from firsthand.reading.rules.sentence import sentences_of
from firsthand.reading.rules.tokens import Piece, Sentence, TokenKind
from firsthand.text import Span

_SPOKEN = frozenset({"end", "inverted", "quote", "quote.ing", "colon", "colon.ing", "name_colon"})


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block to read, with the quotations in it; `follows` says it goes on from the last.

    `running` says it is running text: a headline or a pull quote repeats what is said there.
    """

    span: Span
    pieces: Sequence[Piece]
    follows: bool
    running: bool


@dataclass(frozen=True, slots=True)
class _Reading:
    """What has been read so far; `more` are the spans that a proposal goes on with.

    They are put together once, at the end: a speech of ten thousand paragraphs is linear.
    """

    page: Page
    proposals: list[Proposal] = field(default_factory=list)
    alone: list[Proposal] = field(default_factory=list)
    more: defaultdict[int, list[Span]] = field(default_factory=lambda: defaultdict(list))


def read_paragraphs(page: Page, paragraphs: Iterable[Paragraph]) -> list[Proposal]:
    """All attributions that the words of these paragraphs make."""
    reading = _Reading(page)
    speaking: int | None = None
    last: Sentence | None = None
    for paragraph in paragraphs:
        speaking, last = (speaking, last) if paragraph.follows else (None, None)
        sentences = list(sentences_of(page.text, paragraph.span, paragraph.pieces))
        speaking = _read(
            reading, paragraph, sentences, _announced(reading, last, sentences, speaking)
        )
        last = sentences[-1] if sentences else None
    made = [_with(page, p, reading.more.get(at)) for at, p in enumerate(reading.proposals)]
    spoken = {span for proposal in made for span in proposal.content}
    return made + [p for p in reading.alone if spoken.isdisjoint(p.content)]


def _with(page: Page, spoken: Proposal, more: list[Span] | None) -> Proposal:
    return replace(spoken, content=tidy(page.text, [*spoken.content, *more])) if more else spoken


def _announced(
    reading: _Reading, last: Sentence | None, sentences: Sequence[Sentence], speaking: int | None
) -> int | None:
    """Who says the quotation that opens a paragraph: the one before may end with "She said:"."""
    if last is None or last.tokens[-1].lower != ":" or not sentences:
        return speaking
    if not _stands_alone(sentences[0]):
        return speaking
    quotation = next(t for t in sentences[0].tokens if t.is_quotation)
    joined = Sentence(Span(last.span.start, quotation.span.end), (*last.tokens, quotation))
    quoted = tidy(reading.page.text, reading.page.quotations[quotation.number].spans)
    made = [p for p in read_sentence(reading.page, joined) if p.content == quoted][:1]
    reading.proposals.extend(made)
    return len(reading.proposals) - 1 if made else speaking


def _read(
    reading: _Reading,
    paragraph: Paragraph,
    sentences: Sequence[Sentence],
    speaking: int | None,
) -> int | None:
    """Add a paragraph's attributions; the answer is who spoke last in it."""
    if speaking is None and paragraph.running and all(map(_stands_alone, sentences)):
        reading.alone.extend(alone_in(reading.page, paragraph.pieces))
    for at, sentence in enumerate(sentences):
        if not _stands_alone(sentence):
            first = len(reading.proposals)
            reading.proposals.extend(read_sentence(reading.page, sentence))
            speaking = _last_spoken(reading.proposals, first, speaking if at else None)
        elif speaking is not None:
            reading.more[speaking] += _quoted(reading.page, sentence)
    for piece in paragraph.pieces:
        reading.proposals.extend(read_inside(reading.page, piece))
    return speaking


def _stands_alone(sentence: Sentence) -> bool:
    """Whether a sentence is quotations and nothing else."""
    return all(t.is_quotation or t.kind is TokenKind.MARK for t in sentence.tokens) and any(
        t.is_quotation for t in sentence.tokens
    )


def _last_spoken(proposals: Sequence[Proposal], first: int, otherwise: int | None) -> int | None:
    spoken = [i for i in range(max(0, first), len(proposals)) if proposals[i].pattern in _SPOKEN]
    return spoken[-1] if spoken else otherwise


def _quoted(page: Page, sentence: Sentence) -> list[Span]:
    return [s for t in sentence.tokens if t.is_quotation for s in page.quotations[t.number].spans]
