"""Which names of a page are of one bearer.

Full names first, in the order of the text; then single words, each to the full name that holds it.
Where several do ("Kim", of two Kims), the one spoken of last is taken, the others stay candidates.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from firsthand.sources.beside import told_beside
from firsthand.sources.mentions import Mentions
from firsthand.sources.name_runs import Names
from firsthand.sources.names import parts, same_name, title_of

_LEAST = 0.8
_APART = 0.85


@dataclass(slots=True)
class Bearer:
    """Who or what bears a name: its names by how often they stand, and its mentions.

    `kinds` are the network's answers, one a mention; `told` those of the words beside them.
    """

    names: Counter[str] = field(default_factory=Counter)
    kinds: Counter[Names] = field(default_factory=Counter)
    told: Counter[Names] = field(default_factory=Counter)
    mentions: list[int] = field(default_factory=list)
    title: str | None = None

    @property
    def name(self) -> str:
        """The fullest of its names, the first of those."""
        return max(self.names, key=lambda name: len(parts(name)))

    @property
    def kind(self) -> Names:
        """What the words beside it say, else what the network saw most often."""
        known = self.told or self.kinds
        return max(known, key=known.__getitem__)


@dataclass(frozen=True, slots=True)
class Named:
    """The bearer of a name, how surely, and who else may be meant."""

    bearer: int
    score: float
    others: tuple[int, ...] = ()


class Naming:
    """The bearers of all names of a page."""

    def __init__(self, mentions: Mentions) -> None:
        self.mentions = mentions
        self.bearers: list[Bearer] = []
        self.of: dict[int, Named] = {}
        self._by_word: dict[str, list[int]] = {}
        named = [n for n, m in enumerate(mentions.all) if m.name is not None]
        long = [n for n in named if len(parts(mentions.words(n))) > 1]
        for number in long:
            self._add(number, self._full(number))
        for number in sorted(set(named) - set(long)):
            self._add(number, self._single(number))

    def match(self, name: str, kind: Names | None = None, at: int | None = None) -> Named | None:
        """The bearer of a name given as words, anywhere on the page; `at` is a mention near it."""
        if not parts(name):
            return None
        scored = [(self._score(name, b), b) for b in self._sharing(name)]
        fit = [(s, b) for s, b in scored if s >= _LEAST and kind in (None, self.bearers[b].kind)]
        if not fit:
            return None
        best = max(s for s, _ in fit)
        near = [b for s, b in fit if s >= best - 0.15]
        taken = max(near, key=lambda b: self._nearness(b, at))
        others = tuple(b for b in near if b != taken)
        return Named(taken, best if not others else best / (1 + len(others)), others)

    def _full(self, number: int) -> Named | None:
        name, kind = self.mentions.words(number), self.mentions.all[number].name
        found = self.match(name, None, number)
        if found is None or found.score < _APART:
            return None
        other = self.bearers[found.bearer]
        same = parts(name) == parts(other.name)
        return found if same or other.kind == kind else None

    def _single(self, number: int) -> Named | None:
        """A place is a place's name again; "Mr Pettifer" is no company, "Pettifer" rather none."""
        name, kind = self.mentions.words(number), self.mentions.all[number].name
        if kind is Names.BODY:
            return self.match(name, None, number)
        found = self.match(name, kind, number)
        if found or kind is Names.PLACE:
            return found
        other = self.match(name, None, number)
        titled = title_of(self._titled(number)) is not None
        return None if other and titled and self.bearers[other.bearer].told else other

    def _score(self, name: str, bearer: int) -> float:
        other = self.bearers[bearer]
        title = title_of(name)
        if title and other.title and title != other.title:
            return 0.0
        return same_name(name, other.name)

    def _sharing(self, name: str) -> list[int]:
        found = dict[int, None]()
        for word in parts(name):
            found |= dict.fromkeys(self._by_word.get(word, ()))
        return list(found)

    def _nearness(self, bearer: int, at: int | None) -> tuple[bool, int]:
        """Spoken of before this mention, and how late; else how soon after it."""
        known = self.bearers[bearer].mentions
        if at is None:
            return True, len(known)
        before = bisect_left(known, at)
        return (True, known[before - 1]) if before else (False, -known[0])

    def _add(self, number: int, named: Named | None) -> None:
        mention, name = self.mentions.all[number], self.mentions.words(number)
        if named is None or mention.name is None:
            named = Named(len(self.bearers), 1.0)
            self.bearers.append(Bearer())
        bearer = self.bearers[named.bearer]
        bearer.names[name] += 1
        bearer.kinds[mention.name or Names.PERSON] += 1
        if told := told_beside(self.mentions.text, mention.span):
            bearer.told[told] += 1
        bearer.title = bearer.title or title_of(self._titled(number))
        bearer.mentions.insert(bisect_left(bearer.mentions, number), number)
        self.of[number] = named
        for word in _keys(name):
            known = self._by_word.setdefault(word, [])
            if named.bearer not in known:
                known.append(named.bearer)

    def _titled(self, number: int) -> str:
        """The name with the word before it, which may be its title."""
        span = self.mentions.all[number].span
        return self.mentions.text[max(0, span.start - 6) : span.end].lstrip(
            "abcdefghijklmnopqrstuvwxyz"
        )


def _keys(name: str) -> Sequence[str]:
    """The words under which a name is looked up: its own, and its first letters."""
    own = parts(name)
    return [*own, "".join(w[0] for w in own)] if len(own) > 1 else own
