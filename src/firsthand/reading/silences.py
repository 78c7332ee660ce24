"""Answers that were not given: "did not reply to questions", "could not be reached for comment".

Few corpora mark them, so a network trained on one loses half of them; a standards desk looks for
exactly these. Only what was asked for makes one: "did not respond to treatment" is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from firsthand.reading.page import Page
from firsthand.reading.proposal import Proposal
from firsthand.text import Span, sentences

_MAY = re.compile(r"\bnot\b|n['’]t\b")
_CLAUSE = re.compile(r"[,;] (?:and|but|while|though|although) ")
_SILENCE = re.compile(
    r"(?P<source>[^\W\d_][^,.;:!?\n“”\"()]{1,100}?(?:, [^,.;:!?\n“”\"]{2,80}(?=,))?),?\s+"
    r"(?P<cue>(?:(?:did|has|have|had) not|(?:did|has|have|had)n['’]t)"
    r"\s+(?:immediately |yet |so far |also ){0,2}(?:respond|repl[iy]|return|answer)(?:ed)?(?: to)?"
    r"|could(?: not|n['’]t)(?: immediately)? be reached)\s+"
    r"(?P<content>[^.;!?\n“”\"]{0,40}?\b(?:requests?|questions?|comments?|messages?|letters?|calls?"
    r"|e-?mails?|inquir(?:y|ies)|enquir(?:y|ies)|queries|interviews?)\b[^.,;!?\n“”\"]{0,80})"
)


def silences_in(page: Page) -> Iterator[Proposal]:
    """Who is said to have given no answer, and to what, a clause at a time."""
    for block in page.blocks:
        if _MAY.search(page.text, block.span.start, block.span.end):
            for sentence in sentences(page.text, block.span):
                yield from _in_sentence(page.text, sentence)


def _in_sentence(text: str, sentence: Span) -> Iterator[Proposal]:
    if _MAY.search(text, sentence.start, sentence.end) is None:
        return
    cuts = (cut.end() for cut in _CLAUSE.finditer(text, sentence.start, sentence.end))
    for start in (sentence.start, *cuts):
        found = _SILENCE.match(text, start, sentence.end)
        if found is not None:
            source, cue, content = (Span(*found.span(r)) for r in ("source", "cue", "content"))
            yield Proposal((source,), (cue,), (content,), "silence")
