"""From what two units share to the words of two reports, with the sentences that go along."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from firsthand.provenance.wording.comparing import Match
from firsthand.provenance.wording.letters import Letters
from firsthand.provenance.wording.shared import Cut, How, Passage, Shared
from firsthand.provenance.wording.table import Rows
from firsthand.text import Span

_MISSING = 2
"""Words in a row that a shorter quotation left out."""
_BESIDE = 60
"""Characters beside a quotation in which its missing words may stand."""


class Passages:
    """Makes passages of rows; each is made once and shared by all that name it."""

    def __init__(self, letters: Letters, rank: Rows | Sequence[tuple[dt.date, str]]) -> None:
        self.table, self.rank = letters.table, rank
        self._letters = letters
        self._made: dict[int, Passage] = {}

    def shared(self, one: int, other: int, match: Match) -> Shared:
        """What two rows share, the earlier report's first."""
        passages = self._passage(one, match.one), self._passage(other, match.other)
        if self.rank[self.table.report[one]] > self.rank[self.table.report[other]]:
            passages = passages[1], passages[0]
        quoted = self.table.is_quotation(one) and self.table.is_quotation(other)
        return Shared(*passages, match.how, quoted, match.score, match.words)

    def verbatim(self, one: int, other: int, words: int) -> Shared:
        """Two rows with all words the same."""
        return self.shared(one, other, Match(How.VERBATIM, 1.0, words, _ALL, _ALL, ()))

    def cut(self, one: int, other: int, match: Match) -> Cut | None:
        """What the shorter of two rows of quotations left out; None where it is nothing much."""
        if match.how not in (How.CUT, How.LIGHT_REWRITE, How.VERBATIM) or match.score < _CUT:
            return None
        counts = self._count(one), self._count(other)
        if counts[0] == counts[1] or not match.blocks:
            return None
        long, place = (one, 0) if counts[0] > counts[1] else (other, 1)
        taken = [(block[place], block[place] + block[2]) for block in match.blocks]
        short, ends = (other, match.other) if place == 0 else (one, match.one)
        gaps = self._spans(long, _gaps(taken, max(counts)))
        missing = tuple(gap for gap in gaps if not self._stands_beside(gap, long, short))
        if not missing:
            return None
        return Cut(self._passage(short, ends), self._passage(long, _ALL), missing)

    def _stands_beside(self, gap: Span, long: int, short: int) -> bool:
        """Whether what a quotation lacks is given right outside its marks: that is no cut."""
        text, span = self.table.text(short), self.table.span(short)
        near = text[max(0, span.start - _BESIDE) : span.start] + text[span.end : span.end + _BESIDE]
        words = gap.of(self.table.text(long)).strip(" ,.;:“”\"'").casefold()
        return words in near.casefold()

    def _count(self, row: int) -> int:
        return len(self._letters.words(row))

    def _passage(self, row: int, ends: tuple[int, int]) -> Passage:
        at = (row << 48) + (ends[0] << 24) + ends[1]
        if at not in self._made:
            self._made[at] = Passage(self._report(row), self._span(row, ends))
        return self._made[at]

    def _span(self, row: int, ends: tuple[int, int]) -> Span:
        """The words of a row from one place to another; its whole span where that is all."""
        words = None if ends == _ALL else self._letters.words(row)
        if words is None or ends == (0, len(words)):
            return self.table.span(row)
        return words.span(*ends)

    def _report(self, row: int) -> str:
        return self.table.reports[self.table.report[row]].id

    def _spans(self, row: int, gaps: Iterator[tuple[int, int]]) -> Iterator[Span]:
        words = self._letters.words(row)
        return (words.span(*gap) for gap in gaps if gap[1] - gap[0] >= _MISSING)


_ALL = (0, 0)
_CUT = 0.8


def _gaps(taken: list[tuple[int, int]], size: int) -> Iterator[tuple[int, int]]:
    """The stretches between what was taken, at both ends too."""
    at = 0
    for start, end in [*taken, (size, size)]:
        if start > at:
            yield at, start
        at = end
