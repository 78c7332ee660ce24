"""Inference that is worded as one: "it must have been", "judging by", "the marks suggest".

That something only seems so, or is likely, is a matter of force and no inference.
"""

from __future__ import annotations

import re
from functools import cache

from firsthand.evidence.basis.lists import words
from firsthand.evidence.telling import Telling
from firsthand.evidence.values import Basis, BasisKind, By
from firsthand.text import Span

_MARK = re.compile(
    r"(?i)\b(?:judging\s+(?:by|from)|it\s+follows\s+that|(?:can|could)\s+only\s+(?:mean|have\s+been)"
    r"|(?:I|we)\s+(?:therefore\s+)?(?:infer|deduce|conclude)d?\b|(?:which|this|that)\s+(?:suggests|implies)\b"
    r"|must(?:['’]ve|\s+have)\s+(?:been|come|gone|had|left|felt|taken|made|known|\w{3,}ed)\b"
    r"|(?:suggesting|indicating)\s+that\b|(?:lead|leads|led)\s+(?:me|us)\s+to\s+conclude)"
)
_HENCE = re.compile(
    r"(?:(?<=[.!?]\s)|(?<=[.!?][”\"]\s))(?:Hence|Therefore|Thus)\b(?!,?\s*(?:I\b|we\b|[“\"]))"
)
_SUGGESTS = re.compile(
    r"(?i)\b(?:suggests?|suggested|indicates?|indicated|implies|imply|points?\s+to)\b"
)
_SUBJECT = re.compile(r"\b(?P<what>\w+)\s+(?:\w+ly\s+|all\s+)?\Z")
_SUBJECT_NEAR = 40
_THAT = re.compile(r",?\s+that\b")
_CUE_END = 8


def inferred(telling: Telling) -> Basis:
    """A worded inference, by the source or by the report of it; or nothing is stated."""
    for pattern in (_MARK, _HENCE):
        if (mark := telling.first(pattern, telling.content)) is not None:
            return Basis(BasisKind.INFERRED, By.SOURCE, (mark,))
    for found in telling.found(_SUGGESTS, telling.content):
        before = _SUBJECT.search(telling.text, max(0, found.start() - _SUBJECT_NEAR), found.start())
        if before and before["what"].lower() in words("inferred.from"):
            span = Span(before.start("what"), found.end())
            return Basis(BasisKind.INFERRED, By.SOURCE, (span,))
    return _concluded(telling)


def _concluded(telling: Telling) -> Basis:
    """The source "concluded that"; a film that "concludes with" something infers nothing."""
    for cue in telling.attribution.cue:
        found = _cues().search(telling.text, cue.start, cue.end)
        if found and _THAT.match(telling.text, found.end(), found.end() + _CUE_END):
            return Basis(BasisKind.INFERRED, By.REPORT, (Span(*found.span()),))
    return Basis()


@cache
def _cues() -> re.Pattern[str]:
    return re.compile(rf"(?i)\b(?:{'|'.join(sorted(words('inferred.cues')))})\b")
