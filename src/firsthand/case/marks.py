"""Which words of a passage made it a hit: found in its text, so that both stores mark the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from firsthand.case.query import Term
from firsthand.case.tokens import Word, words
from firsthand.text import Span


def marked(text: str, terms: Sequence[Term]) -> tuple[Span, ...]:
    """The words of the text that a term asks for, in order; of a phrase, each of its words."""
    if not terms:
        return ()
    found = list(words(text))
    return tuple(_apart(sorted({span for term in terms for span in _spans(found, term)})))


def _spans(found: Sequence[Word], term: Term) -> Iterator[Span]:
    size = len(term.tokens)
    for at in range(len(found) - size + 1):
        if _fits(found, at, term):
            yield from (word.span for word in found[at : at + size])


def _fits(found: Sequence[Word], at: int, term: Term) -> bool:
    *whole, last = term.tokens
    if any(found[at + n].token != token for n, token in enumerate(whole)):
        return False
    end = found[at + len(whole)].token
    return end.startswith(last) if term.prefix else end == last


def _apart(spans: Iterable[Span]) -> Iterator[Span]:
    """Without overlaps: one character can stand for two words."""
    before: Span | None = None
    for span in spans:
        if before is not None and before.overlaps(span):
            before = Span(before.start, max(before.end, span.end))
            continue
        if before is not None:
            yield before
        before = span
    if before is not None:
        yield before
