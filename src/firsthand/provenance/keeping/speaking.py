"""Who has what from whom, by report; and who speaks, by person."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from firsthand.provenance.case import Case
from firsthand.provenance.citation import Citation
from firsthand.provenance.filed import FiledReport
from firsthand.provenance.keeping.copies import Copies
from firsthand.provenance.person import Ref
from firsthand.provenance.trace import related_of
from firsthand.provenance.voices import Leaning, Voice, leads_of, speaking_in, voice_of

V = TypeVar("V")


class Leading:
    """The reports that each has something from, and those to which it is related by that."""

    def __init__(self) -> None:
        self.of: dict[str, Sequence[tuple[str, Leaning]]] = {}
        self.related: dict[str, frozenset[str]] = {}

    def read(
        self, reports: Iterable[str], copies: Copies, cited: Mapping[str, Sequence[Citation]]
    ) -> set[str]:
        """Asks again what reports have from whom; those that have it otherwise."""
        changed = set[str]()
        for report in reports:
            own = {report: cited[report]} if report in cited else {}
            found = leads_of(own, (c for _, c in sorted(copies.by[report].items())))
            changed |= _put(self.of, report, found.get(report))
        return changed

    def relate(self, reports: Iterable[str], copies: Copies) -> set[str]:
        """Relates reports anew; those that are related to others."""
        changed = set[str]()
        for report in reports:
            own = copies.by[report]
            leads = {r: self.of[r] for r in (report, *own) if r in self.of}
            found = related_of(leads, list(own.values()))
            changed |= _put(self.related, report, found.get(report))
        return changed


def _put(kept: dict[str, V], report: str, now: V | None) -> set[str]:
    """The report, if it has another value now."""
    was = kept.pop(report, None)
    if now is not None:
        kept[report] = now
    return {report} if was != now else set()


class Speaking:
    """The voices of all persons."""

    def __init__(self) -> None:
        self.voices: dict[Ref, Voice] = {}
        self._refs: dict[Ref, set[Ref]] = defaultdict(set)
        self._shown: dict[Ref, Ref] = {}
        self._in: dict[str, list[Ref]] = {}

    def add(self, report: FiledReport) -> None:
        """Those who speak in a new report."""
        self._in[report.id] = speaking_in(report)

    def read(
        self, refs: Iterable[Ref], reports: Iterable[str], case: Case, leading: Leading
    ) -> set[Ref]:
        """Hears anew those who may be shown as others, or have it from others; who is another."""
        touched = set[Ref]()
        for ref in refs:
            if ref in self._in.get(ref.report, ()):
                touched |= self._move(ref, case.people.shown(ref))
        touched |= {self._shown[ref] for report in reports for ref in self._in[report]}
        return {person for person in touched if self._is_other(person, case, leading)}

    def _move(self, ref: Ref, now: Ref) -> set[Ref]:
        was = self._shown.get(ref, now)
        self._refs[was].discard(ref)
        self._refs[now].add(ref)
        self._shown[ref] = now
        return {was, now}

    def _is_other(self, person: Ref, case: Case, leading: Leading) -> bool:
        was, refs = self.voices.pop(person, None), self._refs[person]
        if refs:
            self.voices[person] = voice_of(case, person, sorted(refs), leading.of)
        return was != self.voices.get(person)
