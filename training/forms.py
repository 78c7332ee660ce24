"""What the form of a paragraph alone says of its speaker: `NAME: words` and `"words" - Name`.

PolNeAR has too few of both for the network to learn them. Pure python; the run-time reader may take
this over, or let its rules do the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

Place = tuple[int, int]
_TURN = re.compile(
    r"\s*[\"“”]?(?P<source>[A-Z][A-Z.'’ \-]{2,30}[A-Z])(?P<cue>:)\s+(?P<content>\S.*)"
)
_SIGNED = re.compile(
    r"\s*(?P<content>[\"“”].{20,}[\"“”])\s*(?P<cue>[\u2015\u2014\u2013]|--)\s*"
    r"(?P<source>[A-Z][^\s,.]+(?: [\w.'’\-]+){0,4})\.?\s*"
)


@dataclass(frozen=True, slots=True)
class Form:
    """Source, cue and content as the paragraph's form shows them."""

    source: Place
    cue: Place
    content: Place


def forms(text: str, blocks: Sequence[Place]) -> Iterator[Form]:
    """The paragraphs that have one of the two forms.

    `UPDATE: words` looks like a turn too; so turns count only where two speakers take three.
    """
    turns = [m for start, end in blocks if (m := _TURN.fullmatch(text, start, end))]
    spoken = len(turns) >= 3 and len({m["source"] for m in turns}) >= 2
    signed = [m for start, end in blocks if (m := _SIGNED.fullmatch(text, start, end))]
    for found in [*(turns if spoken else ()), *signed]:
        yield Form(found.span("source"), found.span("cue"), found.span("content"))
