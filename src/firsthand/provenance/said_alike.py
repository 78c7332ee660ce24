"""Which sources two reports give the same words to.

A shared passage is laid over the statements of both reports; two statements are the same where
they take the same part of it (intersection over union of at least a half, best for both). So a
guard quoted within a docker's quotation is the guard of the other report, not its docker. Of
several statements of one report that share words with a statement elsewhere, the closest counts.

Only words that are the same, but for what was cut, make two sources one: of a quotation, or of
prose that one report copies from the other. Witnesses of one act say much alike, and retellings
of two of them still more (in made-up stories about 1 in 5 links by words like each other is
wrong, fewer than 1 in 100 by the same words).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import lru_cache, partial
from typing import Final

from firsthand.evidence.values import Standing
from firsthand.provenance.filed import FiledReport
from firsthand.provenance.person import Ref
from firsthand.provenance.wording import How, Passage, Shared, Wording
from firsthand.reading.attribution import AttributionKind
from firsthand.text import Span

_LEAST_ALIKE: Final = 0.5
_ALL: Final = 0.8
_EXACT: Final = 0.95
_KEPT: Final = 1 << 16
"""Passages for which it is kept who speaks in them; the same ones come again and again."""
_FEW_WORDS: Final = 4
"""A shared phrase of fewer words than this, names apart, anybody may have said."""


@dataclass(frozen=True, slots=True)
class Said:
    """Words of a source, quoted or told."""

    source: str
    span: Span
    quoted: bool


@dataclass(slots=True)
class SameWords:
    """The words that two sources share: the spans of each; of which the `exact` are the same."""

    one: list[Span] = field(default_factory=list)
    other: list[Span] = field(default_factory=list)
    exact: list[tuple[Span, Span]] = field(default_factory=list)
    words: int = 0


@dataclass(frozen=True, slots=True)
class Shares:
    """Shared words of two sources: the longest of each, and the part of all words that they are.

    `exact` are the parts of all words of the one and of the other that are the same words,
    `alike` the larger part that is at least like the other's. `words` are those of the same
    words, names apart.
    """

    one: Span
    other: Span
    exact: tuple[float, float]
    alike: float
    words: int

    def is_all(self, *, of_one: bool, of_other: bool) -> bool:
        """Whether all words of the one, or of the other, as asked, are the other source's too."""
        parts = [part for part, asked in zip(self.exact, (of_one, of_other), strict=True) if asked]
        return max(parts) >= _ALL and self.words >= _FEW_WORDS

    @property
    def is_like(self) -> bool:
        """Whether all words of one of the two are like some of the other."""
        return self.alike >= _ALL


def shares_of(reports: Sequence[FiledReport], wording: Wording) -> dict[tuple[Ref, Ref], Shares]:
    """For each pair of sources with words in common: which, and how much of all that they say."""
    said = {report.id: _said(report) for report in reports}
    within = lru_cache(_KEPT)(partial(_within, said))
    found: dict[tuple[Ref, Ref], SameWords] = defaultdict(SameWords)
    copies = {frozenset((copy.report, copy.of)) for copy in wording.copies}
    for link in _closest([link for p in wording.shared for link in _lay(p, within)]):
        _add(link, found, copies)
    lengths = _lengths(said)
    return {refs: _shares(same, refs, lengths) for refs, same in found.items()}


def _said(report: FiledReport) -> list[Said]:
    return [
        Said(statement.source, span, statement.kind is AttributionKind.DIRECT)
        for statement in report.statements
        if statement.source and statement.standing is Standing.STATEMENT
        for span in statement.content
    ]


@dataclass(frozen=True, slots=True)
class Part:
    """The words of a source within a passage, and the part of the passage that they take.

    `whole` is the content that they are words of.
    """

    source: str
    whole: Said
    span: Span
    start: float
    end: float

    def likeness(self, other: Part) -> float:
        """Intersection over union of the two parts."""
        shared = min(self.end, other.end) - max(self.start, other.start)
        return shared / (max(self.end, other.end) - min(self.start, other.start))


