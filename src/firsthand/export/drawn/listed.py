"""The same in words, under the picture: what several reports carry, and who and what there is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from firsthand.export.case_words import file_name
from firsthand.export.drawn.names import Names, channel, day, outlet, title
from firsthand.export.drawn.parents import parents_of
from firsthand.export.drawn.reports import leaning, warnings
from firsthand.export.trace_words import KNOWING
from firsthand.export.visible import on_one_line
from firsthand.export.words import CIRCUMSTANCES, LOUD, numbered, plain
from firsthand.provenance.accounts import Knowing
from firsthand.provenance.case import Key
from firsthand.provenance.filed import FiledStatement
from firsthand.provenance.origins import Part
from firsthand.provenance.people import Ref
from firsthand.provenance.trace import Group, Joint, JointKind, Trace
from firsthand.provenance.voices import Occasion, Voice

_LONGEST: Final = 300


@dataclass(frozen=True, slots=True)
class Carried:
    """Statements in shared words, and what stands behind them, ready to be shown."""

    words: str
    reports: tuple[int, ...]
    interval: str
    split: str
    origins: tuple[str, ...]
    notes: tuple[str, ...]
    loud: tuple[str, ...]
    is_false: bool


@dataclass(frozen=True, slots=True)
class Through:
    """A channel with its circumstances, and the reports that have it from there."""

    channel: str
    quiet: str
    loud: str
    reports: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Speaks:
    """A source and its occasions."""

    name: str
    kind: str
    through: tuple[Through, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """A report as it is listed: what it leans on, and what must not be overlooked."""

    number: int
    title: str
    about: str
    told: str
    warning: str


def carried(trace: Trace, names: Names) -> tuple[Carried, ...]:
    """What more than one report carries, the most carried first."""
    people = {v.person: v.name for v in trace.voices}
    several = (g for g in trace.groups if len(g.reports) > 1)
    ordered = sorted(several, key=lambda g: (-len(g.reports), names.numbers(g.reports), g.id))
    return tuple(_carried(trace, names, people, group) for group in ordered)


def _carried(trace: Trace, names: Names, people: dict[Ref, str], group: Group) -> Carried:
    found = group.behind
    split = ", ".join(f"{KNOWING[k]} {n}" for k in Knowing if (n := found.count(k)))
    return Carried(
        words=max((_words(trace, key) for key in group.statements), key=lambda w: (len(w), w)),
        reports=names.numbers(group.reports),
        interval=str(found.interval),
        split=split,
        origins=tuple(dict.fromkeys(_part(trace, people, part) for part in found.parts)),
        notes=tuple(dict.fromkeys(_notes(trace, group))),
        loud=tuple(_loud(trace, names, group)),
        is_false=group.is_false_corroboration,
    )


def _statement(trace: Trace, key: Key) -> FiledStatement:
    return trace.reports[key[0]].statement(key[1])


def _words(trace: Trace, key: Key) -> str:
    report = trace.reports[key[0]]
    parts = (on_one_line(report.words(span)) for span in _statement(trace, key).content)
    words = " […] ".join(parts)
    if len(words) > _LONGEST:
        return words[:_LONGEST].rsplit(" ", 1)[0] + " […]"
    return words


def _part(trace: Trace, people: dict[Ref, str], part: Part) -> str:
    """Who, and how they would know; an informant stays who is not named."""
    ref = part.whose.ref
    source = trace.reports[ref.report].source(ref.source)
    name = on_one_line(people.get(ref, source.name))
    who = f"somebody from whom {name} has it" if part.whose.informant else name
    gone = "; taken back" if part.withdrawn else ""
    return f"{who} ({KNOWING[part.knowing]}{gone})"


def _notes(trace: Trace, group: Group) -> Iterator[str]:
    """Why the upper bound is open, what the sources have in common, what was not found out."""
    if group.behind.openings:
        why = dict.fromkeys(o.why for o in group.behind.openings)
        yield f"the upper bound is open: {'; '.join(why)}"
    yield from dict.fromkeys(_joint(trace, joint) for joint in group.joints)
    if not group.behind.exact:
        yield "there may have to be more than the lower bound, never fewer"


def _joint(trace: Trace, joint: Joint) -> str:
    name = channel(joint.channel, {r.file for r in trace.reports.values()})
    told = " and ".join(on_one_line(v.name) for v in joint.voices)
    what = {
        JointKind.ONE_OUTLET: "through one outlet",
        JointKind.PRESS_CONFERENCE: "at one press conference",
        JointKind.GROUP_INTERVIEW: "in one interview of several",
    }
    return f"{what[joint.kind]} ({name}): {told}"


def _loud(trace: Trace, names: Names, group: Group) -> Iterator[str]:
    for kind in LOUD:
        keys = [k for k in group.statements if kind in _statement(trace, k).circumstances]
        if keys:
            found = names.numbers(k[0] for k in keys)
            noun = "report" if len(found) == 1 else "reports"
            yield f"{CIRCUMSTANCES[kind]}: {noun} {numbered(found)}"


def speaks(trace: Trace, names: Names, voices: tuple[Voice, ...]) -> tuple[Speaks, ...]:
    """Everybody, those in most reports first."""
    files = frozenset(r.file for r in trace.reports.values())
    return tuple(
        Speaks(
            on_one_line(v.name),
            plain(v.kind),
            tuple(_through(names, files, o) for o in v.occasions),
        )
        for v in voices
    )


def _through(names: Names, files: frozenset[str], occasion: Occasion) -> Through:
    return Through(
        channel(occasion.channel, files),
        ", ".join(CIRCUMSTANCES[c] for c in occasion.circumstances if c not in LOUD),
        ", ".join(CIRCUMSTANCES[c] for c in LOUD if c in occasion.circumstances),
        names.numbers(t.ref.report for t in occasion.told),
    )


def reports(trace: Trace, names: Names) -> Iterator[Listed]:
    """All reports in the order of their numbers, those that the picture folds too."""
    parents = parents_of(trace, names)
    for r in names.reports:
        yield Listed(
            names.number[r.id],
            title(r),
            " · ".join(dict.fromkeys((day(r), outlet(r), file_name(r.file)))),
            " · ".join(leaning(trace, names, parents, r.id)),
            " · ".join(warnings(trace, names, r.id)),
        )
