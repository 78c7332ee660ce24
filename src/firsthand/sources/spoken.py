"""Within whose words a place stands: the attributions around it, the innermost first."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from firsthand.reading.attribution import Attribution
from firsthand.text import Span


class Spoken:
    """The contents of a report's attributions, by place."""

    def __init__(self, read: Sequence[Attribution]) -> None:
        pairs = [(span, n) for n, a in enumerate(read) for span in a.content]
        self._pairs = sorted(pairs, key=lambda pair: pair[0])
        self._starts = [span.start for span, _ in self._pairs]
        self._longest = max((len(span) for span, _ in pairs), default=0)
        self._read = read

    def around(self, a: Attribution) -> Attribution | None:
        """The attribution in whose content this one's source stands, other than itself."""
        found = [(len(s), n) for s, n in self._at(a.source[0]) if self._read[n].id != a.id]
        return self._read[min(found)[1]] if found else None

    def words_at(self, place: Span) -> Span | None:
        """The innermost spoken words in which a place stands."""
        return min((s for s, _ in self._at(place)), key=len, default=None)

    def _at(self, place: Span) -> list[tuple[Span, int]]:
        last = bisect_right(self._starts, place.start)
        first = bisect_right(self._starts, place.start - self._longest - 1)
        return [(s, n) for s, n in self._pairs[first:last] if s.contains(place)]
