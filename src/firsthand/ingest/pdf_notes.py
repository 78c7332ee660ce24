"""Footnotes and endnotes: which lines are notes, and which marks lead to them.

In reports of the UN and of NGOs the notes are the attribution, so a mark leads to a note only
where both are plain: a number at a note's head, and the same number raised in the text of its
page, or of the document where the notes stand at its end.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from firsthand.ingest.pdf_blocks import Group, ends_sentence
from firsthand.ingest.pdf_lines import NOTE_SIGNS, Line
from firsthand.ingest.pdf_measure import Measure
from firsthand.ingest.report import BlockKind

SMALLER = 0.94  # of the body's size, and less: the size of a footnote
HEADINGS = {"notes", "endnotes", "footnotes", "references", "sources", "notes and references"}
_LABEL = re.compile(r"\[?(\d{1,3})[\].)]?(?=\s)|(\*{1,3}|[†‡§])")


@dataclass(frozen=True, slots=True)
class Parted:
    """The lines of a page's text, and the notes at its foot in order."""

    lines: list[Line]
    notes: list[Group]


def footnotes(lines: list[Line], measure: Measure, before: Group | None) -> Parted:
    """Part a page's notes from its text; `before` is the last note of the page before."""
    zone = _zone(lines, measure)
    marks = {mark.note for line in lines for mark in line.marks if mark.start > 0}
    runs = _runs(zone, marks, before)
    inside = {id(line) for _, run in runs for line in run}
    notes = [Group(tuple(run), BlockKind.FOOTNOTE, label) for label, run in runs]
    return Parted([line for line in lines if id(line) not in inside], notes)


def _zone(lines: list[Line], measure: Measure) -> list[Line]:
    """The small lines with no line of the body's size under them."""
    limit = SMALLER * measure.body
    large = [line for line in lines if line.size > limit]
    if not large:
        return []
    return [x for x in lines if x.size <= limit and not any(_under(big, x) for big in large)]


def _under(line: Line, other: Line) -> bool:
    beside = line.left < other.right and other.left < line.right
    return beside and line.base < other.base


def _runs(
    zone: list[Line], marks: set[str], before: Group | None
) -> list[tuple[str | None, list[Line]]]:
    """The lines of each note with its number; None for the rest of a note of the page before."""
    runs: list[tuple[str | None, list[Line]]] = []
    last = before.note if before else None
    for line in zone:
        found = label(line)
        if found and (found in marks or _follows(found, last)) and not _seen(found, runs):
            runs.append((found, [line]))
            last = found
        elif runs:
            runs[-1][1].append(line)
        elif before is not None and not ends_sentence(before.last):
            runs.append((None, [line]))
    return runs if any(found for found, _ in runs) or before is not None else []


def _seen(found: str, runs: list[tuple[str | None, list[Line]]]) -> bool:
    return any(found == one for one, _ in runs)


def _follows(found: str, last: str | None) -> bool:
    return last is not None and found.isdigit() and last.isdigit() and int(found) == int(last) + 1


def label(line: Line) -> str | None:
    """The number or sign at a line's head, raised or not."""
    if line.marks and line.marks[0].start == 0:
        return line.marks[0].note
    found = _LABEL.match(line.words)
    return (found.group(1) or found.group(2)) if found else None


def endnotes(groups: list[Group]) -> list[Group]:
    """The blocks, with those numbered from 1 under a heading such as "Notes" made notes."""
    made: list[Group] = []
    due = 0
    for group in groups:
        if group.kind in (None, BlockKind.SUBHEADING) and _is_heading(group):
            due = 1
        elif due and group.kind is None and label(group.first) == str(due):
            group = group.as_kind(BlockKind.FOOTNOTE, f"n-{due}")
            due += 1
        elif group.kind is BlockKind.SUBHEADING:
            due = 0
        made.append(group)
    return made


def _is_heading(group: Group) -> bool:
    words = " ".join(line.words for line in group.lines).casefold()
    return re.sub(r"^[\divx]+[.)]?\s+|[\s:.]+$", "", words) in HEADINGS


def with_ids(groups: list[Group]) -> list[Group]:
    """Footnotes named by page, for numbering may begin anew; a second of a name gets a suffix."""
    seen: Counter[str] = Counter()
    return [_with_id(group, seen) if group.note else group for group in groups]


def _with_id(group: Group, seen: Counter[str]) -> Group:
    note = group.note or ""
    name = note if note.startswith("n-") else f"p{group.first.page}-{note}"
    seen[name] += 1
    return replace(group, note=name if seen[name] == 1 else f"{name}-{seen[name]}")


def notes_of(groups: list[Group]) -> frozenset[str]:
    """The ids of all notes."""
    return frozenset(group.note for group in groups if group.note)


def target(page: int, number: str, ids: frozenset[str]) -> str | None:
    """The note that a mark leads to: of its page, else run over to the next, else an endnote."""
    return next((name for name in _names(page, number) if name in ids), None)


def _names(page: int, number: str) -> Iterator[str]:
    yield f"p{page}-{number}"
    yield f"p{page + 1}-{number}"
    if number not in NOTE_SIGNS:
        yield f"n-{number}"
