"""The table of the people: who speaks, how often, how they would know, through whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from firsthand.evidence.statement import Record, Statement
from firsthand.evidence.values import FIRST_HAND, BasisKind
from firsthand.export.told import loud_kinds
from firsthand.export.visible import on_one_line
from firsthand.export.words import CIRCUMSTANCES, LOUD, plain, quoted, tally, times
from firsthand.ingest.report import Report
from firsthand.sources.source import ProfileFact, ProfileField, Source

_Numbered = tuple[int, Statement]

_PROFILE = {
    ProfileField.ROLE: "",
    ProfileField.FORMER_ROLE: "formerly ",
    ProfileField.AGE: "age ",
    ProfileField.NATIONALITY: "",
    ProfileField.RELATION: "",
    ProfileField.LEFT: "left ",
    ProfileField.APPOINTED: "appointed ",
    ProfileField.ORGANISATION: "organisation: ",
    ProfileField.ANONYMITY: "anonymity: ",
}
_WITH_WORDS = frozenset({ProfileField.LEFT, ProfileField.APPOINTED})


@dataclass(frozen=True, slots=True)
class Person:
    """A row of the table; `id` is None for those whose source is open or not stated."""

    id: str | None
    name: str
    kind: str
    numbers: tuple[int, ...]
    bases: str
    first_hand: bool
    profile: tuple[str, ...]
    via: str
    marks: tuple[str, ...]
    circumstances: str


def people(record: Record) -> tuple[Person, ...]:
    """Those with the most statements first, then in the order of the text; what is open last."""
    spoken = _by_source(record)
    rows = [_person(record.report, s, spoken.get(s.id, ())) for s in record.sources]
    rows.sort(key=lambda row: -len(row.numbers))
    return (*rows, *_open(record.report, spoken)) if rows else ()


def _by_source(record: Record) -> Mapping[str, Sequence[_Numbered]]:
    """The statements of each source, and of those that lead to none."""
    ids, spoken = {source.id for source in record.sources}, defaultdict[str, list[_Numbered]](list)
    for number, s in enumerate(record.statements, 1):
        key = s.speaker.source or ""
        if key not in ids:
            key = _UNRESOLVED if s.attribution.source else _NOT_STATED
        spoken[key].append((number, s))
    return spoken


_UNRESOLVED = "not led to one source"
_NOT_STATED = "no source stated"


def _open(report: Report, spoken: Mapping[str, Sequence[_Numbered]]) -> Iterator[Person]:
    for name in (_UNRESOLVED, _NOT_STATED):
        if name in spoken:
            yield _row(report, None, name, spoken[name])


def _person(report: Report, source: Source, spoken: Sequence[_Numbered]) -> Person:
    return _row(report, source, on_one_line(source.name), spoken)


def _row(report: Report, source: Source | None, name: str, spoken: Sequence[_Numbered]) -> Person:
    said = [s for _, s in spoken]
    return Person(
        id=source.id if source else None,
        name=name,
        kind=plain(source.kind) if source else "",
        numbers=tuple(number for number, _ in spoken),
        bases=_bases(said),
        first_hand=any(s.basis.kind in FIRST_HAND for s in said),
        profile=tuple(dict.fromkeys(_fact(report, f) for f in source.profile)) if source else (),
        via=times(on_one_line(relay.name) for s in said for relay in s.via),
        marks=_marks(said),
        circumstances=_quiet(said),
    )


def _bases(said: Sequence[Statement]) -> str:
    """How they would know, over their statements, the nearest to the act first."""
    order = list(BasisKind)
    return tally(plain(k) for k in sorted((s.basis.kind for s in said), key=order.index))


def _marks(said: Sequence[Statement]) -> tuple[str, ...]:
    """Each loud circumstance, and how many of the statements were made in it."""
    found = [kind for s in said for kind in loud_kinds(s)]
    counts = [(kind, found.count(kind)) for kind in LOUD]
    return tuple(f"{CIRCUMSTANCES[kind]} {n} of {len(said)}" for kind, n in counts if n)


def _quiet(said: Sequence[Statement]) -> str:
    kinds = (kind for s in said for kind in dict.fromkeys(c.kind for c in s.circumstances))
    return times(CIRCUMSTANCES[kind] for kind in kinds if kind not in LOUD)


def _fact(report: Report, fact: ProfileFact) -> str:
    """A fact of the profile in the report's words: "age 54", "left 2008 “fled in 2008”"."""
    told = _PROFILE[fact.field] + on_one_line(fact.value)
    shows = fact.field in _WITH_WORDS and report.words(fact.span) != fact.value
    return f"{told} {quoted(report, [fact.span])}" if shows else told
