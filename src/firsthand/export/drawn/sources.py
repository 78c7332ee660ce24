"""The left column: who speaks. Those who speak in one report alone are folded where there are many.

An outlet whose words are its report of somebody else's account is no source: it is cited, and
drawn as such. A source bears the name or the description under which it speaks, and stands with
others only where the trace holds them certainly one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from firsthand.evidence.values import Standing
from firsthand.export.drawn.names import Names
from firsthand.export.visible import on_one_line
from firsthand.export.words import counted, plain
from firsthand.provenance.accounts import cites
from firsthand.provenance.filed import FiledStatement
from firsthand.provenance.people import Ref
from firsthand.provenance.trace import Trace
from firsthand.provenance.voices import Occasion, Voice
from firsthand.sources.source import SourceKind

_FEW: Final = 14
"""Sources up to which each has its own place."""
_MANY: Final = 60
"""Places from which those of one channel are folded, whatever the report."""


@dataclass(frozen=True, slots=True)
class SourceNode:
    """One who speaks, or several who are each in one report alone; `kind` is then None."""

    voices: tuple[Voice, ...]
    name: str
    about: str
    kind: SourceKind | None


def speaking(trace: Trace) -> tuple[Voice, ...]:
    """Whoever gives an account: all but the outlets that only pass one on, and the silent."""
    return tuple(v for v in trace.voices if any(_gives(trace, ref) for ref in v.refs))


def _gives(trace: Trace, ref: Ref) -> bool:
    """Whether a source states anything in its report that is not drawn as a citation."""
    report = trace.reports[ref.report]
    source = report.source(ref.source)
    said = (s.standing for s in report.statements if s.source == ref.source)
    body = source.kind in (SourceKind.ORGANISATION, SourceKind.DOCUMENT)
    only_cited = body and cites(trace.case, report, source) is not None
    return Standing.STATEMENT in said and not only_cited


def source_nodes(trace: Trace, names: Names, voices: Sequence[Voice]) -> tuple[SourceNode, ...]:
    """A place each, or fewer where they are many; named people are folded last."""
    if len(voices) <= _FEW:
        return tuple(_alone(trace, names, v) for v in voices)
    unnamed = _folded(voices, _in_report, lambda v: v.kind is not SourceKind.NAMED_PERSON)
    if len(unnamed) > _MANY:
        unnamed = _folded(voices, _in_channel, lambda v: True)
    return tuple(_node(trace, names, group) for group in unnamed)


Place = tuple[str, ...]


def _folded(
    voices: Iterable[Voice], place: Callable[[Voice], Place], may: Callable[[Voice], bool]
) -> list[tuple[Voice, ...]]:
    """Those who may be folded and are in one report alone, by place; each other for itself."""
    found: dict[Place, list[Voice]] = defaultdict(list)
    for v in voices:
        alone = len(v.reports) == 1 and len(v.occasions) == 1 and may(v)
        found[place(v) if alone else ("", str(v.person))].append(v)
    return [tuple(group) for group in found.values()]


def _in_report(v: Voice) -> Place:
    return (*_in_channel(v), v.reports[0])


def _in_channel(v: Voice) -> Place:
    occasion = v.occasions[0]
    return (occasion.channel, *occasion.circumstances)


def _node(trace: Trace, names: Names, group: tuple[Voice, ...]) -> SourceNode:
    if len(group) == 1:
        return _alone(trace, names, group[0])
    reports = {r for v in group for r in v.reports}
    where = f"in report {names.listed(reports)}" if len(reports) == 1 else "each in one report"
    told = "; ".join(on_one_line(v.name) for v in group)
    return SourceNode(group, f"{len(group)} sources, {where} alone", told, None)


def _alone(trace: Trace, names: Names, v: Voice) -> SourceNode:
    return SourceNode((v,), on_one_line(v.name), " · ".join(about(trace, names, v)), v.kind)


def about(trace: Trace, names: Names, v: Voice) -> Iterator[str]:
    """What they are, where they speak, and what must be known of it."""
    yield plain(v.kind)
    if len(v.reports) == 1:
        yield f"in report {names.listed(v.reports)}"
    else:
        yield f"in {counted(len(v.reports), 'report')}"
    said = [s for told in _told(v.occasions) for s in _statements(trace, *told)]
    if said and all(s.is_response for s in said):
        yield "answers only"
    if any(s.recanted for s in said):
        yield "took some of it back"


def _told(occasions: Iterable[Occasion]) -> Iterator[tuple[str, tuple[str, ...]]]:
    return ((t.ref.report, t.statements) for o in occasions for t in o.told)


def _statements(trace: Trace, report: str, ids: Iterable[str]) -> Iterator[FiledStatement]:
    wanted = set(ids)
    return (s for s in trace.reports[report].statements if s.id in wanted)
