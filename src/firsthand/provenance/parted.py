"""Which of those behind some statements are truly two.

Names, the words of one report and reviewers part two sources (`people`). Beside these: a record
(an order, a ledger) and a person, for a record originates what it itself records and nothing that
somebody tells; and the full name of an informant who does not speak, and another name.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations, product
from typing import Final

from firsthand.provenance.accounts import Account, Knowing, Whose
from firsthand.provenance.bearing import PERSONS
from firsthand.provenance.called import Called
from firsthand.provenance.case import Case, Key
from firsthand.provenance.filed import FiledSource
from firsthand.provenance.groups import Close
from firsthand.provenance.names_alike import Alike
from firsthand.provenance.papers import paper_head
from firsthand.provenance.person import Ref
from firsthand.provenance.separate import DIFFERENT_NAMES
from firsthand.provenance.traits import stems
from firsthand.sources.source import SourceKind

_RECORDS: Final = stems(
    "order circular memorandum memo directive decree instruction regulation ordinance warrant "
    "ledger register roster logbook inventory"
)
"""Papers that are nobody's testimony; an affidavit, a letter or a report may be anybody's."""

Pair = frozenset[Whose]


@dataclass(frozen=True, slots=True)
class Parted:
    """Answers for any two who gave one of the accounts; each answer is kept.

    `alike` are those of whom one says nothing that is not given to the other too, in the same
    words: one of the two names may be a slip of the pen. `hearers` have it from somebody in one
    report, and do not say in another how they know: that may be the same, cut short; or they speak
    for an office or a body, and do not say how they know. In counting none is set apart by names.
    """

    case: Case
    called: Called
    alike: frozenset[Pair]
    hearers: frozenset[Ref]
    _known: dict[Pair, bool] = field(default_factory=dict)
    _hearing: dict[Ref, bool] = field(default_factory=dict)

    @classmethod
    def of(cls, case: Case, accounts: Sequence[Account], close: Close) -> Parted:
        """For these accounts."""
        called = Called.of(case, accounts)
        return cls(case, called, _alike(case, accounts, close), _hearers(case, accounts))

    def are_two(self, one: Whose, other: Whose) -> bool:
        """Whether names, the words of a report or a reviewer set them apart."""
        pair = frozenset({one, other})
        if pair not in self._known:
            self._known[pair] = self._are_two(*sorted((one, other)))
        return self._known[pair]

    def _are_two(self, one: Whose, other: Whose) -> bool:
        is_sure = self._is_sure(one) and self._is_sure(other)
        if one.informant or other.informant:
            return is_sure and self.called.have(one, other, Alike.DIFFERENT)
        if _are_record_and_person(self.case, one, other):
            return True
        found = self.case.people.separated(one.ref, other.ref)
        if found is None or found.reviewed:
            return found is not None
        by_name = found.why == DIFFERENT_NAMES
        return is_sure and (not by_name or self.called.differ(one.ref, other.ref))

    def _is_sure(self, whose: Whose) -> bool:
        """Whether the account can be nobody else's: a hearer may have it from somebody."""
        return whose.fixed and (bool(whose.informant) or not self._may_be_hearer(whose.ref))

    def _may_be_hearer(self, ref: Ref) -> bool:
        if ref not in self._hearing:
            found = any(h == ref or self.called.may_share_name(h, ref) for h in self.hearers)
            self._hearing[ref] = found
        return self._hearing[ref]

    def pairs(self, groups: Sequence[Collection[Whose]]) -> Iterator[tuple[int, int]]:
        """Which of these groups, each of one source, are truly two; by their places."""
        for (a, one), (b, other) in combinations(enumerate(groups), 2):
            every = list(product(one, other))
            if not any(frozenset(pair) in self.alike for pair in every) and any(
                self.are_two(*pair) for pair in every
            ):
                yield a, b


def _are_record_and_person(case: Case, one: Whose, other: Whose) -> bool:
    here, there = _source(case, one.ref), _source(case, other.ref)
    return (_is_record(here) and there.kind in PERSONS) or (
        _is_record(there) and here.kind in PERSONS
    )


def _is_record(source: FiledSource) -> bool:
    return source.kind is SourceKind.DOCUMENT and paper_head(source.name) in _RECORDS


def _source(case: Case, ref: Ref) -> FiledSource:
    return case.reports[ref.report].source(ref.source)


def _hearers(case: Case, accounts: Sequence[Account]) -> frozenset[Ref]:
    """Those who may have it from others, and give no account of what they saw or went through."""
    by = [(case.people.person(a.said_by), a.knowing) for a in accounts]
    heard = {ref for ref, knowing in by if knowing is Knowing.RELAYED}
    heard |= {ref for ref in {ref for ref, _ in by} - heard if _is_official(case, ref)}
    return frozenset(heard - {ref for ref, knowing in by if knowing is Knowing.FIRST_HAND})


def _is_official(case: Case, person: Ref) -> bool:
    """Whether one speaks for an office or a body in any report; one of them need not say so."""
    here = (ref for ref in case.people.one_with(person) if ref.report in case.reports)
    every = ((case.reports[ref.report], ref.source) for ref in here)
    return any(s.official for report, own in every for s in report.statements if s.source == own)


def _alike(case: Case, accounts: Iterable[Account], close: Close) -> frozenset[Pair]:
    whose: Mapping[Key, Whose] = {a.key: a.whose for a in accounts}
    said: dict[Whose, set[Key]] = {}
    for key, by in whose.items():
        said.setdefault(by, set()).add(key)
    given: dict[tuple[Whose, Whose], set[Key]] = {}
    for key, other in _in_two_texts(case, close):
        if key in whose and other in whose and whose[key] != whose[other]:
            given.setdefault((whose[key], whose[other]), set()).add(key)
    return frozenset(frozenset(pair) for pair, keys in given.items() if keys == said[pair[0]])


def _in_two_texts(case: Case, close: Close) -> Iterator[tuple[Key, Key]]:
    """Pairs both ways round; a copy and what it copies are one text, in which nobody slipped."""
    for pair in close:
        one, *others = sorted(pair)
        for other in others:
            if _text(case, one) != _text(case, other):
                yield one, other
                yield other, one


def _text(case: Case, key: Key) -> str:
    return case.reports[key[0]].copy_of or key[0]
