"""Who is certainly one because one account is the other retold: the same words, passed on.

Names, roles and ages get lost and changed on the way; the words less so. Two accounts are one
where a report that has something from another report gives in it what is, of all that the other
gives, closest to it, and the other way round. Without such a relation only a passage word for
word will do, for witnesses of one thing speak alike.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import product

from firsthand.provenance.accounts import Account, Key, Whose
from firsthand.provenance.groups import Close, Closeness

Separated = Callable[[Whose, Whose], bool]
Related = Mapping[str, frozenset[str]]
"""Each report with itself and those that it has something from: two are related where one has
something from the other, or both have from a third."""

_WORD_FOR_WORD = 0.95
_ROW = 8
"""Words of content of a passage that nobody says by chance."""


def retold(
    accounts: Iterable[Account], close: Close, related: Related, separated: Separated
) -> dict[Whose, frozenset[Whose]]:
    """Who is one with whom, as long as nothing sets any two of them apart; closest first.

    Last come accounts that their own channel leads to a report in which, of all whose account
    it gives, one alone can be meant.
    """
    told = list(accounts)
    whose = {account.key: account.whose for account in told}
    joining = _Joining(separated)
    for pair in _mutual(whose, close, related):
        joining.join(*(whose[key] for key in sorted(pair)))
    by_report: dict[str, set[Whose]] = {}
    for account in told:
        by_report.setdefault(account.key[0], set()).add(account.whose)
    for account in sorted(told, key=lambda account: account.key):
        for report in account.leads:
            joining.join_only(account.whose, by_report.get(report, set()))
    return joining.groups


class _Joining:
    """Groups of those who are one; none holds two who are apart."""

    def __init__(self, separated: Separated) -> None:
        self.separated = separated
        self.groups: dict[Whose, frozenset[Whose]] = {}

    def group(self, whose: Whose) -> frozenset[Whose]:
        return self.groups.get(whose, frozenset({whose}))

    def can_be_one(self, one: Whose, other: Whose) -> bool:
        ones, others = self.group(one), self.group(other)
        if ones is others:
            return True
        return not any(self.separated(*sorted(pair)) for pair in product(ones, others))

    def join(self, one: Whose, other: Whose) -> None:
        both = self.group(one) | self.group(other)
        if both != self.group(one) and self.can_be_one(one, other):
            self.groups |= dict.fromkeys(both, both)

    def join_only(self, whose: Whose, others: Iterable[Whose]) -> None:
        """Joins it with one of the others, where no second one can be meant."""
        meant = {self.group(o) for o in others if self.can_be_one(whose, o)}
        if len(meant) == 1 and bool(whose.informant) == all(w.informant for w in min(meant)):
            self.join(whose, min(min(meant)))


def _mutual(whose: Mapping[Key, Whose], close: Close, related: Related) -> list[frozenset[Key]]:
    """Pairs each of which is the other's closest in its report."""
    pairs = [pair for pair in close if pair <= whose.keys() and _counts(pair, close[pair], related)]
    ranked = sorted(pairs, key=lambda p: (-_strength(close[p]), sorted(p)))
    best: dict[tuple[Key, str], frozenset[Key]] = {}
    for pair in ranked:
        for key in pair:
            ((report, _),) = pair - {key}
            best.setdefault((key, report), pair)
    return [pair for pair in ranked if all(_is_best(best, pair, key) for key in pair)]


def _is_best(
    best: Mapping[tuple[Key, str], frozenset[Key]], pair: frozenset[Key], key: Key
) -> bool:
    ((report, _),) = pair - {key}
    return best[key, report] == pair


def _counts(pair: frozenset[Key], close: Closeness, related: Related) -> bool:
    reports = frozenset(report for report, _ in pair)
    if len(reports) != 2:
        return False
    if close.score >= _WORD_FOR_WORD and close.words >= _ROW:
        return True
    one, other = reports
    return close.is_enough and _are_related(one, other, related)


def _are_related(one: str, other: str, related: Related) -> bool:
    ones, others = (related.get(report, frozenset({report})) for report in (one, other))
    return not ones.isdisjoint(others)


def _strength(close: Closeness) -> float:
    return close.score * close.words
