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
from typing import Final

from firsthand.provenance.accounts import Account, Knowing, Opening, Whose, accounts_of
from firsthand.provenance.alike_told import AlikeTold
from firsthand.provenance.case import Case, Key
from firsthand.provenance.cover import fewest_beside
from firsthand.provenance.groups import Close
from firsthand.provenance.led import led
from firsthand.provenance.parted import Parted
from firsthand.provenance.retold import Related, retold


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
    led_to: tuple[str, ...] = ()

    @property
    def everybody(self) -> tuple[Whose, ...]:
        """All who are one with it, itself first."""
        return (self.whose, *self.also)


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
    parted = Parted.of(case, accounts, links.close)
    told = AlikeTold.of(case, accounts)
    one = retold(accounts, links.close, links.related, parted, told)
    origins = _origins(case, accounts, one)
    if len(origins) > _MOST:
        return _of_many(parted, origins, openings)
    apart = frozenset(parted.pairs([origin.everybody for origin in origins]))
    leading = led(accounts, [origin.statements for origin in origins], apart)
    found = [replace(o, led_to=tuple(sorted(leading.get(n, ())))) for n, o in enumerate(origins)]
    gone = [n for n, origin in enumerate(origins) if origin.withdrawn]
    cover = fewest_beside(len(origins), apart, gone)
    upper = None if openings else len(origins) - len(leading)
    return Behind(Interval(cover.fewest, upper), tuple(found), tuple(openings), cover.exact)


_MOST: Final = 400
"""Origins that are compared each with each. Of more, so many are: the fewest of some are no more
than the fewest of all, and nobody is taken for one that a report leads to."""


def _of_many(parted: Parted, origins: Sequence[Origin], openings: Sequence[Opening]) -> Behind:
    """Those whose account was taken back are compared first, since they lower the bound."""
    some = sorted(origins, key=lambda o: (not o.withdrawn, o.whose))[:_MOST]
    apart = frozenset(parted.pairs([origin.everybody for origin in some]))
    gone = [n for n, origin in enumerate(some) if origin.withdrawn]
    lower = fewest_beside(len(some), apart, gone).fewest
    upper = None if openings else len(origins)
    return Behind(Interval(lower, upper), tuple(origins), tuple(openings), exact=False)


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
