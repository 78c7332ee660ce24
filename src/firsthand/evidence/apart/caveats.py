"""Words of the report that limit statements: their scope, time and place, or doubt about them.

Fact-finding practice keeps what could not be verified beside what was said; news does it in a
sentence of its own ("could not be independently verified"), or in a clause behind the statement
("though she did not say when"). Only the report's own words count: what a source says of another
is that source's statement.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice

from firsthand.evidence.apart.limits import Statements
from firsthand.evidence.language.prose import clause_of, is_quoted, listed, phrases, prose
from firsthand.evidence.statement import Caveat
from firsthand.evidence.telling import Surroundings
from firsthand.ingest.report import BlockKind, ReportKind
from firsthand.reading.attribution import Attribution
from firsthand.text import Span

_SPOKEN = frozenset({ReportKind.TRANSCRIPT, ReportKind.STATEMENT})
_SIGNED = frozenset({BlockKind.BYLINE, BlockKind.DATELINE, BlockKind.CREDIT})
_WORD = re.compile(r"[^\W\d_][\w-]*")
_TOLD = re.compile(r"\btold\b")
_KINDS = ("doubt", "reference", "silence", "outlet", "unpublished")
# Of these, words that limit nothing which was said are no caveat.
_OF_SOMETHING = frozenset({"reference", "silence", "unpublished"})
# What the report adds behind words of a source: "..., he added, but it has not been published".
_ADDED = re.compile(r"(?:but|though|although|which|while)\b", re.IGNORECASE)
_MOST = 5
"""Words of one kind that are looked at in a sentence."""
_NEAR = 12
"""Words before "was not able to" among which the report must name itself."""


@dataclass(frozen=True, slots=True)
class _Limit:
    """Words that limit, in a sentence."""

    kind: str
    span: Span
    sentence: Span


def caveats_of(
    surroundings: Surroundings,
    attributions: Sequence[Attribution],
    speakers: Mapping[str, str | None] = {},
) -> tuple[Caveat, ...]:
    """The caveats of a report, with the ids of the attributions that each limits.

    `speakers` leads from an attribution's id to its source's.
    """
    if surroundings.report.kind in _SPOKEN:
        return ()
    own = list(_own_limits(surroundings, attributions))
    marks = sorted(limit.span for limit in own)
    said = [a for a in attributions if not _is_cue(a, marks)]
    statements = Statements(surroundings, said, speakers)
    found = (_caveat(surroundings.page.text, statements, limit) for limit in own)
    return tuple({c.span: c for c in found if c is not None}.values())


def _caveat(text: str, statements: Statements, limit: _Limit) -> Caveat | None:
    """The sentence, or the clause where the sentence also reports what somebody says."""
    beside = statements.within(limit.sentence)
    clause = clause_of(text, limit.sentence, limit.span.start)
    span = clause if beside else limit.sentence
    limits = _limited(text, statements, limit, span, beside)
    if not limits and limit.kind in _OF_SOMETHING:
        return None
    return Caveat(span, tuple(a.id for a in limits))


def _limited(
    text: str, statements: Statements, limit: _Limit, span: Span, beside: list[Attribution]
) -> list[Attribution]:
    start = limit.sentence.start
    if _reaching_all().search(text, span.start, span.end):
        return statements.before(start)
    if beside:
        return beside
    subject = text[span.start : limit.span.start]
    named = statements.of_whom(subject, start)
    if not named and limit.kind in ("outlet", "doubt"):
        named = statements.of_whom(text[limit.span.end : span.end], start)
    return named or ([] if limit.kind == "silence" else statements.nearest(start))


def _own_limits(
    surroundings: Surroundings, attributions: Sequence[Attribution]
) -> Iterator[_Limit]:
    """The words that limit, where they are the report's: neither quoted nor what a source says."""
    text, outlets = surroundings.page.text, _outlets(surroundings, attributions)
    said = _Said(attributions)
    for sentence in prose(surroundings):
        for kind, found in _limits_in(text, sentence.span):
            clause = clause_of(text, sentence.span, found.start)
            if is_quoted(surroundings, found.start) or said.covers(text, kind, found, clause):
                continue
            if kind != "outlet" or _names(outlets, text[clause.start : found.start]):
                yield _Limit(kind, found, sentence.span)


def _limits_in(text: str, sentence: Span) -> Iterator[tuple[str, Span]]:
    if _any_limit().search(text, sentence.start, sentence.end):
        for kind in _KINDS:
            every = _limiting(kind).finditer(text, sentence.start, sentence.end)
            for found in islice(every, _MOST):
                yield kind, Span(*found.span())


class _Said:
    """The words that a report gives to sources; a note's are still the report's own."""

    def __init__(self, attributions: Sequence[Attribution]) -> None:
        told = ((s, a) for a in attributions if a.pattern != "note" for s in a.content)
        self._told = sorted(told, key=lambda t: t[0])
        self._starts = [s.start for s, _ in self._told]

    def covers(self, text: str, kind: str, found: Span, clause: Span) -> bool:
        """Whether words lie in what a source says, and not in a clause that the report adds."""
        at = bisect_right(self._starts, found.start)
        around = [(s, a) for s, a in self._told[max(at - 8, 0) : at] if s.end > found.start]
        if kind not in ("outlet", "unpublished") or not _ADDED.match(text, clause.start):
            return bool(around)
        return any(c.start > clause.start for _, a in around for c in a.cue)


def _names(outlets: frozenset[str], before: str) -> bool:
    """Whether the report names itself right before words that say what was not possible."""
    return any(w.lower() in outlets for w in _WORD.findall(before)[-_NEAR:])


def _is_cue(a: Attribution, marks: Sequence[Span]) -> bool:
    """Whether what was read as a statement is itself the words that limit."""
    at = (bisect_right(marks, c.start, key=lambda m: m.end) for c in a.cue)
    return any(i < len(marks) and marks[i].overlaps(c) for i, c in zip(at, a.cue, strict=True))


def _outlets(surroundings: Surroundings, attributions: Sequence[Attribution]) -> frozenset[str]:
    """Words that name who reports: the outlet, who signs, whom sources told, words for press."""
    report, text = surroundings.report, surroundings.page.text
    told = (s.of(text) for a in attributions for s in a.cue)
    addressed = (t[found.end() :] for t in told if (found := _TOLD.search(t)))
    signed = (b.span.of(text) for b in report.blocks if b.kind in _SIGNED)
    words = _WORD.findall(" ".join([report.outlet or "", *addressed, *signed]))
    return frozenset(w.lower() for w in words if w[0].isupper()) | listed("caveats", "press")


@cache
def _limiting(kind: str) -> re.Pattern[str]:
    return phrases("caveats", kind)


@cache
def _any_limit() -> re.Pattern[str]:
    return phrases("caveats", *_KINDS)


@cache
def _reaching_all() -> re.Pattern[str]:
    return phrases("caveats", "all_before")
