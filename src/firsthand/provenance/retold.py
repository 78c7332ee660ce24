"""Who is certainly one because one account is the other retold: the same words, passed on.

Names, roles and ages get lost and changed on the way; the words less so. Two accounts are one
where a report that has something from another report gives in it what is, of all that the other
gives, closest to it, and the other way round. Without such a relation only a passage word for
word will do, for witnesses of one thing speak alike.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import product

from firsthand.provenance.accounts import Account, Whose
from firsthand.provenance.alike_told import AlikeTold
from firsthand.provenance.closest import Likeness, Retelling, mutual
from firsthand.provenance.closest import Related as Related
from firsthand.provenance.groups import Close
from firsthand.provenance.names_alike import Alike, alike, name_of
from firsthand.provenance.parted import Parted


def retold(
    accounts: Sequence[Account], close: Close, related: Related, parted: Parted, told: AlikeTold
) -> dict[Whose, frozenset[Whose]]:
    """Who is one with whom, as long as nothing sets any two of them apart; closest first.

    Then come accounts in like words that are given to one description; informants by their full
    names; and last accounts that their own channel leads to a report in which, of all whose
    account it gives, one alone can be meant.
    """
    whose = {account.key: account.whose for account in accounts}
    joining = _Joining(parted)
    for rule in (Retelling(related, told), Likeness(related, told)):
        for pair in mutual(whose, close, rule.counts):
            joining.join(*(whose[key] for key in sorted(pair)))
    _join_informants(joining, sorted(set(whose.values())))
    _join_led(joining, accounts)
    return joining.groups


def _join_informants(joining: _Joining, everybody: Sequence[Whose]) -> None:
    """Informants of one full name, and whoever speaks under it."""
    for one in everybody:
        for other in everybody if one.informant and one.fixed else ():
            if one != other and _are_namesakes(joining.parted, one, other):
                joining.join(one, other)


def _are_namesakes(parted: Parted, one: Whose, other: Whose) -> bool:
    """Of one hearer a name in another spelling is the same; of two, the whole name has to be."""
    if one.ref == other.ref and other.informant:
        here, there = name_of(one.informant), name_of(other.informant)
        return bool(here and there) and alike(here, there) is not Alike.DIFFERENT
    return parted.called.have(one, other, Alike.SAME)


def _join_led(joining: _Joining, accounts: Sequence[Account]) -> None:
    by_report: dict[str, set[Whose]] = {}
    for account in accounts:
        by_report.setdefault(account.key[0], set()).add(account.whose)
    for account in sorted(accounts, key=lambda account: account.key):
        for report in account.leads:
            joining.join_only(account.whose, by_report.get(report, set()))


class _Joining:
    """Groups of those who are one; none holds two who are apart."""

    def __init__(self, parted: Parted) -> None:
        self.parted = parted
        self.groups: dict[Whose, frozenset[Whose]] = {}

    def group(self, whose: Whose) -> frozenset[Whose]:
        return self.groups.get(whose, frozenset({whose}))

    def can_be_one(self, one: Whose, other: Whose) -> bool:
        ones, others = self.group(one), self.group(other)
        if ones is others:
            return True
        return not any(self.parted.are_two(*pair) for pair in product(ones, others))

    def join(self, one: Whose, other: Whose) -> None:
        both = self.group(one) | self.group(other)
        if both != self.group(one) and self.can_be_one(one, other):
            self.groups |= dict.fromkeys(both, both)

    def join_only(self, whose: Whose, others: Iterable[Whose]) -> None:
        """Joins it with one of the others, where no second one can be meant."""
        meant = [o for o in others if self.can_be_one(whose, o)]
        is_heard = all(o.informant for o in meant)
        if len({self.group(o) for o in meant}) == 1 and bool(whose.informant) == is_heard:
            self.join(whose, min(meant))
