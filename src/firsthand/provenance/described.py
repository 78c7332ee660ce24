"""Who "the commander" is in one report: the one person there with that office.

The reading leaves such a description alone where pronouns and names stand too far apart. Two
telling words in common ("the Guard commander") are certain, one is not.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from firsthand.provenance.filed import FiledReport, FiledSource
from firsthand.provenance.known import Known
from firsthand.provenance.likeness import CERTAIN
from firsthand.provenance.person import Likeness, Reason, Ref, pair
from firsthand.provenance.traits import VAGUE, stems
from firsthand.sources.brought_in import sets_apart
from firsthand.sources.source import SourceKind

_DEFINITE: Final = re.compile(r"the\b", re.IGNORECASE)
_UNCERTAIN: Final = 0.5
_ONLY: Final = "the only one of this description in the report"


def described(report: FiledReport, known: Mapping[Ref, Known]) -> Iterator[Likeness]:
    """Each definite description of the report with the one source that fits it."""
    own = {s.id: known[Ref(report.id, s.id)] for s in report.sources}
    for source in report.sources:
        one = own[source.id]
        if not _is_definite(source) or one.name or one.paper:
            continue
        fit = [o for o in own.values() if o is not one and _shared(source, one, o)]
        if len(fit) == 1:
            yield _likeness(source, one, fit[0])


def _is_definite(source: FiledSource) -> bool:
    kinds = (SourceKind.UNNAMED_PERSON, SourceKind.DOCUMENT)
    is_one = source.kind in kinds and bool(_DEFINITE.match(source.name))
    return is_one and not sets_apart(source.name)


def _shared(source: FiledSource, one: Known, other: Known) -> frozenset[str]:
    """The telling words of a description that all stand in the other's roles, or paper's head."""
    if one.kind is SourceKind.DOCUMENT:
        return stems(source.name) & {other.paper.head} if other.paper else frozenset()
    if not other.is_person or not other.name:
        return frozenset()
    head = stems(re.split(r",|\b(?:who|which|that)\b", source.name)[0])
    words = head.union(*(t.stems for t in one.traits.roles)) - VAGUE
    roles = frozenset[str]().union(*(t.stems for t in other.traits.roles))
    return words if head and words and words <= roles else frozenset()


def _likeness(source: FiledSource, one: Known, other: Known) -> Likeness:
    is_paper = one.kind is SourceKind.DOCUMENT
    sure = is_paper or len(_shared(source, one, other)) > 1
    weight = CERTAIN if sure else _UNCERTAIN
    first, second = pair(one.ref, other.ref)
    spans = (one.at, other.at) if first == one.ref else (other.at, one.at)
    return Likeness(first, second, weight, (Reason(_ONLY, weight, *spans),))


def all_described(
    reports: Iterable[FiledReport], known: Mapping[Ref, Known]
) -> dict[tuple[Ref, Ref], Likeness]:
    """Of every report."""
    found: dict[tuple[Ref, Ref], Likeness] = defaultdict()
    for report in reports:
        found |= {pair(x.one, x.other): x for x in described(report, known)}
    return found
