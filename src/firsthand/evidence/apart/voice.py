"""What a report asserts with no attribution found in the text: its own voice.

A sentence counts where it tells of an act or a condition that bears on somebody (harm, coercion,
detention, death, punishment, treatment), where no attribution covers it or goes on over it, and
where it is neither background nor comment (`background`). Of a sentence that also reports what
somebody says, a clause that the report adds counts ("Solm, who runs the quays like a prison,
said"). The score estimates how often such words were rightly so called; it says nothing of
whether they are true.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from firsthand.evidence.apart.acts import DEED, OTHER, bearing, is_finite, is_grave
from firsthand.evidence.apart.background import (
    argues,
    before_claims,
    is_given,
    is_heading,
    needs_no_source,
    without_quotations,
    without_verdicts,
)
from firsthand.evidence.apart.carried import Covered, merged
from firsthand.evidence.language.prose import Prose, prose, touching
from firsthand.evidence.statement import OwnVoice
from firsthand.evidence.telling import Surroundings
from firsthand.ingest.report import ReportKind
from firsthand.reading.attribution import Attribution
from firsthand.text import Span, trimmed

_OWN = frozenset({ReportKind.NEWS, ReportKind.FOOTNOTED_REPORT})
_ADDED_SCORE = 0.7
# A document argues where three sentences, and one in ten, speak for their author or advise.
_ARGUED, _SHARE = 3, 10
_KEPT = frozenset({"May", "US", "IT"})
# What is said of a source in a clause of its own, up to the next comma.
_ADDS = re.compile(r",\s+(?P<clause>(?:who|which|whose|where)\b[^,;:.!?]+)", re.IGNORECASE)
# What happened to who speaks is told by them: "Lem, who was beaten, said".
_OF_ITSELF = re.compile(r"(?:who|which)\s+(?:is|was|were|are|has|had|have|died)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_](?:[\w’'-]*\w)?")


def own_voice_of(
    surroundings: Surroundings, attributions: Sequence[Attribution], apart: Sequence[Span] = ()
) -> tuple[OwnVoice, ...]:
    """The sentences that the report itself asserts; `apart` are left out (caveats, asserted)."""
    if surroundings.report.kind not in _OWN:
        return ()
    return tuple(_found(surroundings, Covered(surroundings, attributions), merged(apart)))


def _found(
    surroundings: Surroundings, covered: Covered, apart: Sequence[Span]
) -> Iterator[OwnVoice]:
    sentences, text = list(prose(surroundings)), surroundings.page.text
    carried, least = covered.carried(sentences), cache(lambda: _least(sentences, text))
    for at, sentence in enumerate(sentences):
        if touching(apart, sentence.span) or is_heading(sentences, at, text):
            continue
        if covered.is_summed_up(sentence):
            continue
        if covered.within(sentence.span):
            yield from _added(text, covered, sentence.span)
        elif not carried[at] and not covered.is_quoted(sentence.span):
            score = _score(sentence.span.of(text))
            if score >= OTHER or (score and score >= least()):
                yield OwnVoice(sentence.span, score)


def _least(sentences: Sequence[Prose], text: str) -> float:
    """The least score that counts: where a document argues, only what is surest."""
    argued = sum(argues(without_quotations(s.span.of(text))) for s in sentences)
    return OTHER if argued >= _ARGUED and _SHARE * argued >= len(sentences) else DEED


def _added(text: str, covered: Covered, sentence: Span) -> Iterator[OwnVoice]:
    """The clauses that a report adds to the name of somebody who speaks."""
    for found in _ADDS.finditer(text, sentence.start, sentence.end):
        span = trimmed(text, found.start("clause"), found.end("clause"))
        if not span or not covered.is_of_source(span) or _OF_ITSELF.match(text, span.start):
            continue
        score = 0.0 if covered.is_quoted(span) else _score(span.of(text), only_acts=True)
        if score >= OTHER:
            yield OwnVoice(span, round(score * _ADDED_SCORE, 2))


def _score(sentence: str, only_acts: bool = False) -> float:
    """How surely words tell of an act that wants a source; 0 where they do not."""
    own = without_quotations(sentence)
    words = [w if w in _KEPT else w.lower() for w in _words(own)]
    if is_given(words):
        return 0.0
    before = before_claims(own)
    rest = without_verdicts(before)
    told = [w if i and w[0].isupper() else w.lower() for i, w in enumerate(_words(rest))]
    if needs_no_source(own, words, is_grave(told)):
        return 0.0
    whole = len(before) == len(own)
    return bearing(rest, told, whole and not only_acts) if whole or is_finite(told) else 0.0


def _words(sentence: str) -> list[str]:
    return _WORD.findall(sentence.replace("’", "'"))
