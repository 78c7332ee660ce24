"""Where a statement's review stands, and what the machine had said, in words safe to show."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath
from typing import Final

from firsthand.case.corrected import CORRECTIONS
from firsthand.case.entry import Entry
from firsthand.case.judgements import Judged, Noted, Withdrawn
from firsthand.case.state import Held, Logged, Review, Signed, State
from firsthand.evidence.statement import Statement
from firsthand.export.told import facts, loud_kinds
from firsthand.export.visible import on_one_line, shown
from firsthand.export.words import CIRCUMSTANCES, plain
from firsthand.ingest.receive import is_url

SHORT: Final = 8
"""Digits of an id that lists show; commands take any beginning that only one bears."""

STYLES: Final = {
    Review.UNREVIEWED: "yellow",
    Review.ACCEPTED: "green",
    Review.CORRECTED: "green",
    Review.UNSURE: "yellow",
    Review.REJECTED: "red",
}


def short(name: str) -> str:
    """The digits of an id that are shown."""
    return name[:SHORT]


def file_name(received_from: str) -> str:
    """A report's file name without the folders it lay in; of a URL, all of it."""
    name = received_from if is_url(received_from) else PurePath(received_from).name
    return on_one_line(name or received_from)


def signed(entry: Entry) -> str:
    """Who and when: "Ada, 2026-11-24"."""
    return f"{on_one_line(entry.header.author)}, {entry.header.at:%Y-%m-%d}"


def loud_words(held: Held) -> tuple[str, ...]:
    """The loud circumstances of a statement, the gravest first."""
    return tuple(CIRCUMSTANCES[kind] for kind in loud_kinds(held.now))


def decided(held: Held) -> Logged | None:
    """The decision that made the review what it is; None where there was none."""
    kinds = (Judged, *CORRECTIONS)
    made = [x for x in held.decisions if isinstance(x.event, kinds)]
    verdicts = [x for x in made if isinstance(x.event, Judged)]
    if held.review in (Review.REJECTED, Review.UNSURE) and verdicts:
        return verdicts[-1]
    every = made or list(held.decisions)
    return every[-1] if every else None


def review(held: Held) -> str:
    """Where its review stands, who decided it and why: "rejected by Ada, 2026-11-24: no quote"."""
    last = decided(held)
    if held.review is Review.UNREVIEWED or last is None:
        return held.review.value
    added = "added" if held.machine is None and held.review is Review.ACCEPTED else ""
    return f"{added or held.review.value} by {signed(last.entry)}{_because(last)}"


def _because(x: Logged) -> str:
    reason = getattr(x.event, "reason", "")
    return f": {on_one_line(reason)}" if reason else ""


def beside(state: State, held: Held) -> Iterator[str]:
    """What stands beside a statement: the machine's answer where it differs, notes, withdrawals."""
    if held.machine is None:
        yield "the reader did not propose it"
    elif changed := list(differing(state, held.machine, held.now)):
        yield f"the machine had: {'; '.join(changed)}"
    if not held.proposed_now:
        yield "the newest reading does not propose it"
    yield from map(withdrawn, held.withdrawn)
    yield from map(note, held.notes)


def note(x: Signed[Noted]) -> str:
    """A note with who wrote it and when."""
    return f"note by {signed(x.entry)}: {on_one_line(x.event.text)}"


def withdrawal(w: Withdrawn) -> str:
    """What was taken back, and when: "recantation, 2018-03-01"."""
    on = f", {w.on.isoformat()}" if w.on else ""
    of = f" of source {short(w.source)}" if w.source else ""
    return f"{w.kind.value}{of}{on}"


def withdrawn(found: Signed[Withdrawn]) -> str:
    """The same, with who says so and why: "recantation, 2018-03-01 by Ada, 2018-03-04: asked"."""
    reason = found.event.reason
    why = f": {on_one_line(reason)}" if reason else ""
    return f"{withdrawal(found.event)} (by {signed(found.entry)}{why})"


def differing(state: State, machine: Statement, now: Statement) -> Iterator[str]:
    """The machine's answer, where a person has another."""
    before, after = dict(_said(state, machine)), dict(_said(state, now))
    for label in dict.fromkeys((*before, *after)):
        if before.get(label) != after.get(label):
            yield f"{label}: {before.get(label) or 'none'}"


def _said(state: State, s: Statement) -> Iterator[tuple[str, str]]:
    report, a = state.machine.report, s.attribution
    names = {source.id: source.name for source in state.sources}
    yield "speaker", on_one_line(names.get(s.speaker.source or "", "open"))
    yield "kind", plain(a.kind)
    yield from ((role, shown(report, spans)) for role, spans in (
        ("source", a.source), ("cue", a.cue), ("content", a.content)))  # fmt: skip
    yield "force", plain(s.force.level)
    yield from ((fact.label, fact.words) for line in facts(report, s) for fact in line)
