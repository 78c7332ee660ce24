"""An attribution: who is said to have said what, in which words of the report.

The three roles are those of PARC 3 (Pareti, 2016) and PolNeAR (Newell, Margolin and Ruths,
LREC 2018): the *source* who speaks, the *cue* that says so, the *content* that is said.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from firsthand.ingest.report import Report
from firsthand.text import Span


class AttributionKind(StrEnum):
    """Whether the content stands in quotation marks: wholly, not at all, or in part."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True)
class Override:
    """What a model alone gave for source and content, and the rules that changed it: both stay."""

    reason: str
    source: tuple[Span, ...]
    content: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Attribution:
    """One proposed statement: spans of one report's text, and how sure the reader is.

    Each role is a sorted tuple of spans, since a content can stand on both sides of its cue.
    `source` is empty where the report names none; `cue` is empty where the form of the
    document says who speaks (a turn, a statement). `content` is never empty. `score` is the
    reader's probability, 0 to 1, that a person would call it an attribution with this
    content and source; `pattern` names the rule or model that proposed it; `override` is there
    where a rule changed what a model gave. `id` is a content
    hash: 16 hexadecimal digits made from the report's bytes and the spans alone.
    """

    id: str
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    kind: AttributionKind
    score: float
    pattern: str
    override: Override | None = None

    def __hash__(self) -> int:
        """Of the id alone, which is made from the spans."""
        return hash(self.id)


def attribution_id(report: Report, *roles: tuple[Span, ...]) -> str:
    """The content hash that names the attribution with these source, cue and content spans."""
    spans = "|".join(",".join(f"{s.start}-{s.end}" for s in role) for role in roles)
    return hashlib.sha256(f"{report.original.sha256}|{spans}".encode()).hexdigest()[:16]
