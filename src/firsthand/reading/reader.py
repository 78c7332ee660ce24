"""The reader that ships: a network reads, and rules add the direct quotations that it leaves.

The rules come after the model, not instead of it. They add what stands in quotation marks with a
plain cue, and what somebody plainly "said", where the network proposes nothing at all: a witness
lost costs more than a line too many (on PolNeAR dev, six lines in 84 articles). And they add what
is said within quotations and reported words ("he told me that ..."), which the corpus
the network learnt from leaves unmarked, and which is what makes a statement hearsay. Each proposal
names in `pattern` who made it. And they add who is said to have given no answer.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from firsthand.ingest.report import Report
from firsthand.reading.compose import composed
from firsthand.reading.model import reader as model
from firsthand.reading.model.network import LATEST
from firsthand.reading.page import Page, page_of
from firsthand.reading.proposal import Proposal
from firsthand.reading.read import Read
from firsthand.reading.rules import reader as rules
from firsthand.reading.silences import silences_in
from firsthand.text import Span

_QUOTED = frozenset({"end", "inverted", "quote", "colon", "according", "that", "alone"})
_SAID = frozenset({"clause", "that", "end", "inverted", "according", "colon"})
_SAYING = frozenset("said says say told tells testified alleged claimed stated".split())
_LONGEST = 20_000
"""Characters of a paragraph beyond which rules alone read it: no person writes such a one, and
the network, at some six thousand words a second, would keep a laptop busy with it for minutes."""
_WITHIN = ("inner.", "nested.")


@dataclass(frozen=True, slots=True)
class ModelReader:
    """Proposes the attributions of a report by the network in `firsthand/weights`, and rules."""

    name: str = LATEST

    def read(self, report: Report) -> Read:
        """The attributions of the report, and what the network saw of its people."""
        page = page_of(report)
        proposed, sight = model.read_words(readable(page))
        return Read(page, composed(report, page, completed(page, proposed)), sight)


def readable(page: Page) -> Page:
    """The page without paragraphs that no person writes, which the network leaves to rules."""
    return replace(page, blocks=[b for b in page.blocks if len(b.span) <= _LONGEST])


def completed(page: Page, proposed: Sequence[Proposal]) -> list[Proposal]:
    """What the network proposes for the words of a page, and the quotations that it leaves."""
    endless = _Cover.of(block.span for block in page.blocks if len(block.span) > _LONGEST)
    taken = _Cover.of(span for p in proposed for span in p.content)
    quoted = _Cover.of(span for q in page.quotations for span in q.spans)
    cues = _Cover.of(span for p in proposed for span in p.cue)
    added = (p for p in rules.read_words(page) if not any(map(cues.touches, p.cue)))
    return [
        *proposed,
        *(p for p in silences_in(page) if not any(map(cues.touches, p.cue))),
        *(p for p in added if _lies_in(p, endless) or _is_lost(page, p, taken, quoted)),
    ]


def _lies_in(proposal: Proposal, stretches: _Cover) -> bool:
    return any(map(stretches.touches, proposal.content))


def _is_lost(page: Page, proposal: Proposal, taken: _Cover, quoted: _Cover) -> bool:
    """Whether it is hearsay, or a quotation or plain speech of which nothing is proposed yet."""
    if proposal.pattern.startswith(_WITHIN):
        return True
    if any(map(taken.touches, proposal.content)):
        return False
    is_quotation = proposal.pattern in _QUOTED and all(map(quoted.holds, proposal.content))
    return is_quotation or (proposal.pattern in _SAID and _says(page, proposal))


def _says(page: Page, proposal: Proposal) -> bool:
    """Whether the cue is a plain verb of saying, or "according to"."""
    words = " ".join(span.of(page.text) for span in proposal.cue).lower().split()
    return bool(words) and (words[-1] in _SAYING or words == ["according", "to"])


@dataclass(frozen=True, slots=True)
class _Cover:
    """The characters that some spans cover together, as separate stretches in order."""

    starts: Sequence[int]
    ends: Sequence[int]

    @classmethod
    def of(cls, spans: Iterable[Span]) -> _Cover:
        starts, ends = list[int](), list[int]()
        for span in sorted(spans):
            if ends and span.start <= ends[-1]:
                ends[-1] = max(ends[-1], span.end)
            else:
                starts.append(span.start)
                ends.append(span.end)
        return cls(starts, ends)

    def holds(self, span: Span) -> bool:
        """Whether all of the span lies in one stretch."""
        at = bisect_right(self.starts, span.start) - 1
        return at >= 0 and span.end <= self.ends[at]

    def touches(self, span: Span) -> bool:
        """Whether a character of the span is covered."""
        at = bisect_left(self.starts, span.end) - 1
        return at >= 0 and self.ends[at] > span.start
