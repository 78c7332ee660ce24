"""Which statement of a new reading each statement that people decided on leads to.

A decision goes on to a statement with the same words, or with mostly the same content and no
other source. It never goes to one that another, contrary decision suits better.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from firsthand.case.events import Placed
from firsthand.case.state import Review
from firsthand.evidence.statement import Statement
from firsthand.text import Span

_MOSTLY: Final = 0.5
"""Share of the characters of both contents that they have in common (Jaccard)."""
_ALL_BUT: Final = 0.9
"""The same for what was rejected: a mended proposal is not the one that was refused."""
_STRETCH: Final = 1000


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement that people decided on, with its words where they stand in the new text.

    `review` is None where it is not known any more; then nothing else goes where it goes.
    `lost` are the characters of its content that are not found. `again` is whether the reading
    proposes the very same words under the same id.
    """

    before: str
    review: Review | None
    source: tuple[Span, ...]
    content: tuple[Span, ...]
    lost: int = 0
    again: bool = False


@dataclass(frozen=True, slots=True)
class _Match:
    claim: Claim
    now: str
    share: float

    @property
    def rank(self) -> tuple[float, str, str]:
        """The lower the better, and never a tie, so that the order of claims changes nothing."""
        return -self.share, self.claim.before, self.now


def led(claims: Sequence[Claim], statements: Iterable[Statement]) -> tuple[Placed, ...]:
    """Each claim that leads somewhere, with where, in the order of the claims.

    The best matches are taken first. The very same statement goes before every other match;
    one to which contrary decisions lead keeps the better one, and the other leads nowhere or
    to its next best.
    """
    taken, found = defaultdict[str, list[Review | None]](list), dict[str, str]()
    for match in sorted(_matches(claims, statements), key=lambda m: m.rank):
        claim = match.claim
        agree = all(_agree(claim.review, other) for other in taken[match.now])
        if claim.before not in found and agree:
            found[claim.before] = match.now
            taken[match.now].append(claim.review)
    return tuple(Placed(c.before, found[c.before]) for c in claims if c.before in found)


def _agree(one: Review | None, other: Review | None) -> bool:
    """Two corrections may say different things of one statement, so they never share it."""
    if one is None or other is None:
        return False
    alike = one is other and one is not Review.CORRECTED
    return alike or Review.UNREVIEWED in (one, other)


def _matches(claims: Sequence[Claim], statements: Iterable[Statement]) -> Iterator[_Match]:
    by_stretch = defaultdict[int, list[Statement]](list)
    for statement in statements:
        for stretch in _stretches(statement.attribution.content):
            by_stretch[stretch].append(statement)
    for claim in claims:
        if claim.again:
            yield _Match(claim, claim.before, 2.0)
        near = {s.attribution.id: s for n in _stretches(claim.content) for s in by_stretch[n]}
        yield from _of(claim, near.values())


def _of(claim: Claim, statements: Iterable[Statement]) -> Iterator[_Match]:
    enough = _ALL_BUT if claim.review is Review.REJECTED else _MOSTLY
    for attribution in (s.attribution for s in statements):
        share = overlap(claim.content, attribution.content, lost=claim.lost)
        if share >= enough and _may_be_one(claim.source, attribution.source):
            yield _Match(claim, attribution.id, share)


def _stretches(content: Iterable[Span]) -> set[int]:
    """Parts of the text in which it lies, so that only neighbours are compared."""
    return {n for s in content for n in range(s.start // _STRETCH, s.end // _STRETCH + 1)}


def _may_be_one(one: Sequence[Span], other: Sequence[Span]) -> bool:
    """Whether the words for the source do not differ: where a side has none, nothing does."""
    return not one or not other or any(a.overlaps(b) for a in one for b in other)


def overlap(one: Sequence[Span], other: Sequence[Span], *, lost: int = 0) -> float:
    """Shared characters over all characters of two roles (Jaccard), 0 to 1.

    `lost` are further characters of the one that have no place.
    """
    shared = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in other)
    every = sum(map(len, one)) + lost + sum(map(len, other)) - shared
    return shared / every if every else 0.0
