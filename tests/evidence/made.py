"""Tellings made by hand: a text in which the roles are marked."""

from __future__ import annotations

import re

from firsthand import read_text
from firsthand.evidence.telling import Surroundings, Telling
from firsthand.pipeline import Options, ReaderName
from firsthand.reading.attribution import Attribution, AttributionKind, attribution_id
from firsthand.reading.page import page_of
from firsthand.sources.source import Source, SourceKind, source_id
from firsthand.text import Span

_MARK = re.compile(r"\[(?P<role>[SQC]) (?P<words>.*?) (?P=role)\]", re.DOTALL)
_ROLES = {"S": "source", "Q": "cue", "C": "content"}


def telling(marked: str, kind: SourceKind = SourceKind.NAMED_PERSON) -> Telling:
    """The telling of a text with marks: "[S Ada S] [Q said Q] [C it rained C]."."""
    surroundings, attribution = placed(marked)
    return surroundings.telling(attribution, source_of(surroundings, attribution, kind))


def placed(marked: str) -> tuple[Surroundings, Attribution]:
    """The text without its marks, and the attribution that they mark."""
    spans: dict[str, list[Span]] = {"source": [], "cue": [], "content": []}
    text, at = "", 0
    for found in _MARK.finditer(marked):
        text += marked[at : found.start()]
        spans[_ROLES[found["role"]]].append(Span(len(text), len(text) + len(found["words"])))
        text += found["words"]
        at = found.end()
    text += marked[at:]
    report = read_text(text, options=Options(any_language=True, reader=ReaderName.RULES)).report
    source, cue, content = (tuple(spans[role]) for role in ("source", "cue", "content"))
    name = attribution_id(report, source, cue, content)
    made = Attribution(name, source, cue, content, AttributionKind.INDIRECT, 0.9, "made")
    return Surroundings.of(report, page_of(report)), made


def source_of(surroundings: Surroundings, a: Attribution, kind: SourceKind) -> Source | None:
    """A source that is mentioned in the attribution's own source words alone."""
    if not a.source:
        return None
    report = surroundings.report
    name = " ".join(s.of(report.text) for s in a.source)
    return Source(source_id(report, a.source), name, kind, a.source)
