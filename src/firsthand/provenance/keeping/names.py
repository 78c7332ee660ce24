"""The outlets that a case names, kept: what a name means is asked again where names come or go."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from firsthand.provenance.citing.houses import Houses, house_of, in_full, named_in, on_page
from firsthand.provenance.citing.naming import acronym, key
from firsthand.provenance.filed import FiledReport
from firsthand.provenance.keeping.readers import Readers, Watched

Words = tuple[str, ...]
Offer = tuple[bool, str, int, str]
"""A name that a page gives itself, the page's report, the place there; the name. One that reports
give others comes before all of these."""


class Names(Houses):
    """Names under their words: of several the first by offer. Who asked for words is noted."""

    def __init__(self) -> None:
        super().__init__()
        self.readers: Readers[Words] = Readers()
        self.by_key = Watched(self.readers)
        self._offers: dict[Words, dict[Offer, int]] = {}
        self._answers: dict[Words, str | None] = {}
        self._asked: dict[str, set[Words]] = defaultdict(set)
        self._changed: set[Words] = set()

    def meant(self, wanted: Words) -> str | None:
        """The one outlet that words mean; kept once it was asked."""
        self.readers.note(wanted)
        if wanted not in self._answers:
            self._answers[wanted] = super().meant(wanted)
            for word in (wanted[0], wanted[-1]):
                self._asked[word].add(wanted)
        return self._answers[wanted]

    def offer(self, offer: Offer) -> None:
        """Makes a name known."""
        if words := key(offer[-1]):
            offers = self._offers.setdefault(words, {})
            offers[offer] = offers.get(offer, 0) + 1
            self._choose(words)

    def withdraw(self, offer: Offer) -> None:
        """Takes one offer of a name back."""
        offers = self._offers[key(offer[-1])]
        offers[offer] -= 1
        if not offers[offer]:
            del offers[offer]
        self._choose(key(offer[-1]))

    def _choose(self, words: Words) -> None:
        """Puts the first name under its words, in place of the one that was."""
        name = min(self._offers[words], default=(True, "", 0, None))[-1]
        was = dict.get(self.by_key, words)
        if name == was:
            return
        self._changed.add(words)
        for word in {words[0], words[-1], acronym(words)} - {""}:
            self.by_word[word].discard(was or "")
            self.by_word[word].update([name] if name else [])
        if name:
            self.by_key[words] = name
        else:
            del self.by_key[words]

    def asking(self) -> set[str]:
        """Those who get another answer than they had, since this was asked last."""
        changed, self._changed = self._changed, set()
        near = {w for words in changed for w in (words[0], words[-1], acronym(words))}
        asked = {wanted for word in near for wanted in self._asked.get(word, ())}
        for wanted in asked:
            was = self._answers[wanted]
            self._answers[wanted] = super().meant(wanted)
            if self._answers[wanted] != was:
                changed.add(wanted)
        return self.readers.of(changed)


class Outlets:
    """Each report's outlet, and the names by which all go."""

    def __init__(self) -> None:
        self.houses = Names()
        self._known = Names()
        self._reports: dict[str, FiledReport] = {}
        self._said: dict[str, list[tuple[int, str]]] = {}

    def add(self, reports: Iterable[FiledReport]) -> dict[str, str | None]:
        """Adds reports; those that have another outlet now, themselves too, with what they had."""
        new = list(reports)
        for report in new:
            self._reports[report.id] = report
            self._offer(report)
        asking = self._known.asking() | {r.id for r in new}
        moved = dict[str, str | None]()
        for one in sorted(asking):
            self._look(one, moved)
        return moved

    def _offer(self, report: FiledReport) -> None:
        self._said[report.id] = said = on_page(report)
        for name in set(named_in(report)):
            self._known.offer((False, "", 0, name))
        for at, name in enumerate(in_full(said)):
            self._known.offer((True, report.id, at, name))

    def _look(self, report: str, moved: dict[str, str | None]) -> None:
        was = self.houses.of.get(report)
        with self._known.readers.reading(report):
            house = house_of(self._reports[report], self._said[report], self._known)
        if was == house:
            return
        moved[report] = was
        if was:
            self.houses.withdraw((False, "", 0, was))
        if house:
            self.houses.of[report] = house
            self.houses.offer((False, "", 0, house))
        else:
            del self.houses.of[report]
