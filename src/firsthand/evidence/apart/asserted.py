"""Where a report itself claims that accounts agree: "other accounts have also suggested".

Such words are shown as the report's claim. They add no source, and Firsthand's own comparison of
accounts never rests on them: asserted corroboration is not corroboration (country-of-origin
practice asks for the accounts themselves).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from firsthand.evidence.language.prose import Prose, clause_of, is_quoted, listed, phrases, prose
from firsthand.evidence.statement import Asserted
from firsthand.evidence.telling import Surroundings
from firsthand.ingest.report import ReportKind
from firsthand.text import Span

_SPOKEN = frozenset({ReportKind.TRANSCRIPT, ReportKind.STATEMENT})


def asserted_of(surroundings: Surroundings) -> tuple[Asserted, ...]:
    """The clauses in which the report, in its own words, says that accounts agree."""
    if surroundings.report.kind in _SPOKEN:
        return ()
    return tuple(Asserted(s) for p in prose(surroundings) for s in _claimed(surroundings, p))


def _claimed(surroundings: Surroundings, sentence: Prose) -> Iterator[Span]:
    text, span = surroundings.page.text, sentence.span
    found = _agreement().search(text, span.start, span.end)
    if found is None or is_quoted(surroundings, found.start()):
        return
    clause = clause_of(text, span, found.start())
    before, after = _says()
    if before.search(text, clause.start, found.start()) or after.search(
        text, found.end(), span.end
    ):
        return
    yield clause if clause.start > span.start else span


@cache
def _says() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What gives a claim to somebody else, before it ("he said") and behind it (", he said")."""
    said = "|".join(sorted(listed("asserted", "says")))
    behind = rf",[\"”’]?\s+(?:\w+\s+){{0,4}}?(?:{said})\b"
    return re.compile(rf"\b(?:{said})\b", re.I), re.compile(behind, re.I)


@cache
def _agreement() -> re.Pattern[str]:
    return phrases("asserted", "phrases")
