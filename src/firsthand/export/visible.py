"""Words of a document as they may safely be shown.

A document can hold characters that move a terminal's cursor or turn the order of letters round
on the screen (Unicode Technical Report 36, section 2.5). They stay in the text; where words are
shown they are written out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from firsthand.ingest.report import Report
from firsthand.text import Span

_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)


def visible(words: str) -> str:
    """The words with control and direction characters written out, as in ⟨U+202E⟩."""
    return _UNSEEN.sub(lambda found: f"⟨U+{ord(found[0]):04X}⟩", words)


def on_one_line(words: str) -> str:
    """The words, visible, with each run of white space as one space."""
    return visible(" ".join(words.split()))


def shown(report: Report, spans: Sequence[Span]) -> str:
    """The words of a role on one line; `[…]` stands where words between its spans are left out."""
    return " […] ".join(on_one_line(report.words(span)) for span in spans)
