"""Names of what the case does not hold: several forms of one name are one node."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from firsthand.provenance.citing.naming import acronym, alike, key


@dataclass(slots=True)
class AbsentNames:
    """Names that lead nowhere, found again by their first and last word and by acronym."""

    names: set[str] = field(default_factory=set)
    by_word: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def add(self, name: str) -> None:
        """Makes a name known."""
        words = key(name)
        if name in self.names or not words:
            return
        self.names.add(name)
        for word in {words[0], words[-1], acronym(words)} - {""}:
            self.by_word[word].add(name)

    def full(self, name: str) -> str:
        """The one longest name that a name may stand for; itself where several may."""
        words = key(name)
        if not words:
            return name
        near = self.by_word.get(words[0], set()) | self.by_word.get(words[-1], set())
        longer = {n for n in near if len(key(n)) > len(words) and alike(name, n)}
        same = {n for n in near if key(n) == words}
        return longer.pop() if len(longer) == 1 else min(same, default=name)
