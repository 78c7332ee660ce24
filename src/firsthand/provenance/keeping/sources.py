"""What is known of each source, kept by report; and the bodies that short names stand for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from firsthand.provenance.bodies_alike import Bodies, Body, bodies_in, body_of
from firsthand.provenance.citation import Citation
from firsthand.provenance.filed import FiledReport
from firsthand.provenance.known import Known, cites_in, known_in, masked
from firsthand.provenance.names_alike import Name
from firsthand.provenance.person import Ref


class AskedBodies(Bodies):
    """Bodies, with what was answered for each short name."""

    def __init__(self) -> None:
        super().__init__()
        self._asked: dict[str, tuple[Body, bool]] = {}

    def full(self, body: Body) -> Body:
        """The full name behind a short one, where the case knows only one; else itself."""
        return self._answer(body[0])[0] if len(body) == 1 else body

    def is_said(self, body: Body) -> bool:
        """Whether a report itself says what the letters stand for."""
        return len(body) == 1 and self._answer(body[0])[1]

    def _answer(self, word: str) -> tuple[Body, bool]:
        if word not in self._asked:
            self._asked[word] = super().full((word,)), super().is_said((word,))
        return self._asked[word]

    def answered_otherwise(self) -> set[str]:
        """The short names for which the answer is another one now."""
        was, self._asked = self._asked, {}
        return {word for word, answer in was.items() if self._answer(word) != answer}


class Sources:
    """Each source of each report."""

    def __init__(self) -> None:
        self.known: dict[Ref, Known] = {}
        self.bodies = AskedBodies()
        self.named: dict[Name, set[Ref]] = defaultdict(set)
        self._alone: dict[Ref, Known] = {}
        self._masks: dict[Name, set[Ref]] = defaultdict(set)
        self._short: dict[str, set[str]] = defaultdict(set)

    def name(self, reports: Iterable[FiledReport]) -> set[str]:
        """Adds the bodies of new reports; the reports with a short name that means another now."""
        for report in reports:
            self.bodies.add(report)
            for body in map(body_of, bodies_in(report)):
                if len(body) == 1:
                    self._short[body[0]].add(report.id)
        return {r for word in self.bodies.answered_otherwise() for r in self._short.get(word, ())}

    def read(
        self, reports: Iterable[FiledReport], cited: Mapping[str, tuple[Citation, ...]]
    ) -> set[Ref]:
        """Reads reports again; the sources of which another thing is known now."""
        turned, again = set[Name](), set[Ref]()
        for report in reports:
            for known in known_in(report, cites_in(cited.get(report.id, ())), self.bodies):
                turned |= self._note(known)
                again.add(known.ref)
        again |= {ref for name in turned for ref in self.named[name]}
        return {ref for ref in again if self._is_other(ref)}

    def _note(self, known: Known) -> set[Name]:
        """The names that are a pseudonym somewhere now and were not, or the other way round."""
        was = self._alone.get(known.ref)
        self._alone[known.ref] = known
        before = {k.name: bool(self._masks[k.name]) for k in (was, known) if k and k.name}
        if was and was.name:
            self.named[was.name].discard(was.ref)
            self._masks[was.name].discard(was.ref)
        if known.name:
            self.named[known.name].add(known.ref)
            if known.is_pseudonym:
                self._masks[known.name].add(known.ref)
        return {name for name, masks in before.items() if masks != bool(self._masks[name])}

    def _is_other(self, ref: Ref) -> bool:
        known = self._alone[ref]
        now = masked(known) if known.name and self._masks[known.name] else known
        was = self.known.get(ref)
        self.known[ref] = now
        return was != now
