"""What differs between two versions of an article, to the character: nothing is hidden.

Blocks are aligned first, then the words within what changed. The runs of either side, put
together, are its text again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import accumulate, groupby, pairwise
from typing import Final

from firsthand.case.align import aligned
from firsthand.case.judgements import ReportField
from firsthand.ingest.report import Report
from firsthand.text import Span

_TOKEN: Final = re.compile(r"\w+|\s+|[^\w\s]")
_FEW: Final = 3
"""Words between two changes below which they are no landmark, and the changes read as one."""


class Change(StrEnum):
    """What became of some words."""

    EQUAL = "equal"
    DELETED = "deleted"
    INSERTED = "inserted"


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one or both texts: `old` is None where inserted, `new` where deleted."""

    change: Change
    old: Span | None
    new: Span | None


@dataclass(frozen=True, slots=True)
class FieldChange:
    """What the report says of itself: the two values, None where it does not say."""

    field: ReportField
    old: str | None
    new: str | None


@dataclass(frozen=True, slots=True)
class Diff:
    """All that differs, and all that does not, in the order of the texts."""

    fields: tuple[FieldChange, ...]
    runs: tuple[Run, ...]

    @property
    def changed(self) -> bool:
        """Whether a reader of the two would see any difference."""
        return bool(self.fields) or any(r.change is not Change.EQUAL for r in self.runs)


@dataclass(frozen=True, slots=True)
class _Stretch:
    """The text from `old` to `old_end` and from `new` to `new_end`, either maybe empty."""

    same: bool
    old: int
    old_end: int
    new: int
    new_end: int


def diff(old: Report, new: Report) -> Diff:
    """The diff of two reports, the earlier one first; its cost is about that of their length."""
    return Diff(tuple(_fields(old, new)), tuple(_runs(old, new)))


def _fields(old: Report, new: Report) -> Iterator[FieldChange]:
    for (name, before), (_, now) in zip(_said(old), _said(new), strict=True):
        if before != now:
            yield FieldChange(name, before, now)


def _said(report: Report) -> Iterator[tuple[ReportField, str | None]]:
    yield ReportField.TITLE, report.title
    yield ReportField.OUTLET, report.outlet
    yield ReportField.AUTHOR, report.byline
    yield ReportField.DATE, report.published.isoformat() if report.published else None
    yield ReportField.KIND, report.kind.value


def _runs(old: Report, new: Report) -> Iterator[Run]:
    parts = _joined(_stretches(_blocks(old), _blocks(new)))
    within = (s for part in parts for s in _by_words(old.text, new.text, part))
    for stretch in _joined(within):
        yield from _as_runs(stretch)


def _as_runs(s: _Stretch) -> Iterator[Run]:
    before = Span(s.old, s.old_end) if s.old < s.old_end else None
    now = Span(s.new, s.new_end) if s.new < s.new_end else None
    if s.same:
        yield Run(Change.EQUAL, before, now)
        return
    if before is not None:
        yield Run(Change.DELETED, before, None)
    if now is not None:
        yield Run(Change.INSERTED, None, now)


def _blocks(report: Report) -> list[str]:
    starts = {b.span.start for b in report.blocks}
    cuts = sorted({0, len(report.text), *starts})
    return [report.text[a:b] for a, b in pairwise(cuts)]


def _by_words(old: str, new: str, part: _Stretch) -> Iterator[_Stretch]:
    """What changed, cut further; few words that stand still between two changes go with them."""
    if part.same:
        yield part
        return
    before = _TOKEN.findall(old[part.old : part.old_end])
    now = _TOKEN.findall(new[part.new : part.new_end])
    found = list(_joined(_stretches(before, now)))
    for place, s in enumerate(found):
        between = 0 < place < len(found) - 1
        island = between and _words(old[part.old + s.old : part.old + s.old_end]) < _FEW
        yield _shifted(replace(s, same=s.same and not island), part)


def _shifted(s: _Stretch, by: _Stretch) -> _Stretch:
    """A stretch of a part, as one of the whole."""
    return _Stretch(s.same, by.old + s.old, by.old + s.old_end, by.new + s.new, by.new + s.new_end)


def _words(text: str) -> int:
    return len(text.split())


def _stretches(old: Sequence[str], new: Sequence[str]) -> Iterator[_Stretch]:
    """The pieces that are the same and the changes between, as offsets in the pieces joined."""
    at_old, at_new = _offsets(old), _offsets(new)
    a = b = 0
    for i, j in aligned(old, new):
        yield _Stretch(False, at_old[a], at_old[i], at_new[b], at_new[j])
        yield _Stretch(True, at_old[i], at_old[i + 1], at_new[j], at_new[j + 1])
        a, b = i + 1, j + 1
    yield _Stretch(False, at_old[a], at_old[-1], at_new[b], at_new[-1])


def _offsets(pieces: Sequence[str]) -> list[int]:
    return [0, *accumulate(map(len, pieces))]


def _joined(stretches: Iterable[_Stretch]) -> Iterator[_Stretch]:
    """Same and changed by turns, without empty ones."""
    filled = (s for s in stretches if s.old < s.old_end or s.new < s.new_end)
    for _, group in groupby(filled, key=lambda s: s.same):
        row = list(group)
        yield replace(row[0], old_end=row[-1].old_end, new_end=row[-1].new_end)
