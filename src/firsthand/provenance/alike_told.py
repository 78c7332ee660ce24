"""Whether two accounts are given to one description, through one channel or none that differs.

Roles and outlets make nobody one by themselves: two dockers may speak. Together, with words that
are much alike and a report that has something from the other, they leave hardly a doubt.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from firsthand.evidence.values import RelayKind
from firsthand.provenance.accounts import Account
from firsthand.provenance.bearing import PERSONS
from firsthand.provenance.case import Case, Key, name_words
from firsthand.provenance.filed import FiledSource
from firsthand.provenance.traits import NOTHING, Traits, traits_of
from firsthand.sources.brought_in import sets_apart

_CHANNELS: Final = (RelayKind.OUTLET, RelayKind.ORGANISATION, RelayKind.OCCASION)
Channels = frozenset[frozenset[str]]


@dataclass(frozen=True, slots=True)
class Given:
    """What an account is given to: a description's roles, and the channels that are named."""

    traits: Traits = NOTHING
    channels: Channels = frozenset()


@dataclass(frozen=True, slots=True)
class AlikeTold:
    """Answers for pairs of accounts."""

    case: Case
    accounts: dict[Key, Account]
    _told: dict[Key, Given] = field(default_factory=dict)

    @classmethod
    def of(cls, case: Case, accounts: Iterable[Account]) -> AlikeTold:
        """For these accounts."""
        return cls(case, {a.key: a for a in accounts})

    def share_channel(self, pair: frozenset[Key]) -> bool:
        """Whether both name one outlet, organisation or occasion."""
        one, other = map(self.told, sorted(pair))
        return not one.channels.isdisjoint(other.channels)

    def differ(self, pair: frozenset[Key]) -> bool:
        """Whether both name channels, and none that is the other's."""
        one, other = map(self.told, sorted(pair))
        return bool(one.channels and other.channels) and not self.share_channel(pair)

    def fit(self, pair: frozenset[Key]) -> bool:
        """Whether one description fits both."""
        one, other = map(self.told, sorted(pair))
        return any(a.fits(b) for a in one.traits.roles for b in other.traits.roles)

    def told(self, key: Key) -> Given:
        """What the account is given to; nothing that tells where it is set apart, or no person."""
        if key not in self._told:
            self._told[key] = self._read(self.accounts[key])
        return self._told[key]

    def _read(self, account: Account) -> Given:
        report = self.case.reports[account.key[0]]
        source = report.source(account.said_by.source)
        via = report.statement(account.key[1]).via
        channels = frozenset(name_words(r.name) for r in via if r.kind in _CHANNELS)
        if account.whose.informant or not _tells(source):
            return Given(channels=channels)
        return Given(traits_of(report, source, frozenset()), channels)


def _tells(source: FiledSource) -> bool:
    return source.kind in PERSONS and not sets_apart(source.name)
