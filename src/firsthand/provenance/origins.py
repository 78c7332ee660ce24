"""How many originating sources stand behind some statements: an interval that may be open.

The upper bound counts those who are not certainly one, and is open where the words are
("several", "sources", a chain that cannot be followed). The lower bound is the fewest who could
have given all the accounts: a minimum clique cover of what nothing separates (`cover`). The
worst error here is a lower bound above the truth, which makes corroboration out of nothing; so
an organisation, an informant who is not named and whoever is quoted in the same words as another
are never set apart from anybody by their names.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from itertools import combinations, product
from typing import Final

from firsthand.provenance.accounts import (
    Account,
    Case,
    Key,
    Knowing,
    Opening,
    Whose,
    accounts_of,
)
from firsthand.provenance.cover import fewest
from firsthand.provenance.groups import Close
from firsthand.provenance.retold import Related, Separated, retold


@dataclass(frozen=True, slots=True)
class Links:
    """What ties statements and reports together: the same words, and who has it from whom."""

    close: Close
    related: Related


@dataclass(frozen=True, slots=True)
class Interval:
    """The fewest and the most originating sources found; `upper` is None where it is open."""

    lower: int
    upper: int | None

    def __str__(self) -> str:
        return f"{self.lower}..{'?' if self.upper is None else self.upper}"


@dataclass(frozen=True, slots=True)
class Origin:
    """One originating source, as far as this case file shows, and the statements of its account.

    `withdrawn` is whether any of it was taken back: it stays visible and leaves the lower bound.
    `also` are those who are one with `whose` because a statement of theirs has the words of
    one of its: a passage that was copied has one origin, whoever it is said to be of. They are
    for counting. What may be shown are the `parts`: the account as each of those gives it who
    may be shown as one, without a word that the others are they.
    """

    whose: Whose
    statements: tuple[Key, ...]
    knowing: Knowing
    withdrawn: bool
    also: tuple[Whose, ...] = ()
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """An account, or what of it is shown under one name or description."""

    whose: Whose
    statements: tuple[Key, ...]
    knowing: Knowing
    withdrawn: bool


@dataclass(frozen=True, slots=True)
class Behind:
    """What stands behind some statements; `exact` is False where the lower bound may be too low."""

    interval: Interval
    origins: tuple[Origin, ...]
    openings: tuple[Opening, ...]
    exact: bool

    @property
    def parts(self) -> tuple[Part, ...]:
        """All who are shown, in an order that does not tell who is counted as one."""
        return tuple(sorted((p for o in self.origins for p in o.parts), key=lambda p: p.whose))

    def count(self, knowing: Knowing) -> int:
        """How many of the sources would know in this way."""
        return sum(origin.knowing is knowing for origin in self.origins)


NONE: Final = Links({}, {})


def behind(case: Case, keys: Collection[Key], links: Links = NONE) -> Behind:
    """The originating sources behind some statements."""
    accounts, openings = accounts_of(case, keys)
    alike = _alike(accounts, links.close)
    separated = cache(partial(_separated, case))
    one = retold(accounts, links.close, links.related, separated)
    origins = _origins(case, accounts, one)
    apart = list(_apart(separated, origins, alike))
    counted = _counted(origins, apart)
    renumbered = {v: i for i, v in enumerate(counted)}
    pairs = [(renumbered[a], renumbered[b]) for a, b in apart if {a, b} <= renumbered.keys()]
    cover = fewest(len(counted), pairs)
    upper = None if openings else len(origins)
    return Behind(Interval(cover.fewest, upper), origins, tuple(openings), cover.exact)


_BEST = (Knowing.FIRST_HAND, Knowing.UNSTATED, Knowing.RELAYED)


def _origins(
    case: Case, accounts: Iterable[Account], copied: Mapping[Whose, frozenset[Whose]]
) -> tuple[Origin, ...]:
    by_whose: dict[frozenset[Whose], list[Account]] = {}
    for account in accounts:
        group = copied.get(account.whose, frozenset({account.whose}))
        by_whose.setdefault(group, []).append(account)
    made = (_origin(case, group, told) for group, told in by_whose.items())
    return tuple(sorted(made, key=lambda origin: origin.whose))


def _origin(case: Case, group: frozenset[Whose], told: Sequence[Account]) -> Origin:
    whose, *also = sorted(group, key=lambda w: (bool(w.informant), not w.fixed, w))
    whole, parts = _part(whose, told), tuple(_parts(case, told))
    return Origin(whose, whole.statements, whole.knowing, whole.withdrawn, tuple(also), parts)


def _parts(case: Case, told: Sequence[Account]) -> Iterator[Part]:
    by_seen: dict[Whose, list[Account]] = {}
    for account in told:
        seen = replace(account.seen, ref=case.people.shown(account.seen.ref))
        by_seen.setdefault(seen, []).append(account)
    return (_part(seen, accounts) for seen, accounts in by_seen.items())


def _part(whose: Whose, told: Sequence[Account]) -> Part:
    keys = tuple(sorted({a.key for a in told}))
    knowing = min((a.knowing for a in told), key=_BEST.index)
    return Part(whose, keys, knowing, any(a.withdrawn for a in told))


def _alike(accounts: Iterable[Account], close: Close) -> frozenset[frozenset[Whose]]:
    """Those who are quoted in the same words: one of them may be a slip of the pen."""
    whose: Mapping[Key, Whose] = {a.key: a.whose for a in accounts}
    pairs = (frozenset(whose[key] for key in pair if key in whose) for pair in close)
    return frozenset(pair for pair in pairs if len(pair) == 2)


def _apart(
    separated: Separated, origins: Sequence[Origin], alike: Collection[frozenset[Whose]]
) -> Iterator[tuple[int, int]]:
    """Which of them are truly two."""
    for (a, one), (b, other) in combinations(enumerate(origins), 2):
        pairs = list(product((one.whose, *one.also), (other.whose, *other.also)))
        if not any(frozenset(pair) in alike for pair in pairs) and any(
            separated(*sorted(pair)) for pair in pairs
        ):
            yield a, b


def _separated(case: Case, one: Whose, other: Whose) -> bool:
    """Whether names, the words of a report or a reviewer set them apart."""
    if one.informant or other.informant:
        return False
    found = case.people.separated(one.ref, other.ref)
    return found is not None and (found.reviewed or (one.fixed and other.fixed))


def _counted(origins: Sequence[Origin], apart: Collection[tuple[int, int]]) -> list[int]:
    """Whoever is not withdrawn, nor may be one who is."""
    both = {frozenset(pair) for pair in apart}
    gone = [i for i, origin in enumerate(origins) if origin.withdrawn]
    left = (i for i, origin in enumerate(origins) if not origin.withdrawn)
    return [i for i in left if all(frozenset({i, w}) in both for w in gone)]
