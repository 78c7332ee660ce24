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

from firsthand.evidence.acts import OTHER, bearing, is_grave
from firsthand.evidence.background import is_given, needs_no_source, without_verdicts
from firsthand.evidence.carried import Covered, merged
from firsthand.evidence.prose import prose, touching
from firsthand.evidence.statement import OwnVoice
from firsthand.evidence.telling import Surroundings
from firsthand.ingest.report import ReportKind
from firsthand.reading.attribution import Attribution
from firsthand.text import Span, trimmed

_OWN = frozenset({ReportKind.NEWS, ReportKind.FOOTNOTED_REPORT})
_ADDED_SCORE = 0.7
# What is said of a source in a clause of its own, up to the next comma.
_ADDS = re.compile(r",\s+(?P<clause>(?:who|which|whose|where)\b[^,;:.!?]+)", re.IGNORECASE)
# What happened to who speaks is told by them: "Lem, who was beaten, said".
_OF_ITSELF = re.compile(r"(?:who|which)\s+(?:is|was|were|are|has|had|have)\b", re.IGNORECASE)
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
    for at, sentence in enumerate(sentences):
        if touching(apart, sentence.span):
            continue
        if covered.is_summed_up(sentence):
            continue
        if covered.within(sentence.span):
            yield from _added(text, covered, sentence.span)
        elif not covered.is_quoted(sentence.span) and not covered.carries_over(sentences, at):
            score = _score(sentence.span.of(text))
            if score:
                yield OwnVoice(sentence.span, score)


def _added(text: str, covered: Covered, sentence: Span) -> Iterator[OwnVoice]:
    """The clauses that a report adds to the name of somebody who speaks."""
    for found in _ADDS.finditer(text, sentence.start, sentence.end):
        span = trimmed(text, found.start("clause"), found.end("clause"))
        if not span or not covered.is_of_source(span) or _OF_ITSELF.match(text, span.start):
            continue
        score = 0.0 if covered.is_quoted(span) else _score(span.of(text))
        if score >= OTHER:
            yield OwnVoice(span, round(score * _ADDED_SCORE, 2))


def _score(sentence: str) -> float:
    """How surely words tell of an act that wants a source; 0 where they do not."""
    rest = without_verdicts(sentence)
    told = [w if i and w[0].isupper() else w.lower() for i, w in enumerate(_words(rest))]
    words = [w if w == "May" else w.lower() for w in _words(sentence)]
    if is_given(words) or needs_no_source(sentence, words, is_grave(told)):
        return 0.0
    return bearing(rest, told)


def _words(sentence: str) -> list[str]:
    return _WORD.findall(sentence.replace("’", "'"))
