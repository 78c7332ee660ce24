"""Who answers in an interview or hearing whose turns bear no labels.

The page itself introduces or addresses one person: "Interview with Ada Lem", "I'm Ada Lem",
"Thank you, Ms. Lem.". Then "I" in an answer and "you" in a question are that person; who asks
is stated nowhere.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from itertools import islice

from firsthand.reading.page import Page
from firsthand.sources.features import Form
from firsthand.sources.mentions import Mentions
from firsthand.sources.name_runs import Names
from firsthand.sources.naming import Naming
from firsthand.text import Span

_INTRODUCES = re.compile(
    r"(?:\b[Ii]nterview(?:s|ed|ing)?(?: with)?|"
    r"\b(?:[Ss]poke|speaks|talked|talks|spoken) (?:to|with)|"
    r"\bQ ?& ?A with|\bconversation with|\bI(?:['’]m| am)|\b[Mm]y name(?: is|['’]s))"
    r"(?: [\w,'’-]+){0,8}? ?$"
)
_SELF = re.compile(r"(?:\bI(?:['’]m| am)|\b[Mm]y name(?: is|['’]s)) $")
_ADDRESSED = re.compile(r"(?:^|[,.?!]\s+|[Tt]hank you,? |[Ww]elcome,? |\bOK(?:ay)?,? )$")
_ENDS_ADDRESS = re.compile(r"^(?:[,.?!]|$)")
_TITLE = re.compile(r"(?:Mr|Mrs|Ms|Miss|Dr|General|Gen|Counsel|Professor)\.? $")
_LEAST_FIRST = 5
"""Words "I" of nobody's quotation from which a page is taken for a conversation."""
_NESTED = 20
_INTRODUCED, _TOLD_SELF, _CALLED = 2, 3, 1


def answers(page: Page, mentions: Mentions, naming: Naming, spoken: Sequence[Span]) -> int | None:
    """The bearer of a name who answers on this page; None where it is no such conversation."""
    first = [
        n for n, m in enumerate(mentions.all) if m.form is Form.I and not mentions.seen.quoted[n]
    ]
    within = sorted(spoken)
    free = (n for n in first if not _is_within(mentions.all[n].span, within))
    if sum(1 for _ in islice(free, _LEAST_FIRST)) < _LEAST_FIRST:
        return None
    weights: Counter[int] = Counter()
    for number, named in naming.of.items():
        if naming.bearers[named.bearer].kind is Names.PERSON:
            weights[named.bearer] += _weight(page, mentions, number)
    best = weights.most_common(2)
    clear = bool(best) and best[0][1] >= _INTRODUCED and (len(best) < 2 or best[0][1] > best[1][1])
    return best[0][0] if clear else None


def _is_within(span: Span, spoken: Sequence[Span]) -> bool:
    """Whether the span lies in one of these, which are in order, or in one of the few before it."""
    at = bisect_right(spoken, span.start, key=lambda s: s.start)
    return any(s.contains(span) for s in spoken[max(0, at - _NESTED) : at])


def _weight(page: Page, mentions: Mentions, number: int) -> int:
    """How much the words around a name introduce or address its bearer."""
    span = mentions.all[number].span
    before = re.split(r"\n", page.text[max(0, span.start - 90) : span.start])[-1]
    after = page.text[span.end : span.end + 2]
    if _SELF.search(before):
        return _TOLD_SELF
    if _INTRODUCES.search(before):
        return _INTRODUCED
    untitled = _TITLE.sub("", before)
    return _CALLED if _ADDRESSED.search(untitled) and _ENDS_ADDRESS.match(after) else 0
