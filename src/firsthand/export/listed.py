"""A statement as it is listed, alike in every format that people read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from firsthand.evidence.statement import Record, Statement
from firsthand.export.beside import notes_at, where
from firsthand.export.told import Fact, facts, marks
from firsthand.export.visible import on_one_line, shown
from firsthand.export.words import LED_BY
from firsthand.sources.source import How, Resolution, Source

_ARTICLES = ("a ", "an ", "the ")
_MOST_NAMES = 4
_SURE = 0.995
"""From here on a score is shown as 1.00."""


@dataclass(frozen=True, slots=True)
class Listed:
    """Everything about one statement, as words that are safe to show.

    `leads_to` is the name of the source where the statement's own words for it differ, `speaker`
    its id, `led_by` what led there; `open` says what stays open about it.
    """

    number: int
    source: str
    leads_to: str
    led_by: str
    speaker: str | None
    open: str
    cue: str
    content: str
    marks: tuple[Fact, ...]
    facts: tuple[tuple[Fact, ...], ...]
    notes: tuple[str, ...]
    about: str


def listed(record: Record) -> Iterator[Listed]:
    """The statements in the order of the text, numbered from 1."""
    names = {source.id: source for source in record.sources}
    for number, s in enumerate(record.statements, 1):
        yield _listed(record, names, number, s)


def _listed(record: Record, names: Mapping[str, Source], number: int, s: Statement) -> Listed:
    report, a = record.report, s.attribution
    source, led = shown(report, a.source), names.get(s.speaker.source or "")
    differs = led is not None and not is_named(source, on_one_line(led.name))
    return Listed(
        number=number,
        source=source,
        leads_to=on_one_line(led.name) if led and differs else "",
        led_by=_led_by(s.speaker) if differs else "",
        speaker=s.speaker.source,
        open=_open(names, s.speaker, is_led=led is not None) if source else "",
        cue=shown(report, a.cue),
        content=shown(report, a.content),
        marks=marks(report, s),
        facts=facts(report, s),
        notes=tuple(notes_at(report, a)),
        about=f"{a.kind.value} · {where(report, a.content[0])} · "
        f"marking score {a.score:.2f} · unreviewed",
    )


def is_named(words: str, name: str) -> bool:
    """Whether the words are the name, or the name and what is said of it after a comma."""
    said, asked = _bare(words), _bare(name)
    return said == asked or said.startswith((f"{asked}, ", f"{asked} ("))


def _bare(words: str) -> str:
    folded = words.casefold()
    return next((folded.removeprefix(a) for a in _ARTICLES if folded.startswith(a)), folded)


def _led_by(found: Resolution) -> str:
    """By what, and how surely; nothing where it is the name and sure."""
    if found.how is How.NAME and found.score >= _SURE:
        return ""
    how = f"{LED_BY[found.how]}, " if found.how else ""
    return f"{how}score {found.score:.2f}"


def _open(names: Mapping[str, Source], found: Resolution, *, is_led: bool) -> str:
    may_be = [on_one_line(names[c].name) for c in found.candidates if c in names]
    if is_led:
        return f"may also be {_either(may_be)}" if may_be else ""
    return f"unresolved; may be {_either(may_be)}" if may_be else "unresolved"


def _either(names: Sequence[str]) -> str:
    """Names as words: "X, Y or Z"; the rest is counted where there are many."""
    if len(names) > _MOST_NAMES:
        names = [*names[: _MOST_NAMES - 1], f"{len(names) - _MOST_NAMES + 1} others"]
    return " or ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else names[0]