@dataclass(frozen=True, slots=True)
class Link:
    """Words of two statements that take the same part of a passage."""

    passage: Shared
    one: Part
    other: Part

    @property
    def sides(self) -> Iterator[tuple[str, Span, str]]:
        """Each statement with the report in which it was found again."""
        one, other = self.passage.one.report, self.passage.other.report
        yield one, self.one.whole.span, other
        yield other, self.other.whole.span, one

    @property
    def closeness(self) -> float:
        """How much of the shorter one's words the other has, 0 to 1."""
        return self.passage.score

    def is_exact(self, copies: AbstractSet[frozenset[str]]) -> bool:
        """Whether it is the same words, quoted by both or copied as prose."""
        told = not (self.one.whole.quoted or self.other.whole.quoted)
        passage = self.passage
        copied = frozenset((passage.one.report, passage.other.report)) in copies
        same = passage.score >= _EXACT and passage.how is not How.REWORDED
        return same and (passage.is_quotation or (told and copied))


def _lay(passage: Shared, within: Callable[[Passage], list[Part]]) -> Iterator[Link]:
    ones = within(passage.one)
    others = within(passage.other) if ones else []
    return (Link(passage, one, other) for one, other in _same(ones, others))


def _closest(links: Sequence[Link]) -> Iterator[Link]:
    """The links that are the closest of both their statements."""
    best: dict[tuple[str, Span, str], float] = defaultdict(float)
    for link in links:
        for side in link.sides:
            best[side] = max(best[side], link.closeness)
    yield from (x for x in links if all(x.closeness >= best[side] for side in x.sides))


def _add(
    link: Link, found: dict[tuple[Ref, Ref], SameWords], copies: AbstractSet[frozenset[str]]
) -> None:
    passage = link.passage
    ends = ((Ref(passage.one.report, link.one.source), link.one.span),
            (Ref(passage.other.report, link.other.source), link.other.span))  # fmt: skip
    (one, here), (other, there) = sorted(ends)
    same = found[one, other]
    same.one.append(here)
    same.other.append(there)
    if link.is_exact(copies):
        same.exact.append((here, there))
        same.words += passage.words


def _within(said: Mapping[str, list[Said]], passage: Passage) -> list[Part]:
    return [
        _part(passage, words)
        for words in said.get(passage.report, ())
        if words.span.overlaps(passage.span)
    ]


def _part(passage: Passage, words: Said) -> Part:
    at, length = passage.span.start, len(passage.span)
    span = Span(max(words.span.start, at), min(words.span.end, passage.span.end))
    return Part(words.source, words, span, (span.start - at) / length, (span.end - at) / length)


def _same(ones: list[Part], others: list[Part]) -> Iterator[tuple[Part, Part]]:
    """The pairs each of whom is the other's best."""
    for one in ones:
        other = max(others, key=one.likeness, default=None)
        if other is None or one.likeness(other) < _LEAST_ALIKE:
            continue
        if other.likeness(one) >= max(map(other.likeness, ones)):
            yield one, other


def _lengths(said: dict[str, list[Said]]) -> dict[Ref, int]:
    spans: dict[Ref, list[Span]] = defaultdict(list)
    for report, every in said.items():
        for words in every:
            spans[Ref(report, words.source)].append(words.span)
    return {ref: _length(own) for ref, own in spans.items()}


def _length(spans: Iterable[Span]) -> int:
    """How many characters the spans take, each counted once."""
    total = end = 0
    for span in sorted(spans):
        total += max(0, span.end - max(span.start, end))
        end = max(end, span.end)
    return total


def _shares(same: SameWords, refs: tuple[Ref, Ref], lengths: dict[Ref, int]) -> Shares:
    exact = _parts([x for x, _ in same.exact], [x for _, x in same.exact], refs, lengths)
    alike = max(_parts(same.one, same.other, refs, lengths))
    shown = same.exact or list(zip(same.one, same.other, strict=True))
    here, there = max(shown, key=lambda spans: (len(spans[0]), -spans[0].start, -spans[1].start))
    return Shares(here, there, exact, alike, same.words)


def _parts(
    ones: list[Span], others: list[Span], refs: tuple[Ref, Ref], lengths: dict[Ref, int]
) -> tuple[float, float]:
    """The parts that the spans are of all that either source says."""
    one, other = refs
    return _length(ones) / max(1, lengths[one]), _length(others) / max(1, lengths[other])
