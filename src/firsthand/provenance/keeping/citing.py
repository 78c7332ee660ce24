"""What reports cite, kept by report; and the circles, looked for where citations are others now."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from firsthand.provenance.citation import Citation, Citations, absent_of, edges_of, named
from firsthand.provenance.citing.absent import AbsentNames
from firsthand.provenance.citing.circles import circles_of
from firsthand.provenance.citing.naming import acronym, key
from firsthand.provenance.citing.resolving import Resolved


class Absences(AbsentNames):
    """The names of what is not there, with the reports that have them."""

    def __init__(self) -> None:
        super().__init__()
        self._by: dict[str, set[str]] = defaultdict(set)
        self._answers: dict[str, str] = {}
        self._asked: dict[str, set[str]] = defaultdict(set)
        self._near: set[str] = set()

    def full(self, name: str) -> str:
        """The one longest name that a name may stand for; kept once it was asked."""
        if name not in self._answers:
            self._answers[name] = super().full(name)
            for word in key(name)[:1] + key(name)[-1:]:
                self._asked[word].add(name)
        return self._answers[name]

    def lean(self, report: str, was: set[str], now: set[str]) -> None:
        """A report has these names instead of those."""
        for name in now - was:
            if not self._by[name]:
                self.add(name)
                self._near |= _words(name)
            self._by[name].add(report)
        for name in was - now:
            self._by[name].discard(report)
            if not self._by[name]:
                self._take_out(name)
                self._near |= _words(name)

    def _take_out(self, name: str) -> None:
        self.names.discard(name)
        for word in _words(name):
            self.by_word[word].discard(name)

    def renamed(self) -> set[str]:
        """The reports that have a name which stands for another one now, since last asked."""
        asked = {name for word in self._near for name in self._asked.get(word, ())}
        found, self._near = set[str](), set()
        for name in asked:
            was = self._answers[name]
            self._answers[name] = super().full(name)
            if self._answers[name] != was:
                found |= self._by[name]
        return found


def _words(name: str) -> set[str]:
    """Under which words a name is found."""
    words = key(name)
    return {words[0], words[-1], acronym(words)} - {""} if words else set()


class Citing:
    """The citations of each report."""

    def __init__(self) -> None:
        self.of: dict[str, tuple[Citation, ...]] = {}
        self._names = Absences()
        self._edges: dict[str, list[Citation]] = {}
        self._leaning: dict[str, set[str]] = defaultdict(set)
        self._circle: dict[str, tuple[str, ...]] = {}

    def read(self, reports: Iterable[str], resolved: Resolved) -> set[str]:
        """Reads the mentions of these reports again; the reports that cite otherwise now."""
        again = set(reports)
        for report in sorted(again):
            was = {e.cited for e in self._edges.get(report, ()) if not e.to}
            filed, mentions = resolved.shelf.reports[report], resolved.by_report[report]
            self._edges[report] = list(edges_of(filed, mentions, resolved.shelf, AbsentNames()))
            now = {e.cited for e in self._edges[report] if not e.to}
            self._names.lean(report, was, now)
        again |= self._names.renamed()
        changed = {r for r in again if self._is_other(r, named(self._edges[r], self._names))}
        self._go_round(changed)
        return changed

    def _is_other(self, report: str, now: Sequence[Citation]) -> bool:
        was = self.of.get(report, ())
        for e in was:
            if not e.to:
                self._leaning[e.cited].discard(report)
        for e in now:
            if not e.to:
                self._leaning[e.cited].add(report)
        self.of.pop(report, None)
        if now:
            self.of[report] = tuple(now)
        return was != tuple(now)

    def _go_round(self, changed: Iterable[str]) -> None:
        """Finds the circles of those whose citations are others now, and of all they lead to.

        Who was in a circle with one of them is looked at too. No other circle can have changed: in
        a new one somebody cites otherwise than before.
        """
        left = [one for report in changed for one in self._circle.get(report, (report,))]
        reached = set[str]()
        while left:
            if (report := left.pop()) not in reached:
                reached.add(report)
                left += [e.to for e in self.of.get(report, ()) if e.to]
        for report in reached:
            self._circle.pop(report, None)
        pairs = ((r, e.to) for r in reached for e in self.of.get(r, ()) if e.to)
        for circle in circles_of(pairs):
            self._circle.update(dict.fromkeys(circle, circle))

    @property
    def citations(self) -> Citations:
        """All of it, in the order in which it is told."""
        edges = tuple(e for _, own in sorted(self.of.items()) for e in own)
        leaning = {name: by for name, by in self._leaning.items() if by}
        return Citations(edges, absent_of(leaning), tuple(sorted(set(self._circle.values()))))
